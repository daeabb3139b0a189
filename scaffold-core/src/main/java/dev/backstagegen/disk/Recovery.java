package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Puts a tree in order in which a run was killed. Each command that reads a tree begins with it. */
public final class Recovery {

    private final Root root;
    private final Writes writes;

    public Recovery(Workspace workspace) {
        this(workspace, Writes.plain());
    }

    Recovery(Workspace workspace, Writes writes) {
        this.root = workspace.place();
        this.writes = writes;
    }

    /**
     * Takes an unfinished run back.
     *
     * @return what was done, to be told to the user; nothing when no run was interrupted while it changed the
     *     tree
     * @throws ScaffoldException when another run is at work, or the disk refuses
     */
    public Optional<Repair> repair() {
        try {
            if (Root.standing(root.temp()).isEmpty()) {
                return Optional.empty();
            }
            try (RunLock lock = RunLock.take(root, writes)) {
                return shelf(root).isPresent() ? Optional.of(repair(shelf(root).get(), lock)) : Optional.empty();
            }
        } catch (IOException e) {
            throw Failures.told(e, "the interrupted run is not yet taken back");
        }
    }

    private Repair repair(Shelf shelf, RunLock lock) throws IOException {
        Journal journal = Journal.read(shelf)
                .orElseThrow(() -> ScaffoldException.environment(
                        "An interrupted run of another version left " + shelf.folder(),
                        "Run that version once more; the old files are in the folder 'old' there"));
        return takeBack(journal, shelf, root, writes);
    }

    /** Where a run that has not succeeded keeps what it takes to take it back; nothing when there is none. */
    static Optional<Shelf> shelf(Root root) throws IOException {
        for (Shelf shelf : List.of(root.running(), root.earlier())) {
            if (shelf.isThere()) {
                return Optional.of(shelf);
            }
        }
        return Optional.empty();
    }

    /** Takes a run back that holds the lock, its memory of the run before it included; then it is over. */
    static Repair takeBack(Journal journal, Shelf shelf, Root root, Writes writes) throws IOException {
        Repair repair = Rollback.of(journal, shelf, root, writes);
        Memory.restore(root, writes);
        if (shelf.isThere()) {
            writes.delete(shelf.journal());
        }
        return repair;
    }
}
