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
        return ScaffoldException.environment(
                "Could not write, " + outcome + " (" + place(failure) + reason(failure) + ")", hint(failure), failure);
    }

    /** Where it happened; of a move the target, which is the file that the user knows. */
    private static String place(IOException failure) {
        if (failure instanceof FileSystemException system) {
            String place = system.getOtherFile() == null ? system.getFile() : system.getOtherFile();
            return place == null ? "" : place + ": ";
        }
        return "";
    }

    private static String hint(IOException failure) {
        String reason = reason(failure).toLowerCase(Locale.ROOT);
        if (reason.contains("space") || reason.contains("quota")) {
            return "Make room on the disk, then run the command again";
        }
        if (failure instanceof AtomicMoveNotSupportedException) {
            return "The folder lies on another file system than its root; run with --root on the same one";
        }
        if (reason.contains("read-only")
                || reason.contains("not permitted")
                || failure instanceof AccessDeniedException) {
            return "Give yourself the right to write there, then run the command again";
        }
        return "Repair what is said, then run the command again";
    }
}
