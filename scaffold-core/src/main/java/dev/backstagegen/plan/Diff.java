package dev.backstagegen.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Changes as a patch that {@code git apply} takes. */
public final class Diff {

    private static final int AROUND = 3;

    private Diff() {}

    /** What a plan writes; conflicts are left out. */
    public static String of(ChangePlan plan) {
        return of(plan.writes(), Set.of());
    }

    /**
     * @param changes those to show; the ones that change no text are passed over
     * @param crlf the files whose lines end with CR LF on the disk, so that the patch fits them
     */
    public static String of(Collection<Change> changes, Set<RelPath> crlf) {
        StringBuilder patch = new StringBuilder();
        for (Change change : changes) {
            if (!change.before().equals(change.after())) {
                append(patch, change, crlf.contains(change.path()) ? "\r\n" : "\n");
            }
        }
        return patch.toString();
    }

    private static void append(StringBuilder patch, Change change, String ending) {
        String path = change.path().value();
        patch.append("diff --git a/" + path + " b/" + path + "\n");
        if (change.before().isEmpty()) {
            patch.append("new file mode 100644\n");
        } else if (change.after().isEmpty()) {
            patch.append("deleted file mode 100644\n");
        }
        List<String> before = lines(change.before().orElse(""), ending);
        List<String> after = lines(change.after().orElse(""), ending);
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        // A tab ends a name that holds a space, as git itself writes it.
        String end = path.indexOf(' ') < 0 ? "\n" : "\t\n";
        patch.append("--- " + (change.before().isEmpty() ? "/dev/null\n" : "a/" + path + end));
        patch.append("+++ " + (change.after().isEmpty() ? "/dev/null\n" : "b/" + path + end));
        hunks(regions(before, after)).forEach(hunk -> append(patch, before, after, hunk));
    }

    /** Lines that differ: a range of the old text, and the range of the new one that stands in its place. */
    private record Region(int from, int to, int newFrom, int newTo) {}

    private static List<Region> regions(List<String> before, List<String> after) {
        // The usual form of the algorithm needs the square of the lines in memory when two texts share little.
        MyersDiffWithLinearSpace<String> myers = new MyersDiffWithLinearSpace<>(String::equals);
        List<Region> regions = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, myers).getDeltas()) {
            int from = delta.getSource().getPosition();
            int newFrom = delta.getTarget().getPosition();
            Region region = new Region(
                    from,
                    from + delta.getSource().size(),
                    newFrom,
                    newFrom + delta.getTarget().size());
            int last = regions.size() - 1;
            if (last >= 0 && regions.get(last).to == from) {
                Region joined = regions.get(last);
                regions.set(last, new Region(joined.from, region.to, joined.newFrom, region.newTo));
            } else {
                regions.add(region);
            }
        }
        return regions;
    }

    private static List<List<Region>> hunks(List<Region> regions) {
        List<List<Region>> hunks = new ArrayList<>();
        int end = 0;
        for (Region region : regions) {
            if (hunks.isEmpty() || region.from - end > 2 * AROUND) {
                hunks.add(new ArrayList<>());
            }
            hunks.get(hunks.size() - 1).add(region);
            end = region.to;
        }
        return hunks;
    }

    private static void append(StringBuilder patch, List<String> before, List<String> after, List<Region> hunk) {
        Region first = hunk.get(0);
        Region last = hunk.get(hunk.size() - 1);
        int ahead = Math.min(AROUND, first.from);
        int behind = Math.min(AROUND, before.size() - last.to);
        patch.append("@@ -" + range(first.from - ahead, last.to + behind));
        patch.append(" +" + range(first.newFrom - ahead, last.newTo + behind) + " @@\n");
        int at = first.from - ahead;
        for (Region region : hunk) {
            append(patch, ' ', before.subList(at, region.from));
            append(patch, '-', before.subList(region.from, region.to));
            append(patch, '+', after.subList(region.newFrom, region.newTo));
            at = region.to;
        }
        append(patch, ' ', before.subList(at, last.to + behind));
    }

    private static void append(StringBuilder patch, char sign, List<String> lines) {
        for (String line : lines) {
            patch.append(sign).append(line);
            if (!line.endsWith("\n")) {
                patch.append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static String range(int from, int to) {
        return switch (to - from) {
            case 0 -> from + ",0";
            case 1 -> String.valueOf(from + 1);
            default -> (from + 1) + "," + (to - from);
        };
    }

    private static List<String> lines(String text, String ending) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            lines.add(end < 0 ? text.substring(at) : text.substring(at, end) + ending);
            at = end < 0 ? text.length() : end + 1;
        }
        return lines;
    }
}
