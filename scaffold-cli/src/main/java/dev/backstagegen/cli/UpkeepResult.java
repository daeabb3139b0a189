package dev.backstagegen.cli;

import dev.backstagegen.UpkeepDraft;
import dev.backstagegen.merge.Merged;
import dev.backstagegen.plan.Change;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one plugin.
 *
 * @param draft what was worked out, with every conflict in it
 * @param decided the same with the conflicts that were decided
 * @param onConflict how they were decided
 * @param dryRun whether it was only to be shown
 * @param written whether the disk was touched
 */
record UpkeepResult(UpkeepDraft draft, UpkeepDraft decided, OnConflict onConflict, boolean dryRun, boolean written) {

    /** Where a conflict is: the file and the line of the user's text, counted from one. */
    record Place(Change change, int line, Merged.Conflict conflict) {}

    /** Whether nothing was written because somebody has to decide. */
    boolean isStopped() {
        return !decided.conflicts().isEmpty();
    }

    Exit exit() {
        boolean leavesWork =
                !draft.conflicts().isEmpty() && (onConflict == OnConflict.MARKERS || onConflict == OnConflict.NEW_FILE);
        if (isStopped() || leavesWork) {
            return Exit.CONFLICT;
        }
        return decided.unwired().isEmpty() ? Exit.CLEAN : Exit.LEFT_TO_DO;
    }

    /** Every conflict there was. */
    List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Change change : draft.conflicts()) {
            int line = 1;
            for (Merged.Piece piece : draft.merged(change).pieces()) {
                if (piece instanceof Merged.Conflict conflict) {
                    places.add(new Place(change, line, conflict));
                    line += lines(conflict.yours());
                } else if (piece instanceof Merged.Agreed agreed) {
                    line += lines(agreed.text());
                }
            }
        }
        return places;
    }

    /** What is no longer generated and stays, because it was edited; nothing when all is left as it is. */
    List<RelPath> left() {
        return isStopped() ? List.of() : decided.left();
    }

    /** What is written, as a patch; with what it was stopped for left out. */
    String patch() {
        return decided.patch();
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
