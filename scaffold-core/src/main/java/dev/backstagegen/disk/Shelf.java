package dev.backstagegen.disk;

import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A journal and the old files that it speaks of, together in one folder, so that one move takes both.
 *
 * @param folder where they lie; it need not be there
 */
record Shelf(Path folder) {

    Path journal() {
        return folder.resolve("journal");
    }

    Path files() {
        return folder.resolve("old");
    }

    /** Where the old file of a step is kept. */
    Path old(int step) {
        return files().resolve(String.valueOf(step));
    }

    /** A folder with the permissions of one that the run removed. */
    Path removed(RelPath folder) {
        byte[] name = folder.value().getBytes(StandardCharsets.UTF_8);
        return files().resolve("folder-" + Fingerprint.of(name).value());
    }

    /** Whether it holds a journal; without one, whatever else lies there means nothing. */
    boolean isThere() throws IOException {
        return Root.standing(journal()).isPresent();
    }
}
