package dev.backstagegen.disk;

import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Set;

/**
 * What the last run did, and what has become of it; it can be taken back when nothing was edited since.
 *
 * @param command what it was asked for, in one line
 * @param back what taking it back changes; files that were edited since are left out
 * @param crlf the files of it whose lines end with CR LF on the disk
 * @param edited the files that are not any more as the run left them
 * @param journal what it wrote down of itself, by which it is known again
 */
public record LastRun(String command, ChangePlan back, Set<RelPath> crlf, List<Edited> edited, String journal) {

    public LastRun {
        crlf = Set.copyOf(crlf);
        edited = List.copyOf(edited);
    }

    /** The files that the last run made; none when nothing is known of it. */
    public static Set<RelPath> made(Workspace workspace) {
        return new Memory(workspace).made();
    }

    /**
     * A file that is not as the run left it.
     *
     * @param how what happened to it, to follow the path in a sentence: "was changed"
     */
    public record Edited(RelPath path, String how) {}
}
