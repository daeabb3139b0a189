package dev.backstagegen.check;

import dev.backstagegen.host.Host;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.FileTree;

/**
 * What all plugins of a repository have around them; worked out once for all of them.
 *
 * @param host the repository
 * @param below its files, where a plugin sees them
 */
public record Repository(Host host, FileTree below) {

    /** @param files those of {@link Host#WANTED}, as seen from the root of the repository */
    public static Repository of(FileTree files) {
        return new Repository(Host.of(files), files.below(Plugin.REPOSITORY));
    }

    /** The same with other texts in the files that {@code files} has below {@link Plugin#REPOSITORY}. */
    public Repository with(FileTree files) {
        FileTree edited = FileTree.EMPTY;
        for (var file : below.asMap().entrySet()) {
            String text = files.text(file.getKey()).orElse(file.getValue());
            // The same text is the same object, so that comparing is cheap.
            edited = text.equals(file.getValue()) ? edited : edited.with(file.getKey(), text);
        }
        return edited.isEmpty() ? this : of(below.and(edited).under(Plugin.REPOSITORY));
    }
}
