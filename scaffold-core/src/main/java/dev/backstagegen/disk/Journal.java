package dev.backstagegen.disk;

import dev.backstagegen.disk.Task.Step;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a run is about to do, written down before the first file of the user is touched. While it lies in the
 * folder of the run, the run has not finished, and everything it names can be taken back; the run has succeeded in
 * the moment in which it leaves that folder.
 *
 * @param command what the run was asked for, in one line
 * @param steps the changes of files; the old file of each is named by its place in the list
 * @param folders the folders that are created, each before those in it
 */
record Journal(String command, List<Step> steps, List<RelPath> folders) {

    private static final String HEADER = "backstage-gen journal 2";

    /** Without a command, and deleted as soon as the run had succeeded. */
    private static final String FIRST_HEADER = "backstage-gen journal 1";

    private static final String COMMAND = "command ";
    private static final String FOLDER = "folder ";

    Journal {
        command = command.replaceAll("\\p{Cntrl}+", " ");
        steps = List.copyOf(steps);
        folders = List.copyOf(folders);
    }

    static Journal of(String command, List<Task> tasks) {
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
        return new Journal(command, tasks.stream().map(Task::step).toList(), List.copyOf(folders));
    }

    void write(Shelf shelf, Writes writes) throws IOException {
        Path draft = shelf.folder().resolve("journal.draft");
        writes.create(draft, text().getBytes(StandardCharsets.UTF_8));
        writes.move(draft, shelf.journal());
        writes.settle(shelf.folder());
    }

    /** @return nothing when it is not one that this version or an earlier one writes */
    static Optional<Journal> read(Shelf shelf) throws IOException {
        List<String> lines = new String(Files.readAllBytes(shelf.journal()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.isEmpty() || !List.of(HEADER, FIRST_HEADER).contains(lines.get(0))) {
            return Optional.empty();
        }
        String command = "";
        List<Step> steps = new ArrayList<>();
        List<RelPath> folders = new ArrayList<>();
        try {
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith(COMMAND)) {
                    command = line.substring(COMMAND.length());
                } else if (line.startsWith(FOLDER)) {
                    folders.add(RelPath.of(line.substring(FOLDER.length())));
                } else {
                    String[] parts = line.split(" ", 4);
                    steps.add(new Step(RelPath.of(parts[3]), new Fingerprint(parts[1]), new Fingerprint(parts[2])));
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
        return Optional.of(new Journal(command, steps, folders));
    }

    /** What lies on the disk. */
    String text() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        text.append(COMMAND).append(command).append('\n');
        folders.forEach(folder -> text.append(FOLDER).append(folder).append('\n'));
        for (Step step : steps) {
            text.append("file ").append(step.before().value()).append(' ');
            text.append(step.after().value()).append(' ').append(step.path()).append('\n');
        }
        return text.toString();
    }
}
