package dev.backstagegen.disk;

import dev.backstagegen.tree.RelPath;
import java.util.List;

/**
 * What was done to take a run back.
 *
 * @param putBack the files that stand again as they stood before the run; deleted ones among them
 * @param leftAlone the files that somebody has changed since, which were not touched
 * @param saved for files left alone, where the text that stood before the run now lies
 */
public record Repair(List<RelPath> putBack, List<RelPath> leftAlone, List<RelPath> saved) {

    public Repair {
        putBack = List.copyOf(putBack);
        leftAlone = List.copyOf(leftAlone);
        saved = List.copyOf(saved);
    }
}
