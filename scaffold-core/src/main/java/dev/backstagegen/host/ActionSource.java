package dev.backstagegen.host;

import dev.backstagegen.tree.Lines;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.tree.Yaml;
import dev.backstagegen.tree.Yaml.Entry;
import dev.backstagegen.tree.Yaml.Mapping;
import dev.backstagegen.tree.Yaml.Node;
import dev.backstagegen.tree.Yaml.Scalar;
import dev.backstagegen.tree.Yaml.Sequence;
import dev.backstagegen.tree.Yaml.Span;
import java.util.List;
import java.util.Optional;

/** The plugin among {@code backend.actions.pluginSources} of app-config.yaml, without which nobody finds its actions. */
record ActionSource(String pluginId) implements Target {

    private static final List<String> PATH = List.of("backend", "actions", "pluginSources");
    private static final String UNIT = "  ";

    @Override
    public String paste() {
        return "backend:\n  actions:\n    pluginSources:\n      - " + item();
    }

    @Override
    public Step edit(String text) {
        try {
            Step step = step(text);
            boolean wrong = step instanceof Step.Edit edit && !isListed(TextEdit.apply(text, List.of(edit.edit())));
            return wrong ? odd() : step;
        } catch (IllegalArgumentException wrong) {
            return Step.left("It cannot be edited safely: " + wrong.getMessage() + ".", paste());
        }
    }

    @Override
    public Step takeOut(String text) {
        try {
            if (!isListed(text)) {
                return Step.NOTHING;
            }
            Step step = out(text);
            boolean wrong = step instanceof Step.Edit edit && isListed(TextEdit.apply(text, List.of(edit.edit())));
            return wrong ? odd() : step;
        } catch (IllegalArgumentException wrong) {
            return Step.left("It cannot be edited safely: " + wrong.getMessage() + ".", paste());
        }
    }

    private Step out(String text) {
        Optional<PluginSources> sources = PluginSources.of(text, PATH);
        if (sources.isEmpty()) {
            return odd();
        }
        Sequence list = sources.get().list();
        int index = list.items().stream().map(this::isPlugin).toList().indexOf(true);
        if (list.isFlow()) {
            return gone(sources.get().brackets().remove(index));
        }
        Span item = list.items().get(index).span();
        String line = new Lines(text).line(item.start()).strip();
        if (!line.equals("- " + text.substring(item.start(), item.end()))) {
            return Step.left("There is more on its line: " + line, paste());
        }
        Inverse inverse = new Inverse(this, text);
        return gone(inverse.of(sources.get().ways(inverse, item), inverse.bare(item.start(), item.end())));
    }

    private Step gone(TextEdit edit) {
        return Step.edit(edit, "no longer " + String.join(".", PATH) + ": " + pluginId);
    }

    private Step step(String text) {
        Optional<Node> root = Yaml.tree(text);
        if (root.isEmpty()) {
            return atEnd(text);
        }
        Node node = root.get();
        for (int depth = 0; depth < PATH.size(); depth++) {
            if (!(node instanceof Mapping mapping) || !isPlain(mapping)) {
                return odd();
            }
            Optional<Entry> entry = entry(mapping, PATH.get(depth));
            if (entry.isEmpty()) {
                return depth == 0 ? atEnd(text) : lastIn(text, mapping, depth);
            }
            node = entry.get().value();
            if (isNothing(text, node)) {
                int indent = entry.get().key().span().column() - 1 + UNIT.length();
                return insertLines(text, node.span().end(), " ".repeat(indent), depth + 1);
            }
        }
        return node instanceof Sequence sequence && !sequence.isMarked() ? intoList(text, sequence) : odd();
    }

    private Step intoList(String text, Sequence list) {
        if (list.items().stream().anyMatch(item -> !(item instanceof Scalar) || item.isMarked())) {
            return odd();
        }
        if (list.items().stream().anyMatch(this::isPlugin)) {
            return Step.NOTHING;
        }
        if (list.isFlow()) {
            return intoFlow(text, list);
        }
        Node last = list.items().get(list.items().size() - 1);
        if (text.substring(last.span().start(), last.span().end()).contains("\n")) {
            return odd();
        }
        return insertLines(text, last.span().end(), " ".repeat(list.span().column() - 1), PATH.size());
    }

    private Step intoFlow(String text, Sequence list) {
        String inside = text.substring(list.span().start() + 1, list.span().end() - 1);
        if (inside.contains("#")) {
            return odd();
        }
        if (list.items().isEmpty()) {
            return edit(TextEdit.insert(list.span().start() + 1, item()));
        }
        int last = list.items().size() - 1;
        int before = last == 0
                ? list.span().start() + 1
                : list.items().get(last - 1).span().end();
        String gap =
                text.substring(before, list.items().get(last).span().start()).replace(",", "");
        return edit(
                TextEdit.insert(list.items().get(last).span().end(), "," + (gap.contains("\n") ? gap : " ") + item()));
    }

    /** Behind the last entry of a mapping, and behind the comments that belong to what stands in it. */
    private Step lastIn(String text, Mapping mapping, int depth) {
        List<Entry> entries = mapping.entries();
        int indent = mapping.span().column() - 1;
        int end = mapping.span().end();
        String last =
                text.substring(entries.get(entries.size() - 1).value().span().start(), end);
        if (last.lines().anyMatch(line -> line.matches("([^#'\"]*[ :-])?[|>][-+0-9]*\\s*(#.*)?"))) {
            return Step.left("It ends with a block of text there, whose end is not certain.", paste());
        }
        Lines lines = new Lines(text);
        int at = end;
        for (int next = lines.next(at); next < text.length(); next = lines.next(next)) {
            String line = lines.line(next);
            boolean belongs =
                    line.stripLeading().startsWith("#") && lines.indent(next).length() > indent;
            if (!belongs) {
                break;
            }
            at = next;
        }
        return insertLines(text, at, " ".repeat(indent), depth);
    }

    private Step atEnd(String text) {
        if (text.lines().anyMatch(line -> line.startsWith("..."))) {
            return odd();
        }
        Lines lines = new Lines(text);
        String lineBreak = lines.lineBreak(text.length());
        String gap = text.isBlank() ? "" : text.endsWith("\n") ? lineBreak : lineBreak + lineBreak;
        return edit(TextEdit.insert(text.length(), gap + block("", 0, lineBreak) + lineBreak));
    }

    /** New lines after the one of a position. */
    private Step insertLines(String text, int at, String indent, int depth) {
        Lines lines = new Lines(text);
        String lineBreak = lines.lineBreak(at);
        return edit(TextEdit.insert(lines.end(at), lineBreak + block(indent, depth, lineBreak)));
    }

    /** The keys of the path from a depth on, and the item below them. */
    private String block(String indent, int depth, String lineBreak) {
        StringBuilder block = new StringBuilder();
        String at = indent;
        for (String key : PATH.subList(depth, PATH.size())) {
            block.append(at).append(key).append(':').append(lineBreak);
            at += UNIT;
        }
        return block.append(at).append("- ").append(item()).toString();
    }

    private static Optional<Entry> entry(Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().value().equals(key))
                .findFirst();
    }

    /** A flow mapping, an anchor, an {@code $include}: places where a line more would mean something else. */
    static boolean isPlain(Mapping mapping) {
        return !mapping.isFlow()
                && !mapping.isMarked()
                && mapping.entries().stream()
                        .noneMatch(entry -> entry.key().value().matches("\\$.*|<<"));
    }

    private static boolean isNothing(String text, Node node) {
        return node instanceof Scalar scalar
                && scalar.isNothing()
                && !scalar.isMarked()
                && scalar.span().start() == scalar.span().end();
    }

    private boolean isListed(String text) {
        return Yaml.tree(text)
                .flatMap(root -> root.get(PATH.get(0)))
                .flatMap(backend -> backend.get(PATH.get(1)))
                .flatMap(actions -> actions.get(PATH.get(2)))
                .filter(list -> list instanceof Sequence sequence
                        && sequence.items().stream().anyMatch(this::isPlugin))
                .isPresent();
    }

    private boolean isPlugin(Node item) {
        return item instanceof Scalar scalar && scalar.value().equals(pluginId);
    }

    private Step edit(TextEdit edit) {
        return Step.edit(edit, String.join(".", PATH) + ": " + pluginId);
    }

    private Step odd() {
        return Step.left("Its " + String.join(".", PATH) + " is written in an unusual way.", paste());
    }

    /** Some ids, {@code on} and {@code null} among them, are no texts without quotes. */
    private String item() {
        return Yaml.scalar(pluginId);
    }
}
