package dev.backstagegen.host;

import dev.backstagegen.tree.Lines;
import dev.backstagegen.tree.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** Finds among the ways to take something out the first one after which putting it in again leads to the very text. */
record Inverse(Target target, String text) {

    /** That way, or another one when there is none: then somebody has edited around it. */
    TextEdit of(List<TextEdit> ways, TextEdit otherwise) {
        return ways.stream().filter(this::isUndone).findFirst().orElse(otherwise);
    }

    private boolean isUndone(TextEdit way) {
        String without = TextEdit.apply(text, List.of(way));
        return target.edit(without) instanceof Step.Edit again
                && TextEdit.apply(without, List.of(again.edit())).equals(text);
    }

    /**
     * The ways to take out whole lines: with the blank line above or below them, the line break at their end, or the
     * one before them, which was the end of the text.
     */
    List<TextEdit> lines(int start, int end) {
        Lines lines = new Lines(text);
        int from = lines.start(start);
        int to = lines.next(end);
        List<TextEdit> ways = new ArrayList<>();
        if (from > 0 && lines.isBlank(from - 1)) {
            ways.add(new TextEdit(lines.start(from - 1), to, ""));
        }
        if (to < text.length() && lines.isBlank(to)) {
            ways.add(new TextEdit(from, lines.next(to), ""));
        }
        ways.add(new TextEdit(from, to, ""));
        if (from > 0) {
            int before = lines.end(from - 1);
            ways.add(new TextEdit(before, lines.end(end), ""));
            if (lines.isBlank(from - 1) && lines.start(from - 1) > 0) {
                ways.add(new TextEdit(lines.end(lines.start(from - 1) - 1), to, ""));
            }
        }
        return ways;
    }

    /** Whole lines and nothing else, but no two blank lines in their place. */
    TextEdit bare(int start, int end) {
        Lines lines = new Lines(text);
        int from = lines.start(start);
        int to = lines.next(end);
        boolean blankBehind = to >= text.length() || lines.isBlank(to);
        boolean blankBefore = from > 0 && lines.isBlank(from - 1);
        return new TextEdit(blankBefore && blankBehind ? lines.start(from - 1) : from, to, "");
    }
}
