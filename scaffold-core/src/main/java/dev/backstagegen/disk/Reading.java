package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Set;

/**
 * What was read from a folder.
 *
 * @param tree the texts
 * @param crlf the files whose lines all end with CR LF on the disk; their texts have line feeds
 * @param refusals the files that were asked for and could not be read as text
 */
public record Reading(FileTree tree, Set<RelPath> crlf, List<Refusal> refusals) {

    public Reading {
        crlf = Set.copyOf(crlf);
        refusals = List.copyOf(refusals);
    }

    /**
     * A file that was not read.
     *
     * @param path where it is, as the system names it
     * @param reason why, to follow the path in a sentence: "is not UTF-8 text"
     */
    public record Refusal(String path, String reason) {}

    /**
     * This very reading, when nothing was refused.
     *
     * @throws ScaffoldException naming the first file that was
     */
    public Reading whole() {
        if (refusals.isEmpty()) {
            return this;
        }
        Refusal first = refusals.get(0);
        throw ScaffoldException.environment(
                first.path + " " + first.reason, "Repair or move that file, then run the command again");
    }
}
