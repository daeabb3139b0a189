package dev.backstagegen.cli;

/** A patch on a terminal, where colour tells what goes and what comes. */
final class PatchText {

    private PatchText() {}

    static String of(String patch, Ink ink) {
        if (!ink.isOn()) {
            return patch;
        }
        StringBuilder text = new StringBuilder();
        patch.lines().forEach(line -> text.append(line(line, ink)).append('\n'));
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
