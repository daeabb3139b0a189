package dev.backstagegen.disk;

import dev.backstagegen.ScaffoldException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The right to write below a root, held by one run at a time. The system takes it back when the process dies,
 * however it dies.
 */
final class RunLock implements AutoCloseable {

    private static final String NAME = "lock";
    private static final int ATTEMPTS = 1000;

    /** Far behind the content: Windows lets nobody read what is locked. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final Root root;
    private final Writes writes;
    private final FileChannel held;
    private final FileChannel seen;

    private RunLock(Root root, Writes writes, FileChannel held, FileChannel seen) {
        this.root = root;
        this.writes = writes;
        this.held = held;
        this.seen = seen;
    }

    /** @throws ScaffoldException when another run holds it */
    static RunLock take(Root root, Writes writes) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            makeFolder(root, writes);
            Optional<RunLock> lock = attempt(root, writes);
            if (lock.isPresent()) {
                return lock.get();
            }
        }
        throw busy();
    }

    private static void makeFolder(Root root, Writes writes) throws IOException {
        Optional<BasicFileAttributes> there = Root.standing(root.temp());
        if (there.isEmpty()) {
            try {
                writes.folder(root.temp());
            } catch (FileAlreadyExistsException e) {
                // Another run was faster; the lock decides which of the two goes on.
                return;
            } catch (IOException e) {
                sweepFolder(root, writes);
                throw e;
            }
        } else if (!there.get().isDirectory()) {
            throw ScaffoldException.environment(
                    root.temp() + " is in the way: it is not a folder", "Delete it, then run the command again");
        }
    }

    /** Nothing when the folder or the file vanished in the middle, because another run finished. */
    private static Optional<RunLock> attempt(Root root, Writes writes) throws IOException {
        Path file = root.temp().resolve(NAME);
        FileChannel held;
        try {
            held = writes.open(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            sweepFolder(root, writes);
            throw e;
        }
        Optional<RunLock> lock = Optional.empty();
        try {
            if (held.tryLock(PLACE, 1, false) == null) {
                throw busy();
            }
            lock = confirmed(root, writes, held, file);
            return lock;
        } catch (OverlappingFileLockException e) {
            throw busy();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            writes.delete(file);
            sweepFolder(root, writes);
            throw e;
        } finally {
            if (lock.isEmpty()) {
                held.close();
            }
        }
    }

    /** The lock is worth something only on the file that has the name; an earlier one may have been deleted. */
    private static Optional<RunLock> confirmed(Root root, Writes writes, FileChannel held, Path file)
            throws IOException {
        String token = Long.toHexString(ThreadLocalRandom.current().nextLong()) + Long.toHexString(System.nanoTime());
        writes.mark(held, token.getBytes(StandardCharsets.UTF_8));
        // Closing any channel of a file gives up the locks on it, so this one stays open as well.
        FileChannel seen = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        if (content(seen).equals(token)) {
            return Optional.of(new RunLock(root, writes, held, seen));
        }
        seen.close();
        return Optional.empty();
    }

    /** Gives the right back. Unless a journal lies there, all that the run kept beside the tree goes. */
    @Override
    public void close() {
        try (held;
                seen) {
            if (Recovery.shelf(root).isPresent()) {
                return;
            }
            Memory.sweep(root, writes);
            writes.empty(root.temp(), NAME);
            writes.delete(root.temp().resolve(NAME));
        } catch (IOException e) {
            // The tree is whole by now; the next run sweeps what could not be deleted.
            return;
        }
        sweepFolder(root, writes);
    }

    private static void sweepFolder(Root root, Writes writes) {
        try {
            writes.delete(root.temp());
        } catch (IOException e) {
            // Another run has begun in it, or the next one will find it empty.
            return;
        }
    }

    private static String content(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(128);
        int length = channel.read(buffer, 0);
        return length <= 0 ? "" : new String(buffer.array(), 0, length, StandardCharsets.UTF_8);
    }

    private static ScaffoldException busy() {
        return ScaffoldException.environment(
                "Another run of backstage-gen is writing here; nothing was changed",
                "Wait until it has finished, then run the command again");
    }
}
