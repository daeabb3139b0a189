package dev.backstagegen.cli;

import java.util.regex.Pattern;

/**
 * A page of Markdown, of the kind that this project writes, on a terminal: titles, paragraphs, lists one level deep, and
 * code, which is not broken. A link is its text; what is in back quotes keeps them.
 */
final class PageText {

    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\([^)]+\\)");
    private static final String FENCE = "```";

    private final Page page;
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
        if (inCode || line.startsWith(FENCE)) {
            takeCode(line);
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
