package dev.backstagegen.rule.code;

import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One parsed file of a plugin, its nodes by type and its names by place; each is worked out once. */
public final class Source {

    private final RelPath path;
    private final TsFile file;
    private final int[] lineStarts;
    private final Map<String, List<TsNode>> nodes = new HashMap<>();
    private final boolean whole;
    private Scopes scopes;

    Source(RelPath path, TsFile file) {
        this.path = path;
        this.file = file;
        this.lineStarts = lineStarts(file.text());
        this.whole = index();
    }

    public RelPath path() {
        return path;
    }

    public String text() {
        return file.text();
    }

    public TsNode root() {
        return file.root();
    }

    /** Whether everything in it could be read. */
    public boolean isWhole() {
        return whole;
    }

    /** The line of the first thing that could not be read, counted from one. */
    public int brokenLine() {
        return nodes.values().stream()
                .flatMap(List::stream)
                .filter(TsNode::isError)
                .mapToInt(node -> line(node.start()))
                .min()
                .orElse(1);
    }

    /** All nodes of some types, in the order of the text within each type. */
    public Stream<TsNode> all(String... types) {
        return Arrays.stream(types).flatMap(type -> nodes.getOrDefault(type, List.of()).stream());
    }

    /** What {@link #all} gives, each with this file. */
    public Stream<Place> places(String... types) {
        return all(types).map(node -> new Place(this, node));
    }

    /** All nodes of some types that stand in another node, or are it, in the order of the text within each type. */
    public Stream<TsNode> inside(TsNode outer, String... types) {
        return Arrays.stream(types)
                .map(type -> nodes.getOrDefault(type, List.of()))
                .flatMap(all -> all.subList(firstFrom(all, outer.start()), firstFrom(all, outer.end())).stream())
                .filter(node -> node.end() <= outer.end());
    }

    /** Where in a list, which is in the order of the text, the nodes begin that do not start before a position. */
    private static int firstFrom(List<TsNode> all, int position) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (all.get(middle).start() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The line of a position, counted from one. */
    public int line(int position) {
        int found = Arrays.binarySearch(lineStarts, position);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of a position, counted from one. */
    public int column(int position) {
        return position - lineStarts[line(position) - 1] + 1;
    }

    /** Where a line begins; the line is counted from one. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** What a name stands for at its place in the file. */
    public Optional<Binding> binding(TsNode name) {
        return scopes().binding(name);
    }

    /** Whether a node is one of this file. */
    public boolean holds(TsNode node) {
        return nodes.getOrDefault(node.type(), List.of()).contains(node);
    }

    /** Where a name is used, its declaration excluded. */
    public List<TsNode> uses(Binding binding) {
        return scopes().uses(binding);
    }

    /** What the whole file calls by a name. */
    public Optional<Binding> topLevel(String name) {
        return scopes().topLevel(name);
    }

    /** Whether a name is taken anywhere in the file, in any scope. */
    public boolean mentions(String name) {
        return all(
                        "identifier",
                        "type_identifier",
                        "shorthand_property_identifier",
                        "shorthand_property_identifier_pattern")
                .anyMatch(node -> node.text().equals(name));
    }

    private Scopes scopes() {
        if (scopes == null) {
            scopes = new Scopes(this);
        }
        return scopes;
    }

    private boolean index() {
        boolean readable = true;
        Deque<TsNode> open = new ArrayDeque<>();
        open.push(file.root());
        while (!open.isEmpty()) {
            TsNode node = open.pop();
            readable &= !node.isError();
            nodes.computeIfAbsent(node.type(), type -> new ArrayList<>()).add(node);
            List<TsNode> children = node.children();
            for (int i = children.size() - 1; i >= 0; i--) {
                open.push(children.get(i));
            }
        }
        return readable;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts[line++] = i + 1;
            }
        }
        return starts;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
