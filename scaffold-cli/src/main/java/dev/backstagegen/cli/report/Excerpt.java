package dev.backstagegen.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The lines of a file that a problem is in, numbered, with marks below the exact range. */
final class Excerpt {

    private static final int FIRST = 3;
    private static final int LAST = 2;

    private final String[] text;
    private final Region region;
    private final UnaryOperator<String> ink;
    private final List<String> lines = new ArrayList<>();

    private Excerpt(String text, Region region, UnaryOperator<String> ink) {
        this.text = text.split("\n", -1);
        this.region = region;
        this.ink = ink;
    }

    /**
     * Nothing where the text is not known. Of a range of many lines the middle is left out.
     *
     * @param ink what is done with the marks
     */
    static List<String> of(Entry entry, UnaryOperator<String> ink) {
        return entry.text()
                .map(text -> new Excerpt(text, entry.region(), ink).lines())
                .orElse(List.of());
    }

    private List<String> lines() {
        boolean isLong = region.lastLine() - region.line() >= FIRST + LAST;
        for (int number = region.line(); number <= region.lastLine(); number++) {
            if (isLong && number == region.line() + FIRST) {
                lines.add("...");
                number = region.lastLine() - LAST + 1;
            }
            show(number);
        }
        return lines;
    }

    private void show(int number) {
        String line = text[number - 1];
        boolean isFirst = number == region.line();
        int start = isFirst
                ? region.column() - 1
                : line.length() - line.stripLeading().length();
        int end = number == region.endLine() ? region.endColumn() - 1 : line.length();
        Strip strip = Strip.of(line, Math.min(start, line.length()), Math.min(end, line.length()));
        String margin = Integer.toString(number);
        int width = Integer.toString(region.lastLine()).length();
        lines.add((" ".repeat(width - margin.length()) + margin + " | " + strip.shown()).stripTrailing());
        if (isFirst || start < end) {
            String indent = strip.marks().substring(0, strip.marks().indexOf('^'));
            lines.add(
                    " ".repeat(width) + " | " + indent + ink.apply(strip.marks().strip()));
        }
    }
}
