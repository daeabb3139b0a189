package dev.backstagegen.moved;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Pairs the files that are missing with those that nobody generated: each the best by far for the other, or none. */
final class Pairing {

    /** What a file has to have in common with what it was; generated files of different kinds have less than 0.4. */
    private static final double LEAST = 0.5;

    /** By how much the best has to be ahead. */
    private static final double AHEAD = 0.05;

    /** What it counts to have kept the name. */
    private static final double SAME_NAME = 0.2;

    private final FileTree base;
    private final FileTree disk;
    private final Set<RelPath> missing = new TreeSet<>();
    private final Set<RelPath> strangers = new TreeSet<>();
    private final Map<RelPath, Likeness.Lines> lines = new HashMap<>();
    private final Map<RelPath, RelPath> found = new TreeMap<>();

    private record Pair(RelPath from, RelPath to, double rank) {}

    Pairing(FileTree base, FileTree fresh, FileTree disk) {
        this.base = base;
        this.disk = disk;
        base.paths().stream()
                .filter(path -> Code.isCode(path) && !disk.has(path))
                .forEach(missing::add);
        disk.paths().stream()
                .filter(path -> Code.isCode(path) && !base.has(path) && !fresh.has(path))
                .forEach(strangers::add);
    }

    Map<RelPath, RelPath> found() {
        return found;
    }

    /**
     * What somebody wrote was never generated, and resembles nothing; of one name, and exporting one thing for others,
     * it is there for the same.
     */
    void byPurpose(Set<RelPath> byHand) {
        for (RelPath from : List.copyOf(missing)) {
            List<RelPath> namesakes = strangers.stream()
                    .filter(to -> byHand.contains(to) && to.name().equals(from.name()) && sameSource(from, to))
                    .toList();
            boolean isOnly = missing.stream()
                            .filter(path -> path.name().equals(from.name()))
                            .count()
                    == 1;
            if (isOnly && namesakes.size() == 1 && exportSame(from, namesakes.get(0))) {
                take(from, namesakes.get(0));
            }
        }
    }

    private boolean exportSame(RelPath from, RelPath to) {
        Set<String> names = new TreeSet<>(exported(base, from));
        names.retainAll(exported(disk, to));
        return !names.isEmpty();
    }

    private static Set<String> exported(FileTree tree, RelPath path) {
        return Exports.names(Exports.of(TsFile.parse(tree.text(path).orElse(""))));
    }

    void bySimilarity() {
        List<Pair> pairs = new ArrayList<>();
        for (RelPath from : missing) {
            for (RelPath to : strangers) {
                if (from.extension().equals(to.extension()) && sameSource(from, to)) {
                    pair(from, to).ifPresent(pairs::add);
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::rank).reversed());
        boolean again = true;
        while (again) {
            again = false;
            for (Pair pair : List.copyOf(pairs)) {
                if (missing.contains(pair.from) && strangers.contains(pair.to) && isBest(pair, pairs)) {
                    take(pair.from, pair.to);
                    again = true;
                }
            }
        }
    }

    /** A file that has kept its name in a folder that was moved is that file, however much of it was changed. */
    void inFolders(Map<RelPath, RelPath> folders) {
        for (RelPath from : List.copyOf(missing)) {
            Moves.inFolder(from, folders).filter(strangers::contains).ifPresent(to -> take(from, to));
        }
    }

    private void take(RelPath from, RelPath to) {
        if (missing.remove(from) && strangers.remove(to)) {
            found.put(from, to);
            test(from)
                    .filter(missing::contains)
                    .ifPresent(test -> test(to).filter(strangers::contains).ifPresent(place -> take(test, place)));
        }
    }

    private static Optional<RelPath> test(RelPath path) {
        String name = path.name();
        String stem = name.substring(0, name.length() - path.extension().length());
        return stem.endsWith(".test.")
                ? Optional.empty()
                : Optional.of(path.parent().resolve(stem + "test." + path.extension()));
    }

    /** Whether both lie in the source folder of one package: up to {@code src} the paths are the same. */
    private static boolean sameSource(RelPath from, RelPath to) {
        int source = from.segments().indexOf("src");
        return source >= 0
                && to.segments().size() > source
                && from.segments().subList(0, source + 1).equals(to.segments().subList(0, source + 1));
    }

    private Optional<Pair> pair(RelPath from, RelPath to) {
        Likeness likeness = Likeness.of(lines(from, base), lines(to, disk));
        double name = from.name().equals(to.name()) ? SAME_NAME : 0;
        return likeness.shape() < LEAST
                ? Optional.empty()
                : Optional.of(new Pair(from, to, likeness.shape() + likeness.text() + name));
    }

    private Likeness.Lines lines(RelPath path, FileTree tree) {
        return lines.computeIfAbsent(
                path, each -> Likeness.Lines.of(tree.text(each).orElse("")));
    }

    private boolean isBest(Pair best, List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> pair != best && (pair.from.equals(best.from) || pair.to.equals(best.to)))
                .filter(pair -> missing.contains(pair.from) && strangers.contains(pair.to))
                .allMatch(pair -> pair.rank + AHEAD <= best.rank);
    }
}
