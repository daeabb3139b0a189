package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;

/** A node and the file that it stands in. */
public record Place(Source source, TsNode node) {

    /** Another node of the same file. */
    public Place at(TsNode other) {
        return new Place(source, other);
    }
}
