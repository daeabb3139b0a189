package dev.backstagegen.layout;
/** Stand-in. */
public final class Layout {
    private Layout() {}

    public static String format(String s) {
        return s;
    }
}
