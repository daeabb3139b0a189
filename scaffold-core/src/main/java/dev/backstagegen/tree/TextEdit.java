package dev.backstagegen.tree;

import java.util.Comparator;
import java.util.List;

/**
 * Replaces one range of a text.
 *
 * @param start where it begins, as an index of UTF-16 code units
 * @param end where it ends, exclusive; equal to the start for an insertion
 * @param replacement what stands there afterwards
 */
public record TextEdit(int start, int end, String replacement) {

    /** @throws IllegalArgumentException when the range is turned around */
    public TextEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a range: " + start + " to " + end);
        }
    }

    public static TextEdit insert(int at, String text) {
        return new TextEdit(at, at, text);
    }

    /**
     * Applies edits that do not overlap; insertions at one place keep the order of the list.
     *
     * @throws IllegalArgumentException when two edits overlap
     */
    public static String apply(String text, List<TextEdit> edits) {
        List<TextEdit> sorted = edits.stream()
                .sorted(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end))
                .toList();
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (TextEdit edit : sorted) {
            if (edit.start < at) {
                throw new IllegalArgumentException("Two edits overlap at " + edit.start);
            }
            result.append(text, at, edit.start).append(edit.replacement);
            at = edit.end;
        }
        return result.append(text, at, text.length()).toString();
    }
}
