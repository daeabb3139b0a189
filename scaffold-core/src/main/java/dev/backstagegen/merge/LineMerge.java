package dev.backstagegen.merge;

import dev.backstagegen.merge.LineDiff.Change;
import dev.backstagegen.merge.Merged.Agreed;
import dev.backstagegen.merge.Merged.Conflict;
import dev.backstagegen.merge.Merged.Piece;
import java.util.ArrayList;
import java.util.List;

/** Merges line by line: where {@code git merge-file} sees no conflict there is none, and the text is the same. */
final class LineMerge {

    private final List<String> base;
    private final List<String> yours;
    private final List<String> fresh;
    private final List<Change> byYou;
    private final List<Change> byUs;
    private final boolean alwaysAsks;
    private final List<Piece> pieces = new ArrayList<>();

    private LineMerge(String base, String yours, String fresh, boolean alwaysAsks) {
        this.base = lines(base);
        this.yours = lines(yours);
        this.fresh = lines(fresh);
        this.byYou = LineDiff.between(this.base, this.yours);
        this.byUs = LineDiff.between(this.base, this.fresh);
        this.alwaysAsks = alwaysAsks;
    }

    static Merged of(String base, String yours, String fresh) {
        if (base.equals(fresh) || yours.equals(fresh)) {
            return Merged.agreed(yours);
        }
        return base.equals(yours) ? Merged.agreed(fresh) : new LineMerge(base, yours, fresh, false).merged();
    }

    /** What two results are that a person has to choose from: wherever they differ is a question. */
    static Merged choice(String base, String yours, String fresh) {
        return new LineMerge(base, yours, fresh, true).merged();
    }

    /** The lines of a text, each with its end. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) + 1;
            lines.add(text.substring(start, end == 0 ? text.length() : end));
            start = end == 0 ? text.length() : end;
        }
        return lines;
    }

    /** Changes of both sides that overlap or touch are one question; what stands between is as it was. */
    private Merged merged() {
        int at = 0;
        int mine = 0;
        int other = 0;
        while (mine < byYou.size() || other < byUs.size()) {
            int start = Math.min(start(byYou, mine), start(byUs, other));
            int end = start;
            int firstMine = mine;
            int firstOther = other;
            boolean grows = true;
            while (grows) {
                grows = false;
                // Changes of one side never touch each other: only one of the other side can draw them in.
                for (; start(byYou, mine) <= end; mine++) {
                    end = Math.max(end, byYou.get(mine).end());
                    grows = true;
                }
                for (; start(byUs, other) <= end; other++) {
                    end = Math.max(end, byUs.get(other).end());
                    grows = true;
                }
            }
            agree(base.subList(at, start));
            decide(
                    base.subList(start, end),
                    side(yours, byYou, firstMine, mine, start, end),
                    side(fresh, byUs, firstOther, other, start, end));
            at = end;
        }
        agree(base.subList(at, base.size()));
        return new Merged(pieces);
    }

    private static int start(List<Change> changes, int index) {
        return index < changes.size() ? changes.get(index).start() : Integer.MAX_VALUE;
    }

    /** What one side has in place of a part of the base; changes before it tell how far the two are apart. */
    private static List<String> side(
            List<String> lines, List<Change> changes, int first, int next, int start, int end) {
        return lines.subList(start + shift(changes, first), end + shift(changes, next));
    }

    private static int shift(List<Change> changes, int next) {
        return next == 0
                ? 0
                : changes.get(next - 1).newEnd() - changes.get(next - 1).end();
    }

    private void decide(List<String> was, List<String> mine, List<String> other) {
        if (mine.equals(other) || !alwaysAsks && other.equals(was)) {
            agree(mine);
        } else if (!alwaysAsks && mine.equals(was)) {
            agree(other);
        } else {
            int head = 0;
            int shorter = Math.min(mine.size(), other.size());
            while (head < shorter && mine.get(head).equals(other.get(head))) {
                head++;
            }
            int tail = 0;
            while (tail < shorter - head
                    && mine.get(mine.size() - 1 - tail).equals(other.get(other.size() - 1 - tail))) {
                tail++;
            }
            agree(mine.subList(0, head));
            pieces.add(new Conflict(
                    String.join("", was),
                    String.join("", mine.subList(head, mine.size() - tail)),
                    String.join("", other.subList(head, other.size() - tail))));
            agree(mine.subList(mine.size() - tail, mine.size()));
        }
    }

    private void agree(List<String> lines) {
        if (!lines.isEmpty()) {
            pieces.add(new Agreed(String.join("", lines)));
        }
    }
}
