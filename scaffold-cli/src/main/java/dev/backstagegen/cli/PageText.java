package dev.backstagegen.cli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of Markdown, of the kind that this project writes, on a terminal: titles, paragraphs, lists one level deep,
 * tables, and code, which is not broken. A link is its text; what is in back quotes keeps them. A row of a table is an
 * item with what the columns say about it, as no table of ours is as narrow as a terminal.
 */
final class PageText {

    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");
    private static final String FENCE = "```";

    private final Page page;
    private List<String> columns = List.of();
    private boolean inCode;
    private boolean afterTitle;
    private boolean isGapDue;

    private PageText(Page page) {
        this.page = page;
    }

    static Page of(String markdown, Ink ink) {
        Page page = new Page(ink);
        PageText text = new PageText(page);
        markdown.lines().forEach(text::take);
        return page;
    }

    private void take(String line) {
        columns = line.startsWith("| ") ? columns : List.of();
        if (inCode || line.startsWith(FENCE)) {
            takeCode(line);
        } else if (line.startsWith("| ")) {
            takeRow(cells(line));
        } else if (line.startsWith("#")) {
            page.title(line.replaceFirst("#+ ", ""));
            afterTitle = true;
            isGapDue = false;
        } else if (line.isEmpty()) {
            isGapDue = !afterTitle;
        } else {
            gap();
            String plain = LINK.matcher(line).replaceAll("$1");
            if (plain.startsWith("- ")) {
                page.item(plain.substring(2));
            } else {
                page.paragraph(plain);
            }
        }
    }

    private void takeRow(List<String> cells) {
        if (columns.isEmpty()) {
            columns = cells;
        } else if (!cells.get(0).startsWith("---")) {
            gap();
            page.item(cells.get(0));
            for (int i = 1; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    page.detail(columns.get(i) + ": " + cells.get(i));
                }
            }
            isGapDue = true;
        }
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|", -1))
                .map(cell -> LINK.matcher(cell).replaceAll("$1").strip())
                .toList();
    }

    private void takeCode(String line) {
        if (line.startsWith(FENCE)) {
            inCode = !inCode;
            return;
        }
        gap();
        page.line(line.isEmpty() ? "" : "  " + line);
    }

    /** The blank line before what follows, which a title has in itself. */
    private void gap() {
        if (isGapDue) {
            page.line("");
        }
        isGapDue = false;
        afterTitle = false;
    }
}
