package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.disk.Task.Step;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what a journal names, as far as it was done. It may itself be interrupted and run again; a file
 * that is neither the old nor the new one is somebody's work and stays.
 */
final class Rollback {

    private final Shelf shelf;
    private final Root root;
    private final Writes writes;
    private final List<RelPath> putBack = new ArrayList<>();
    private final List<RelPath> leftAlone = new ArrayList<>();
    private final List<RelPath> saved = new ArrayList<>();

    private Rollback(Shelf shelf, Root root, Writes writes) {
        this.shelf = shelf;
        this.root = root;
        this.writes = writes;
    }

    /** @param shelf where the old files lie */
    static Repair of(Journal journal, Shelf shelf, Root root, Writes writes) throws IOException {
        Rollback rollback = new Rollback(shelf, root, writes);
        for (int i = journal.steps().size() - 1; i >= 0; i--) {
            rollback.takeBack(journal.steps().get(i), shelf.old(i));
        }
        for (int i = journal.folders().size() - 1; i >= 0; i--) {
            rollback.removeFolder(journal.folders().get(i));
        }
        return new Repair(rollback.putBack, rollback.leftAlone, rollback.saved);
    }

    /** What stands at a path; something else than a file of ours when the way to it leads through links or files. */
    static Fingerprint now(Root root, RelPath path) throws IOException {
        return reachable(root, path) ? Fingerprint.at(root.at(path)) : Fingerprint.OTHER;
    }

    private void takeBack(Step step, Path backup) throws IOException {
        Path place = root.at(step.path());
        Fingerprint now = now(root, step.path());
        if (now.equals(step.before())) {
            return;
        }
        if (!step.before().equals(Fingerprint.NONE) && Root.standing(backup).isEmpty()) {
            // A run takes the old file away before it puts the new one there; this one it never came to.
            leftAlone.add(step.path());
            return;
        }
        if (step.before().equals(Fingerprint.NONE)) {
            if (now.equals(step.after())) {
                writes.delete(place);
                putBack.add(step.path());
            } else {
                leftAlone.add(step.path());
            }
        } else if (now.equals(step.after()) || now.equals(Fingerprint.NONE)) {
            restore(step.path(), backup);
            putBack.add(step.path());
        } else {
            leftAlone.add(step.path());
            save(step.path(), backup);
        }
    }

    private void restore(RelPath path, Path backup) throws IOException {
        for (Optional<RelPath> missing = root.missingAbove(path);
                missing.isPresent();
                missing = root.missingAbove(path)) {
            writes.folderLike(shelf.removed(missing.get()), root.at(missing.get()));
        }
        writes.move(backup, root.at(path));
    }

    /** Keeps the old text beside a file that somebody changed between the run and its repair. */
    private void save(RelPath path, Path backup) throws IOException {
        for (int i = 0; ; i++) {
            RelPath beside = RelPath.of(path + ".orig" + (i == 0 ? "" : i));
            if (reachable(root, beside) && Root.standing(root.at(beside)).isEmpty()) {
                writes.move(backup, root.at(beside));
                saved.add(beside);
                return;
            }
        }
    }

    private void removeFolder(RelPath folder) throws IOException {
        try {
            if (reachable(root, folder)
                    && Root.standing(root.at(folder))
                            .filter(there -> there.isDirectory())
                            .isPresent()) {
                writes.delete(root.at(folder));
            }
        } catch (DirectoryNotEmptyException e) {
            // Somebody has put a file there meanwhile, so the folder is theirs now.
            return;
        }
    }

    /** Whether the way to a file is free of links and files; a missing folder is no hindrance. */
    private static boolean reachable(Root root, RelPath path) throws IOException {
        try {
            root.missingAbove(path);
            return true;
        } catch (ScaffoldException e) {
            return false;
        }
    }
}
