package dev.backstagegen.rule.code;

import dev.backstagegen.tree.RelPath;

/**
 * A range of a file, with what a reader wants to know of its start.
 *
 * @param start where it begins, as an index of UTF-16 code units
 * @param end where it ends, exclusive
 * @param line counted from one
 * @param column in UTF-16 code units, counted from one
 */
public record Spot(RelPath path, int start, int end, int line, int column) {

    static Spot of(RelPath path, String text, int start, int end) {
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        return new Spot(path, start, end, line, start - text.lastIndexOf('\n', start - 1));
    }
}
