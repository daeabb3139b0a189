package dev.backstagegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.disk.Baseline;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the front door refuses, and that nothing is there afterwards. */
class ScaffoldTest {

    private static final Features FEATURES = Features.load();

    @TempDir
    Path root;

    private Order order(Features features, String... asked) {
        PluginSpec spec = PluginSpec.of(PluginId.of("example")).withFeatures(Set.of(asked));
        return new Order(root, Optional.of(root), spec, FeatureSet.of(features, spec), true, false);
    }

    private void repository(String release) throws IOException {
        Files.writeString(root.resolve("package.json"), "{ \"name\": \"root\" }\n");
        Files.writeString(root.resolve("backstage.json"), "{ \"version\": \"" + release + "\" }\n");
    }

    /** A feature that came with a release. */
    private static Features with(String name, String since) {
        Feature db = FEATURES.named("db").orElseThrow();
        List<Feature> all = new ArrayList<>(FEATURES.all());
        all.add(new Feature(
                name,
                db.about(),
                false,
                Optional.of(since),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Optional.empty()));
        return new Features(all, FEATURES.services(), FEATURES.facts());
    }

    @Test
    void aFeatureThatTheReleaseOfTheRepositoryDoesNotHaveIsRefused() throws IOException {
        repository("1.49.2");
        Features features = with("newcomer", "1.50.0");
        assertThatThrownBy(() -> Scaffold.draft(order(features, "newcomer")))
                .isInstanceOfSatisfying(ScaffoldException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ScaffoldException.Kind.USAGE);
                    assertThat(refused).hasMessageStartingWith("'newcomer' needs Backstage 1.50.0 or later, and this");
                });
        repository("1.50.0");
        assertThat(Scaffold.draft(order(features, "newcomer")).release()).isEqualTo("1.50.0");
    }

    private void manifest(String folder, String text) throws IOException {
        Path path = Files.createDirectories(root.resolve(folder)).resolve("package.json");
        Files.writeString(path, text);
    }

    @Test
    void aPackageBesideThePluginTakesNoNameThatIsTaken() throws IOException {
        repository("1.55.0");
        manifest("packages/shared", "{ \"name\": \"@internal/plugin-example-common\" }\n");
        assertThatThrownBy(() -> Scaffold.draft(order(FEATURES, "common")))
                .isInstanceOfSatisfying(ScaffoldException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ScaffoldException.Kind.USAGE);
                    assertThat(refused).hasMessage("There is a package @internal/plugin-example-common here already.");
                });
    }

    @Test
    void theFrontendOfAPluginDependsOnWhatTheyShare() throws IOException {
        repository("1.55.0");
        manifest("plugins/example", "{ \"backstage\": { \"role\": \"frontend-plugin\" } }\n");
        Draft draft = Scaffold.draft(order(FEATURES, "common"));
        assertThat(draft.wirings())
                .filteredOn(Draft.Wiring::done)
                .extracting(wiring -> wiring.path() + ": " + wiring.what())
                .contains("plugins/example/package.json: dependency @internal/plugin-example-common: workspace:^");
        assertThat(draft.inTheWay()).isEmpty();
    }

    @Test
    void aFileAtTheRootThatIsThereIsInTheWayAndRemembered() throws IOException {
        repository("1.55.0");
        RelPath workflow = RelPath.of(".github/workflows/example-backend.yml");
        Path file = root.resolve(workflow.value());
        Files.createDirectories(file.getParent());
        Files.writeString(file, "name: mine\n");
        assertThat(Scaffold.draft(order(FEATURES, "ci")).inTheWay()).containsExactly(workflow);
        assertThat(file).hasContent("name: mine\n");

        Files.delete(file);
        Scaffold.apply(Scaffold.draft(order(FEATURES, "ci")), "new");
        FileTree remembered = Baseline.tree(
                RelPath.of("plugins/example-backend"),
                Files.readString(root.resolve("plugins/example-backend").resolve(Baseline.FILE)));
        assertThat(remembered.text(Baseline.REPOSITORY.resolve(workflow))).contains(Files.readString(file));
    }
}
