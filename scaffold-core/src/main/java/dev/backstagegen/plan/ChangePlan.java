package dev.backstagegen.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that a command means to do, one change a file, in the order of the paths.
 *
 * @param changes the changes, each path once
 */
public record ChangePlan(List<Change> changes) {

    public static final ChangePlan EMPTY = new ChangePlan(List.of());

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

    /** @throws IllegalArgumentException when the file has a change already */
    public ChangePlan with(Change change) {
        return and(new ChangePlan(List.of(change)));
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
