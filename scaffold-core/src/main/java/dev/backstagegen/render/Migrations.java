package dev.backstagegen.render;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says which migrations a plugin is to have. One that was generated stays as it was, whatever would be generated today;
 * what is new comes after all that there are. Only the last ones go again, and only when the last run made them and they
 * did exactly what is not wanted any more: knex refuses a database that knows a migration which is gone.
 */
public final class Migrations {

    private static final int LONGEST = 60;
    private static final String FIRST = "20260101000000";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([-_][a-z0-9]+)*");

    private final Steps forth;
    private final Steps back;
    private final Existing existing;

    private Migrations(Steps forth, Steps back, Existing existing) {
        this.forth = forth;
        this.back = back;
        this.existing = existing;
    }

    /**
     * A plugin with the migrations that it is to have.
     *
     * @param plugin what was rendered, with all of {@code forth} in it
     * @param forth the way from what the plugin was to what it is to be
     * @param back the way from there to what it was; {@link Steps#NONE} when it was nothing
     */
    public static Settled settle(FileTree plugin, Steps forth, Steps back, Existing existing) {
        return new Migrations(forth, back, existing).settle(plugin);
    }

    /** Whether there is one among the files of a plugin, as seen from its folder. */
    public static boolean areAmong(Set<RelPath> there) {
        return !Existing.migrations(there).isEmpty();
    }

    /**
     * Where the next migration lies, as seen from the plugin's folder.
     *
     * @param there what lies in the plugin, the other migrations among it
     * @param name what it does
     * @throws ScaffoldException when that is no name
     */
    public static RelPath next(Set<RelPath> there, String name) {
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw ScaffoldException.usage(
                    "'" + name + "' is not a name for a migration.", "Say what it does, such as backfill-owners");
        }
        RelPath named = RelPath.of(Step.FOLDER + "/" + FIRST + "_" + name.replace('-', '_') + ".js");
        return MigrationTime.after(Existing.migrations(there))
                .map(time -> MigrationTime.with(time, named))
                .orElse(named);
    }

    private Settled settle(FileTree plugin) {
        FileTree bare = plugin;
        for (Step step : forth.all()) {
            bare = bare.without(step.path());
        }
        if (forth.all().isEmpty()) {
            return new Settled(bare, List.of(), List.copyOf(existing.generated().paths()), forth.left());
        }
        Map<RelPath, Step> takenBack = takenBack();
        FileTree kept = existing.generated();
        for (RelPath path : takenBack.keySet()) {
            kept = kept.without(path);
        }
        List<Step> wanted = wanted(kept, takenBack.values());
        Map<Step, RelPath> numbered = numbered(wanted, kept, takenBack.keySet());
        FileTree settled = bare.and(kept);
        for (Step step : wanted) {
            settled = settled.with(numbered.get(step), plugin.text(step.path()).orElseThrow());
        }
        return new Settled(
                settled,
                wanted.stream().map(numbered::get).toList(),
                List.copyOf(takenBack.keySet()),
                left(kept, takenBack.values()));
    }

    /** Those at the end of all that the last run made, and that do no more and no less than what is to be undone. */
    private Map<RelPath, Step> takenBack() {
        Set<String> made = purposes(forth.making());
        Map<RelPath, Step> undone = back.all().stream()
                .filter(step -> step.isChange() || !made.contains(step.purpose()))
                .flatMap(step -> last(step).stream().map(path -> Map.entry(path, step)))
                .filter(undoing -> existing.young().contains(undoing.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        TreeSet<RelPath> all = new TreeSet<>(existing.generated().paths());
        all.addAll(existing.onDisk());
        return all.descendingSet().stream()
                .takeWhile(undone::containsKey)
                .collect(Collectors.toMap(path -> path, undone::get));
    }

    private Optional<RelPath> last(Step step) {
        return existing.generated().paths().stream()
                .filter(path -> Step.purpose(path).equals(step.purpose()))
                .filter(path -> existing.generated().text(path).orElseThrow().equals(step.text()))
                .max(Comparator.naturalOrder());
    }

    /** What makes a table is there already where it was there once; what was only taken back is no change any more. */
    private List<Step> wanted(FileTree kept, Collection<Step> takenBack) {
        Set<String> known = kept.paths().stream().map(Step::purpose).collect(Collectors.toSet());
        List<Step> wanted = new ArrayList<>(forth.making().stream()
                .filter(step -> !known.contains(step.purpose()))
                .toList());
        Set<String> done = tables(wanted);
        done.addAll(tables(takenBack));
        forth.changing().stream().filter(step -> !done.contains(step.table())).forEach(wanted::add);
        return wanted;
    }

    /** The first migrations keep the times that they begin with, unless the user has later ones. */
    private Map<Step, RelPath> numbered(List<Step> wanted, FileTree kept, Set<RelPath> takenBack) {
        Set<RelPath> others = new HashSet<>(existing.onDisk());
        others.removeAll(takenBack);
        others.addAll(kept.paths());
        Map<Step, RelPath> numbered = new HashMap<>();
        for (Step step : wanted) {
            RelPath path = MigrationTime.after(others)
                    .map(time -> MigrationTime.with(time, step.path()))
                    .filter(next -> !kept.isEmpty() || next.compareTo(step.path()) > 0)
                    .orElse(step.path());
            numbered.put(step, path);
            others.add(path);
        }
        return numbered;
    }

    private List<Leftover> left(FileTree kept, Collection<Step> takenBack) {
        Set<String> gone =
                tables(takenBack.stream().filter(step -> !step.isChange()).toList());
        List<Leftover> left = new ArrayList<>();
        forth.left().stream()
                .filter(each -> !(each instanceof Leftover.Kept table && gone.contains(table.table())))
                .forEach(left::add);
        Set<String> before = purposes(back.making());
        for (Step step : forth.making()) {
            if (!before.contains(step.purpose())) {
                kept.paths().stream()
                        .filter(path -> Step.purpose(path).equals(step.purpose()))
                        .findFirst()
                        .ifPresent(path -> left.add(new Leftover.Returned(step.table(), path)));
            }
        }
        return left;
    }

    private static Set<String> purposes(List<Step> steps) {
        return steps.stream().map(Step::purpose).collect(Collectors.toSet());
    }

    private static Set<String> tables(Collection<Step> steps) {
        return steps.stream().map(Step::table).collect(Collectors.toCollection(HashSet::new));
    }
}
