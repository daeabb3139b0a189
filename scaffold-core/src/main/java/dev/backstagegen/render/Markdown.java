package dev.backstagegen.render;

/**
 * A text from outside as a paragraph of Markdown: nothing in it is markup, and prettier would write it the same. Its
 * rules for underscores, links and Chinese text were read off prettier with random texts.
 */
final class Markdown {

    private static final String ALWAYS = "\\`*[]<>&#|~!{}$";

    private Markdown() {}

    /** A paragraph of one line, in which nothing is markup, written as prettier would write it. */
    static String paragraph(String text) {
        int[] line = spaced(text.replaceAll("\\s+", " ")).codePoints().toArray();
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < line.length; i++) {
            escaped.append(isMarkup(line, i) ? "\\" : "").appendCodePoint(line[i]);
        }
        return escaped.toString();
    }

    private static boolean isMarkup(int[] line, int i) {
        return switch (line[i]) {
            case '_' -> isAtEdge(line, i);
            case '+', '-', '=', ':' -> i == 0;
            case '.', ')' -> i > 0 && isNumber(line, i);
            case '@' -> runsIntoMarkup(line, i);
            default -> ALWAYS.indexOf(line[i]) >= 0;
        };
    }

    /** Whether a run of underscores could open or close emphasis, which one within a word cannot. */
    private static boolean isAtEdge(int[] line, int i) {
        int before = i - 1;
        while (before >= 0 && line[before] == '_') {
            before--;
        }
        int after = i + 1;
        while (after < line.length && line[after] == '_') {
            after++;
        }
        return after - before > 2
                || before < 0
                || after == line.length
                || endsWord(line[before])
                || endsWord(line[after])
                || startsLink(line, after);
    }

    private static boolean startsLink(int[] line, int at) {
        String rest = new String(line, at, line.length - at);
        return rest.startsWith("http://") || rest.startsWith("https://") || rest.startsWith("www.");
    }

    /** An e-mail address would become a link, in which a star or an underscore must not be escaped. */
    private static boolean runsIntoMarkup(int[] line, int at) {
        for (int i = at; i < line.length && line[i] != ' '; i++) {
            if (line[i] == '*' || line[i] == '_') {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(int[] line, int end) {
        for (int i = 0; i < end; i++) {
            if (line[i] < '0' || line[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** Chinese and Japanese stand apart from other letters and digits. */
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder();
        int before = ' ';
        for (int c : text.codePoints().toArray()) {
            boolean meet = isHan(before) != isHan(c) && !isSeparator(before) && !isSeparator(c);
            spaced.append(meet ? " " : "").appendCodePoint(c);
            before = c;
        }
        return spaced.toString();
    }

    private static boolean isHan(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
            default -> false;
        };
    }

    private static boolean endsWord(int c) {
        return isSeparator(c) || isHan(c);
    }

    private static boolean isSeparator(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> c < 0x80 && !Character.isLetterOrDigit(c);
        };
    }
}
