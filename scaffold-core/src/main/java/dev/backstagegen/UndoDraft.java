package dev.backstagegen;

import dev.backstagegen.disk.LastRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What taking back the last run would change, before anything does.
 *
 * @param root the folder that all paths are below
 * @param run the run to take back; empty when there is nothing to take back now
 * @param notes what the user should know; whole sentences
 */
public record UndoDraft(Path root, Optional<LastRun> run, List<String> notes) {

    public UndoDraft {
        notes = List.copyOf(notes);
    }

    /** Whether it is refused, because something was edited since. */
    public boolean isRefused() {
        return run.filter(last -> !last.edited().isEmpty()).isPresent();
    }
}
