package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The editor that the user has chosen, run as git runs it. */
final class Editor {

    // Standard output may be a file that a patch goes to; where somebody is asked, standard error is a terminal.
    private static final String TO_TERMINAL = "exec 1>&2\n";

    private Editor() {}

    /**
     * What somebody made of a text.
     *
     * @throws ScaffoldException when the editor could not be run, or failed
     */
    static String edit(String text, World world) {
        boolean isWindows = File.separatorChar == '\\';
        String editor = name(world, isWindows ? "notepad" : "vi");
        try {
            Path file = Files.createTempFile("backstage-gen-", ".ts");
            try {
                Files.writeString(file, text);
                List<String> command = isWindows ? split(editor, file) : inShell(editor, file);
                int code = new ProcessBuilder(command).inheritIO().start().waitFor();
                if (code != 0) {
                    throw failed(editor, "it ended with " + code);
                }
                return Files.readString(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw failed(editor, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(editor, "it was interrupted");
        }
    }

    /** The value is the user's own piece of shell; the path comes as an argument and is never read as one. */
    private static List<String> inShell(String editor, Path file) {
        return List.of("sh", "-c", TO_TERMINAL + editor + " \"$@\"", editor, file.toString());
    }

    private static List<String> split(String editor, Path file) {
        List<String> command = new ArrayList<>(Arrays.asList(editor.split(" ")));
        command.add(file.toString());
        return command;
    }

    private static String name(World world, String usual) {
        return world.isSet("VISUAL")
                ? world.env().get("VISUAL")
                : world.isSet("EDITOR") ? world.env().get("EDITOR") : usual;
    }

    private static ScaffoldException failed(String name, String reason) {
        return ScaffoldException.environment(
                "The editor " + Plain.line(name) + " did not do it: " + Plain.line(reason) + ".",
                "Set EDITOR to one that waits until the file is closed; nothing of the plugin was written");
    }
}
