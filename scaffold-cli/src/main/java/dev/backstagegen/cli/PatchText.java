package dev.backstagegen.cli;

/**
 * A patch for whoever gets it: a terminal is shown nothing that it would obey, with colour to tell what goes and what
 * comes; anything else gets the bytes that {@code git apply} takes.
 */
final class PatchText {

    private PatchText() {}

    /** For standard output. */
    static String out(String patch, World world) {
        return of(patch, world.terminals().out(), world.inkOut());
    }

    /** For standard error. */
    static String err(String patch, World world) {
        return of(patch, world.terminals().err(), world.inkErr());
    }

    // Colour does not tell: who wants none has a terminal all the same.
    private static String of(String patch, boolean isTerminal, Ink ink) {
        if (!isTerminal) {
            return patch;
        }
        String clean = Plain.lines(patch.replace("\r\n", "\n"));
        if (!ink.isOn()) {
            return clean;
        }
        StringBuilder text = new StringBuilder();
        clean.lines().forEach(line -> text.append(line(line, ink)).append('\n'));
        return text.toString();
    }

    private static String line(String line, Ink ink) {
        if (line.startsWith("diff ") || line.startsWith("+++ ") || line.startsWith("--- ")) {
            return ink.bold(line);
        }
        if (line.startsWith("@@ ")) {
            return ink.yellow(line);
        }
        return line.startsWith("+") ? ink.green(line) : line.startsWith("-") ? ink.red(line) : line;
    }
}
