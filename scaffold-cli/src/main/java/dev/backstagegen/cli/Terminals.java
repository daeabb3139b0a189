package dev.backstagegen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which of the three standard streams end at a terminal.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 */
record Terminals(boolean in, boolean out, boolean err) {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /**
     * Asks the system where it can tell the streams apart. Elsewhere {@link System#console()} answers for all of
     * them; it needs both input and output at a terminal, so that the doubt is on the side of not asking.
     */
    static Terminals detect() {
        if (Files.isDirectory(DESCRIPTORS)) {
            return new Terminals(isTerminal("0"), isTerminal("1"), isTerminal("2"));
        }
        // From JDK 22 on there may be a console without a terminal, unless the old one is asked for.
        System.setProperty("jdk.console", "java.base");
        boolean console = System.console() != null;
        return new Terminals(console, console, console);
    }

    private static boolean isTerminal(String descriptor) {
        try {
            String target =
                    Files.readSymbolicLink(DESCRIPTORS.resolve(descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException closed) {
            return false;
        }
    }
}
