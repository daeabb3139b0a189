package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import java.io.IOException;
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
                return Journal.isThere(root) ? Optional.of(repair(lock)) : Optional.empty();
            }
        } catch (IOException e) {
            throw Failures.told(e, "the interrupted run is not yet taken back");
        }
    }

    private Repair repair(RunLock lock) throws IOException {
        Repair repair = Rollback.of(Journal.read(root), root, writes);
        writes.delete(Journal.file(root));
        return repair;
    }
}
