package dev.backstagegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Txtar;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plugin that was made otherwise is taken on as it is, and takes on features beside what is its own. */
class AdoptionTest {

    private static final Path FIXTURE = Path.of("src/test/resources/fixtures/by-hand.txtar");
    private static final String PLUGIN = "plugins/notebook-backend";
    private static final RelPath FOLDER = RelPath.of(PLUGIN);

    private final Acme acme = Acme.bare();
    private FileTree own;

    static List<String> features() {
        return Acme.FEATURES.optional().stream().map(Feature::name).toList();
    }

    @BeforeEach
    void takeOn() {
        try {
            own = Txtar.read(Files.readString(FIXTURE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        own.asMap().forEach((path, text) -> acme.file(PLUGIN + "/" + path, text));
        Upkeep upkeep = acme.upkeep();
        upkeep.apply(upkeep.adoption(FOLDER), "adopt");
    }

    @Test
    void noByteChangesWhenItIsTakenOn() {
        own.asMap()
                .forEach((path, text) -> assertThat(acme.read(PLUGIN + "/" + path))
                        .as(path.value())
                        .isEqualTo(text));
        assertThat(acme.draftOf(PLUGIN, spec -> spec).plan().writes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("features")
    void aFeatureComesWithoutAConflictAndNothingIsLost(String feature) {
        UpkeepDraft draft = acme.runOn(PLUGIN, Acme.adding(feature));

        assertThat(draft.conflicts()).isEmpty();
        own.asMap().forEach((path, text) -> {
            if (path.value().endsWith(".ts")) {
                assertThat(words(acme.read(PLUGIN + "/" + path)))
                        .as(path.value())
                        .containsSubsequence(words(text));
            }
        });
        assertThat(acme.draftOf(PLUGIN, spec -> spec).plan().writes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("features")
    void eachImportIsUsedAndFindsItsFile(String feature) {
        acme.runOn(PLUGIN, Acme.adding(feature));

        code().forEach((path, file) -> {
            Map<String, Integer> counts = new HashMap<>();
            file.root()
                    .descendants("identifier", "type_identifier", "shorthand_property_identifier")
                    .forEach(name -> counts.merge(name.text(), 1, Integer::sum));
            file.root()
                    .descendants("import_specifier")
                    .forEach(each -> assertThat(counts.get(local(each)))
                            .as(path + " uses " + each.text())
                            .isNotEqualTo(1));
            file.root()
                    .descendants("import_statement")
                    .forEach(statement -> assertThat(isThere(path, source(statement)))
                            .as(path + " imports " + source(statement))
                            .isTrue());
        });
    }

    @Test
    void aPackageThatItListsIsListedOnce() {
        acme.runOn(PLUGIN, Acme.adding("scheduler"));

        assertThat(acme.read(PLUGIN + "/package.json").split("@backstage/types", -1))
                .hasSize(1 + 1);
    }

    @Test
    void whatIsLeftOutIsSaid() {
        assertThat(acme.runOn(PLUGIN, Acme.adding("cache")).notes())
                .containsExactly(
                        "The plugin does not have src/service/CallerService.ts: what changes there is left out.",
                        PLUGIN + "/README.md has conflicts. They are decided for your lines, as .backstage-gen.yaml"
                                + " says: It was written before the plugin was taken on.");
        assertThat(acme.read(PLUGIN + "/src/plugin.ts"))
                .isEqualTo(own.text(RelPath.of("src/plugin.ts")).orElseThrow());
        assertThat(acme.has(PLUGIN + "/src/service/readThrough.ts")).isTrue();
    }

    @Test
    void itStartsInItsOwnTestsWithTheConfigurationThatItNeeds() {
        acme.runOn(PLUGIN, Acme.adding("config"));

        assertThat(acme.read(PLUGIN + "/src/plugin.test.ts").split("mockServices.rootConfig.factory", -1))
                .hasSize(1 + 3 + 1 + 1);
    }

    @Test
    void whatIsMadeOfFeaturesGoesWithThem() {
        Map<String, String> before = acme.tree(PLUGIN);

        acme.runOn(PLUGIN, Acme.adding("lifecycle"));
        assertThat(acme.read(PLUGIN + "/src/router.ts")).contains("router.use(runningWork.middleware());");
        acme.runOn(PLUGIN, Acme.removing("lifecycle"));

        Map<String, String> after = acme.tree(PLUGIN);
        for (RelPath path : own.paths()) {
            assertThat(after.get(path.value())).as(path.value()).isEqualTo(before.get(path.value()));
        }
    }

    private Map<String, TsFile> code() {
        Map<String, TsFile> code = new HashMap<>();
        acme.tree(PLUGIN).forEach((path, text) -> {
            if (path.endsWith(".ts")) {
                code.put(path, TsFile.parse(text));
            }
        });
        return code;
    }

    private static String local(TsNode specifier) {
        return specifier.child("alias").orElse(specifier).text();
    }

    private static String source(TsNode statement) {
        String quoted = statement.child("source").map(TsNode::text).orElseThrow();
        return quoted.substring(1, quoted.length() - 1);
    }

    private boolean isThere(String path, String module) {
        if (!module.startsWith(".")) {
            return true;
        }
        Path file = Path.of(PLUGIN).resolve(path).getParent().resolve(module).normalize();
        return Stream.of(".ts", "/index.ts").anyMatch(end -> acme.has(file + end));
    }

    private static List<String> words(String code) {
        List<String> words = new ArrayList<>();
        TsFile.parse(code)
                .root()
                .descendants()
                .filter(leaf -> leaf.children().isEmpty() && leaf.text().matches("(?s).*\\w.*"))
                .filter(leaf -> leaf.ancestor("import_statement").isEmpty())
                .forEach(leaf -> words.add(leaf.text()));
        return words;
    }
}
