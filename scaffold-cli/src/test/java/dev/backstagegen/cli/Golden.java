package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that is looked at when it changes: {@code -Dupdate} writes it anew. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    public static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (System.getProperty("update") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text)
                    .as("%s; run the test with -Dupdate and look at the difference", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
