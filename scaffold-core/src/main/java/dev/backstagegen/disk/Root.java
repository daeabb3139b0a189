package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Where the paths of a tree lie on the disk.
 *
 * @param path the real path of the folder, no link in it
 */
record Root(Path path) {

    /** Where a run keeps what it has not finished; there only while it runs, or after it was killed. */
    static final String TEMP = ".backstage-gen.tmp";

    /** Where the last run is remembered. */
    static final String KEPT = ".backstage-gen";

    /** @throws ScaffoldException when the name cannot be written on this system */
    Path at(RelPath below) {
        try {
            Path place = path;
            for (String segment : below.segments()) {
                place = place.resolve(segment);
            }
            return place;
        } catch (InvalidPathException e) {
            throw ScaffoldException.environment(
                    "The system cannot write the file name " + below,
                    "Run with a UTF-8 locale, for example LC_ALL=C.UTF-8",
                    e);
        }
    }

    Path temp() {
        return path.resolve(TEMP);
    }

    Path kept() {
        return path.resolve(KEPT);
    }

    /** Of the run that is at work, or was killed. */
    Shelf running() {
        return new Shelf(temp().resolve("run"));
    }

    /** Where earlier versions had what {@link #running} has. */
    Shelf earlier() {
        return new Shelf(temp());
    }

    /** Of the last run that succeeded. */
    Shelf last() {
        return new Shelf(kept().resolve("last"));
    }

    /** Of the one before it, for the instant in which the two change places. */
    Shelf former() {
        return new Shelf(temp().resolve("former"));
    }

    /** What stands at a place itself, not behind a link; nothing when nothing does. */
    static Optional<BasicFileAttributes> standing(Path place) throws IOException {
        try {
            return Optional.of(Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * The topmost folder above a path that is not there yet, or nothing when its folder exists.
     *
     * @throws ScaffoldException when a link or a file stands where a folder should
     */
    Optional<RelPath> missingAbove(RelPath below) throws IOException {
        StringBuilder name = new StringBuilder();
        Path place = path;
        for (String segment : below.segments().subList(0, below.segments().size() - 1)) {
            name.append(name.isEmpty() ? "" : "/").append(segment);
            RelPath folder = RelPath.of(name.toString());
            place = at(folder);
            Optional<BasicFileAttributes> there = standing(place);
            if (there.isEmpty()) {
                return Optional.of(folder);
            }
            if (there.get().isSymbolicLink()) {
                throw linked(folder);
            }
            if (!there.get().isDirectory()) {
                throw ScaffoldException.environment(
                        folder + " is a file, a folder is needed there", "Move it away, or choose another place");
            }
        }
        return Optional.empty();
    }

    static ScaffoldException linked(RelPath path) {
        return ScaffoldException.environment(
                path + " is a symbolic link, and nothing is written through links",
                "Replace it by a real file or folder, or run in the place that it leads to");
    }
}
