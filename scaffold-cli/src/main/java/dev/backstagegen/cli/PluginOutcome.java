package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.RelPath;

/** What came of one plugin among several. */
sealed interface PluginOutcome {

    RelPath folder();

    Exit exit();

    /** It was brought to where it should be, or stopped for a decision. */
    record Done(RelPath folder, UpkeepResult result) implements PluginOutcome {
        @Override
        public Exit exit() {
            return result.exit();
        }
    }

    /**
     * It could not be brought there; it is as it was.
     *
     * @param message why
     * @param hint what the user can do; may be empty
     */
    record Failed(RelPath folder, String message, String hint, Exit exit) implements PluginOutcome {

        static Failed of(RelPath folder, ScaffoldException reason) {
            boolean isUsage = reason.kind() == ScaffoldException.Kind.USAGE;
            return new Failed(folder, reason.getMessage(), reason.hint(), isUsage ? Exit.USAGE : Exit.FAILED);
        }
    }
}
