package dev.backstagegen.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Tells whether a file is still the one that was seen.
 *
 * @param value the number of its bytes and two check sums of them, or a word for what has none
 */
record Fingerprint(String value) {

    /** No file. */
    static final Fingerprint NONE = new Fingerprint("none");

    /** A folder, a link, something too big: nothing that we ever write. */
    static final Fingerprint OTHER = new Fingerprint("other");

    static Fingerprint of(byte[] bytes) {
        // Nobody forges these, and the digests of the security library cost 30 ms of a start.
        return new Fingerprint(bytes.length + "-" + sum(new CRC32(), bytes) + "-" + sum(new CRC32C(), bytes));
    }

    private static String sum(Checksum checksum, byte[] bytes) {
        checksum.update(bytes);
        return Long.toHexString(checksum.getValue());
    }

    static Fingerprint at(Path place) throws IOException {
        Optional<BasicFileAttributes> there = Root.standing(place);
        if (there.isEmpty()) {
            return NONE;
        }
        boolean readable = there.get().isRegularFile() && there.get().size() <= TextFile.LIMIT;
        return readable ? of(Files.readAllBytes(place)) : OTHER;
    }
}
