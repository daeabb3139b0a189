package dev.backstagegen.ts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One node of a syntax tree, tokens and comments included. Types and fields are those of the tree-sitter grammar of
 * TypeScript: {@code call_expression} with the fields {@code function} and {@code arguments}, and so on; a token's
 * type is its text.
 */
public final class TsNode {

    private static final int LIKELY = 4;

    private final String source;
    private final String type;
    private final boolean named;
    private final boolean missing;
    private final String field;
    private final int start;
    private final int end;
    private List<TsNode> children = List.of();
    private TsNode parent;

    TsNode(String source, String type, boolean named, boolean missing, String field, int start, int end) {
        this.source = source;
        this.type = type;
        this.named = named;
        this.missing = missing;
        this.field = field;
        this.start = start;
        this.end = end;
    }

    /** Only the parser grows a tree; afterwards it never changes. */
    void add(TsNode child) {
        child.parent = this;
        if (children.isEmpty()) {
            children = new ArrayList<>(LIKELY);
        }
        children.add(child);
    }

    public String type() {
        return type;
    }

    public boolean is(String... types) {
        for (String each : types) {
            if (each.equals(type)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the grammar has a name for it; punctuation and keywords have none. */
    public boolean isNamed() {
        return named;
    }

    /** Whether the parser could not make sense of it, or made it up. */
    public boolean isError() {
        return missing || type.equals("ERROR");
    }

    /** The name of its place in the parent, or an empty text. */
    public String field() {
        return field;
    }

    /** Where it begins, as an index of UTF-16 code units. */
    public int start() {
        return start;
    }

    /** Where it ends, exclusive, as an index of UTF-16 code units. */
    public int end() {
        return end;
    }

    public String text() {
        return source.substring(start, end);
    }

    public Optional<TsNode> parent() {
        return Optional.ofNullable(parent);
    }

    /** Every child in order, tokens and comments included. */
    public List<TsNode> children() {
        return Collections.unmodifiableList(children);
    }

    /** The children that have a name in the grammar, comments excluded. */
    public List<TsNode> namedChildren() {
        return children.stream()
                .filter(c -> c.named && !c.type.equals("comment"))
                .toList();
    }

    /** The first child at a place, such as {@code name} or {@code body}. */
    public Optional<TsNode> child(String place) {
        return children.stream().filter(c -> c.field.equals(place)).findFirst();
    }

    /** Itself and everything below, parents first, in the order of the text. */
    public Stream<TsNode> descendants() {
        List<TsNode> all = new ArrayList<>();
        visit(all::add);
        return all.stream();
    }

    /** What {@link #descendants()} gives, of some types only. */
    public Stream<TsNode> descendants(String... types) {
        return descendants().filter(node -> node.is(types));
    }

    /** The nearest node around it that is of one of the types. */
    public Optional<TsNode> ancestor(String... types) {
        for (TsNode node = parent; node != null; node = node.parent) {
            if (node.is(types)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private void visit(Consumer<TsNode> visitor) {
        visitor.accept(this);
        for (TsNode child : children) {
            child.visit(visitor);
        }
    }

    @Override
    public String toString() {
        return type + "[" + start + ".." + end + "]";
    }
}
