package dev.backstagegen.disk;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.zip.ZipFile;

/** The program itself, as it lies on the disk. */
public final class Program {

    private Program() {}

    /**
     * A check sum of its code and templates; nothing when they do not lie in one archive. The same sources, built by
     * the same compiler, have the same one.
     */
    public static Optional<String> fingerprint() {
        CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path archive = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(archive) ? Optional.of(of(archive)) : Optional.empty();
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A check sum of a text. */
    public static String sum(String text) {
        return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)).value();
    }

    private static String of(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            StringBuilder sums = new StringBuilder();
            zip.stream()
                    .filter(entry -> !entry.getName().startsWith("META-INF/"))
                    .map(entry -> entry.getName() + ' ' + entry.getCrc())
                    .sorted()
                    .forEach(line -> sums.append(line).append('\n'));
            return sum(sums.toString());
        }
    }
}
