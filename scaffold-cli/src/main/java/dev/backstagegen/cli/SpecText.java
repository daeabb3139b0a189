package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file given with {@code --spec}: the only one that the command line itself reads. */
final class SpecText {

    private static final long LARGEST = 1 << 20;

    private SpecText() {}

    static Path path(Path cwd, String file) {
        try {
            return cwd.resolve(file);
        } catch (InvalidPathException e) {
            throw ScaffoldException.usage("'" + Plain.line(file) + "' is not the path of a file.", "");
        }
    }

    /** @throws ScaffoldException when there is no such text */
    static String read(Path path, String name) {
        if (!Files.exists(path)) {
            throw ScaffoldException.usage(
                    "There is no file " + name + ".", "--spec takes a path from the current folder");
        }
        if (!Files.isRegularFile(path)) {
            throw ScaffoldException.usage(name + " is not a file.", "");
        }
        try {
            if (Files.size(path) > LARGEST) {
                throw ScaffoldException.usage(name + " is too large for a spec.", "");
            }
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            throw ScaffoldException.usage(name + " is not UTF-8 text.", "Save it as UTF-8");
        } catch (IOException e) {
            throw ScaffoldException.environment(name + " could not be read: " + Plain.line(e.toString()) + ".", "", e);
        }
    }
}
