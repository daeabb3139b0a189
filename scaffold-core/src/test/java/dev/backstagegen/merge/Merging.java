package dev.backstagegen.merge;

import dev.backstagegen.merge.Merged.Conflict;

/** Merges for tests, shown in one text. */
final class Merging {

    private Merging() {}

    /** The merged text; a conflict stands in it as {@code <base|yours|fresh>}. */
    static String shown(Merged merged) {
        return merged.text(Merging::shown);
    }

    private static String shown(Conflict conflict) {
        return "<" + conflict.base() + "|" + conflict.yours() + "|" + conflict.fresh() + ">\n";
    }
}
