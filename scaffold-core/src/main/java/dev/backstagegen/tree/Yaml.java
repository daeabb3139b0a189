package dev.backstagegen.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * YAML read as text with positions, never as objects, and written small and plain. What a scalar means is
 * decided as YAML 1.2 does, like Backstage: {@code yes} and {@code on} are texts.
 */
public final class Yaml {

    private Yaml() {}

    /**
     * Reads one document as plain maps, lists, {@code String}, {@code Boolean}, {@code Integer} and null; an empty
     * one is an empty map. Other numbers than whole ones that fit are given as their text.
     *
     * @throws IllegalArgumentException when it is not YAML, names a key twice, has aliases or tags, nests too deeply
     *     or is too long; the message names line and column
     */
    public static Object read(String text) {
        Optional<Node> root = tree(text);
        return root.isPresent() ? plain(root.get()) : Map.of();
    }

    /**
     * Reads one document with its positions, for edits that leave the rest alone; empty when nothing but comments is
     * there.
     *
     * @throws IllegalArgumentException when it is not YAML, has several documents, names a key twice, nests too deeply
     *     or is too long; the message names line and column
     */
    public static Optional<Node> tree(String text) {
        return YamlReader.read(text);
    }

    /** A map in block style, quoted where YAML asks for it and as prettier would quote it, with a line feed at its end. */
    public static String write(Map<String, ?> map) {
        return YamlText.of(map);
    }

    /** A text as a value in block style, quoted if need be. */
    public static String scalar(String text) {
        return YamlText.text(text);
    }

    private static Object plain(Node node) {
        if (node instanceof Alias || node.isMarked()) {
            throw new IllegalArgumentException("Line " + node.span().line() + ", column "
                    + node.span().column() + ": anchors, aliases and tags are not read here");
        }
        if (node instanceof Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key().value(), plain(entry.value())));
            return Collections.unmodifiableMap(map);
        }
        if (node instanceof Sequence sequence) {
            List<Object> list = new ArrayList<>();
            sequence.items().forEach(item -> list.add(plain(item)));
            return Collections.unmodifiableList(list);
        }
        return ((Scalar) node).meaning();
    }

    /** Where a node stands: UTF-16 indices, the end exclusive; line and column of its start, counted from one. */
    public record Span(int start, int end, int line, int column) {}

    /** A node and where it stands. */
    public sealed interface Node {

        Span span();

        /** Whether it has an anchor or a tag. */
        boolean isMarked();

        /** What stands under a key, if this is a mapping that has it. */
        default Optional<Node> get(String key) {
            return Optional.empty();
        }
    }

    /** A key and its value. */
    public record Entry(Scalar key, Node value) {}

    /** A mapping: its entries in the order of the text. */
    public record Mapping(List<Entry> entries, boolean isFlow, boolean isMarked, Span span) implements Node {

        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public Optional<Node> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key.value.equals(key))
                    .findFirst()
                    .map(Entry::value);
        }
    }

    /** A list. */
    public record Sequence(List<Node> items, boolean isFlow, boolean isMarked, Span span) implements Node {

        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A text, quotes removed; {@code isQuoted} is true for block texts as well. */
    public record Scalar(String value, boolean isQuoted, boolean isMarked, Span span) implements Node {

        /** Whether it means null: nothing at all, or a word for it. */
        public boolean isNothing() {
            return !isQuoted && value.matches("|~|null|Null|NULL");
        }

        private Object meaning() {
            if (isNothing()) {
                return null;
            }
            if (!isQuoted && value.matches("true|True|TRUE|false|False|FALSE")) {
                return Boolean.valueOf(value);
            }
            return !isQuoted && value.matches("0|-?[1-9][0-9]{0,8}") ? (Object) Integer.valueOf(value) : value;
        }
    }

    /** A reference to a node with an anchor. */
    public record Alias(Span span) implements Node {
        @Override
        public boolean isMarked() {
            return true;
        }
    }
}
