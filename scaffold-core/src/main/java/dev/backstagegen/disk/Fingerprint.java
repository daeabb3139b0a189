package dev.backstagegen.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells whether a file is still the one that was seen.
 *
 * @param value the SHA-256 of its bytes in hexadecimal digits, or a word for what has none
 */
record Fingerprint(String value) {

    /** No file. */
    static final Fingerprint NONE = new Fingerprint("none");

    /** A folder, a link, something too big: nothing that we ever write. */
    static final Fingerprint OTHER = new Fingerprint("other");

    static Fingerprint of(byte[] bytes) {
        try {
            return new Fingerprint(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java has SHA-256", e);
        }
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
