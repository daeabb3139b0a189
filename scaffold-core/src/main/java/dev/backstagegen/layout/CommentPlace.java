package dev.backstagegen.layout;

/**
 * Where a comment stands.
 *
 * @param before the node before it, or null
 * @param after the node after it, or null
 * @param last whether no comment follows in the text
 */
record CommentPlace(Comment comment, Node enclosing, Node before, Node after, boolean last) {

    boolean isIn(Kind kind, Kind... more) {
        return enclosing.is(kind, kind, more);
    }

    boolean isAfter(Slot slot) {
        return before != null && before.parent() == enclosing && before.isIn(slot);
    }

    boolean isBefore(Slot slot) {
        return after != null && after.parent() == enclosing && after.isIn(slot);
    }

    boolean leads(Node node) {
        node.attach(comment, Comment.Side.LEADING);
        return true;
    }

    boolean trails(Node node) {
        node.attach(comment, Comment.Side.TRAILING);
        return true;
    }

    boolean dangles(Node node) {
        node.attach(comment, Comment.Side.DANGLING);
        return true;
    }

    /** To the first statement of a block, or into it if it has none. */
    boolean opens(Node block) {
        for (Node child : block.children()) {
            if (child.isIn(Slot.BODY) || child.isIn(Slot.MEMBERS) || child.isIn(Slot.PROPERTIES)) {
                return leads(child);
            }
        }
        return dangles(block);
    }

    boolean opensOrLeads(Node node) {
        return node.is(Kind.BLOCK) ? opens(node) : leads(node);
    }

    void attachLeading() {
        if (after != null) {
            leads(after);
        } else if (before != null) {
            trails(before);
        } else {
            dangles(enclosing);
        }
    }

    void attachTrailing() {
        if (before != null) {
            trails(before);
        } else if (after != null) {
            leads(after);
        } else {
            dangles(enclosing);
        }
    }
}
