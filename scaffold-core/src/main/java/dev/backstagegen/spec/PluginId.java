package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.Locale;

/**
 * The id of a backend plugin: kebab-case, at most {@value #MAX_LENGTH} characters, without {@code -backend} at its end,
 * because that is what its package adds.
 *
 * @param name the words of the id
 */
public record PluginId(Name name) {

    public static final int MAX_LENGTH = 50;

    /** @throws ScaffoldException with the reason, and with a repair where one can be guessed */
    public static PluginId of(String id) {
        String wrong = fault(id);
        if (!wrong.isEmpty()) {
            throw ScaffoldException.usage("'" + Plain.shown(id) + "' is not a plugin id: " + wrong + ".", repair(id));
        }
        return new PluginId(Name.ofKebab(id));
    }

    /** The same as the words of the id, joined: {@code my-plugin}. */
    public String value() {
        return name.kebab();
    }

    /** The name of the folder and of the package: {@code my-plugin-backend}. */
    public String folder() {
        return value() + "-backend";
    }

    private static String fault(String id) {
        if (id.isEmpty()) {
            return "it is empty";
        }
        if (id.length() > MAX_LENGTH) {
            return "it has " + id.length() + " characters, and " + MAX_LENGTH + " are allowed";
        }
        if (!Name.isKebab(id)) {
            return "it must be lower-case letters, digits and single dashes, beginning with a letter";
        }
        if (id.endsWith("-backend") || id.equals("backend")) {
            return "it must not end in 'backend', the package adds that";
        }
        return "";
    }

    private static String repair(String id) {
        String guess = Plain.kebab(id);
        while (guess.endsWith("-backend")) {
            guess = guess.substring(0, guess.length() - "-backend".length());
        }
        guess = guess.length() > MAX_LENGTH ? guess.substring(0, MAX_LENGTH).replaceAll("-+$", "") : guess;
        return fault(guess).isEmpty() ? "Try --id " + guess.toLowerCase(Locale.ROOT) : "For example: --id incident-log";
    }

    @Override
    public String toString() {
        return value();
    }
}
