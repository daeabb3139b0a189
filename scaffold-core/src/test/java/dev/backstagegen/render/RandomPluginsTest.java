package dev.backstagegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.layout.Layout;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.RandomSpecs;
import dev.backstagegen.tree.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Plugins with random legal names of every length, all combinations of features, and texts that try to break out.
 * With the environment variable {@value #FOLDER} there are more of them, and they are written to that folder, {@code
 * <number>/<package>}, for the release in {@value #RELEASE}; there the real prettier and the real compiler judge them.
 */
class RandomPluginsTest {

    private static final String FOLDER = "BACKSTAGE_GEN_RENDER_TO";
    private static final String RELEASE = "BACKSTAGE_GEN_RENDER_FOR";
    private static final int PLUGINS = 60;
    private static final int PLUGINS_FOR_JUDGES = 200;
    private static final List<String> RELEASES = List.of("1.45.0", "1.50.0", "1.55.0");
    private static final int MOST_RESOURCES = 3;
    private static final long SEED = 20_260_101;
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$");
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
        random(PLUGINS, i -> RELEASES.get(i % RELEASES.size())).forEach(plugin -> {
            Plugin made = Plugin.of(plugin.made().plugin(), plugin.spec().actionNames());
            assertThat(Rules.check(made, Rules.ALL))
                    .as("findings in %s", plugin.spec())
                    .isEmpty();
            plugin.packages().values().forEach(files -> check(plugin.spec(), files));
        });
    }

    @Test
    @EnabledIfEnvironmentVariable(named = FOLDER, matches = ".+")
    void manyPluginsAreThereToBeJudged() {
        Path folder = Path.of(System.getenv(FOLDER));
        String release = System.getenv(RELEASE) + ".0";
        random(PLUGINS_FOR_JUDGES, i -> release)
                .forEach(plugin -> plugin.packages()
                        .forEach((name, files) ->
                                write(folder.resolve(plugin.number()).resolve(name), files)));
    }

    /** A plugin made by chance, and what of. */
    private record RandomPlugin(String number, PluginSpec spec, Rendered made) {

        Map<String, FileTree> packages() {
            Map<String, FileTree> packages = new TreeMap<>(made.beside());
            packages.put(spec.id().folder(), made.plugin());
            return packages;
        }
    }

    /** So many plugins, the first ones always the same, for the release of each. */
    private static Stream<RandomPlugin> random(int plugins, IntFunction<String> release) {
        Random random = new Random(SEED);
        List<PluginSpec> specs =
                IntStream.range(0, plugins).mapToObj(i -> spec(random, i)).toList();
        return IntStream.range(0, plugins)
                .parallel()
                .mapToObj(i -> new RandomPlugin(
                        String.valueOf(i), specs.get(i), Plugins.made(specs.get(i), release.apply(i))));
    }

    private static void check(PluginSpec spec, FileTree made) {
        made.asMap().forEach((path, text) -> {
            assertThat(text).as("%s of %s", path, spec).endsWith("\n").doesNotContain("\r", "\t", " \n");
            if (path.extension().equals("ts")) {
                assertThat(Layout.format(text)).as("%s of %s", path, spec).isEqualTo(text);
            }
            if (path.extension().equals("md")) {
                assertThat(runTogether(text)).as("%s of %s", path, spec).isEmpty();
            }
        });
    }

    /** Lines without the empty one between them that parts what two fragments say; each paragraph is one line. */
    private static List<String> runTogether(String markdown) {
        List<String> lines = CODE.matcher(markdown).replaceAll("code").lines().toList();
        return IntStream.range(1, lines.size())
                .filter(i -> !lines.get(i - 1).isEmpty() && !lines.get(i).isEmpty())
                .filter(i -> !isOneBlock(lines.get(i - 1), lines.get(i)))
                .mapToObj(i -> lines.get(i - 1) + "\n" + lines.get(i))
                .toList();
    }

    private static boolean isOneBlock(String above, String below) {
        return Stream.of("| ", "- ").anyMatch(start -> above.startsWith(start) && below.startsWith(start));
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
