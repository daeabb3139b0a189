package dev.backstagegen.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The operations that change the disk; there are no others. Each is announced before and after it happens. */
final class Writes {

    /** Hears of each operation; what it throws is what the disk could have thrown at that moment. */
    @FunctionalInterface
    interface Probe {
        void at(String moment) throws IOException;
    }

    /** Something that the disk may refuse. */
    @FunctionalInterface
    private interface Operation {
        void run() throws IOException;
    }

    private final Probe probe;

    Writes(Probe probe) {
        this.probe = probe;
    }

    static Writes plain() {
        return new Writes(moment -> {});
    }

    void folder(Path folder) throws IOException {
        announced("create folder " + folder, () -> Files.createDirectory(folder));
    }

    /** Creates a folder with the permissions of another, where that one is there and the system has permissions. */
    void folderLike(Path model, Path folder) throws IOException {
        folder(folder);
        if (Files.isDirectory(model, LinkOption.NOFOLLOW_LINKS)) {
            PosixFileAttributeView from = Files.getFileAttributeView(model, PosixFileAttributeView.class);
            PosixFileAttributeView to = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (from != null && to != null) {
                announced(
                        "permit " + folder,
                        () -> to.setPermissions(from.readAttributes().permissions()));
            }
        }
    }

    /** Writes a file that is not there yet, and waits until the disk has it. */
    void create(Path file, byte[] bytes) throws IOException {
        announced("create " + file, () -> write(file, bytes, StandardOpenOption.CREATE_NEW));
    }

    /** Gives a file other content; its permissions stay. */
    void refill(Path file, byte[] bytes) throws IOException {
        announced("refill " + file, () -> write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /** Copies a file with its permissions and times, and waits until the disk has it. */
    void copy(Path from, Path to) throws IOException {
        announced("copy " + from, () -> {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            try (FileChannel channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        });
    }

    /** Moves in one instant; a file that stands there gives way. */
    void move(Path from, Path to) throws IOException {
        // Jimfs refuses the first option alone; the real systems pass over the second.
        announced(
                "move to " + to,
                () -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /** Moves where nothing may stand; fails when something does. The old name may stay, for a second name of the file. */
    void place(Path from, Path to) throws IOException {
        announced("place " + to, () -> {
            try {
                Files.createLink(to, from);
            } catch (FileAlreadyExistsException e) {
                throw e;
            } catch (UnsupportedOperationException | FileSystemException e) {
                // Some file systems know one name for a file only; there a moment is left between look and move.
                Files.move(from, to);
            }
        });
    }

    void delete(Path place) throws IOException {
        announced("delete " + place, () -> Files.deleteIfExists(place));
    }

    /** Opens a file that this run alone writes to; never through a link. */
    FileChannel open(Path file) throws IOException {
        probe.at("before open " + file);
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    /** Writes into an open file. */
    void mark(FileChannel file, byte[] bytes) throws IOException {
        announced("mark", () -> {
            file.truncate(0);
            file.write(ByteBuffer.wrap(bytes), 0);
        });
    }

    /** Deletes all that is in a folder apart from one name, and follows no link. */
    void empty(Path folder, String spared) throws IOException {
        for (Path place : list(folder)) {
            if (!place.endsWith(spared)) {
                if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                    empty(place, "");
                }
                delete(place);
            }
        }
    }

    /** Waits until the disk knows the names in a folder, where the system can do that. */
    void settle(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException | UnsupportedOperationException e) {
            // Windows and Jimfs open no folders; there the names are as safe as they get.
            return;
        }
    }

    static List<Path> list(Path folder) throws IOException {
        List<Path> places = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(places::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return places;
    }

    private void announced(String moment, Operation operation) throws IOException {
        probe.at("before " + moment);
        operation.run();
        probe.at("after " + moment);
    }

    private static void write(Path file, byte[] bytes, StandardOpenOption how) throws IOException {
        Set<OpenOption> options = Set.of(how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
