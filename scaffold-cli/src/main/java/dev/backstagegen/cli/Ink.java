package dev.backstagegen.cli;

/**
 * Colour, or none.
 *
 * @param isOn whether there is somebody who sees it and wants it
 */
public record Ink(boolean isOn) {

    public static final Ink NONE = new Ink(false);

    public String bold(String text) {
        return in("1", text);
    }

    public String green(String text) {
        return in("32", text);
    }

    public String yellow(String text) {
        return in("33", text);
    }

    public String red(String text) {
        return in("1;31", text);
    }

    private String in(String code, String text) {
        return isOn && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
