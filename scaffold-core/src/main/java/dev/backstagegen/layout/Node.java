package dev.backstagegen.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A node of the tree that is printed: that of the grammar without its punctuation and needless parentheses. */
final class Node {

    private final Kind kind;
    private int start;
    private int end;
    private String text = "";
    private Node parent;
    private Slot slot;
    private final List<Node> children = new ArrayList<>(4);
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private List<Comment> comments = List.of();
    private List<String> pieces = List.of();

    Node(Kind kind, int start, int end) {
        this.kind = kind;
        this.start = start;
        this.end = end;
    }

    Node with(Slot place, Node child) {
        child.parent = this;
        child.slot = place;
        children.add(child);
        end = Math.max(end, child.end);
        return this;
    }

    Node with(Flag flag) {
        flags.add(flag);
        return this;
    }

    Node withIf(boolean condition, Flag flag) {
        return condition ? with(flag) : this;
    }

    Node text(String value) {
        text = value;
        return this;
    }

    Node pieces(List<String> texts) {
        pieces = List.copyOf(texts);
        return this;
    }

    /** Begins earlier, with words that are not its children. */
    Node startingAt(int position) {
        start = position;
        return this;
    }

    void attach(Comment comment, Comment.Side side) {
        comment.stand(side);
        if (comments.isEmpty()) {
            comments = new ArrayList<>(2);
        }
        comments.add(comment);
        comments.sort(Comparator.comparingInt(Comment::start));
    }

    Kind kind() {
        return kind;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean is(Kind first, Kind second, Kind... more) {
        if (kind == first || kind == second) {
            return true;
        }
        for (Kind each : more) {
            if (kind == each) {
                return true;
            }
        }
        return false;
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** A name, an operator, a literal as written or the words before a member, as the kind has it. */
    String text() {
        return text;
    }

    /** The texts between the expressions of a template. */
    List<String> pieces() {
        return pieces;
    }

    /** The node around it; only the whole program has none. */
    Node parent() {
        return parent;
    }

    Slot slot() {
        return slot;
    }

    boolean isIn(Slot place) {
        return slot == place;
    }

    boolean isIn(Slot place, Kind kindOfParent) {
        return slot == place && parent != null && parent.kind == kindOfParent;
    }

    List<Node> children() {
        return children;
    }

    boolean has(Slot place) {
        for (Node child : children) {
            if (child.slot == place) {
                return true;
            }
        }
        return false;
    }

    /** The first node at a place. */
    Node get(Slot place) {
        for (Node child : children) {
            if (child.slot == place) {
                return child;
            }
        }
        throw new IllegalStateException("No " + place + " in " + kind + " at " + start);
    }

    /** Every node at a place. */
    List<Node> all(Slot place) {
        List<Node> found = new ArrayList<>(children.size());
        for (Node child : children) {
            if (child.slot == place) {
                found.add(child);
            }
        }
        return found;
    }

    List<Comment> comments() {
        return comments;
    }

    boolean hasComment() {
        return !comments.isEmpty();
    }

    boolean hasComment(Comment.Side side) {
        return hasComment(comment -> comment.is(side));
    }

    boolean hasComment(Predicate<Comment> test) {
        for (Comment comment : comments) {
            if (test.test(comment)) {
                return true;
            }
        }
        return false;
    }

    boolean isCall() {
        return kind == Kind.CALL;
    }

    boolean isMember() {
        return kind == Kind.MEMBER;
    }

    boolean isBinaryish() {
        return kind == Kind.BINARY || kind == Kind.LOGICAL;
    }

    boolean isFunction() {
        return kind == Kind.ARROW || kind == Kind.FUNCTION_EXPRESSION;
    }

    /** Whether it is a type that stands behind a colon. */
    boolean isAnnotation() {
        return (slot == Slot.TYPE || slot == Slot.RETURN_TYPE)
                && parent.is(
                        Kind.IDENTIFIER,
                        Kind.OBJECT_PATTERN,
                        Kind.ARRAY_PATTERN,
                        Kind.REST,
                        Kind.CLASS_PROPERTY,
                        Kind.PROPERTY_SIGNATURE,
                        Kind.INDEX_SIGNATURE,
                        Kind.ARROW,
                        Kind.FUNCTION_DECLARATION,
                        Kind.FUNCTION_EXPRESSION,
                        Kind.FUNCTION_SIGNATURE,
                        Kind.METHOD,
                        Kind.OBJECT_METHOD,
                        Kind.METHOD_SIGNATURE,
                        Kind.CALL_SIGNATURE,
                        Kind.CONSTRUCT_SIGNATURE);
    }

    boolean isObjectType() {
        return kind == Kind.TYPE_LITERAL || kind == Kind.MAPPED_TYPE;
    }

    @Override
    public String toString() {
        return kind + "[" + start + ".." + end + "]";
    }
}
