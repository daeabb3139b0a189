package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The editor that the user has chosen. */
final class Editor {

    private Editor() {}

    /**
     * What somebody made of a text.
     *
     * @throws ScaffoldException when the editor could not be run, or failed
     */
    static String edit(String text, World world) {
        List<String> command = new ArrayList<>(Arrays.asList(name(world).split(" ")));
        try {
            Path file = Files.createTempFile("backstage-gen-", ".ts");
            try {
                Files.writeString(file, text);
                command.add(file.toString());
                int code = new ProcessBuilder(command).inheritIO().start().waitFor();
                if (code != 0) {
                    throw failed(command.get(0), "it ended with " + code);
                }
                return Files.readString(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw failed(command.get(0), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(command.get(0), "it was interrupted");
        }
    }

    private static String name(World world) {
        return world.isSet("VISUAL")
                ? world.env().get("VISUAL")
                : world.isSet("EDITOR") ? world.env().get("EDITOR") : "vi";
    }

    private static ScaffoldException failed(String name, String reason) {
        return ScaffoldException.environment(
                "The editor " + Plain.line(name) + " did not do it: " + Plain.line(reason) + ".",
                "Set EDITOR to one that waits until the file is closed; nothing was written");
    }
}
