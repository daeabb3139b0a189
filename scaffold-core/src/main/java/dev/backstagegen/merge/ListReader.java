package dev.backstagegen.merge;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the parts of one list in order: a comment belongs to what follows, or to what stands before it in its line. */
final class ListReader {

    private final String source;
    private final Shape shape;
    private final List<Knot> parts = new ArrayList<>();
    private final List<TsNode> comments = new ArrayList<>();
    private int end;

    ListReader(String source, Shape shape, int start) {
        this.source = source;
        this.shape = shape;
        this.end = start;
    }

    void separator(TsNode token) {
        alone();
        if (shape.separator().isEmpty() && !parts.isEmpty()) {
            Knot last = last();
            replaceLast(last.with(last.key(), last.gap(), last.lead(), last.text() + token.text(), last.tail()));
        }
        end = token.end();
    }

    void comment(TsNode comment, int next) {
        boolean follows = !parts.isEmpty() && comments.isEmpty() && isLine(end, comment.start());
        if (follows && !isLine(comment.end(), next)) {
            Knot last = last();
            String tail = last.tail() + source.substring(end, comment.end());
            replaceLast(last.with(last.key(), last.gap(), last.lead(), last.text(), tail));
            end = comment.end();
            return;
        }
        comments.add(comment);
        if (source.substring(comment.end(), next).replaceAll("[^\n]", "").length() > 1) {
            alone();
        }
    }

    void part(Knot part, String indent) {
        int start = part.node().start();
        int lead = comments.isEmpty() ? start : comments.get(0).start();
        parts.add(part.with(
                part.key(), source.substring(end, lead), source.substring(lead, start), part.text(), part.tail()));
        comments.clear();
        end = part.node().end();
    }

    List<Knot> parts() {
        alone();
        return parts;
    }

    /** Where the last part ends, with its separator and its comments. */
    int end() {
        return end;
    }

    /** Comments that nothing follows are a part of their own. */
    private void alone() {
        if (!comments.isEmpty()) {
            TsNode first = comments.get(0);
            String text = source.substring(
                    first.start(), comments.get(comments.size() - 1).end());
            String essence = Essence.ofText(text);
            parts.add(new Knot(
                    first,
                    Shape.ATOM,
                    "comment " + essence,
                    essence,
                    source.substring(end, first.start()),
                    "",
                    text,
                    "",
                    Indent.at(source, first.start()),
                    "",
                    List.of(),
                    ""));
            end = first.start() + text.length();
            comments.clear();
        }
    }

    private Knot last() {
        return parts.get(parts.size() - 1);
    }

    private void replaceLast(Knot knot) {
        parts.set(parts.size() - 1, knot);
    }

    private boolean isLine(int from, int to) {
        return source.substring(from, to).indexOf('\n') < 0;
    }
}
