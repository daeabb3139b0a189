package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.disk.LastRun.Edited;
import dev.backstagegen.disk.Task.Step;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The last run, kept in a folder at the root that hides itself from git, so that it can be taken back. It is there
 * as a whole or not at all: the shelf of a run becomes the memory by one move, after the former one was moved away.
 */
public final class Memory {

    private static final byte[] HIDDEN = "*\n".getBytes(StandardCharsets.UTF_8);

    private final Root root;

    public Memory(Workspace workspace) {
        this.root = workspace.place();
    }

    /**
     * What the last run did, as far as it can be taken back now; nothing when there was none, or it was taken back.
     *
     * @throws ScaffoldException when it cannot be read
     */
    public Optional<LastRun> last() {
        try {
            return root.last().isThere() ? Optional.of(read()) : Optional.empty();
        } catch (IOException e) {
            throw ScaffoldException.environment(
                    "What is remembered of the last run cannot be read: " + Failures.reason(e),
                    "Look at " + root.last().folder(),
                    e);
        }
    }

    /** The files that the last run made; none when that cannot be read. */
    Set<RelPath> made() {
        try {
            return root.last().isThere()
                    ? Journal.read(root.last()).map(Journal::steps).orElse(List.of()).stream()
                            .filter(step -> step.before().equals(Fingerprint.NONE))
                            .map(Step::path)
                            .collect(Collectors.toSet())
                    : Set.of();
        } catch (IOException e) {
            return Set.of();
        }
    }

    private LastRun read() throws IOException {
        Journal journal = Journal.read(root.last()).orElseThrow(this::damaged);
        List<Change> back = new ArrayList<>();
        List<Edited> edited = new ArrayList<>();
        Set<RelPath> crlf = new HashSet<>();
        for (int i = 0; i < journal.steps().size(); i++) {
            Step step = journal.steps().get(i);
            Optional<byte[]> old = old(step, i);
            Fingerprint now = Rollback.now(root, step.path());
            if (!now.equals(step.after())) {
                edited.add(new Edited(step.path(), how(step, now)));
            } else {
                back.add(change(step, old, crlf));
            }
        }
        return new LastRun(journal.command(), new ChangePlan(back), crlf, edited, journal.text());
    }

    private static String how(Step step, Fingerprint now) {
        if (now.equals(Fingerprint.NONE)) {
            return "was deleted";
        }
        return step.after().equals(Fingerprint.NONE) ? "is there again" : "was changed";
    }

    /** The file as it was before the run; nothing when there was none. */
    private Optional<byte[]> old(Step step, int i) throws IOException {
        if (step.before().equals(Fingerprint.NONE)) {
            return Optional.empty();
        }
        Path place = root.last().old(i);
        if (!Fingerprint.at(place).equals(step.before())) {
            throw damaged();
        }
        return Optional.of(Files.readAllBytes(place));
    }

    private Change change(Step step, Optional<byte[]> old, Set<RelPath> crlf) throws IOException {
        RelPath path = step.path();
        Optional<TextFile> before = Optional.empty();
        if (!step.after().equals(Fingerprint.NONE)) {
            before = Optional.of(text(Files.readAllBytes(root.at(path))));
        }
        Optional<TextFile> after = old.map(this::text);
        if (before.isPresent()
                && after.isPresent()
                && before.get().crlf() != after.get().crlf()) {
            // Shown with the ends of their lines, since these are what changes.
            return Change.edit(path, before.get().raw(), after.get().raw());
        }
        if (before.or(() -> after).filter(TextFile::crlf).isPresent()) {
            crlf.add(path);
        }
        if (before.isEmpty()) {
            return Change.create(path, after.orElseThrow(this::damaged).text());
        }
        String now = before.get().text();
        return after.map(text -> Change.edit(path, now, text.text())).orElseGet(() -> Change.delete(path, now));
    }

    private TextFile text(byte[] bytes) {
        return TextFile.decode(bytes).orElseThrow(this::damaged);
    }

    private ScaffoldException damaged() {
        return ScaffoldException.environment(
                "What is remembered of the last run is damaged, or another version wrote it; nothing was changed",
                "Take it back by hand; the files that it changed lie in "
                        + root.last().files());
    }

    /**
     * What a run wrote down of itself.
     *
     * @throws ScaffoldException when it is not the last one any more
     */
    static Journal journal(Root root, LastRun run) throws IOException {
        Optional<Journal> journal = root.last().isThere() ? Journal.read(root.last()) : Optional.empty();
        return journal.filter(last -> last.text().equals(run.journal()))
                .orElseThrow(() -> ScaffoldException.environment(
                        "Another run has finished here meanwhile; nothing was changed", "Run the command again"));
    }

    /**
     * What makes the last run undone.
     *
     * @throws ScaffoldException when that cannot be done, or something was edited since
     */
    static List<Task> undoing(Root root, Journal journal) throws IOException {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < journal.steps().size(); i++) {
            Step step = journal.steps().get(i);
            if (!Rollback.now(root, step.path()).equals(step.after())) {
                throw Inspection.changed(step.path(), "was changed");
            }
            Inspection.refuseClosed(root, step.path());
            Step back = new Step(step.path(), step.after(), step.before());
            Optional<Path> model =
                    Optional.of(root.last().old(i)).filter(old -> !back.after().equals(Fingerprint.NONE));
            byte[] bytes = model.isPresent() ? Files.readAllBytes(model.get()) : new byte[0];
            Task task = new Task(back, bytes, model, root.missingAbove(step.path()));
            if (!task.creates()) {
                Inspection.refuseReadOnly(step.path(), root.at(step.path()));
            }
            tasks.add(task);
        }
        return tasks;
    }

    /** Makes room for what a run will leave. */
    static void prepare(Root root, Writes writes) throws IOException {
        Optional<BasicFileAttributes> there = Root.standing(root.kept());
        if (there.isEmpty()) {
            writes.folder(root.kept());
        } else if (!there.get().isDirectory()) {
            throw ScaffoldException.environment(
                    root.kept() + " is in the way: it is not a folder", "Delete it, then run the command again");
        }
        if (Root.standing(ignore(root)).isEmpty()) {
            // By a move, so that no half of it is ever there.
            Path draft = root.temp().resolve("ignore");
            writes.delete(draft);
            writes.create(draft, HIDDEN);
            writes.move(draft, ignore(root));
        }
    }

    /** Moves the memory away; it is not lost until the run has succeeded. */
    static void setAside(Root root, Writes writes) throws IOException {
        if (Root.standing(root.last().folder()).isPresent()) {
            writes.move(root.last().folder(), root.former().folder());
        }
    }

    /** Gives the memory back, after a run that did not succeed. */
    static void restore(Root root, Writes writes) throws IOException {
        if (Root.standing(root.former().folder()).isPresent()
                && Root.standing(root.last().folder()).isEmpty()) {
            writes.move(root.former().folder(), root.last().folder());
        }
    }

    /** Lets the folder go when nothing is remembered in it. */
    static void sweep(Root root, Writes writes) throws IOException {
        if (!Root.standing(root.kept()).filter(BasicFileAttributes::isDirectory).isPresent()
                || Root.standing(root.last().folder()).isPresent()) {
            return;
        }
        if (Fingerprint.at(ignore(root)).equals(Fingerprint.of(HIDDEN))) {
            writes.delete(ignore(root));
        }
        try {
            writes.delete(root.kept());
        } catch (DirectoryNotEmptyException e) {
            // Somebody keeps something of their own in it.
            return;
        }
    }

    private static Path ignore(Root root) {
        return root.kept().resolve(".gitignore");
    }
}
