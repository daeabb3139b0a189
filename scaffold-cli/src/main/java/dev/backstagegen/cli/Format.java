package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.Guess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How results are printed. */
enum Format {
    TEXT,
    MARKDOWN,
    GITHUB,
    JSON;

    private static final String FLAG = "--format";

    /** The word for it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format that was asked for; text where none was.
     *
     * @param known those that the command has
     * @throws ScaffoldException when it is none of them
     */
    static Format of(Arguments arguments, Format... known) {
        String name = arguments.value(FLAG).orElse(TEXT.text());
        List<String> names = new ArrayList<>();
        for (Format format : known) {
            if (format.text().equals(name)) {
                return format;
            }
            names.add(format.text());
        }
        throw ScaffoldException.usage(
                "'" + Plain.line(name) + "' is not a format.",
                Guess.hint(name, names, "It is " + String.join(" or ", names)));
    }

    /** What a command line asks for that may be too wrong to be read, so that its error comes in that form. */
    static Format wished(List<String> args) {
        for (int i = 0; i < args.size() && !args.get(i).equals("--"); i++) {
            boolean apart = args.get(i).equals(FLAG)
                    && i + 1 < args.size()
                    && args.get(i + 1).equals("json");
            if (apart || args.get(i).equals(FLAG + "=json")) {
                return JSON;
            }
        }
        return TEXT;
    }
}
