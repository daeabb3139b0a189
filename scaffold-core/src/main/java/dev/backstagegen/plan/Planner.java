package dev.backstagegen.plan;

import dev.backstagegen.merge.Merge;
import dev.backstagegen.merge.Merged;
import dev.backstagegen.merge.Merged.Conflict;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares what was generated last ({@code base}), what stands there ({@code disk}) and what is generated now
 * ({@code fresh}); a dash is a file that is not there.
 *
 * <pre>
 * base  disk  fresh   change
 * -     -     f       create
 * -     f     f       keep
 * -     d     f       conflict; with force overwrite
 * b     -     any     keep deleted; nothing to say when it is not wanted either
 * b     b     f       update; keep when f is b
 * b     d     b       keep edited
 * b     d     d       keep
 * b     d     f       merge; where both touch the same, conflict; with force overwrite
 * b     b     -       delete
 * b     d     -       keep edited
 * -     d     -       not ours: no change
 * </pre>
 */
public final class Planner {

    private Planner() {}

    /** @param force whether conflicts are decided for the fresh text; it changes no other row */
    public static ChangePlan plan(FileTree base, FileTree disk, FileTree fresh, boolean force) {
        TreeSet<RelPath> paths = new TreeSet<>(base.paths());
        paths.addAll(fresh.paths());
        List<Change> changes = new ArrayList<>();
        for (RelPath path : paths) {
            Optional<String> there = disk.text(path);
            fresh.text(path)
                    .map(wanted -> Optional.of(wanted(path, base.text(path), there, wanted, force)))
                    .orElseGet(() -> there.map(text -> unwanted(path, base.text(path), text)))
                    .ifPresent(changes::add);
        }
        return new ChangePlan(changes);
    }

    /**
     * What is remembered as generated once the plan is applied. A conflict leaves the old memory, so that the
     * next run sees it again.
     */
    public static FileTree nextBase(FileTree base, FileTree fresh, ChangePlan plan) {
        FileTree next = fresh;
        for (Change conflict : plan.conflicts()) {
            RelPath path = conflict.path();
            if (fresh.has(path)) {
                FileTree others = next.without(path);
                next = base.text(path).map(text -> others.with(path, text)).orElse(others);
            }
        }
        return next;
    }

    private static Change wanted(
            RelPath path, Optional<String> base, Optional<String> disk, String fresh, boolean force) {
        if (disk.isEmpty()) {
            return base.isEmpty() ? Change.create(path, fresh) : Change.keepDeleted(path);
        }
        String there = disk.get();
        if (there.equals(fresh) || disk.equals(base)) {
            return Change.edit(path, there, fresh);
        }
        if (base.isPresent() && base.get().equals(fresh)) {
            return Change.keepEdited(path, there);
        }
        if (force) {
            return Change.overwrite(path, there, fresh);
        }
        return base.map(text -> Merge.of(path, text, there, fresh))
                .filter(Merged::isClean)
                .map(merged -> Change.merge(path, there, merged.text(Conflict::yours)))
                .orElseGet(() -> Change.conflict(path, there, fresh));
    }

    private static Change unwanted(RelPath path, Optional<String> base, String there) {
        return base.filter(there::equals).isPresent() ? Change.delete(path, there) : Change.keepEdited(path, there);
    }
}
