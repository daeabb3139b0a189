package dev.backstagegen.check;

import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;

/**
 * A plugin as it was read.
 *
 * @param folder where it lies, as seen from the root of the repository; {@link Plugin#REPOSITORY} where it is the
 *     repository
 * @param own its files, as seen from its folder
 * @param beside the packages that belong to it, as seen from the root of the repository
 */
public record PluginFiles(RelPath folder, FileTree own, FileTree beside) {

    /** Everything that rules look at. */
    FileTree with(Repository repository) {
        return own.and(repository.below()).and(beside.below(Plugin.REPOSITORY));
    }
}
