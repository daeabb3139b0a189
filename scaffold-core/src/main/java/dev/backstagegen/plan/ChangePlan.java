package dev.backstagegen.plan;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All that a command means to do, one change a file, in the order of the paths.
 *
 * @param changes the changes, each path once
 */
public record ChangePlan(List<Change> changes) {

    public static final ChangePlan EMPTY = new ChangePlan(List.of());

    private static final String NEW = ".new";

    /** @throws IllegalArgumentException when two changes name one file */
    public ChangePlan {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparing(Change::path));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).path().equals(sorted.get(i - 1).path())) {
                throw new IllegalArgumentException(
                        "Two changes of one file: " + sorted.get(i).path());
            }
        }
        changes = List.copyOf(sorted);
    }

    /**
     * Both plans as one.
     *
     * @throws IllegalArgumentException when they share a file
     */
    public ChangePlan and(ChangePlan other) {
        List<Change> both = new ArrayList<>(changes);
        both.addAll(other.changes);
        return new ChangePlan(both);
    }

    /** This plan and one that was made for what it leads to, as one; a file that both change is changed once. */
    public ChangePlan then(ChangePlan next) {
        Map<RelPath, Change> all = new LinkedHashMap<>();
        changes.forEach(change -> all.put(change.path(), change));
        next.changes.forEach(change -> all.merge(change.path(), change, Change::then));
        return new ChangePlan(List.copyOf(all.values()));
    }

    /** @throws IllegalArgumentException when the file has a change already */
    public ChangePlan with(Change change) {
        return and(new ChangePlan(List.of(change)));
    }

    /**
     * The same with conflicts decided.
     *
     * @param decide what becomes of a conflict
     * @param there the files that lie already where something may be put beside another
     */
    public ChangePlan decided(Function<Change, Decision> decide, FileTree there) {
        List<Change> decided = new ArrayList<>();
        for (Change change : changes) {
            if (change.kind() == Change.Kind.CONFLICT) {
                decided.addAll(decided(change, decide.apply(change), there));
            } else {
                decided.add(change);
            }
        }
        return new ChangePlan(decided);
    }

    /** The pattern of the names under which a text is put beside a file. */
    public static String besides(RelPath path) {
        return path + NEW + "*";
    }

    /** The first of these names that is free, or has the text already: whatever lies there may be somebody's. */
    private static RelPath beside(RelPath path, String text, FileTree there) {
        RelPath beside = RelPath.of(path + NEW);
        for (int i = 2; !there.text(beside).orElse(text).equals(text); i++) {
            beside = RelPath.of(path + NEW + i);
        }
        return beside;
    }

    private static List<Change> decided(Change conflict, Decision decision, FileTree there) {
        RelPath path = conflict.path();
        String yours = conflict.before().orElseThrow();
        if (decision instanceof Decision.Settled settled) {
            return List.of(Change.merge(path, yours, settled.text()));
        }
        if (decision instanceof Decision.Beside) {
            String fresh = conflict.after().orElseThrow();
            RelPath beside = beside(path, fresh, there);
            Change change = there.text(beside)
                    .map(old -> Change.edit(beside, old, fresh))
                    .orElseGet(() -> Change.create(beside, fresh));
            return List.of(Change.keepEdited(path, yours), change);
        }
        return List.of(conflict);
    }

    public List<Change> of(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** What touches the disk. */
    public List<Change> writes() {
        return changes.stream().filter(Change::writes).toList();
    }

    /** What the user has to decide. */
    public List<Change> conflicts() {
        return of(Change.Kind.CONFLICT);
    }

    /** Whether the disk stays as it is; conflicts may be there all the same. */
    public boolean isEmpty() {
        return changes.stream().noneMatch(Change::writes);
    }
}
