package dev.backstagegen.disk;

import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A run's changes, laid out in full beside the tree, then moved into it. */
final class Staging {

    private final Root root;
    private final Writes writes;
    private final List<Task> tasks;

    /** The folders that are not there yet, each of which comes as one move. */
    private final List<RelPath> trees;

    Staging(Root root, Writes writes, List<Task> tasks) {
        this.root = root;
        this.writes = writes;
        this.tasks = tasks;
        TreeSet<RelPath> tops = new TreeSet<>();
        tasks.forEach(task -> task.missing().ifPresent(tops::add));
        this.trees = List.copyOf(tops);
    }

    /** Writes the new texts and copies the old files; the tree is not touched. */
    void lay() throws IOException {
        writes.empty(root.temp(), "lock");
        writes.folder(root.temp().resolve("new"));
        writes.folder(root.temp().resolve("old"));
        for (RelPath tree : trees) {
            writes.folder(fresh(tree));
        }
        Set<RelPath> made = new HashSet<>(trees);
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            if (task.missing().isPresent()) {
                layInTree(task, task.missing().get(), made);
            } else if (task.creates()) {
                writes.create(fresh(i), task.bytes());
            } else {
                layBeside(task, i);
            }
        }
    }

    /** Moves everything into place, what remembers the run last. */
    void move() throws IOException {
        for (RelPath tree : trees) {
            if (root.missingAbove(tree).isPresent()
                    || Root.standing(root.at(tree)).isPresent()) {
                throw Inspection.changed(tree, "was changed");
            }
            writes.move(fresh(tree), root.at(tree));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            if (tasks.get(i).missing().isEmpty()) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparing(i -> tasks.get(i).path().name().equals(Baseline.FILE)));
        for (int i : order) {
            move(tasks.get(i), i);
        }
        settle();
    }

    private void layInTree(Task task, RelPath tree, Set<RelPath> made) throws IOException {
        Path folder = fresh(tree);
        RelPath at = tree;
        List<String> below = task.path().relativeTo(tree).segments();
        for (String segment : below.subList(0, below.size() - 1)) {
            at = at.resolve(segment);
            folder = folder.resolve(segment);
            if (made.add(at)) {
                writes.folder(folder);
            }
        }
        writes.create(folder.resolve(task.path().name()), task.bytes());
    }

    private void layBeside(Task task, int i) throws IOException {
        Path place = root.at(task.path());
        writes.copy(place, Journal.backup(root, i));
        if (!Fingerprint.at(Journal.backup(root, i)).equals(task.step().before())) {
            throw Inspection.changed(task.path(), "was changed");
        }
        if (!task.deletes()) {
            // A copy, so that the new file has the permissions and the owner of the old one.
            writes.copy(place, fresh(i));
            writes.refill(fresh(i), task.bytes());
        }
    }

    private void move(Task task, int i) throws IOException {
        Path place = root.at(task.path());
        if (root.missingAbove(task.path()).isPresent()
                || !Fingerprint.at(place).equals(task.step().before())) {
            throw Inspection.changed(task.path(), "was changed");
        }
        if (task.deletes()) {
            writes.delete(place);
            removeEmptied(task.path());
        } else {
            writes.move(fresh(i), place);
        }
    }

    private void removeEmptied(RelPath path) throws IOException {
        List<String> segments = path.segments();
        for (int depth = segments.size() - 1; depth > 0; depth--) {
            Path folder = root.at(RelPath.of(String.join("/", segments.subList(0, depth))));
            if (!Writes.list(folder).isEmpty()) {
                return;
            }
            writes.delete(folder);
        }
    }

    private void settle() throws IOException {
        Set<Path> folders = new HashSet<>();
        tasks.forEach(
                task -> folders.add(root.at(task.missing().orElse(task.path())).getParent()));
        for (Path folder : folders) {
            if (Root.standing(folder).isPresent()) {
                writes.settle(folder);
            }
        }
    }

    private Path fresh(int i) {
        return root.temp().resolve("new").resolve("file" + i);
    }

    private Path fresh(RelPath tree) {
        return root.temp().resolve("new").resolve("tree" + trees.indexOf(tree));
    }
}
