package dev.backstagegen.merge;

import dev.backstagegen.tree.Yaml.Entry;
import dev.backstagegen.tree.Yaml.Mapping;
import dev.backstagegen.tree.Yaml.Node;
import dev.backstagegen.tree.Yaml.Scalar;
import dev.backstagegen.tree.Yaml.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The comments of a YAML text, found between its scalars. */
record Comments(List<Comment> all) {

    /** A comment from its sign to the end of the line. */
    record Comment(int start, String text) {}

    static Comments of(String text, Optional<Node> root) {
        List<Scalar> scalars = new ArrayList<>();
        root.ifPresent(node -> collect(node, scalars));
        scalars.sort(Comparator.comparingInt(scalar -> scalar.span().start()));
        List<Comment> all = new ArrayList<>();
        int at = 0;
        for (Scalar scalar : scalars) {
            between(text, at, scalar.span().start(), all);
            at = Math.max(at, scalar.span().end());
        }
        between(text, at, text.length(), all);
        return new Comments(all);
    }

    private static void between(String text, int from, int to, List<Comment> all) {
        for (int at = from; at < to; at++) {
            boolean begins = text.charAt(at) == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
            if (begins) {
                int feed = text.indexOf('\n', at);
                int end = feed < 0 ? text.length() : feed;
                all.add(new Comment(at, text.substring(at, end).strip()));
                at = end;
            }
        }
    }

    private static void collect(Node node, List<Scalar> scalars) {
        if (node instanceof Scalar scalar) {
            scalars.add(scalar);
        } else if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                scalars.add(entry.key());
                collect(entry.value(), scalars);
            }
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> collect(item, scalars));
        }
    }

    /** Those that begin within a range. */
    List<String> within(int from, int to) {
        return all.stream()
                .filter(comment -> comment.start >= from && comment.start < to)
                .map(Comment::text)
                .toList();
    }

    List<String> texts() {
        return all.stream().map(Comment::text).toList();
    }
}
