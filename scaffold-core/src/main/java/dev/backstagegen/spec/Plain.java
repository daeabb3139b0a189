package dev.backstagegen.spec;

import java.util.Locale;

/** Text from outside, made harmless for a message or turned into a guess at what was meant. */
final class Plain {

    private static final int SHOWN = 80;

    private Plain() {}

    /** Without what moves the cursor or hides, and not longer than a line. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(c -> shown.appendCodePoint(isHarmless(c) ? c : '\uFFFD'));
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
    }

    /** Whether a character can stand in one line of text and be seen there. */
    static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The letters and digits of a text in kebab-case; may come out empty. */
    static String kebab(String text) {
        return text.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
    }
}
