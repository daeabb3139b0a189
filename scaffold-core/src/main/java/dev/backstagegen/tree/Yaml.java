package dev.backstagegen.tree;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * YAML read as text with positions, never as objects, and written small and plain. Knows the library, so that nobody
 * else has to. What a scalar means is decided as YAML 1.2 does, like Backstage: {@code yes} and {@code on} are texts.
 */
public final class Yaml {

    private static final int DEEPEST = 100;
    private static final int LONGEST = 3 * 1024 * 1024;

    private final String text;
    private final int[] indexOfCodePoint;
    private final Iterator<Event> events;

    private Yaml(String text, Iterator<Event> events) {
        this.text = text;
        this.indexOfCodePoint = indexOfCodePoint(text);
        this.events = events;
    }

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
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LONGEST);
        try {
            Iterator<Event> events = new org.yaml.snakeyaml.Yaml(limits)
                    .parse(new StringReader(text))
                    .iterator();
            return new Yaml(text, events).document();
        } catch (MarkedYAMLException wrong) {
            Mark mark = wrong.getProblemMark();
            throw new IllegalArgumentException(place(mark) + wrong.getProblem(), wrong);
        } catch (ReaderException wrong) {
            long line = 1
                    + text.codePoints()
                            .limit(wrong.getPosition())
                            .filter(c -> c == '\n')
                            .count();
            throw new IllegalArgumentException(
                    "Line " + line + ": a character that YAML does not allow (code " + wrong.getCodePoint() + ")",
                    wrong);
        } catch (YAMLException wrong) {
            throw new IllegalArgumentException("Line 1: " + wrong.getMessage(), wrong);
        }
    }

    /** A map in block style, quoted where YAML asks for it and as prettier would quote it, with a line feed at its end. */
    public static String write(Map<String, ?> map) {
        return YamlText.of(map);
    }

    /** A text as a value in block style, quoted if need be. */
    public static String scalar(String text) {
        return YamlText.text(text);
    }

    private Optional<Node> document() {
        List<Node> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event.is(Event.ID.DocumentStart)) {
                if (!documents.isEmpty()) {
                    throw new IllegalArgumentException(place(event.getStartMark()) + "a second document begins");
                }
                documents.add(node(events.next(), 0));
            }
        }
        return documents.stream().findFirst().filter(node -> !(node instanceof Scalar scalar && scalar.isNothing()));
    }

    private Node node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(place(event.getStartMark()) + "nested too deeply");
        }
        NodeEvent node = (NodeEvent) event;
        Span own = span(event.getStartMark(), index(event.getEndMark()));
        if (node instanceof AliasEvent) {
            return new Alias(own);
        }
        if (node instanceof ScalarEvent scalar) {
            boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
            return new Scalar(scalar.getValue(), quoted, isMarked(node, scalar.getTag()), own);
        }
        CollectionStartEvent start = (CollectionStartEvent) node;
        boolean marked = isMarked(node, start.getTag());
        return start instanceof MappingStartEvent ? mapping(start, marked, depth) : sequence(start, marked, depth);
    }

    private Node mapping(CollectionStartEvent start, boolean marked, int depth) {
        List<Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int end = index(start.getEndMark());
        Event event = events.next();
        for (; !event.is(Event.ID.MappingEnd); event = events.next()) {
            if (!(node(event, depth + 1) instanceof Scalar name)) {
                throw new IllegalArgumentException(place(event.getStartMark()) + "a key has to be a text");
            }
            if (!names.add(name.value())) {
                throw new IllegalArgumentException(
                        place(event.getStartMark()) + "the key '" + name.value() + "' is there twice");
            }
            Node value = node(events.next(), depth + 1);
            entries.add(new Entry(name, value));
            end = value.span().end();
        }
        return new Mapping(List.copyOf(entries), start.isFlow(), marked, span(start, event, end));
    }

    private Node sequence(CollectionStartEvent start, boolean marked, int depth) {
        List<Node> items = new ArrayList<>();
        int end = index(start.getEndMark());
        Event event = events.next();
        for (; !event.is(Event.ID.SequenceEnd); event = events.next()) {
            items.add(node(event, depth + 1));
            end = items.get(items.size() - 1).span().end();
        }
        return new Sequence(List.copyOf(items), start.isFlow(), marked, span(start, event, end));
    }

    /** The parser lets a block end where the next thing begins; it ends where its last part does. */
    private Span span(CollectionStartEvent start, Event finish, int lastPart) {
        return span(start.getStartMark(), start.isFlow() ? index(finish.getEndMark()) : lastPart);
    }

    private Span span(Mark start, int end) {
        return new Span(index(start), end, start.getLine() + 1, start.getColumn() + 1);
    }

    /** The library counts code points. */
    private int index(Mark mark) {
        return indexOfCodePoint.length == 0 ? mark.getIndex() : indexOfCodePoint[mark.getIndex()];
    }

    /** Empty when that is the same as counting characters. */
    private static int[] indexOfCodePoint(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new int[0];
        }
        int[] index = new int[count + 1];
        for (int i = 0, at = 0; i < count; i++) {
            index[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        index[count] = text.length();
        return index;
    }

    private static boolean isMarked(NodeEvent node, String tag) {
        return node.getAnchor() != null || tag != null;
    }

    private static String place(Mark mark) {
        return mark == null ? "Line 1: " : "Line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ";
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
        @Override
        public Optional<Node> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key.value.equals(key))
                    .findFirst()
                    .map(Entry::value);
        }
    }

    /** A list. */
    public record Sequence(List<Node> items, boolean isFlow, boolean isMarked, Span span) implements Node {}

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
