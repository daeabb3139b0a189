package dev.backstagegen.cli.report;

import dev.backstagegen.cli.Plain;

/**
 * One line of a file as a terminal can show it, and the marks below a part of it. Tabs become spaces, what would move
 * the cursor is replaced, and of a long line only what is around the beginning of the part remains.
 *
 * @param shown the line
 * @param marks what to print below it
 */
record Strip(String shown, String marks) {

    private static final int TAB = 4;
    private static final int WIDTH = 100;
    private static final int BEFORE = 24;
    private static final String CUT = "…";

    /** What is done with a character that begins in a cell. */
    private interface Step {
        void take(int character, int cell);
    }

    /**
     * @param start where the part begins, as an index of the line
     * @param end where it ends; it is given one mark where it has no extent
     */
    static Strip of(String line, int start, int end) {
        int total = cells(line, line.length());
        int first = cells(line, start);
        int from = Math.max(0, Math.min(first - BEFORE, total - WIDTH));
        int to = from + WIDTH;
        int marked = Math.max(1, Math.min(cells(line, end), to) - first);
        String left = from > 0 ? CUT : "";
        String right = to < total ? CUT : "";
        return new Strip(
                (left + window(line, from, to) + right).stripTrailing(),
                " ".repeat(left.length() + first - from) + "^".repeat(marked));
    }

    private static String window(String line, int from, int to) {
        StringBuilder shown = new StringBuilder();
        walk(line, line.length(), (character, cell) -> {
            int next = cell + width(character, cell);
            if (from <= cell && next <= to && character != '\t') {
                shown.append(Plain.line(Character.toString(character)));
            } else {
                // A tab, or the half that a cut leaves of what is two cells wide.
                shown.append(" ".repeat(Math.max(0, Math.min(next, to) - Math.max(cell, from))));
            }
        });
        return shown.toString();
    }

    /** How many cells the characters before an index take. */
    private static int cells(String line, int end) {
        return walk(line, end, (character, cell) -> {});
    }

    private static int walk(String line, int end, Step step) {
        int cell = 0;
        for (int i = 0; i < end; ) {
            int character = line.codePointAt(i);
            step.take(character, cell);
            cell += width(character, cell);
            i += Character.charCount(character);
        }
        return cell;
    }

    private static int width(int character, int cell) {
        return character == '\t' ? TAB - cell % TAB : Cells.of(character);
    }
}
