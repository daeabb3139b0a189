package dev.backstagegen.moved;

import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was and is generated as it would be in the user's hands: in the places where the user has put it, in the words
 * that the user has for it. It is worked out anew each time; what is remembered is what was generated.
 *
 * @param moves where files lie now
 * @param base what was generated last
 * @param fresh what is generated now
 */
public record Yours(Moves moves, FileTree base, FileTree fresh) {

    /** @param disk what stands there, with all code in source folders if some of what was generated does not */
    public static Yours of(FileTree base, FileTree fresh, FileTree disk) {
        return of(base, fresh, disk, Set.of());
    }

    /** @param byHand the code that somebody had written before anything was generated */
    public static Yours of(FileTree base, FileTree fresh, FileTree disk, Set<RelPath> byHand) {
        Moves moves = Moves.between(base, fresh, disk, byHand);
        return byHand.isEmpty() || fresh.equals(base)
                ? said(moves, base, fresh, disk, Set.of())
                : HandWritten.overlap(said(moves, base, fresh, disk, byHand), disk, byHand);
    }

    private static Yours said(Moves moves, FileTree base, FileTree fresh, FileTree disk, Set<RelPath> byHand) {
        Parsed parsed = new Parsed();
        FileTree known = base;
        for (RelPath path : base.paths()) {
            // Names that somebody chose without knowing ours are no new names of these.
            known = byHand.contains(moves.place(path)) ? known.without(path) : known;
        }
        NewNames names = NewNames.between(known, fresh, disk, moves, parsed);
        if (moves.isEmpty() && names.isEmpty()) {
            return new Yours(moves, base, fresh);
        }
        Set<RelPath> generated = new TreeSet<>(base.paths());
        generated.addAll(fresh.paths());
        Rewording rewording = new Rewording(moves, names, parsed, generated);
        FileTree old = moves.moved(rewording.of(base));
        return new Yours(moves, old, fresh.equals(base) ? old : moves.moved(rewording.of(fresh)));
    }

    /** The plan, except that a file which was renamed is one that was edited, and is not deleted. */
    public ChangePlan left(ChangePlan plan) {
        return new ChangePlan(plan.changes().stream()
                .map(change -> isRenamed(change) ? kept(change) : change)
                .toList());
    }

    /** The undecided changes of a plan, by where their files are generated. */
    public ChangePlan asGenerated(ChangePlan plan) {
        return new ChangePlan(plan.conflicts().stream()
                .map(conflict -> Change.conflict(
                        moves.origin(conflict.path()).orElse(conflict.path()),
                        conflict.before().orElseThrow(),
                        conflict.after().orElseThrow()))
                .toList());
    }

    private boolean isRenamed(Change change) {
        return change.kind() == Change.Kind.DELETE
                && moves.origin(change.path()).filter(moves.renamed()::contains).isPresent();
    }

    private static Change kept(Change change) {
        String text = change.before().orElseThrow();
        return Change.merge(change.path(), text, text);
    }
}
