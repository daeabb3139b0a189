package dev.backstagegen.merge;

import dev.backstagegen.tree.RelPath;
import java.util.Set;

/** Merges two descendants of one text, in the way that the kind of file allows. */
public final class Merge {

    private static final Set<String> CODE = Set.of("ts", "tsx", "mts", "cts", "js", "mjs", "cjs");

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
            default ->
                CODE.contains(path.extension()) ? CodeMerge.of(base, yours, fresh) : LineMerge.of(base, yours, fresh);
        };
    }

    /**
     * A text in which every conflict was decided, without what only the lines that were not taken would have used.
     *
     * @param decided the text of the merge with lines in place of each conflict
     */
    public static String settled(RelPath path, String base, String yours, String fresh, String decided) {
        return CODE.contains(path.extension()) ? CodeMerge.settled(base, yours, fresh, decided) : decided;
    }
}
