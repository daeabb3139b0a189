package dev.backstagegen.merge;

import dev.backstagegen.ts.TsNode;
import java.util.List;

/**
 * One knot of the tree that is merged: a piece of code with the white space and the comments that belong to it.
 *
 * @param node where it begins in the syntax tree
 * @param key what it is known by among its siblings
 * @param essence its tokens and comments, whatever white space, quotes and trailing commas were chosen
 * @param gap the white space before it
 * @param lead its comments, and what stands between them and the code
 * @param text the code, with its own end if it has one
 * @param tail comments behind it in the same line, and the white space before them
 * @param indent the indentation of the line in which it begins
 * @param open what stands before the first part
 * @param close what stands behind the last part
 */
record Knot(
        TsNode node,
        Shape shape,
        String key,
        String essence,
        String gap,
        String lead,
        String text,
        String tail,
        String indent,
        String open,
        List<Knot> parts,
        String close) {

    boolean sameAs(Knot other) {
        return essence.equals(other.essence);
    }

    /** Whether the comments that belong to it are the same as well. */
    boolean sameWithComments(Knot other) {
        return sameAs(other)
                && Essence.ofText(lead).equals(Essence.ofText(other.lead))
                && Essence.ofText(tail).equals(Essence.ofText(other.tail));
    }

    Knot with(String otherKey, String otherGap, String otherLead, String otherText, String otherTail) {
        return new Knot(
                node, shape, otherKey, essence, otherGap, otherLead, otherText, otherTail, indent, open, parts, close);
    }

    boolean isComment() {
        return node.is("comment");
    }

    @Override
    public String toString() {
        return shape + " " + key;
    }
}
