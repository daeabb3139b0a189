package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.plan.ChangePlan;
import java.io.IOException;
import java.util.List;

/**
 * Makes a plan true; nothing else writes. All of it happens or nothing.
 *
 * <p>First everything is looked at: each file is still what the plan saw, nothing is in the way, no link on
 * the way. Then all new texts are laid out in a hidden folder below the root, with a copy of each old file and
 * a journal. Only then the tree is touched: a new folder by one move, a file by one exchange. Deleting the
 * journal is the moment of success. A failure before it puts everything back; a killed run is put back by
 * {@link Recovery}.
 *
 * <p>A file keeps its permissions, and its line endings when all of them were CR LF.
 */
public final class Applier {

    private final Root root;
    private final Writes writes;

    public Applier(Workspace workspace) {
        this(workspace, Writes.plain());
    }

    Applier(Workspace workspace, Writes writes) {
        this.root = workspace.place();
        this.writes = writes;
    }

    /**
     * Says whether a plan could be applied now, without writing anything.
     *
     * @throws ScaffoldException when not, with the reason
     */
    public void check(ChangePlan plan) {
        try {
            Inspection.of(root, plan.writes());
        } catch (IOException e) {
            throw Failures.told(e, "nothing was changed");
        }
    }

    /**
     * Applies what a plan writes; conflicts and what is kept are passed over.
     *
     * @throws ScaffoldException when that is not possible; the tree is as before then
     */
    public void apply(ChangePlan plan) {
        if (plan.isEmpty()) {
            return;
        }
        try (RunLock lock = RunLock.take(root, writes)) {
            if (Journal.isThere(root)) {
                throw ScaffoldException.environment(
                        "An earlier run was interrupted here; nothing was changed",
                        "Run the command again: it begins by putting the tree in order");
            }
            apply(Inspection.of(root, plan.writes()), lock);
        } catch (IOException e) {
            throw Failures.told(e, "nothing was changed");
        }
    }

    private void apply(List<Task> tasks, RunLock lock) throws IOException {
        Journal journal = Journal.of(tasks);
        try {
            Staging staging = new Staging(root, writes, tasks);
            staging.lay();
            journal.write(root, writes);
            staging.move();
            succeed();
        } catch (IOException e) {
            throw Failures.told(e, takeBack(journal, e));
        } catch (RuntimeException e) {
            takeBack(journal, e);
            throw e;
        }
    }

    private void succeed() throws IOException {
        try {
            writes.delete(Journal.file(root));
        } catch (IOException e) {
            // The disk may have deleted it and failed afterwards; then the run has succeeded.
            if (Journal.isThere(root)) {
                throw e;
            }
        }
    }

    /** @return what became of the tree */
    private String takeBack(Journal journal, Exception cause) {
        try {
            Repair repair = Rollback.of(journal, root, writes);
            if (Journal.isThere(root)) {
                writes.delete(Journal.file(root));
            }
            return repair.leftAlone().isEmpty()
                    ? "the tree is as it was"
                    : "the tree is as it was but for files that somebody else has just changed: " + repair.leftAlone();
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw ScaffoldException.environment(
                    "Could not write, and could not put everything back: " + Failures.reason(e),
                    "Nothing is lost: the next command repairs the tree from " + root.temp(),
                    cause instanceof IOException io ? io : e);
        }
    }
}
