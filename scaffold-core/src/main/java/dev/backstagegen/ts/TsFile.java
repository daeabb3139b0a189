package dev.backstagegen.ts;

/**
 * A TypeScript or JavaScript text and its syntax tree.
 *
 * @param text the text as it was read
 * @param root the node of the whole program
 */
public record TsFile(String text, TsNode root) {

    private static final RecentTrees RECENT = new RecentTrees();

    /** Reads a text; one that is broken has error nodes in its tree, and the rest of it is still there. */
    public static TsFile parse(String text) {
        return TsParser.parse(text);
    }

    /** The same, for those who do not mind that the nodes of one text are those of an equal one. */
    public static TsFile shared(String text) {
        return RECENT.of(text);
    }

    /** Whether everything in it could be read. */
    public boolean isWhole() {
        return root.descendants().noneMatch(TsNode::isError);
    }

    /** The line of a position, counted from one. */
    public int line(int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    @Override
    public String toString() {
        return "TsFile[" + text.length() + " characters]";
    }
}
