package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.Guess;
import java.util.List;

/** How results are printed. */
enum Format {
    TEXT,
    JSON;

    private static final String FLAG = "--format";

    /** @throws ScaffoldException when it is neither of them */
    static Format of(String name) {
        return switch (name) {
            case "text" -> TEXT;
            case "json" -> JSON;
            default ->
                throw ScaffoldException.usage(
                        "'" + Plain.line(name) + "' is not a format.",
                        Guess.hint(name, List.of("text", "json"), "It is text or json"));
        };
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
