package dev.backstagegen.merge;

import dev.backstagegen.merge.Value.Items;
import dev.backstagegen.merge.Value.Keys;
import dev.backstagegen.merge.Value.Leaf;
import dev.backstagegen.merge.Value.Literal;
import dev.backstagegen.tree.Lines;
import dev.backstagegen.tree.Yaml;
import dev.backstagegen.tree.Yaml.Alias;
import dev.backstagegen.tree.Yaml.Entry;
import dev.backstagegen.tree.Yaml.Mapping;
import dev.backstagegen.tree.Yaml.Node;
import dev.backstagegen.tree.Yaml.Scalar;
import dev.backstagegen.tree.Yaml.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a text of YAML says and how it is written. What has an anchor, an alias or keys from elsewhere is a leaf. */
record YamlValues(String text, Comments found) {

    Value of(Node node, Written written) {
        if (isOpaque(node)) {
            return new Leaf(new Literal(raw(node)), written);
        }
        if (node instanceof Mapping mapping) {
            Map<String, Value> entries = new LinkedHashMap<>();
            for (int i = 0; i < mapping.entries().size(); i++) {
                Entry entry = mapping.entries().get(i);
                entries.put(
                        entry.key().value(), of(entry.value(), written(Part.of(text, mapping, i), raw(entry.key()))));
            }
            return new Keys(entries, written);
        }
        if (node instanceof Sequence list) {
            return new Items(
                    IntStream.range(0, list.items().size())
                            .mapToObj(i -> of(list.items().get(i), written(Part.of(text, list, i), "")))
                            .toList(),
                    written);
        }
        Scalar scalar = (Scalar) node;
        boolean isText = scalar.isQuoted() || Yaml.scalar(scalar.value()).equals(scalar.value());
        String literal = scalar.isNothing() ? "null" : scalar.value();
        return new Leaf(isText ? scalar.value() : new Literal(literal), written);
    }

    private static boolean isOpaque(Node node) {
        return node instanceof Alias
                || node.isMarked()
                || node instanceof Mapping mapping
                        && mapping.entries().stream()
                                .anyMatch(entry -> entry.key().value().matches("\\$.*|<<"));
    }

    private String raw(Node node) {
        return text.substring(node.span().start(), node.span().end());
    }

    private Written written(Part part, String key) {
        Lines lines = new Lines(text);
        int top = part.top(lines);
        boolean apart = top > 0 && lines.isBlank(top - 1);
        List<String> above = text.substring(top, Math.max(top, lines.start(part.start())))
                .lines()
                .map(String::strip)
                .toList();
        String value = text.substring(part.after(), part.end())
                .replace("\r\n", "\n")
                .replace("\n" + " ".repeat(part.column(lines)), "\n");
        return new Written(
                above,
                apart,
                key,
                value,
                found.within(top, lines.end(part.end())),
                found.within(part.after(), value.contains("\n") ? lines.end(part.end()) : part.end()));
    }
}
