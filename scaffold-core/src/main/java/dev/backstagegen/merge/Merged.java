package dev.backstagegen.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What became of three texts: pieces that follow one another, each agreed on or left to be decided.
 *
 * @param pieces in the order of the text; two that are agreed on never follow each other
 */
public record Merged(List<Piece> pieces) {

    private static final Pattern MARKS = Pattern.compile("(?ms)^<{7} .*^={7}\\R.*^>{7} ");

    /** A part of the text. */
    public sealed interface Piece {}

    /** What there is no doubt about. */
    public record Agreed(String text) implements Piece {}

    /**
     * What both sides have changed, each in its own way.
     *
     * @param base whole lines of what was generated before; may be empty
     * @param yours the lines that stand there now
     * @param fresh the lines that are generated now
     */
    public record Conflict(String base, String yours, String fresh) implements Piece {}

    public Merged {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            int last = joined.size() - 1;
            if (piece instanceof Agreed agreed && last >= 0 && joined.get(last) instanceof Agreed before) {
                joined.set(last, new Agreed(before.text + agreed.text));
            } else {
                joined.add(piece);
            }
        }
        pieces = List.copyOf(joined);
    }

    /** Two texts that have nothing in common but their place. */
    public static Merged conflict(String base, String yours, String fresh) {
        return new Merged(List.of(new Conflict(base, yours, fresh)));
    }

    static Merged agreed(String text) {
        return new Merged(List.of(new Agreed(text)));
    }

    public boolean isClean() {
        return conflicts().isEmpty();
    }

    public List<Conflict> conflicts() {
        return pieces.stream()
                .flatMap(piece -> piece instanceof Conflict conflict ? Stream.of(conflict) : Stream.empty())
                .toList();
    }

    /** The whole text, with what a decision puts in place of each conflict. */
    public String text(Function<Conflict, String> decision) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece instanceof Conflict conflict ? decision.apply(conflict) : ((Agreed) piece).text);
        }
        return text.toString();
    }

    /** The whole text with each conflict between marks as git makes them, the former text among it. */
    public String marked() {
        return text(conflict -> "<<<<<<< yours\n" + whole(conflict.yours) + "||||||| generated before\n"
                + whole(conflict.base) + "=======\n" + whole(conflict.fresh) + ">>>>>>> generated now\n");
    }

    /** Whether a text holds such marks, ours or git's. */
    public static boolean isMarked(String text) {
        return text.contains("<<<<<<< ")
                && text.contains(">>>>>>> ")
                && MARKS.matcher(text).find();
    }

    private static String whole(String lines) {
        return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
    }
}
