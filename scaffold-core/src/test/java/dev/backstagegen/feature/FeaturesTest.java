package dev.backstagegen.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.host.Releases;
import dev.backstagegen.tree.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index, the folders and what they list agree; needs are completed. */
class FeaturesTest {

    private static final Path TEMPLATES = Path.of("../templates");
    private static final Features FEATURES = Features.load();

    @Test
    void eachFolderIsAFeatureOfTheIndex() throws IOException {
        try (Stream<Path> entries = Files.list(TEMPLATES)) {
            List<String> folders = entries.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(FEATURES.all().stream().map(Feature::name)).containsExactlyInAnyOrderElementsOf(folders);
        }
    }

    @Test
    void eachFeatureListsWhatItsFolderHolds() throws IOException {
        for (Feature feature : FEATURES.all()) {
            assertThat(feature.files())
                    .as(feature.name())
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(texts(feature.name(), "files"));
            assertThat(feature.fragments())
                    .as(feature.name())
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(texts(feature.name(), "fragments"));
        }
    }

    @Test
    void eachFeatureSaysWhatItIs() {
        for (Feature feature : FEATURES.all()) {
            assertThat(feature.title()).as(feature.name()).isNotBlank().doesNotEndWith(".");
            assertThat(feature.summary()).as(feature.name()).endsWith(".").hasSizeLessThan(100);
            feature.needs()
                    .forEach(need -> assertThat(FEATURES.named(need.feature())).isPresent());
            assertThat(FEATURES.facts()).as(feature.name()).containsAll(feature.facts());
            feature.conflicts().forEach(name -> assertThat(FEATURES.named(name)).isPresent());
        }
    }

    @Test
    void servicesAreSortedAndKnown() {
        assertThat(FEATURES.services().stream().map(Service::name)).isSorted().doesNotHaveDuplicates();
        assertThat(FEATURES.services()).allSatisfy(service -> {
            assertThat(service.ref()).isNotBlank();
            assertThat(service.module()).startsWith("@backstage/");
        });
        FEATURES.all().forEach(feature -> feature.services().forEach(FEATURES::service));
    }

    @Test
    void whatStandsInForAServiceIsImportedWhereItStandsIn() {
        String code = Templates.text("base/files/dev/index.ts.ftl");
        assertThat(FEATURES.services())
                .filteredOn(service -> !service.mock().isEmpty())
                .isNotEmpty()
                .allSatisfy(service -> assertThat(code)
                        .contains("import { " + service.mock().split("\\.")[0] + " } from '@backstage/"));
    }

    @Test
    void whatNotEveryReleaseHasCameWithAReleaseOfTheTable() {
        Map<?, ?> since = (Map<?, ?>) Yaml.read(Templates.text("since.yaml"));
        List<String> releases = Releases.embedded().all();
        assertThat(since).isNotEmpty();
        assertThat(since.values())
                .allSatisfy(release ->
                        assertThat(releases.subList(1, releases.size())).contains((String) release));
    }

    @Test
    void whatIsNeededComesWithItsReason() {
        FeatureSet set = FeatureSet.of(FEATURES, Set.of("mcp"));
        assertThat(set.features().stream().map(Feature::name)).containsExactly("base", "permissions", "mcp");
        assertThat(set.pulledIn()).containsOnlyKeys("permissions");
        assertThat(set.has("checksPermissions")).isTrue();
        assertThat(set.has(Fact.RESOURCES)).isFalse();
    }

    @Test
    void whatWasAskedForIsNotPulledIn() {
        assertThat(FeatureSet.of(FEATURES, Set.of("mcp", "permissions")).pulledIn())
                .isEmpty();
    }

    @Test
    void anUnknownFeatureIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> FeatureSet.of(FEATURES, Set.of("teleport")))
                .isInstanceOfSatisfying(ScaffoldException.class, refused -> {
                    assertThat(refused).hasMessageContaining("teleport");
                    assertThat(refused.hint()).contains("db", "permissions", "mcp");
                });
    }

    private static List<String> texts(String feature, String kind) throws IOException {
        Path folder = TEMPLATES.resolve(feature).resolve(kind);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .map(path -> path.substring(0, path.length() - ".ftl".length()))
                    .toList();
        }
    }
}
