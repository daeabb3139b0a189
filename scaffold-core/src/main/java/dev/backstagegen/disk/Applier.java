package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a plan true, or takes the last run back; nothing else writes. All of it happens or nothing.
 *
 * <p>First everything is looked at: each file is still what the plan saw, nothing is in the way, no link on
 * the way. Then all new texts are laid out in a hidden folder below the root, with a journal. Only then the tree is
 * touched: a new folder comes by one move, an old file is moved away before a new one takes its place. That the
 * journal and the old files move to the {@link Memory} is the moment of success. A failure before it puts everything
 * back; a killed run is put back by {@link Recovery}.
 *
 * <p>A file keeps its permissions, and its line endings when all of them were CR LF.
 */
public final class Applier {

    private final Root root;
    private final Writes writes;

    /** The last operation of a run. */
    @FunctionalInterface
    private interface Success {
        void come() throws IOException;
    }

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
     * @param command what the user asked for, in one line; it is remembered with the run
     * @throws ScaffoldException when that is not possible; the tree is as before then
     */
    public void apply(ChangePlan plan, String command) {
        if (plan.isEmpty()) {
            return;
        }
        try (RunLock lock = RunLock.take(root, writes)) {
            refuseUnfinished();
            List<Task> tasks = Inspection.of(root, plan.writes());
            Staging staging = new Staging(root, writes, tasks, folder -> true, root.running());
            make(Journal.of(command, tasks), staging, this::remember, lock);
        } catch (IOException e) {
            throw Failures.told(e, "nothing was changed");
        }
    }

    /**
     * Takes the last run back: every file is as before it, the folders that it made are gone unless somebody put
     * something into them, and nothing is remembered any more.
     *
     * @throws ScaffoldException when that is not possible, or something was edited since; the tree is as before then
     */
    public void takeBack(LastRun run) {
        try (RunLock lock = RunLock.take(root, writes)) {
            refuseUnfinished();
            Journal last = Memory.journal(root, run);
            List<Task> tasks = Memory.undoing(root, last);
            Set<RelPath> made = new HashSet<>(last.folders());
            Staging staging = new Staging(root, writes, tasks, made::contains, root.last());
            make(Journal.of("undo", tasks), staging, this::forget, lock);
        } catch (IOException e) {
            throw Failures.told(e, "nothing was changed");
        }
    }

    private void refuseUnfinished() throws IOException {
        if (Recovery.shelf(root).isPresent()) {
            throw ScaffoldException.environment(
                    "An earlier run was interrupted here; nothing was changed",
                    "Run the command again: it begins by putting the tree in order");
        }
    }

    private void make(Journal journal, Staging staging, Success success, RunLock lock) throws IOException {
        try {
            Memory.prepare(root, writes);
            staging.lay();
            journal.write(root.running(), writes);
            staging.move();
            succeed(success);
        } catch (IOException e) {
            throw Failures.told(e, "the tree is as it was" + takeBack(journal, e));
        } catch (ScaffoldException e) {
            String exceptions = takeBack(journal, e);
            throw exceptions.isEmpty() ? e : ScaffoldException.environment(e.getMessage() + exceptions, e.hint(), e);
        } catch (RuntimeException e) {
            takeBack(journal, e);
            throw e;
        }
    }

    private void succeed(Success success) throws IOException {
        try {
            Memory.setAside(root, writes);
            success.come();
        } catch (IOException e) {
            // The disk may have done it and failed afterwards; then the run has succeeded.
            if (root.running().isThere()) {
                throw e;
            }
        }
    }

    private void remember() throws IOException {
        writes.move(root.running().folder(), root.last().folder());
        writes.settle(root.kept());
    }

    private void forget() throws IOException {
        writes.delete(root.running().journal());
    }

    /** @return what is not as it was, to follow a sentence */
    private String takeBack(Journal journal, Exception cause) {
        try {
            return Recovery.takeBack(journal, root.running(), root, writes).exceptions();
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw ScaffoldException.environment(
                    "Could not write, and could not put everything back: " + Failures.reason(e),
                    "Nothing is lost: the next command repairs the tree from " + root.temp(),
                    cause instanceof IOException io ? io : e);
        }
    }
}
