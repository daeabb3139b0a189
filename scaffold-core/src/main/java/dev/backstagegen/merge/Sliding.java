package dev.backstagegen.merge;

/**
 * Moves changes where they may stand in several places, as in {@code a b a b}, to the last one, or to the last at
 * which the other side has a change as well, so that an addition and a removal become one change.
 */
final class Sliding {

    private final int[] values;
    private final boolean[] changed;
    private int start;
    private int end;

    private Sliding(int[] values, boolean[] changed) {
        this.values = values;
        this.changed = changed;
        while (isChanged(end)) {
            end++;
        }
    }

    /** Changes the marks of one side. */
    static void down(int[] values, boolean[] changed, boolean[] otherChanged) {
        Sliding group = new Sliding(values, changed);
        Sliding other = new Sliding(new int[otherChanged.length], otherChanged);
        do {
            if (!group.isEmpty()) {
                group.settle(other);
            }
            other.next();
        } while (group.next());
    }

    private void settle(Sliding other) {
        int size;
        int earliest;
        int facing;
        do {
            size = end - start;
            while (slideUp()) {
                other.previous();
            }
            earliest = end;
            facing = other.isEmpty() ? -1 : end;
            while (slideDown()) {
                other.next();
                facing = other.isEmpty() ? facing : end;
            }
        } while (size != end - start);
        if (end != earliest && facing != -1) {
            while (other.isEmpty()) {
                slideUp();
                other.previous();
            }
        }
    }

    private boolean isEmpty() {
        return start == end;
    }

    private boolean isChanged(int index) {
        return index >= 0 && index < changed.length && changed[index];
    }

    private boolean next() {
        if (end == changed.length) {
            return false;
        }
        start = end + 1;
        end = start;
        while (isChanged(end)) {
            end++;
        }
        return true;
    }

    private void previous() {
        end = start - 1;
        start = end;
        while (isChanged(start - 1)) {
            start--;
        }
    }

    private boolean slideUp() {
        if (start == 0 || values[start - 1] != values[end - 1]) {
            return false;
        }
        changed[--start] = true;
        changed[--end] = false;
        while (isChanged(start - 1)) {
            start--;
        }
        return true;
    }

    private boolean slideDown() {
        if (end >= values.length || values[start] != values[end]) {
            return false;
        }
        changed[start++] = false;
        changed[end++] = true;
        while (isChanged(end)) {
            end++;
        }
        return true;
    }
}
