package dev.backstagegen.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The options that commands share which show something. */
final class CommonFlags {

    static final Flag DEBUG =
            new Flag(List.of(Flag.DEBUG), "", Flag.Group.HOW, "Show where in the program an error came from.");
    static final Flag HELP = new Flag(List.of("-h", Flag.HELP), "", Flag.Group.HELP, "This page.");

    private CommonFlags() {}

    static Flag format(Format... formats) {
        String names = Arrays.stream(formats).map(Format::text).collect(Collectors.joining(", "));
        int last = names.lastIndexOf(", ");
        return new Flag(
                List.of(Flag.FORMAT),
                "FORMAT",
                Flag.Group.HOW,
                "How results are printed: " + names.substring(0, last) + " or " + names.substring(last + 2)
                        + ". When nothing is said: text.");
    }
}
