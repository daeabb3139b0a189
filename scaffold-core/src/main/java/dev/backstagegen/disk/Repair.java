package dev.backstagegen.disk;

import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.stream.Collectors;

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

    /** What the user has to know of it, when it was the run before that was killed. */
    public String note() {
        StringBuilder note = new StringBuilder("An earlier run was interrupted; ").append(count(putBack.size()));
        note.append(" as before it.");
        if (!leftAlone.isEmpty()) {
            note.append(" Left as found, since changed by somebody else: ")
                    .append(list(leftAlone))
                    .append('.');
        }
        if (!saved.isEmpty()) {
            note.append(" What stood there before that run: ")
                    .append(list(saved))
                    .append('.');
        }
        return note.toString();
    }

    /** What follows "everything is as it was" when it is the run itself that was taken back; empty when it is. */
    String exceptions() {
        return leftAlone.isEmpty()
                ? ""
                : " but for what somebody else has just changed: " + list(leftAlone)
                        + (saved.isEmpty() ? "" : " (what stood there before: " + list(saved) + ")");
    }

    private static String count(int files) {
        return files == 1 ? "1 file stands again" : files + " files stand again";
    }

    private static String list(List<RelPath> paths) {
        return paths.stream().map(RelPath::value).sorted().collect(Collectors.joining(", "));
    }
}
