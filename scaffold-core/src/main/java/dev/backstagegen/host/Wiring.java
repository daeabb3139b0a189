package dev.backstagegen.host;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.List;

/**
 * What makes a plugin known to its repository.
 *
 * @param edited the files that change or come new, whole
 * @param done what was done, in the order of the steps
 * @param left what is left to the user
 */
public record Wiring(FileTree edited, List<Done> done, List<Left> left) {

    public static final Wiring NONE = new Wiring(FileTree.EMPTY, List.of(), List.of());

    public Wiring {
        done = List.copyOf(done);
        left = List.copyOf(left);
    }

    /** A file and what was done to it. */
    public record Done(RelPath path, String what) {}

    /**
     * What the tool does not dare to do.
     *
     * @param path the file it belongs into
     * @param reason why, as a sentence
     * @param paste the very lines that the file needs, without a line feed at the end
     */
    public record Left(RelPath path, String reason, String paste) {}
}
