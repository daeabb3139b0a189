package dev.backstagegen.merge;

import dev.backstagegen.tree.Lines;
import dev.backstagegen.tree.Yaml.Entry;
import dev.backstagegen.tree.Yaml.Mapping;
import dev.backstagegen.tree.Yaml.Node;
import dev.backstagegen.tree.Yaml.Sequence;

/**
 * An entry or an item in a text of YAML.
 *
 * @param start where its key, its dash, or in brackets the item itself stands
 * @param after behind the colon or the dash
 * @param end behind its last sign that is no white space
 */
record Part(String text, int start, int after, int end) {

    static Part of(String text, Node parent, int index) {
        if (parent instanceof Mapping mapping) {
            Entry entry = mapping.entries().get(index);
            int colon = text.indexOf(':', entry.key().span().end());
            if (colon < 0) {
                throw new IllegalArgumentException("a key has no colon");
            }
            return of(text, entry.key().span().start(), colon + 1, entry.value());
        }
        Sequence list = (Sequence) parent;
        Node item = list.items().get(index);
        int start = item.span().start();
        if (list.isFlow()) {
            return of(text, start, start, item);
        }
        int dash = text.lastIndexOf('-', start - 1);
        if (dash < 0 || !text.substring(dash + 1, start).isBlank()) {
            throw new IllegalArgumentException("an item stands apart from its dash");
        }
        return of(text, dash, dash + 1, item);
    }

    private static Part of(String text, int start, int after, Node value) {
        int end = value.span().end();
        while (end > after && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Part(text, start, after, Math.max(after, end));
    }

    int column(Lines lines) {
        return start - lines.start(start);
    }

    boolean isFirstInLine(Lines lines) {
        return lines.indent(start).length() == column(lines);
    }

    /** Where the comments right above it begin, or its own line. */
    int top(Lines lines) {
        int top = lines.start(start);
        while (isFirstInLine(lines)
                && top > 0
                && lines.line(top - 1).stripLeading().startsWith("#")
                && lines.indent(top - 1).length() == column(lines)) {
            top = lines.start(top - 1);
        }
        return top;
    }

    /** A text that keeps the blank lines at its end would take in others. */
    void refuseOpenEnd() {
        if (text.substring(after, end).matches("(?s)\\s*[|>][-0-9]*\\+.*")) {
            throw new IllegalArgumentException("a text is open at its end");
        }
    }
}
