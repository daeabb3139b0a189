package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.Guess;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is done where somebody edited the very lines that are generated anew. */
enum OnConflict {
    /** Somebody decides, piece by piece. */
    ASK,
    /** Nothing of the plugin is written. */
    STOP,
    /** Both texts are written between marks. */
    MARKERS,
    /** The lines of the user stay. */
    OURS,
    /** The generated lines win. */
    THEIRS,
    /** The file stays, and the generated one is put beside it. */
    NEW_FILE;

    static final String FLAG = "--on-conflict";

    /** @throws ScaffoldException when there is no such word, or nobody to ask */
    static OnConflict of(Arguments arguments, World world) {
        OnConflict usual = world.asks() ? ASK : STOP;
        OnConflict chosen = arguments.value(FLAG).map(OnConflict::named).orElse(usual);
        if (chosen == ASK && !world.asks()) {
            throw ScaffoldException.usage(
                    "There is nobody to ask: this is no terminal" + (world.isSet("CI") ? ", or CI is set." : "."),
                    "Choose one of " + words(", ") + " for " + FLAG);
        }
        return chosen;
    }

    /** The word that chooses it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String words(String between) {
        return Arrays.stream(values()).map(OnConflict::text).collect(Collectors.joining(between));
    }

    private static OnConflict named(String word) {
        List<String> words = Arrays.stream(values()).map(OnConflict::text).toList();
        return Arrays.stream(values())
                .filter(each -> each.text().equals(word))
                .findFirst()
                .orElseThrow(() -> ScaffoldException.usage(
                        "'" + Plain.line(word) + "' is no way to treat a conflict.",
                        Guess.hint(word, words, "It is one of " + words(", "))));
    }
}
