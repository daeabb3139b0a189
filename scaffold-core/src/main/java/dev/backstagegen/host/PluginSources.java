package dev.backstagegen.host;

import dev.backstagegen.tree.Brackets;
import dev.backstagegen.tree.Brackets.Range;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.tree.Yaml;
import dev.backstagegen.tree.Yaml.Entry;
import dev.backstagegen.tree.Yaml.Mapping;
import dev.backstagegen.tree.Yaml.Node;
import dev.backstagegen.tree.Yaml.Scalar;
import dev.backstagegen.tree.Yaml.Sequence;
import dev.backstagegen.tree.Yaml.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list that is there, plain enough to take an item out, and the keys that lead to it.
 *
 * @param path the entries from the top of the text down to the list's own
 */
record PluginSources(String text, List<Entry> path, Sequence list) {

    PluginSources {
        path = List.copyOf(path);
    }

    /** Empty when there is none, or it is written in an unusual way. */
    static Optional<PluginSources> of(String text, List<String> keys) {
        List<Entry> path = new ArrayList<>();
        Optional<Node> node = Yaml.tree(text);
        for (String key : keys) {
            Optional<Entry> entry = node.filter(each -> each instanceof Mapping map && ActionSource.isPlain(map))
                    .flatMap(map -> ((Mapping) map)
                            .entries().stream()
                                    .filter(each -> each.key().value().equals(key))
                                    .findFirst());
            entry.ifPresent(path::add);
            node = entry.map(Entry::value);
        }
        return node.filter(list -> list instanceof Sequence items && isPlain(text, items))
                .map(list -> new PluginSources(text, path, (Sequence) list));
    }

    private static boolean isPlain(String text, Sequence list) {
        boolean hasComment = list.isFlow()
                && text.substring(list.span().start(), list.span().end()).contains("#");
        return !list.isMarked()
                && !hasComment
                && list.items().stream().allMatch(item -> item instanceof Scalar && !item.isMarked());
    }

    Brackets brackets() {
        List<Range> items = list.items().stream()
                .map(item -> new Range(item.span().start(), item.span().end()))
                .toList();
        return new Brackets(text, list.span().start(), list.span().end(), items);
    }

    /** The ways to take out an item on a line of its own: with all the keys that only lead there, with some, with none. */
    List<TextEdit> ways(Inverse inverse, Span item) {
        List<TextEdit> ways = new ArrayList<>();
        if (list.items().size() == 1) {
            path.stream()
                    .dropWhile(entry -> !isOnlyPath(entry.value()))
                    .map(entry -> inverse.lines(entry.key().span().start(), item.end()))
                    .forEach(ways::addAll);
        }
        ways.addAll(inverse.lines(item.start(), item.end()));
        return ways;
    }

    private boolean isOnlyPath(Node value) {
        return value.equals(list)
                || value instanceof Mapping mapping
                        && mapping.entries().size() == 1
                        && isOnlyPath(mapping.entries().get(0).value());
    }
}
