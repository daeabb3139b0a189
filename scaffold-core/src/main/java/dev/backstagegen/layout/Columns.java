package dev.backstagegen.layout;

/** How many columns a text takes: wide characters take two, combining ones none. */
final class Columns {

    /** Makes a picture of the character before it. */
    private static final int EMOJI = 0xfe0f;

    private Columns() {}

    static int of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7f) {
                return ofAll(text);
            }
        }
        return text.length();
    }

    private static int ofAll(String text) {
        int columns = 0;
        int last = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == EMOJI && last == 1) {
                columns++;
                last = 2;
            } else if (!isZeroWidth(c)) {
                last = isWide(c) ? 2 : 1;
                columns += last;
            }
        }
        return columns;
    }

    private static boolean isZeroWidth(int c) {
        return c <= 0x1f
                || c >= 0x7f && c <= 0x9f
                || c >= 0x300 && c <= 0x36f
                || c >= 0xfe00 && c <= 0xfe0f
                || c == 0x200d;
    }

    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115f
                        || c >= 0x2e80 && c <= 0x3247 && c != 0x303f
                        || c >= 0x3250 && c <= 0x4dbf
                        || c >= 0x4e00 && c <= 0xa4c6
                        || c >= 0xa960 && c <= 0xa97c
                        || c >= 0xac00 && c <= 0xd7a3
                        || c >= 0xf900 && c <= 0xfaff
                        || c >= 0xfe30 && c <= 0xfe6b
                        || c >= 0xff01 && c <= 0xff60
                        || c >= 0xffe0 && c <= 0xffe6
                        || c >= 0x1f300 && c <= 0x1faff
                        || c >= 0x20000 && c <= 0x3fffd);
    }
}
