package dev.backstagegen.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts under {@code templates/}, as the build packed them. */
public final class Templates {

    private Templates() {}

    /**
     * A text by its path below {@code templates/}.
     *
     * @throws IllegalArgumentException when an index names a text that is not there
     */
    public static String text(String path) {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no template " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
