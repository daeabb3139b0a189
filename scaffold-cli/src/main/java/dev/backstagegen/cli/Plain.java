package dev.backstagegen.cli;

/** Text from outside, made safe to echo: nothing in it can move the cursor, hide text or start a new line. */
public final class Plain {

    private static final char HIDDEN = '\uFFFD';

    private Plain() {}

    /** One line of text. */
    public static String line(String text) {
        return clean(text, false);
    }

    /** Text with lines and tabs of its own. */
    public static String lines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean keepsLines) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean layout = keepsLines && (c == '\n' || c == '\t');
            clean.appendCodePoint(layout || !isHidden(c) ? c : HIDDEN);
            i += Character.charCount(c);
        }
        return clean.toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
