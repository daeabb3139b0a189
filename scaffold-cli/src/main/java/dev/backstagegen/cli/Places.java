package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Words of the command line that name a place, as seen from where the user stands. */
final class Places {

    private Places() {}

    /** @throws ScaffoldException when nothing can lie there */
    static Path path(Path cwd, String name) {
        return at(cwd, name, "a path");
    }

    /** @throws ScaffoldException when no folder can be called that */
    static Path folder(Path cwd, String name) {
        return at(cwd, name, "the path of a folder");
    }

    private static Path at(Path cwd, String name, String what) {
        try {
            return cwd.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw ScaffoldException.usage("'" + Plain.line(name) + "' is not " + what + ".", "");
        }
    }
}
