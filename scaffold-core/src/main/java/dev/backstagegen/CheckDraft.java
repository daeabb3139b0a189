package dev.backstagegen;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.tree.RelPath;
import java.util.Set;

/**
 * What a check found, before anything is written.
 *
 * @param report what there is to say; with the repairs made, where they were asked for
 * @param plan the repairs, and the file that remembers what was found
 * @param repaired how many findings the repairs make go away
 * @param crlf the files of the plan whose lines end with CR LF on the disk
 */
public record CheckDraft(CheckReport report, ChangePlan plan, int repaired, Set<RelPath> crlf) {

    public CheckDraft {
        crlf = Set.copyOf(crlf);
    }
}
