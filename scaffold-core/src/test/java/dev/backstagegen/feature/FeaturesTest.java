package dev.backstagegen.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.host.Releases;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            assertThat(feature.repository())
                    .as(feature.name())
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(texts(feature.name(), "repository"));
            assertThat(feature.fragments())
                    .as(feature.name())
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(texts(feature.name(), "fragments"));
        }
    }

    /** A hole may stand in the fragment of another feature, so that not each plugin has it. */
    @Test
    void eachFragmentIsForAHoleThatThereIs() {
        for (Feature feature : FEATURES.all()) {
            for (String fragment : feature.fragments()) {
                int slash = fragment.lastIndexOf('/');
                String hole = "@hole name=\"" + fragment.substring(slash + 1) + "\"";
                assertThat(templatesOf(fragment.substring(0, slash)))
                        .as("%s of %s", fragment, feature.name())
                        .anyMatch(text -> text.contains(hole));
            }
        }
    }

    private static List<String> templatesOf(String target) {
        return FEATURES.all().stream()
                .flatMap(feature -> Stream.concat(
                        feature.files().stream().filter(target::equals).map(feature::fileTemplate),
                        feature.fragments().stream()
                                .filter(fragment -> fragment.startsWith(target + "/"))
                                .map(feature::fragmentTemplate)))
                .toList();
    }

    @Test
    void eachFeatureSaysWhatItIs() {
        for (Feature feature : FEATURES.all()) {
            assertThat(feature.title()).as(feature.name()).isNotBlank().doesNotEndWith(".");
            assertThat(feature.summary()).as(feature.name()).endsWith(".").hasSizeLessThan(100);
            assertThat(feature.purpose()).as(feature.name()).endsWith(".");
            assertThat(feature.pitfalls()).as(feature.name()).isNotEmpty().allMatch(text -> text.endsWith("."));
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
    void aServiceCameWhenItsRowOfTheTableSays() {
        Map<?, ?> since = (Map<?, ?>) Yaml.read(Templates.text("since.yaml"));
        for (String name : List.of("metrics", "rootSystemMetadata", "tracing")) {
            assertThat(FEATURES.service(name).since()).as(name).contains((String) since.get(name));
        }
        assertThat(FEATURES.services())
                .filteredOn(service -> service.since().isPresent())
                .hasSize(3);
    }

    @Test
    void aFeatureIsNoOlderThanItsServices() {
        assertThat(probe("since: '1.45.0'", "[tracing, metrics]").since()).contains("1.51.0");
        assertThat(probe("since: '1.52.0'", "[tracing]").since()).contains("1.52.0");
        assertThat(probe("", "[metrics]").since()).contains("1.49.0");
        assertThat(probe("", "[auth]").since()).isEmpty();
    }

    private static Feature probe(String since, String services) {
        return Features.feature(
                "probe",
                (Map<?, ?>) Yaml.read("title: Probe\nsummary: Probes.\nservices: " + services + "\n" + since + "\n"),
                FEATURES.services());
    }

    /** What is there, and two made-up features: one that traces, and one that needs it. */
    private static Features withProbe() {
        List<Feature> all = new ArrayList<>(FEATURES.all());
        all.add(probe("", "[tracing]"));
        all.add(Features.feature(
                "lab", (Map<?, ?>) Yaml.read("title: Lab\nneeds: { probe: a lab is nothing without }\n"), List.of()));
        return new Features(all, FEATURES.services(), FEATURES.facts());
    }

    @ParameterizedTest
    @CsvSource({"1.45.0", "1.50.1", "1.9.0"})
    void aReleaseThatIsTooOldIsRefusedWithTheReason(String release) {
        FeatureSet asked = FeatureSet.of(withProbe(), Set.of("probe"));
        assertThatThrownBy(() -> asked.refuseBefore(release))
                .isInstanceOfSatisfying(ScaffoldException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ScaffoldException.Kind.USAGE);
                    assertThat(refused)
                            .hasMessage("'probe' needs Backstage 1.51.0 or later for its tracing service, and this"
                                    + " repository has " + release + ".");
                    assertThat(refused.hint()).isEqualTo("Leave it out, or update Backstage first");
                });
        FeatureSet pulledIn = FeatureSet.of(withProbe(), Set.of("lab"));
        assertThatThrownBy(() -> pulledIn.refuseBefore(release))
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        refused -> assertThat(refused.hint())
                                .isEqualTo(
                                        "It was added, as a lab is nothing without: leave out what needs it, or update"
                                                + " Backstage first"));
    }

    @ParameterizedTest
    @CsvSource({"1.51.0", "1.51.1", "1.55.0", "2.0.0"})
    void aReleaseThatHasItIsNotRefused(String release) {
        FeatureSet.of(withProbe(), Set.of("lab")).refuseBefore(release);
        FeatureSet.of(FEATURES, Set.of("db")).refuseBefore("1.45.0");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actions: [sum]|mcp permissions|it offers the action 'sum'",
                "routes: [GET /a]|permissions|it decides who may call the route 'GET /a'",
                "tasks: [a]|scheduler|it schedules the task 'a'",
                "permissions: [a]|permissions|it makes the permission 'a' known",
                "resource: a|db|it keeps the resource 'a'"
            })
    void whatSomethingIsNothingWithoutComesWithTheReason(String wish, String features, String reason) {
        PluginSpec spec = SpecFile.read("spec", "plugin: example\n" + wish);
        FeatureSet set = FeatureSet.of(FEATURES, spec);
        assertThat(set.pulledIn()).containsOnlyKeys(features.split(" ")).containsValue(reason);
        assertThat(set.features().stream().map(Feature::name)).contains(features.split(" "));
        assertThat(FeatureSet.of(FEATURES, spec.withFeatures(Set.of(features.split(" "))))
                        .pulledIn())
                .isEmpty();
    }

    @Test
    void whatOneThingBringsAnotherDoesNotBringAgain() {
        PluginSpec spec = SpecFile.read("spec", "plugin: example\nactions: [sum]\nroutes: [GET /a]");
        assertThat(FeatureSet.of(FEATURES, spec).pulledIn())
                .containsEntry(
                        "permissions", "an action without a permission would be open to every assistant of every user");
    }

    @Test
    void anUnknownFeatureIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> FeatureSet.of(FEATURES, Set.of("teleport")))
                .isInstanceOfSatisfying(ScaffoldException.class, refused -> {
                    assertThat(refused).hasMessageContaining("teleport");
                    assertThat(refused.hint()).contains("db", "permissions", "mcp");
                });
    }

    @Test
    void aSlipOfTheFingerGetsAGuess() {
        assertThatThrownBy(() -> FeatureSet.of(FEATURES, Set.of("permissons")))
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        refused -> assertThat(refused.hint()).isEqualTo("Did you mean permissions?"));
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
