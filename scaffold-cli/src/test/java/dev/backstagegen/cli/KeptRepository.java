package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A repository with plugins, some of which were generated when the templates said something else. */
final class KeptRepository {

    static final String BEHIND = "plugins/alpha-backend";
    static final String DISPUTED = "plugins/beta-backend";
    static final String BROKEN = "plugins/gamma-backend";
    static final String EDITED = "plugins/delta-backend";

    private static final String README = "/README.md";
    private static final String BASE = "/.backstage-gen.base";

    private KeptRepository() {}

    /** One plugin that is behind, and one that is not but was edited. */
    static Stage at(Path folder) {
        Stage host = HostRepository.at(folder);
        make(host, "alpha");
        make(host, "delta");
        age(host, BEHIND, "# Alpha backend plugin", "# What alpha was");
        return host.file(
                EDITED + "/src/types.ts", host.read(EDITED + "/src/types.ts") + "\nexport type Ours = string;\n");
    }

    /** As well one whose lines were edited where they are generated anew, and one whose memory is gone. */
    static Stage withTrouble(Path folder) {
        Stage host = withConflict(folder);
        make(host, "gamma");
        try {
            Files.delete(host.cwd.resolve(BROKEN + BASE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return host;
    }

    /** As well one whose lines were edited where they are generated anew. */
    static Stage withConflict(Path folder) {
        Stage host = at(folder);
        make(host, "beta");
        age(host, DISPUTED, "# Beta backend plugin", "# What beta was");
        age(host, DISPUTED, "/.eslintrc.js", "eslint-factory", "eslint");
        return replace(host, DISPUTED + README, "# What beta was", "# Our own beta");
    }

    /** As if a plugin had been generated when the templates said something else. */
    static void age(Stage host, String plugin, String now, String before) {
        age(host, plugin, README, now, before);
    }

    /** The same of another file than the first. */
    static void age(Stage host, String plugin, String file, String now, String before) {
        replace(host, plugin + file, now, before);
        replace(host, plugin + BASE, now, before);
        // While the program and the wishes are those that are remembered, nothing is behind.
        host.file(plugin + BASE, host.read(plugin + BASE).replaceFirst("(-- \\^inputs --\n).*", "$1others"));
    }

    private static Stage replace(Stage host, String path, String now, String then) {
        String text = host.read(path);
        assertThat(text).contains(now);
        return host.file(path, text.replace(now, then));
    }

    private static void make(Stage host, String id) {
        assertThat(host.runForReal("new", "backend-plugin", "--id", id).exit()).isZero();
    }
}
