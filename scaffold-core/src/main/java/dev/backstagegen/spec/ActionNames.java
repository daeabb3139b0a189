package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;

/** How the words of an action's name are joined. */
public enum ActionNames {
    SNAKE("_"),
    KEBAB("-");

    private final String separator;

    ActionNames(String separator) {
        this.separator = separator;
    }

    /** @throws ScaffoldException when it is neither of them */
    public static ActionNames of(String text) {
        return switch (text) {
            case "snake" -> SNAKE;
            case "kebab" -> KEBAB;
            default ->
                throw ScaffoldException.usage(
                        "'" + Plain.shown(text) + "' is not a style for the names of actions.", "It is snake or kebab");
        };
    }

    public String separator() {
        return separator;
    }
}
