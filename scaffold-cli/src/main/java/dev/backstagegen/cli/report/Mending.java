package dev.backstagegen.cli.report;

import dev.backstagegen.rule.Repair;
import java.util.Locale;

/** What the tool itself can do about a finding. */
enum Mending {
    /** {@code --fix} repairs it. */
    SAFE,
    /** There are edits that somebody has to look at. */
    SUGGESTION,
    /** Somebody has to think. */
    NONE;

    static Mending of(Repair repair) {
        if (!repair.isThere()) {
            return NONE;
        }
        return repair.safe() ? SAFE : SUGGESTION;
    }

    /** The word for it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A sentence for people; nothing where there is nothing to say. */
    String sentence() {
        return switch (this) {
            case SAFE -> "`--fix` repairs it.";
            case SUGGESTION -> "There is a suggested repair, to be looked at before it is taken.";
            case NONE -> "";
        };
    }
}
