package dev.backstagegen.disk;

import dev.backstagegen.tree.RelPath;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One change, checked and ready to be made.
 *
 * @param step what to do
 * @param bytes what the file will hold; empty for a deletion
 * @param model a file with the same content whose permissions a new file takes
 * @param missing the topmost folder above the file that is not there yet
 */
record Task(Step step, byte[] bytes, Optional<Path> model, Optional<RelPath> missing) {

    /**
     * What the journal remembers of a change: enough to take it back, and to see whether it was made.
     *
     * @param before what stood there
     * @param after what will stand there
     */
    record Step(RelPath path, Fingerprint before, Fingerprint after) {}

    RelPath path() {
        return step.path();
    }

    boolean creates() {
        return step.before().equals(Fingerprint.NONE);
    }

    boolean deletes() {
        return step.after().equals(Fingerprint.NONE);
    }
}
