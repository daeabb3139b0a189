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

    /** It could not be brought there; it is as it was. */
    record Failed(RelPath folder, ScaffoldException reason) implements PluginOutcome {
        @Override
        public Exit exit() {
            return reason.kind() == ScaffoldException.Kind.USAGE ? Exit.USAGE : Exit.FAILED;
        }
    }
}
