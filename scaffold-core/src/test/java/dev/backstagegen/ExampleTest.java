package dev.backstagegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.explain.FeatureDoc;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.plan.Change;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of a feature is what it does. */
class ExampleTest {

    private static final Features FEATURES = Features.load();

    @TempDir
    Path root;

    private static Feature feature(String name) {
        return FEATURES.named(name).orElseThrow();
    }

    private static FeatureDoc explain(String name, String... beside) {
        return Example.of(FEATURES, Example.ID, Set.of(beside)).explain(feature(name));
    }

    /** The plugin with the feature, written into the same repository; what the tool remembers is not shown. */
    private Map<String, String> made(FeatureDoc doc, String... asked) throws IOException {
        for (Map.Entry<String, String> file : before(explain("base")).entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        PluginSpec spec = PluginSpec.of(PluginId.of("example")).withFeatures(Set.of(asked));
        Draft draft =
                Scaffold.draft(new Order(root, Optional.of(root), spec, FeatureSet.of(FEATURES, spec), true, false));
        Map<String, String> texts = new TreeMap<>();
        for (Change change : draft.plan().writes()) {
            if (!change.path().value().contains(".backstage-gen.")) {
                texts.put(change.path().value(), change.after().orElseThrow());
            }
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static Map<String, String> before(FeatureDoc doc) {
        Map<String, String> texts = new TreeMap<>();
        doc.changes()
                .changes()
                .forEach(change -> change.before()
                        .ifPresent(text -> texts.put(change.path().value(), text)));
        return texts;
    }

    private static Map<String, String> after(FeatureDoc doc) {
        Map<String, String> texts = new TreeMap<>();
        doc.changes()
                .changes()
                .forEach(change ->
                        change.after().ifPresent(text -> texts.put(change.path().value(), text)));
        return texts;
    }

    @Test
    void afterwardsThePluginIsAsItIsMade() throws IOException {
        FeatureDoc doc = explain("mcp", "db");
        assertThat(after(doc)).containsAllEntriesOf(made(doc, "db", "mcp"));
        assertThat(doc.beside()).containsExactly("db", "permissions");
    }

    @Test
    void beforehandItIsAsItIsMadeWithoutTheFeature() throws IOException {
        FeatureDoc doc = explain("mcp", "db");
        assertThat(before(doc)).containsAllEntriesOf(made(doc, "db", "permissions"));
    }

    @Test
    void whatComesWhatChangesAndWhatGoes() {
        FeatureDoc doc = explain("db");
        assertThat(doc.changes().writes())
                .extracting(change -> change.kind() + " " + change.path())
                .contains(
                        "CREATE plugins/example-backend/src/database/ItemStore.ts",
                        "UPDATE plugins/example-backend/src/plugin.ts",
                        "DELETE plugins/example-backend/src/service/OwnershipService.ts")
                .noneMatch(line -> line.contains(".backstage-gen"));
        assertThat(doc.services()).extracting(service -> service.ref()).containsExactly("coreServices.database");
        assertThat(doc.diff())
                .contains("deleted file mode 100644\n--- a/plugins/example-backend/src/service/OwnershipService.ts");
    }

    @Test
    void theFilesAroundThePluginAreShownToo() {
        assertThat(explain("mcp").diff()).contains("+++ b/app-config.yaml\n").contains("\n+      - example\n");
    }

    @Test
    void eachFeatureMakesADifference() {
        for (FeatureDoc doc : Example.of(FEATURES, Example.ID, Set.of()).all()) {
            assertThat(doc.diff()).as(doc.feature().name()).startsWith("diff --git ");
        }
    }

    @Test
    void whatThePluginHasAnywayMakesNone() {
        assertThatThrownBy(() -> explain("permissions", "mcp"))
                .isInstanceOf(ScaffoldException.class)
                .hasMessage("The example has 'permissions' already: an action without a permission would be open to"
                        + " every assistant of every user.");
        assertThatThrownBy(() -> explain("db", "db"))
                .isInstanceOf(ScaffoldException.class)
                .hasMessage("The example has 'db' already: it was said so.");
    }
}
