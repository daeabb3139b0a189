package dev.backstagegen.disk;

import java.io.IOException;
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

    /** Whether it holds a journal; without one, whatever else lies there means nothing. */
    boolean isThere() throws IOException {
        return Root.standing(journal()).isPresent();
    }
}
