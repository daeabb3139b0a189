package dev.backstagegen.cli;

import java.util.ArrayList;
import java.util.List;

/** A command line as a shell takes it: what is not plainly harmless stands in single quotes. */
final class ShellText {

    private static final String HARMLESS = "-_./:@%+=,";

    private ShellText() {}

    /** The command that makes what the arguments say. */
    static String of(Arguments arguments) {
        return "backstage-gen " + of(NewCommand.NAME, arguments);
    }

    /** The same of any command, without the program's name. */
    static String of(String command, Arguments arguments) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(arguments.words());
        arguments.options().forEach((name, value) -> add(words, name, value));
        arguments.repeated().forEach(given -> add(words, given.name(), given.value()));
        return of(words);
    }

    private static void add(List<String> words, String name, String value) {
        // A value that looks like an option needs the equals sign to be read as a value.
        if (value.startsWith("-")) {
            words.add(name + "=" + value);
            return;
        }
        words.add(name);
        if (!value.isEmpty()) {
            words.add(value);
        }
    }

    static String of(List<String> words) {
        List<String> quoted = new ArrayList<>();
        words.forEach(word -> quoted.add(quote(word)));
        return String.join(" ", quoted);
    }

    private static String quote(String word) {
        boolean harmless = !word.isEmpty();
        for (int i = 0; i < word.length() && harmless; i++) {
            char c = word.charAt(i);
            harmless = c < 128 && Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0;
        }
        return harmless ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
