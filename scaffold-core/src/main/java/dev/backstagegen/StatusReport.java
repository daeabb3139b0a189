package dev.backstagegen;

import dev.backstagegen.tree.RelPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How plugins stand to what is generated today. The same repository gives the same report.
 *
 * @param root the folder that all paths are below
 * @param plugins how each of them stands, in the order they were named
 * @param notes what there is to say of the repository; whole sentences
 */
public record StatusReport(Path root, List<Standing> plugins, List<String> notes) {

    public StatusReport {
        plugins = List.copyOf(plugins);
        notes = List.copyOf(notes);
    }

    /**
     * How one plugin stands.
     *
     * @param folder the plugin's
     * @param files how each of its files stands; none when it could not be looked at
     * @param failure why it could not be looked at
     */
    public record Standing(RelPath folder, List<FileStatus> files, Optional<ScaffoldException> failure) {

        public Standing {
            files = List.copyOf(files);
        }

        /** Whether something is to be done about it. */
        public boolean isBehind() {
            return !behind().isEmpty();
        }

        /** Whether conflicts in it were marked, and nobody has decided them yet. */
        public boolean isMarked() {
            return files.stream().anyMatch(file -> file.state() == FileStatus.State.MARKED);
        }

        /** The files about which something is to be done. */
        public List<FileStatus> behind() {
            return files.stream().filter(file -> file.state().isBehind()).toList();
        }
    }

    /** Looks at plugins; one that cannot be looked at does not hide the others. */
    public static StatusReport of(Upkeep upkeep, List<RelPath> folders) {
        List<Standing> plugins =
                folders.parallelStream().map(folder -> standing(upkeep, folder)).toList();
        return new StatusReport(upkeep.root(), plugins, upkeep.notes());
    }

    /** Those about which something is to be done. */
    public List<Standing> behind() {
        return plugins.stream().filter(Standing::isBehind).toList();
    }

    /** Those that could not be looked at. */
    public List<Standing> failed() {
        return plugins.stream().filter(each -> each.failure().isPresent()).toList();
    }

    private static Standing standing(Upkeep upkeep, RelPath folder) {
        try {
            return new Standing(
                    folder, upkeep.draft(folder, UnaryOperator.identity()).status(), Optional.empty());
        } catch (ScaffoldException wrong) {
            return new Standing(folder, List.of(), Optional.of(wrong));
        }
    }
}
