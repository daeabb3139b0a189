package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.Upkeep;
import dev.backstagegen.feature.Features;
import dev.backstagegen.tree.RelPath;
import java.util.List;

/**
 * The plugins that a command line names.
 *
 * @param upkeep the repository they lie in
 * @param folders theirs
 * @param isOne whether a single one was meant, so that its failure is the command's
 */
record Selected(Upkeep upkeep, List<RelPath> folders, boolean isOne) {

    /** @throws ScaffoldException when there is none, or it is not clear which one is meant */
    static Selected of(Arguments arguments, Features features, World world) {
        boolean all = arguments.has(UpkeepFlags.ALL);
        if (all && !arguments.words().isEmpty()) {
            throw ScaffoldException.usage(
                    UpkeepFlags.ALL + " and " + Plain.line(arguments.words().get(0)) + " contradict each other.",
                    "Leave one of them out");
        }
        Upkeep upkeep = Upkeep.open(UpkeepFlags.order(arguments, arguments.words(), features, world));
        List<RelPath> folders = all ? upkeep.all() : upkeep.named();
        return new Selected(upkeep, folders, !all && folders.size() == 1);
    }
}
