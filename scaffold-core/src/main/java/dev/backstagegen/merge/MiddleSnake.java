package dev.backstagegen.merge;

import java.util.function.IntConsumer;

/**
 * Myers' search in linear space: goes from both ends of two lists until the ways meet, then does each half. Gives up
 * on the shortest way where it would take too long.
 */
final class MiddleSnake {

    private static final int LEAST_COST = 256;

    private final int[] before;
    private final int[] after;
    private final IntConsumer removed;
    private final IntConsumer added;
    private final int dearest;
    private final int[] forward;
    private final int[] backward;
    private final int zero;

    private record Meeting(int i, int j, boolean shortestBefore, boolean shortestAfter) {}

    private MiddleSnake(int[] before, int[] after, IntConsumer removed, IntConsumer added) {
        this.before = before;
        this.after = after;
        this.removed = removed;
        this.added = added;
        int diagonals = before.length + after.length + 3;
        this.dearest = Math.max(LineDiff.root(diagonals), LEAST_COST);
        this.forward = new int[diagonals + 2];
        this.backward = new int[diagonals + 2];
        this.zero = after.length + 2;
    }

    /** Names the indexes that have no partner. */
    static void mark(int[] before, int[] after, IntConsumer removed, IntConsumer added) {
        new MiddleSnake(before, after, removed, added).box(0, before.length, 0, after.length, false);
    }

    private void box(int fromI, int toI, int fromJ, int toJ, boolean shortest) {
        int i = fromI;
        int j = fromJ;
        int endI = toI;
        int endJ = toJ;
        while (i < endI && j < endJ && before[i] == after[j]) {
            i++;
            j++;
        }
        while (i < endI && j < endJ && before[endI - 1] == after[endJ - 1]) {
            endI--;
            endJ--;
        }
        if (i == endI) {
            for (; j < endJ; j++) {
                added.accept(j);
            }
        } else if (j == endJ) {
            for (; i < endI; i++) {
                removed.accept(i);
            }
        } else {
            Meeting meeting = meeting(i, endI, j, endJ, shortest);
            box(i, meeting.i, j, meeting.j, meeting.shortestBefore);
            box(meeting.i, endI, meeting.j, endJ, meeting.shortestAfter);
        }
    }

    private Meeting meeting(int fromI, int toI, int fromJ, int toJ, boolean shortest) {
        int least = fromI - toJ;
        int most = toI - fromJ;
        Front down = new Front(fromI - fromJ, least, most);
        Front up = new Front(toI - toJ, least, most);
        boolean odd = ((down.low - up.low) & 1) != 0;
        forward[zero + down.low] = fromI;
        backward[zero + up.low] = toI;
        for (int cost = 1; ; cost++) {
            down.widen(forward, -1);
            for (int d = down.high; d >= down.low; d -= 2) {
                int i = Math.max(forward[zero + d - 1] + 1, forward[zero + d + 1]);
                while (i < toI && i - d < toJ && before[i] == after[i - d]) {
                    i++;
                }
                forward[zero + d] = i;
                if (odd && up.has(d) && backward[zero + d] <= i) {
                    return new Meeting(i, i - d, true, true);
                }
            }
            up.widen(backward, Integer.MAX_VALUE);
            for (int d = up.high; d >= up.low; d -= 2) {
                int i = Math.min(backward[zero + d - 1], backward[zero + d + 1] - 1);
                while (i > fromI && i - d > fromJ && before[i - 1] == after[i - d - 1]) {
                    i--;
                }
                backward[zero + d] = i;
                if (!odd && down.has(d) && i <= forward[zero + d]) {
                    return new Meeting(i, i - d, true, true);
                }
            }
            if (!shortest && cost >= dearest) {
                return furthest(down, up, new int[] {fromI, toI, fromJ, toJ});
            }
        }
    }

    /** Where the way that came furthest is. */
    private Meeting furthest(Front down, Front up, int[] box) {
        int[] best = {-1, -1};
        for (int d = down.high; d >= down.low; d -= 2) {
            int i = Math.min(Math.min(forward[zero + d], box[1]), box[3] + d);
            if (best[0] < i + i - d) {
                best = new int[] {i + i - d, i};
            }
        }
        int[] worst = {Integer.MAX_VALUE, -1};
        for (int d = up.high; d >= up.low; d -= 2) {
            int i = Math.max(Math.max(backward[zero + d], box[0]), box[2] + d);
            if (i + i - d < worst[0]) {
                worst = new int[] {i + i - d, i};
            }
        }
        return box[1] + box[3] - worst[0] < best[0] - box[0] - box[2]
                ? new Meeting(best[1], best[0] - best[1], true, false)
                : new Meeting(worst[1], worst[0] - worst[1], false, true);
    }

    /** The diagonals that are looked at from one end. */
    private final class Front {
        private final int least;
        private final int most;
        private int low;
        private int high;

        Front(int middle, int least, int most) {
            this.low = middle;
            this.high = middle;
            this.least = least;
            this.most = most;
        }

        void widen(int[] reached, int beyond) {
            if (low > least) {
                low--;
                reached[zero + low - 1] = beyond;
            } else {
                low++;
            }
            if (high < most) {
                high++;
                reached[zero + high + 1] = beyond;
            } else {
                high--;
            }
        }

        boolean has(int diagonal) {
            return low <= diagonal && diagonal <= high;
        }
    }
}
