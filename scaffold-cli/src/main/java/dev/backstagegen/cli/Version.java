package dev.backstagegen.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which backstage-gen this is, as the build noted it down in the jar. */
final class Version {

    private static final String NOTED = "/META-INF/maven/dev.backstagegen/scaffold-cli/pom.properties";

    private Version() {}

    static Exit print(World world) {
        world.out().println("backstage-gen " + number());
        return Exit.CLEAN;
    }

    static String number() {
        try (InputStream in = Version.class.getResourceAsStream(NOTED)) {
            if (in == null) {
                return "(not packed)";
            }
            Properties noted = new Properties();
            noted.load(in);
            return noted.getProperty("version", "(unknown)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
