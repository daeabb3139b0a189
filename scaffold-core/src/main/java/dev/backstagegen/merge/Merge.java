package dev.backstagegen.merge;

import dev.backstagegen.tree.RelPath;

/** Merges two descendants of one text, in the way that the kind of file allows. */
public final class Merge {

    private Merge() {}

    /**
     * @param path tells the kind of file
     * @param base what was generated before
     * @param yours what stands there now
     * @param fresh what is generated now
     */
    public static Merged of(RelPath path, String base, String yours, String fresh) {
        return switch (path.extension()) {
            case "json" -> JsonMerge.of(base, yours, fresh);
            case "yaml", "yml" -> YamlMerge.of(base, yours, fresh);
            case "ts", "tsx", "mts", "cts", "js", "mjs", "cjs" -> CodeMerge.of(base, yours, fresh);
            default -> LineMerge.of(base, yours, fresh);
        };
    }
}
