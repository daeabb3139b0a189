package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.util.Locale;

/** What the disk says when it refuses, in words. */
final class Failures {

    private Failures() {}

    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemLoopException) {
            return "its links go round in a circle";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(failure.getMessage());
    }

    /** @param outcome what became of the tree: "nothing was changed" */
    static ScaffoldException told(IOException failure, String outcome) {
        String where = failure instanceof FileSystemException system && system.getFile() != null
                ? system.getFile() + ": "
                : "";
        return ScaffoldException.environment(
                "Could not write, " + outcome + " (" + where + reason(failure) + ")", hint(failure), failure);
    }

    private static String hint(IOException failure) {
        String reason = reason(failure).toLowerCase(Locale.ROOT);
        if (reason.contains("space") || reason.contains("quota")) {
            return "Make room on the disk, then run the command again";
        }
        if (failure instanceof AtomicMoveNotSupportedException) {
            return "The folder lies on another file system than its root; run with --root on the same one";
        }
        if (reason.contains("read-only") || failure instanceof AccessDeniedException) {
            return "Give yourself the right to write there, then run the command again";
        }
        return "Repair what is said, then run the command again";
    }
}
