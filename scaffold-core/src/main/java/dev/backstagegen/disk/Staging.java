package dev.backstagegen.disk;

import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A run's changes, laid out in full beside the tree, then moved into it. Nothing in the tree is ever written over
 * or deleted: what stood there is moved away and looked at, and the new file takes a place that is free.
 */
final class Staging {

    private final Root root;
    private final Writes writes;
    private final List<Task> tasks;
    private final Predicate<RelPath> goesWhenEmpty;
    private final Shelf models;

    /** The folders that are not there yet, each of which comes as one move. */
    private final List<RelPath> trees;

    /**
     * @param goesWhenEmpty the folders that go with the last file in them
     * @param models where folders lie whose permissions new ones take
     */
    Staging(Root root, Writes writes, List<Task> tasks, Predicate<RelPath> goesWhenEmpty, Shelf models) {
        this.root = root;
        this.writes = writes;
        this.tasks = tasks;
        this.goesWhenEmpty = goesWhenEmpty;
        this.models = models;
        TreeSet<RelPath> tops = new TreeSet<>();
        tasks.forEach(task -> task.missing().ifPresent(tops::add));
        this.trees = List.copyOf(tops);
    }

    /** Writes the new texts; the tree is not touched. */
    void lay() throws IOException {
        writes.empty(root.temp(), "lock");
        writes.folder(root.temp().resolve("new"));
        writes.folder(root.running().folder());
        writes.folder(root.running().files());
        for (RelPath tree : trees) {
            writes.folderLike(models.removed(tree), fresh(tree));
        }
        Set<RelPath> made = new HashSet<>(trees);
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            if (task.missing().isPresent()) {
                layInTree(task, task.missing().get(), made);
            } else if (task.creates()) {
                create(fresh(i), task);
            } else if (!task.deletes()) {
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
                writes.folderLike(models.removed(at), folder);
            }
        }
        create(folder.resolve(task.path().name()), task);
    }

    private void create(Path place, Task task) throws IOException {
        if (task.model().isPresent()) {
            writes.copy(task.model().get(), place);
            refuseOther(task, place, task.step().after());
        } else {
            writes.create(place, task.bytes());
        }
    }

    private void layBeside(Task task, int i) throws IOException {
        // A copy, so that the new file has the permissions and the owner of the old one.
        writes.copy(root.at(task.path()), fresh(i));
        refuseOther(task, fresh(i), task.step().before());
        writes.refill(fresh(i), task.bytes());
    }

    private void move(Task task, int i) throws IOException {
        if (root.missingAbove(task.path()).isPresent()) {
            throw Inspection.changed(task.path(), "was changed");
        }
        Path place = root.at(task.path());
        refuseOther(task, place, task.step().before());
        if (!task.creates()) {
            writes.move(place, root.running().old(i));
            // Whoever wrote to it between the look and the move gets it back.
            refuseOther(task, root.running().old(i), task.step().before());
        }
        if (task.deletes()) {
            removeEmptied(task.path());
            return;
        }
        try {
            writes.place(fresh(i), place);
        } catch (FileAlreadyExistsException e) {
            throw Inspection.changed(task.path(), "was changed");
        }
    }

    private static void refuseOther(Task task, Path place, Fingerprint expected) throws IOException {
        if (!Fingerprint.at(place).equals(expected)) {
            throw Inspection.changed(task.path(), "was changed");
        }
    }

    private void removeEmptied(RelPath path) throws IOException {
        List<String> segments = path.segments();
        for (int depth = segments.size() - 1; depth > 0; depth--) {
            RelPath folder = RelPath.of(String.join("/", segments.subList(0, depth)));
            if (!goesWhenEmpty.test(folder) || !Writes.list(root.at(folder)).isEmpty()) {
                return;
            }
            writes.folderLike(root.at(folder), root.running().removed(folder));
            try {
                writes.delete(root.at(folder));
            } catch (DirectoryNotEmptyException e) {
                // Somebody has just put something into it.
                return;
            }
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
