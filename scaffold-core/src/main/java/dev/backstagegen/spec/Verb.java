package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What callers may do with a resource. */
public enum Verb {
    LIST,
    GET,
    CREATE,
    UPDATE,
    DELETE;

    /** @throws ScaffoldException when it is none of them */
    public static Verb of(String text) {
        return Arrays.stream(values())
                .filter(verb -> verb.text().equals(text))
                .findFirst()
                .orElseThrow(() -> ScaffoldException.usage(
                        "'" + Plain.shown(text) + "' is not a verb of a resource.",
                        Guess.hint(text, texts(), "There are: " + String.join(", ", texts()))));
    }

    /** As it is written on the command line and in a spec file. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it leaves everything as it was. */
    public boolean isRead() {
        return this == LIST || this == GET;
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Verb::text).toList();
    }
}
