package dev.backstagegen.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what was changed between two lists. Of the many shortest answers it gives the one that git gives: Myers'
 * search from both ends, over what is left when lines without a counterpart are set aside, each change then slid
 * down as far as it goes.
 */
public final class LineDiff {

    private static final int SIDE_WINDOW = 100;
    private static final int MOST_TWINS = 1024;

    private final int[] before;
    private final int[] after;
    private final boolean[] removed;
    private final boolean[] added;

    /** What stands from {@code start} to {@code end} became what stands from {@code newStart} to {@code newEnd}. */
    public record Change(int start, int end, int newStart, int newEnd) {}

    private LineDiff(int[] before, int[] after) {
        this.before = before;
        this.after = after;
        this.removed = new boolean[before.length];
        this.added = new boolean[after.length];
    }

    /** The changes in order; no two of them touch. */
    public static <T> List<Change> between(List<T> before, List<T> after) {
        Map<T, Integer> numbers = new HashMap<>();
        LineDiff diff = new LineDiff(numbered(before, numbers), numbered(after, numbers));
        diff.align(numbers.size());
        Sliding.down(diff.before, diff.removed, diff.added);
        Sliding.down(diff.after, diff.added, diff.removed);
        return diff.changes();
    }

    private static <T> int[] numbered(List<T> values, Map<T, Integer> numbers) {
        int[] numbered = new int[values.size()];
        for (int i = 0; i < numbered.length; i++) {
            Integer known = numbers.putIfAbsent(values.get(i), numbers.size());
            numbered[i] = known == null ? numbers.size() - 1 : known;
        }
        return numbered;
    }

    private void align(int kinds) {
        int start = 0;
        int shorter = Math.min(before.length, after.length);
        while (start < shorter && before[start] == after[start]) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
            tail++;
        }
        int[] left = kept(before, start, before.length - tail, count(after, kinds), removed);
        int[] right = kept(after, start, after.length - tail, count(before, kinds), added);
        MiddleSnake.mark(
                numbers(before, left),
                numbers(after, right),
                i -> removed[left[i]] = true,
                i -> added[right[i]] = true);
    }

    private static int[] count(int[] values, int kinds) {
        int[] count = new int[kinds];
        for (int value : values) {
            count[value]++;
        }
        return count;
    }

    private static int[] numbers(int[] values, int[] indexes) {
        return Arrays.stream(indexes).map(i -> values[i]).toArray();
    }

    /** The indexes worth a search: not what has no twin, nor what has many and stands among those that have none. */
    private static int[] kept(int[] values, int start, int end, int[] twins, boolean[] changed) {
        int many = Math.min(root(values.length), MOST_TWINS);
        int[] kinds = new int[end - start];
        for (int i = 0; i < kinds.length; i++) {
            int count = twins[values[start + i]];
            kinds[i] = count == 0 ? 0 : count >= many ? 2 : 1;
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == 1 || kinds[i] == 2 && !isAmongLone(kinds, i)) {
                kept.add(start + i);
            } else {
                changed[start + i] = true;
            }
        }
        return kept.stream().mapToInt(i -> i).toArray();
    }

    private static boolean isAmongLone(int[] kinds, int at) {
        int lone = 0;
        int common = 0;
        for (int step : new int[] {-1, 1}) {
            int loneHere = 0;
            common++;
            int limit = SIDE_WINDOW;
            for (int i = at + step; i >= 0 && i < kinds.length && limit > 0 && kinds[i] != 1; i += step, limit--) {
                if (kinds[i] == 0) {
                    loneHere++;
                } else {
                    common++;
                }
            }
            if (loneHere == 0) {
                return false;
            }
            lone += loneHere;
        }
        return common * 4 < common + lone;
    }

    /** A power of two near the square root. */
    static int root(int number) {
        int root = 1;
        for (int rest = number; rest > 0; rest >>= 2) {
            root <<= 1;
        }
        return root;
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < removed.length || j < added.length) {
            int start = i;
            int newStart = j;
            while (i < removed.length && removed[i]) {
                i++;
            }
            while (j < added.length && added[j]) {
                j++;
            }
            if (i > start || j > newStart) {
                changes.add(new Change(start, i, newStart, j));
            } else {
                i++;
                j++;
            }
        }
        return changes;
    }
}
