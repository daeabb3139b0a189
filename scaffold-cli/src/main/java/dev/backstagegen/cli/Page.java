package dev.backstagegen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page of text, {@value #WIDTH} columns wide, as manuals have it: titles, paragraphs, lists of terms. */
final class Page {

    static final int WIDTH = 80;

    private static final String MARGIN = "  ";
    private static final String EXAMPLE = "    ";
    private static final int TERM = 24;
    private static final int NUMBER = 4;

    private final StringBuilder text = new StringBuilder();
    private final Ink ink;

    Page(Ink ink) {
        this.ink = ink;
    }

    Page title(String title) {
        text.append(text.isEmpty() ? "" : "\n").append(ink.bold(title)).append('\n');
        return this;
    }

    Page paragraph(String words) {
        wrap(words, WIDTH - MARGIN.length()).forEach(this::line);
        return this;
    }

    /** One item of a list. */
    Page item(String words) {
        List<String> lines = wrap(words, WIDTH - MARGIN.length() * 2);
        for (int i = 0; i < lines.size(); i++) {
            line((i == 0 ? "- " : "  ") + lines.get(i));
        }
        return this;
    }

    /** Something about the item before it. */
    Page detail(String words) {
        wrap(words, WIDTH - MARGIN.length() * 2).forEach(line -> line(MARGIN + line));
        return this;
    }

    /** One item of a list to choose from. */
    Page numbered(int number, String name, String words) {
        String indent = " ".repeat(NUMBER);
        List<String> lines = wrap(name + ": " + words, WIDTH - MARGIN.length() - NUMBER);
        String first = String.format(Locale.ROOT, "%2d  ", number)
                + ink.bold(name)
                + lines.get(0).substring(name.length());
        line(first);
        lines.subList(1, lines.size()).forEach(more -> line(indent + more));
        return this;
    }

    /** A line that is not broken, such as a command. */
    Page line(String line) {
        text.append(line.isEmpty() ? "" : MARGIN).append(line).append('\n');
        return this;
    }

    /** A command, broken as a shell takes it. */
    Page command(String words) {
        List<String> lines = wrap(words, WIDTH - MARGIN.length() - EXAMPLE.length() * 2 - 2);
        for (int i = 0; i < lines.size(); i++) {
            String end = i + 1 < lines.size() ? " \\" : "";
            line((i == 0 ? EXAMPLE : EXAMPLE + EXAMPLE) + lines.get(i) + end);
        }
        return this;
    }

    /** A term, and beside it what it means. */
    Page term(String term, String meaning) {
        List<String> lines = wrap(meaning, WIDTH - MARGIN.length() - TERM);
        boolean beside = term.length() <= TERM - 2;
        if (!beside) {
            line(ink.bold(term));
        }
        for (int i = 0; i < lines.size(); i++) {
            String left = i == 0 && beside ? term : "";
            line((left.isEmpty() ? "" : ink.bold(left)) + " ".repeat(TERM - left.length()) + lines.get(i));
        }
        return this;
    }

    private static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (words.length() - start > width) {
            int end = words.lastIndexOf(' ', start + width);
            end = end <= start ? Math.min(start + width, words.length()) : end;
            lines.add(words.substring(start, end));
            start = end < words.length() && words.charAt(end) == ' ' ? end + 1 : end;
        }
        lines.add(words.substring(start));
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
