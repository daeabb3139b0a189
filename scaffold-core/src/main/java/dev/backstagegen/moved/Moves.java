package dev.backstagegen.moved;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where files lie that were generated elsewhere. A file that is still where it was generated has not moved, whatever
 * resembles it; two files never lie in one place.
 *
 * @param places where each moved file lies now, by where it is generated
 * @param renamed those that did not simply go with their folder, by where they are generated
 */
public record Moves(Map<RelPath, RelPath> places, Set<RelPath> renamed) {

    public static final Moves NONE = new Moves(Map.of(), Set.of());

    /** A folder with one file says too little about where the next one belongs. */
    private static final int LEAST = 2;

    public Moves {
        places = Map.copyOf(places);
        renamed = Set.copyOf(renamed);
    }

    /** Whether it is a file that is looked for when it is not where it was generated. */
    public static boolean canMove(RelPath path) {
        return Code.isCode(path);
    }

    /** Whether files may have moved, so that it is worth a look at those that nobody generated. */
    public static boolean arePossible(FileTree base, FileTree disk) {
        return base.paths().stream().anyMatch(path -> Code.isCode(path) && !disk.has(path));
    }

    /**
     * Finds out what became of what.
     *
     * @param base what was generated
     * @param fresh what is generated now; what is new goes where its folder went
     * @param disk what stands there, with code that was not generated
     * @param byHand the code that somebody wrote before anything was generated
     */
    static Moves between(FileTree base, FileTree fresh, FileTree disk, Set<RelPath> byHand) {
        if (!arePossible(base, disk)) {
            return NONE;
        }
        Pairing pairing = new Pairing(base, fresh, disk);
        pairing.byPurpose(byHand);
        pairing.bySimilarity();
        Map<RelPath, RelPath> folders = folders(base, disk, pairing.found());
        pairing.inFolders(folders);
        Map<RelPath, RelPath> places = new TreeMap<>(pairing.found());
        Set<RelPath> taken = new TreeSet<>(base.paths());
        taken.addAll(fresh.paths());
        taken.addAll(places.values());
        for (FileTree tree : List.of(base, fresh)) {
            for (RelPath path : tree.paths()) {
                if (!disk.has(path) && !places.containsKey(path)) {
                    inFolder(path, folders).filter(taken::add).ifPresent(place -> places.put(path, place));
                }
            }
        }
        Set<RelPath> renamed = places.entrySet().stream()
                .filter(move -> !inFolder(move.getKey(), folders).equals(Optional.of(move.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Moves(places, renamed);
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** Where a file lies that is generated at a path. */
    public RelPath place(RelPath generated) {
        return places.getOrDefault(generated, generated);
    }

    /** Where a file is generated, when it was moved from there. */
    public Optional<RelPath> origin(RelPath place) {
        return places.entrySet().stream()
                .filter(move -> move.getValue().equals(place))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The same files where they lie now. */
    FileTree moved(FileTree generated) {
        Map<RelPath, String> texts = new TreeMap<>();
        generated.asMap().forEach((path, text) -> texts.put(place(path), text));
        return FileTree.of(texts);
    }

    /** The place of a file whose folder, or one around that, was moved as a whole. */
    static Optional<RelPath> inFolder(RelPath path, Map<RelPath, RelPath> folders) {
        for (RelPath folder = path; folder.segments().size() > 1; ) {
            folder = folder.parent();
            if (folders.containsKey(folder)) {
                return Optional.of(folders.get(folder).resolve(path.relativeTo(folder)));
            }
        }
        return Optional.empty();
    }

    /** The folders of which nothing is left, and whose files went to one other that is the user's own. */
    private static Map<RelPath, RelPath> folders(FileTree base, FileTree disk, Map<RelPath, RelPath> found) {
        Set<RelPath> generated = base.paths().stream()
                .filter(Code::isCode)
                .map(RelPath::parent)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<RelPath, RelPath> folders = new TreeMap<>();
        for (RelPath folder : generated) {
            Set<RelPath> targets = found.entrySet().stream()
                    .filter(move -> move.getKey().parent().equals(folder))
                    .map(move -> move.getValue().parent())
                    .collect(Collectors.toSet());
            long modules = found.keySet().stream()
                    .filter(path -> path.parent().equals(folder) && !path.name().contains(".test."))
                    .count();
            boolean isLeft =
                    base.paths().stream().noneMatch(path -> path.parent().equals(folder) && disk.has(path));
            if (isLeft && modules >= LEAST && targets.size() == 1) {
                RelPath target = targets.iterator().next();
                if (!generated.contains(target)) {
                    folders.put(folder, target);
                }
            }
        }
        return folders;
    }
}
