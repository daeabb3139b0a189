package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.disk.Task.Step;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a run is about to do, written down before the first file of the user is touched. While it lies there,
 * the run has not finished, and everything it names can be taken back; deleting it is the moment in which a
 * run has succeeded.
 *
 * @param steps the changes of files; the backup of each is named by its place in the list
 * @param folders the folders that are created, each before those in it
 */
record Journal(List<Step> steps, List<RelPath> folders) {

    private static final String NAME = "journal";
    private static final String HEADER = "backstage-gen journal 1";

    Journal {
        steps = List.copyOf(steps);
        folders = List.copyOf(folders);
    }

    static Journal of(List<Task> tasks) {
        TreeSet<RelPath> folders = new TreeSet<>();
        for (Task task : tasks) {
            if (task.missing().isPresent()) {
                RelPath top = task.missing().get();
                for (RelPath folder = task.path().parent(); folder.startsWith(top); folder = folder.parent()) {
                    folders.add(folder);
                    if (folder.equals(top)) {
                        break;
                    }
                }
            }
        }
        return new Journal(tasks.stream().map(Task::step).toList(), List.copyOf(folders));
    }

    static Path file(Root root) {
        return root.temp().resolve(NAME);
    }

    /** Where the old file of a step is kept. */
    static Path backup(Root root, int step) {
        return root.temp().resolve("old").resolve(String.valueOf(step));
    }

    static boolean isThere(Root root) throws IOException {
        return Root.standing(file(root)).isPresent();
    }

    void write(Root root, Writes writes) throws IOException {
        Path draft = root.temp().resolve(NAME + ".draft");
        writes.create(draft, text().getBytes(StandardCharsets.UTF_8));
        writes.move(draft, file(root));
        writes.settle(root.temp());
    }

    /** @throws ScaffoldException when it is not one that this version writes */
    static Journal read(Root root) throws IOException {
        List<String> lines = Files.readAllLines(file(root));
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw foreign(root);
        }
        List<Step> steps = new ArrayList<>();
        List<RelPath> folders = new ArrayList<>();
        try {
            for (String line : lines.subList(1, lines.size())) {
                String[] parts = line.split(" ", 4);
                if (parts[0].equals("folder")) {
                    folders.add(RelPath.of(line.substring(parts[0].length() + 1)));
                } else {
                    steps.add(new Step(RelPath.of(parts[3]), new Fingerprint(parts[1]), new Fingerprint(parts[2])));
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw foreign(root);
        }
        return new Journal(steps, folders);
    }

    private static ScaffoldException foreign(Root root) {
        return ScaffoldException.environment(
                "An interrupted run of another version left " + root.temp(),
                "Run that version once more; the old files are in the folder 'old' there");
    }

    private String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        folders.forEach(folder -> text.append("folder ").append(folder).append('\n'));
        for (Step step : steps) {
            text.append("file ").append(step.before().value()).append(' ');
            text.append(step.after().value()).append(' ').append(step.path()).append('\n');
        }
        return text.toString();
    }
}
