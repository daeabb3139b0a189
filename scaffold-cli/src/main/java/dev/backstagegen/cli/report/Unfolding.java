package dev.backstagegen.cli.report;

import java.util.List;

/**
 * Lists below a text of Markdown. A comment or the body of a pull request takes 65536 characters, and the lists are
 * what can be spared: they are cut, and the end says how much is missing.
 */
public final class Unfolding {

    private static final int LIMIT = 60_000;

    private final StringBuilder text;
    private int left;

    /** @param above what stands above the lists */
    public Unfolding(String above) {
        this.text = new StringBuilder(above);
    }

    /**
     * A list that opens when somebody asks for it.
     *
     * @param summary what stands for it, as plain text
     * @param items as Markdown, each with its line feed
     */
    public void fold(String summary, List<String> items) {
        list("\n<details>\n<summary>" + Inline.html(summary) + "</summary>\n\n", items, "\n</details>\n");
    }

    /** A list below a heading. */
    public void list(String heading, List<String> items) {
        list("\n### " + Inline.of(heading) + "\n\n", items, "");
    }

    /**
     * All of it, and what did not fit, if anything.
     *
     * @param noun what an item is, in the singular
     */
    public String text(String noun) {
        return left == 0 ? text.toString() : text + "\n" + Summary.number(left, noun) + " did not fit in here.\n";
    }

    private void list(String begin, List<String> items, String end) {
        StringBuilder list = new StringBuilder(begin);
        int shown = 0;
        for (String item : items) {
            if (text.length() + list.length() + item.length() > LIMIT) {
                break;
            }
            list.append(item);
            shown++;
        }
        if (shown > 0) {
            text.append(list).append(end);
        }
        left += items.size() - shown;
    }
}
