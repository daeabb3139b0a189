package dev.backstagegen.tree;

import dev.backstagegen.tree.Yaml.Alias;
import dev.backstagegen.tree.Yaml.Entry;
import dev.backstagegen.tree.Yaml.Mapping;
import dev.backstagegen.tree.Yaml.Node;
import dev.backstagegen.tree.Yaml.Scalar;
import dev.backstagegen.tree.Yaml.Sequence;
import dev.backstagegen.tree.Yaml.Span;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
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
 * The only place that knows the YAML library, and of it only the events: they have positions, show aliases for what
 * they are, and make no objects.
 */
final class YamlReader {

    private static final int DEEPEST = 100;
    private static final int LONGEST = 3 * 1024 * 1024;

    private final String text;
    private final int[] indexOfCodePoint;
    private final Iterator<Event> events;

    private YamlReader(String text, Iterator<Event> events) {
        this.text = text;
        this.indexOfCodePoint = indexOfCodePoint(text);
        this.events = events;
    }

    static Optional<Node> read(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LONGEST);
        try {
            Iterator<Event> events = new org.yaml.snakeyaml.Yaml(limits)
                    .parse(new StringReader(text))
                    .iterator();
            return new YamlReader(text, events).document();
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
        return new Mapping(entries, start.isFlow(), marked, span(start, event, end));
    }

    private Node sequence(CollectionStartEvent start, boolean marked, int depth) {
        List<Node> items = new ArrayList<>();
        int end = index(start.getEndMark());
        Event event = events.next();
        for (; !event.is(Event.ID.SequenceEnd); event = events.next()) {
            items.add(node(event, depth + 1));
            end = items.get(items.size() - 1).span().end();
        }
        return new Sequence(items, start.isFlow(), marked, span(start, event, end));
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
}
