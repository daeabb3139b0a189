package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;

/** A node and the file that it stands in. */
public record Place(Source source, TsNode node) {

    /** Another node of the same file. */
    public Place at(TsNode other) {
        return new Place(source, other);
    }

    /** Where it is, for a reader. */
    public Spot spot() {
        return new Spot(
                source.path(), node.start(), node.end(), source.line(node.start()), source.column(node.start()));
    }
}
