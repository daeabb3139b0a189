package dev.backstagegen.merge;

import dev.backstagegen.tree.RelPath;
import java.util.Set;
import java.util.function.Function;

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
     * The text in which every conflict is decided for one side, without what only the other side would have used.
     *
     * @param decision the lines of the side, such as {@code Conflict::yours}
     */
    public static String decided(
            RelPath path, String base, String yours, String fresh, Function<Merged.Conflict, String> decision) {
        String text = of(path, base, yours, fresh).text(decision);
        return CODE.contains(path.extension()) ? CodeMerge.settled(base, yours, fresh, text) : text;
    }
}
