package dev.backstagegen.merge;

import dev.backstagegen.merge.Value.Keys;
import dev.backstagegen.tree.Brackets;
import dev.backstagegen.tree.Brackets.Range;
import dev.backstagegen.tree.Lines;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.tree.Yaml;
import dev.backstagegen.tree.Yaml.Mapping;
import dev.backstagegen.tree.Yaml.Node;
import dev.backstagegen.tree.Yaml.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** YAML that is edited where it stands. What has an anchor, an alias or keys from elsewhere is not looked into. */
record YamlDocument(String text, Optional<Node> root, Comments found) implements Document {

    static Document read(String text) {
        if (text.lines().anyMatch(line -> line.startsWith("..."))) {
            throw new IllegalArgumentException("the document ends before the text does");
        }
        Optional<Node> root = Yaml.tree(text);
        return new YamlDocument(text, root, Comments.of(text, root));
    }

    @Override
    public Value value() {
        return root.isPresent() ? new YamlValues(text, found).of(root.get(), Written.ROOT) : Keys.NONE;
    }

    @Override
    public List<String> comments() {
        return found.texts();
    }

    @Override
    public Document put(List<Integer> at, int index, Value value) {
        if (at.isEmpty() && root.isEmpty()) {
            String gap = text.isEmpty() || text.endsWith("\n") ? "" : lineBreak();
            return edited(TextEdit.insert(text.length(), gap + block(value, 0) + lineBreak()));
        }
        Node parent = at(at);
        if (size(parent) == 0) {
            return fill(at, parent, value);
        }
        if (isFlow(parent)) {
            Brackets brackets = brackets(parent);
            return edited(brackets.insert(index, inFlow(value), " "));
        }
        return edited(index == 0 ? first(parent, value) : behind(parent, index - 1, value));
    }

    private TextEdit first(Node parent, Value value) {
        Lines lines = new Lines(text);
        Part next = part(parent, 0);
        int column = next.column(lines);
        if (!next.isFirstInLine(lines)) {
            String bare = block(value, column).substring(column);
            if (!value.written().above().isEmpty()) {
                throw new IllegalArgumentException("there is no place for a comment");
            }
            return TextEdit.insert(next.start(), bare + lineBreak() + " ".repeat(column));
        }
        // What heads the whole text is nobody's.
        int top = next.top(lines) == 0 ? lines.start(next.start()) : next.top(lines);
        return TextEdit.insert(top, block(value, column) + lineBreak());
    }

    private TextEdit behind(Node parent, int index, Value value) {
        Lines lines = new Lines(text);
        Part before = part(parent, index);
        before.refuseOpenEnd();
        int column = before.column(lines);
        int at = before.end();
        for (int next = lines.next(at); next < text.length(); next = lines.next(next)) {
            boolean belongs = lines.line(next).stripLeading().startsWith("#")
                    && lines.indent(next).length() > column;
            if (!belongs) {
                break;
            }
            at = next;
        }
        String gap = value.written().isApart() ? lineBreak() + lineBreak() : lineBreak();
        return TextEdit.insert(lines.end(at), gap + block(value, column));
    }

    /** Into a map or list that is empty, and therefore written in brackets. */
    private Document fill(List<Integer> at, Node parent, Value value) {
        if (at.isEmpty()) {
            return edited(new TextEdit(parent.span().start(), parent.span().end(), block(value, 0)));
        }
        Node outer = at(at.subList(0, at.size() - 1));
        if (isFlow(outer)) {
            return edited(TextEdit.insert(parent.span().start() + 1, inFlow(value)));
        }
        Part part = part(outer, at.get(at.size() - 1));
        int column = part.column(new Lines(text)) + 2;
        String block = block(value, column);
        if (outer instanceof Sequence) {
            return edited(new TextEdit(part.after(), part.end(), " " + block.substring(column)));
        }
        // A comment behind the brackets stays behind the key.
        return edited(
                new TextEdit(part.after(), part.end(), ""),
                TextEdit.insert(new Lines(text).end(part.end()), lineBreak() + block));
    }

    @Override
    public Document replace(List<Integer> at, Value value) {
        if (at.isEmpty()) {
            throw new IllegalArgumentException("the whole text would be another");
        }
        Node outer = at(at.subList(0, at.size() - 1));
        Part part = part(outer, at.get(at.size() - 1));
        String old = text.substring(part.after(), part.end());
        String fresh = value.written().value();
        boolean small = !old.contains("\n") && !fresh.contains("\n") && !old.isBlank();
        if (isFlow(outer) || small) {
            int start = part.end() - old.stripLeading().length();
            return edited(new TextEdit(start, part.end(), isFlow(outer) ? value(value) : fresh.strip()));
        }
        part.refuseOpenEnd();
        return edited(new TextEdit(part.after(), part.end(), reindented(fresh, part.column(new Lines(text)))));
    }

    @Override
    public Document remove(List<Integer> at, Set<String> dropped) {
        int index = at.get(at.size() - 1);
        List<Integer> outside = at.subList(0, at.size() - 1);
        Node parent = at(outside);
        if (isFlow(parent)) {
            return edited(brackets(parent).remove(index));
        }
        if (size(parent) == 1) {
            return outside.isEmpty() ? edited(lines(part(parent, 0), dropped)) : emptied(outside, parent);
        }
        Part part = part(parent, index);
        if (part.isFirstInLine(new Lines(text))) {
            return edited(lines(part, dropped));
        }
        Part next = part(parent, 1);
        if (!found.within(part.end(), next.start()).isEmpty()) {
            throw new IllegalArgumentException("a comment stands in between");
        }
        return edited(new TextEdit(part.start(), next.start(), ""));
    }

    /** A comment behind the key stays there. */
    private Document emptied(List<Integer> at, Node parent) {
        Part part = part(at(at.subList(0, at.size() - 1)), at.get(at.size() - 1));
        part.refuseOpenEnd();
        int head = Math.min(part.end(), new Lines(text).end(part.after()));
        boolean inLines = text.substring(part.after(), head).isBlank()
                || found.within(part.after(), head).size() == 1;
        return edited(
                TextEdit.insert(part.after(), parent instanceof Mapping ? " {}" : " []"),
                new TextEdit(inLines ? head : part.after(), part.end(), ""));
    }

    /** The lines of a part, with those above that go as well, and not two blank ones in their place. */
    private TextEdit lines(Part part, Set<String> dropped) {
        part.refuseOpenEnd();
        Lines lines = new Lines(text);
        int from = lines.start(part.start());
        while (from > 0 && dropped.contains(lines.line(from - 1).strip())) {
            from = lines.start(from - 1);
        }
        int to = lines.next(part.end());
        boolean blankBehind = to >= text.length() || lines.isBlank(to);
        if (from > 0 && lines.isBlank(from - 1) && blankBehind) {
            from = lines.start(from - 1);
        }
        return new TextEdit(from, to, "");
    }

    private Document edited(TextEdit... edits) {
        return read(TextEdit.apply(text, List.of(edits)));
    }

    private String block(Value value, int column) {
        Written written = value.written();
        String head = written.key().isEmpty() ? "-" : written.key() + ":";
        String own = written.value();
        String gap = own.isEmpty() || own.startsWith(" ") || own.startsWith("\n") ? "" : " ";
        StringBuilder block = new StringBuilder();
        written.above()
                .forEach(comment ->
                        block.append(" ".repeat(column)).append(comment).append(lineBreak()));
        return block.append(" ".repeat(column))
                .append(head)
                .append(gap)
                .append(reindented(own, column))
                .toString();
    }

    private static String inFlow(Value value) {
        String key = value.written().key();
        return key.isEmpty() ? value(value) : key + ": " + value(value);
    }

    private static String value(Value value) {
        String written = value.written().value().strip();
        if (written.contains("\n") || written.isEmpty()) {
            throw new IllegalArgumentException("it does not go into brackets");
        }
        return written;
    }

    private String reindented(String value, int column) {
        return value.replaceAll("\n(?=[^\n])", "\n" + " ".repeat(column)).replace("\n", lineBreak());
    }

    private String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    private Node at(List<Integer> path) {
        Node at = root.orElseThrow(() -> new IllegalArgumentException("there is nothing"));
        for (int index : path) {
            at = at instanceof Mapping mapping
                    ? mapping.entries().get(index).value()
                    : ((Sequence) at).items().get(index);
        }
        return at;
    }

    private static int size(Node parent) {
        return parent instanceof Mapping mapping
                ? mapping.entries().size()
                : ((Sequence) parent).items().size();
    }

    private static boolean isFlow(Node parent) {
        return parent instanceof Mapping mapping ? mapping.isFlow() : ((Sequence) parent).isFlow();
    }

    private Brackets brackets(Node parent) {
        List<Range> parts = IntStream.range(0, size(parent))
                .mapToObj(i -> part(parent, i))
                .map(part -> new Range(part.start(), part.end()))
                .toList();
        Brackets brackets =
                new Brackets(text, parent.span().start(), parent.span().end(), parts);
        if (!brackets.isPlain()) {
            throw new IllegalArgumentException("there is more between the brackets");
        }
        return brackets;
    }

    private Part part(Node parent, int index) {
        return Part.of(text, parent, index);
    }
}
