package dev.backstagegen.merge;

import java.util.List;

/**
 * How a part of a document is written, for the place it may be put at in another one.
 *
 * @param above the comments right above it, a line each, without their indentation
 * @param isApart whether a blank line stands before it
 * @param key its key as it is written; empty for an item
 * @param value what follows the colon or the dash, the lines after the first without the part's own indentation
 * @param comments every comment above, in and behind it
 * @param inside those that are part of the value
 */
record Written(
        List<String> above, boolean isApart, String key, String value, List<String> comments, List<String> inside) {

    static final Written ROOT = new Written(List.of(), false, "", "", List.of(), List.of());

    Written {
        above = List.copyOf(above);
        comments = List.copyOf(comments);
        inside = List.copyOf(inside);
    }
}
