package dev.backstagegen;

import dev.backstagegen.disk.Baseline;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was last generated of a plugin. Each folder remembers its own files in a {@link Baseline}; the plugin's folder
 * also those at the root of the repository, and its section of the app's configuration.
 *
 * @param plugin the plugin's folder
 * @param folders every folder with a memory of its own, the plugin's among them
 * @param files the files, as seen from the root of the repository
 * @param configuration the section of the app's configuration; empty when it needs none
 * @param release the Backstage release it was made for; empty when that is not known
 * @param inputs a check sum of all that it was made from; empty when that is not known
 * @param byHand the code that somebody had written before the plugin was taken on, as seen from the root
 */
public record Memory(
        RelPath plugin,
        List<RelPath> folders,
        FileTree files,
        String configuration,
        String release,
        String inputs,
        Set<RelPath> byHand) {

    /** What a baseline holds beside files. */
    private static final Set<RelPath> NO_FILES =
            Set.of(Baseline.CONFIGURATION, Baseline.RELEASE, Baseline.INPUTS, Baseline.BY_HAND);

    public Memory {
        folders = List.copyOf(folders);
        byHand = Set.copyOf(byHand);
    }

    /**
     * Of what is generated now.
     *
     * @param release the Backstage release it is made for
     * @param inputs a check sum of all that it is made from
     */
    static Memory of(Composition composition, String release, String inputs) {
        TreeSet<RelPath> folders = new TreeSet<>(composition.beside().keySet());
        folders.add(composition.folder());
        return new Memory(
                composition.folder(),
                List.copyOf(folders),
                composition.files(),
                composition.configuration(),
                release,
                inputs,
                Set.of());
    }

    /**
     * Of what lies on the disk.
     *
     * @param texts the baselines by their folders
     * @throws ScaffoldException when one is damaged
     */
    static Memory of(RelPath plugin, Map<RelPath, String> texts) {
        FileTree files = FileTree.EMPTY;
        String configuration = "";
        String release = "";
        String inputs = "";
        Set<RelPath> byHand = new TreeSet<>();
        for (Map.Entry<RelPath, String> each : texts.entrySet()) {
            FileTree remembered = Baseline.tree(each.getKey(), each.getValue());
            files = files.and(remembered.under(Baseline.REPOSITORY));
            configuration = remembered.text(Baseline.CONFIGURATION).orElse(configuration);
            release = remembered.text(Baseline.RELEASE).map(String::strip).orElse(release);
            inputs = remembered.text(Baseline.INPUTS).map(String::strip).orElse(inputs);
            remembered
                    .text(Baseline.BY_HAND)
                    .ifPresent(text -> text.lines().map(each.getKey()::resolve).forEach(byHand::add));
            for (Map.Entry<RelPath, String> file : remembered.asMap().entrySet()) {
                RelPath path = file.getKey();
                if (!path.startsWith(Baseline.REPOSITORY) && !NO_FILES.contains(path)) {
                    files = files.with(each.getKey().resolve(path), file.getValue());
                }
            }
        }
        return new Memory(
                plugin, List.copyOf(new TreeSet<>(texts.keySet())), files, configuration, release, inputs, byHand);
    }

    /** The same of other files. */
    Memory with(FileTree other) {
        return new Memory(plugin, folders, other, configuration, release, inputs, byHand);
    }

    /** The same of a plugin of which some code was written before. */
    Memory with(Set<RelPath> writtenByHand) {
        return new Memory(plugin, folders, files, configuration, release, inputs, writtenByHand);
    }

    /** The same, and nobody can tell from it that there would be nothing to do. */
    Memory open() {
        return new Memory(plugin, folders, files, configuration, release, "", byHand);
    }

    /** Whether it is of the same files, whatever they were made from. */
    boolean isLike(Memory other) {
        return files.equals(other.files) && configuration.equals(other.configuration) && folders.equals(other.folders);
    }

    /** Where it is kept: beside the plugin, and in each other folder of which something is left. */
    Set<RelPath> places() {
        return folders.stream()
                .filter(folder ->
                        folder.equals(plugin) || files.paths().stream().anyMatch(path -> path.startsWith(folder)))
                .map(folder -> folder.resolve(Baseline.FILE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The files that keep it, as seen from the root of the repository; a folder of which nothing is left has none. */
    FileTree texts() {
        Map<RelPath, String> texts = new TreeMap<>();
        FileTree rest = files;
        for (RelPath folder : folders) {
            FileTree own = files.under(folder);
            for (RelPath path : own.below(folder).paths()) {
                rest = rest.without(path);
            }
            texts.put(folder.resolve(Baseline.FILE), own.isEmpty() ? "" : Baseline.text(own));
        }
        FileTree own = files.under(plugin).and(rest.below(Baseline.REPOSITORY));
        if (!configuration.isEmpty()) {
            own = own.with(Baseline.CONFIGURATION, configuration);
        }
        if (!release.isEmpty()) {
            own = own.with(Baseline.RELEASE, release + "\n");
        }
        if (!inputs.isEmpty()) {
            own = own.with(Baseline.INPUTS, inputs + "\n");
        }
        if (!byHand.isEmpty()) {
            own = own.with(
                    Baseline.BY_HAND,
                    new TreeSet<>(byHand)
                            .stream()
                                    .map(path -> path.relativeTo(plugin).value() + "\n")
                                    .collect(Collectors.joining()));
        }
        texts.put(plugin.resolve(Baseline.FILE), Baseline.text(own));
        texts.values().removeIf(String::isEmpty);
        return FileTree.of(texts);
    }
}
