package dev.backstagegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.layout.Layout;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.RandomSpecs;
import dev.backstagegen.tree.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Plugins with random legal names of every length, all combinations of features, and texts that try to break out.
 * With the environment variable {@code BACKSTAGE_GEN_RENDER_TO} there are more of them, and they are written to that
 * folder, where the real prettier judges them.
 */
class RandomPluginsTest {

    private static final int PLUGINS = 60;
    private static final int PLUGINS_FOR_PRETTIER = 350;
    private static final int MOST_RESOURCES = 3;
    private static final long SEED = 20_260_101;
    private static final List<String> PIECES = List.of(
            "keeps",
            "Things",
            "\"",
            "'",
            "`",
            "${x}",
            "*/",
            "/*",
            "//",
            "<b>",
            "</script>",
            "[a](b)",
            "![i](j)",
            "\\",
            "*",
            "_",
            "__x__",
            "|",
            "#",
            "1.",
            "-",
            "+",
            "&amp;",
            "{{y}}",
            "{%z%}",
            "$",
            "~~",
            "é",
            "日本",
            "😀",
            "@foo",
            "a_b",
            "https://example.org/a_b",
            "me@example.org",
            "=",
            ":",
            "--",
            "==>",
            "%00",
            "[=x]",
            "[#if]",
            "]");

    @Test
    void everyPluginComesOutWell() {
        Random random = new Random(SEED);
        Optional<Path> folder =
                Optional.ofNullable(System.getenv("BACKSTAGE_GEN_RENDER_TO")).map(Path::of);
        List<PluginSpec> specs = IntStream.range(0, folder.isPresent() ? PLUGINS_FOR_PRETTIER : PLUGINS)
                .mapToObj(i -> spec(random, i))
                .toList();
        IntStream.range(0, specs.size()).parallel().forEach(i -> {
            FileTree made = Plugins.render(specs.get(i), i % 5 == 0 ? "1.45.0" : "1.55.0");
            folder.ifPresent(path -> write(path.resolve(i + "-" + specs.get(i).id()), made));
            check(specs.get(i), made);
        });
    }

    private static void check(PluginSpec spec, FileTree made) {
        assertThat(Rules.check(made)).as("findings in %s", spec).isEmpty();
        made.asMap().forEach((path, text) -> {
            assertThat(text).as("%s of %s", path, spec).endsWith("\n").doesNotContain("\r", "\t", " \n");
            if (path.extension().equals("ts")) {
                assertThat(Layout.format(text)).as("%s of %s", path, spec).isEqualTo(text);
            }
        });
    }

    private static PluginSpec spec(Random random, int i) {
        Set<String> features = Plugins.some(random);
        boolean keepsResources = FeatureSet.of(Plugins.FEATURES, features).has(Fact.RESOURCES);
        PluginSpec spec = new RandomSpecs(random)
                .next(1 + i % PluginId.MAX_LENGTH, features, keepsResources ? MOST_RESOURCES : 0);
        return random.nextInt(3) == 0 ? spec : spec.withDescription(description(random));
    }

    private static String description(Random random) {
        StringBuilder text = new StringBuilder("Keeps");
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(random.nextInt(3) == 0 ? "" : " ").append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static void write(Path folder, FileTree files) {
        files.asMap().forEach((path, text) -> {
            Path file = folder.resolve(path.value());
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
