package dev.backstagegen.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts that the build packed beside the classes, with line feeds whatever the checkout had. */
public final class PackedText {

    private PackedText() {}

    /**
     * A text by its path from the root of the jar.
     *
     * @throws IllegalArgumentException when an index names a text that is not there
     */
    public static String at(String path) {
        try (InputStream in = PackedText.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no text " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
