package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.plan.Change;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks whether each change can be made: the disk is still what the plan saw, and nothing is in the way. */
final class Inspection {

    private final Root root;
    private final Map<Path, Set<String>> names = new HashMap<>();

    private Inspection(Root root) {
        this.root = root;
    }

    /** @throws ScaffoldException when one of the changes cannot be made */
    static List<Task> of(Root root, List<Change> changes) throws IOException {
        refuseTwins(changes);
        Inspection inspection = new Inspection(root);
        List<Task> tasks = new ArrayList<>();
        for (Change change : changes) {
            tasks.add(inspection.task(change));
        }
        return tasks;
    }

    private Task task(Change change) throws IOException {
        RelPath path = change.path();
        Optional<RelPath> missing = root.missingAbove(path);
        refuseOtherSpelling(path);
        refuseClosed(root, path);
        Path place = root.at(path);
        Optional<BasicFileAttributes> there = missing.isPresent() ? Optional.empty() : Root.standing(place);
        if (there.isPresent()) {
            refuseOtherThings(path, there.get());
        }
        if (there.isPresent() != change.before().isPresent()) {
            throw changed(path, there.isPresent() ? "is there now" : "is gone");
        }
        boolean crlf = false;
        Fingerprint before = Fingerprint.NONE;
        if (there.isPresent()) {
            byte[] bytes = Files.readAllBytes(place);
            Optional<TextFile> file = TextFile.decode(bytes);
            if (!file.map(TextFile::text).equals(change.before())) {
                throw changed(path, "was changed");
            }
            refuseReadOnly(path, place);
            crlf = file.filter(TextFile::crlf).isPresent();
            before = Fingerprint.of(bytes);
        }
        if (change.after().isEmpty()) {
            return new Task(new Task.Step(path, before, Fingerprint.NONE), new byte[0], Optional.empty(), missing);
        }
        byte[] bytes = new TextFile(change.after().get(), crlf).encode();
        return new Task(new Task.Step(path, before, Fingerprint.of(bytes)), bytes, Optional.empty(), missing);
    }

    static ScaffoldException changed(RelPath path, String how) {
        return ScaffoldException.environment(
                path + " " + how + " since it was looked at; nothing was changed", "Run the command again");
    }

    private static void refuseOtherThings(RelPath path, BasicFileAttributes there) {
        if (there.isSymbolicLink()) {
            throw Root.linked(path);
        }
        if (!there.isRegularFile() || there.size() > TextFile.LIMIT) {
            String what = there.isDirectory() ? "a folder" : "not a text file";
            throw ScaffoldException.environment(
                    path + " is " + what + ", and a file is to be written there",
                    "Move it away, or choose another place");
        }
    }

    static void refuseReadOnly(RelPath path, Path place) throws IOException {
        if (isReadOnly(place)) {
            throw ScaffoldException.environment(
                    path + " is read-only; nothing was changed", "Make it writable, then run the command again");
        }
    }

    /** Refuses when nothing can be put into the folder of a file, or into the one in which that is to be made. */
    static void refuseClosed(Root root, RelPath path) throws IOException {
        RelPath top = root.missingAbove(path).orElse(path);
        Path folder = Optional.ofNullable(root.at(top).getParent()).orElse(root.path());
        if (isReadOnly(folder)) {
            throw ScaffoldException.environment(
                    "The folder " + folder + " is read-only, and " + path
                            + " is to be written there; nothing was changed",
                    "Make it writable, then run the command again");
        }
    }

    private static boolean isReadOnly(Path place) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(place, PosixFileAttributeView.class);
        // The second look is for the super-user, who may write to everything: the mark was set on purpose.
        return !Files.isWritable(place)
                || posix != null && !posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
    }

    /** Where a file system takes {@code Example} and {@code example} for one, the wrong one must not be met. */
    private void refuseOtherSpelling(RelPath path) throws IOException {
        Path folder = root.path();
        for (String segment : path.segments()) {
            Path place = folder.resolve(segment);
            if (Root.standing(place).isEmpty()) {
                return;
            }
            for (String name : names(folder)) {
                if (name.equalsIgnoreCase(segment) && !names(folder).contains(segment)) {
                    throw ScaffoldException.environment(
                            path + " differs only in case from " + name + ", which is there already",
                            "Use the same spelling, or another name");
                }
            }
            if (!Files.isDirectory(place)) {
                return;
            }
            folder = place;
        }
    }

    private Set<String> names(Path folder) throws IOException {
        Set<String> known = names.get(folder);
        if (known == null) {
            known = new HashSet<>();
            for (Path place : Writes.list(folder)) {
                known.add(place.getName(place.getNameCount() - 1).toString());
            }
            names.put(folder, known);
        }
        return known;
    }

    /** Refused everywhere, so that what is generated here can be checked out on any system. */
    private static void refuseTwins(List<Change> changes) {
        Map<String, String> spellings = new HashMap<>();
        Set<String> folders = new HashSet<>();
        for (Change change : changes) {
            if (change.after().isEmpty()) {
                continue;
            }
            String path = change.path().value();
            for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
                folders.add(path.substring(0, end));
                refuseTwin(spellings, path.substring(0, end));
            }
            refuseTwin(spellings, path);
        }
        for (Change change : changes) {
            if (folders.contains(change.path().value())
                    || Set.of(Root.TEMP, Root.KEPT)
                            .contains(change.path().segments().get(0))) {
                throw new IllegalArgumentException("Nothing can be written to " + change.path());
            }
        }
    }

    private static void refuseTwin(Map<String, String> spellings, String path) {
        String known = spellings.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (known != null && !known.equals(path)) {
            throw ScaffoldException.environment(
                    known + " and " + path + " differ only in case; many systems take them for one",
                    "Choose other names");
        }
    }
}
