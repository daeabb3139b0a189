package dev.backstagegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.spec.Pieces;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Txtar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out, whole, for each combination of features. */
class GoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static final String EVOLVED = "evolved";

    private static final PluginSpec THREE = SpecFile.read("three-resources", """
            plugin: incident-log
            resources:
              - name: service
                fields:
                  name: string(120)
                  homepage: url?
                unique: [name]
              - name: incident
                fields:
                  title: string(120)
                  severity: enum(low,high)=low
                  openedAt: timestamp
                  service: ref(service)
                  component: entityRef
                  count: integer?
                  cost: number=0.5
                  dueOn: date?
                  isPublic: boolean=false
                  tags: string(40)[]
                  details: json?
                  notes: text?
                  causedBy: ref(incident,clear)?
                unique: [title, [service, openedAt]]
                index: [[severity, openedAt], dueOn, count]
              - name: comment
                fields:
                  incident: ref(incident,cascade)
                  body: text
                verbs: [list, create, delete]
            """);

    private static final Pieces PIECES = SpecFile.read("pieces", """
            plugin: example
            actions: [summarize-week, run]
            routes:
              - GET /reports
              - GET /reports/:id
              - POST /reports
              - PUT /reports/:id/sections/:sectionId
              - PATCH /current-report
              - DELETE /reports/:id
              - DELETE /reports
            tasks: [clean-up, send-digests]
            permissions: [export-read, approve]
            """).pieces();

    private static TreeMap<String, PluginSpec> cases() {
        TreeMap<String, PluginSpec> cases = new TreeMap<>();
        PluginSpec example = PluginSpec.of(PluginId.of("example"));
        for (Set<String> features : Plugins.alone()) {
            String name =
                    features.isEmpty() ? "nothing" : features.size() > 1 ? "everything" : String.join("+", features);
            cases.put(name, example.withFeatures(features));
        }
        cases.put("db+mcp", example.withFeatures(Set.of("db", "mcp")));
        cases.put("three-resources", THREE.withFeatures(Set.of("db", "mcp")));
        cases.put(
                "kebab-case-actions", example.withFeatures(Set.of("db", "mcp")).withActionNames(ActionNames.KEBAB));
        cases.put("pieces", example.withPieces(PIECES));
        cases.put("pieces+db+common", example.withPieces(PIECES).withFeatures(Set.of("db", "common")));
        cases.put(
                "awkward-names",
                PluginSpec.of(PluginId.of("a-2nd-incident-log-with-a-rather-long-name-of-50ch"))
                        .withFeatures(Set.of("db", "mcp"))
                        .withResource(Resource.of("class"))
                        .withDescription(
                                "Keeps \"classes\" & 'orders' `as ${is}` */ <b>for</b> [you](x) \\ _all_ * | #1"));
        return cases;
    }

    /** What was a plugin with the usual resource took on a feature, a field and a resource. */
    private static FileTree evolved() {
        PluginSpec before = SpecFile.read("evolved", """
                plugin: example
                features: [db]
                resources:
                  - name: item
                    fields:
                      title: string
                    unique: [title]
                """);
        PluginSpec now = SpecFile.read("evolved", """
                plugin: example
                features: [db, identity]
                resources:
                  - name: item
                    fields:
                      title: string
                      severity: enum(low,high)=low
                      service: ref(service,clear)?
                    unique: [title]
                  - name: service
                    fields:
                      name: string(120)
                """);
        return Plugins.evolved(before, now, Plugins.render(before)).plugin();
    }

    private static Stream<String> names() {
        return Stream.concat(cases().keySet().stream(), Stream.of(EVOLVED));
    }

    @ParameterizedTest
    @MethodSource("names")
    void comesOutAsBefore(String name) throws IOException {
        Path golden = FOLDER.resolve(name + ".txtar");
        FileTree made = name.equals(EVOLVED) ? evolved() : Plugins.render(cases().get(name));
        if (System.getProperty("update") != null) {
            Files.writeString(golden, Txtar.write("", made));
        }
        assertThat(golden)
                .as("rewrite it with mvn test -Dupdate, and read the difference")
                .exists();
        FileTree before = Txtar.read(Files.readString(golden));
        assertThat(made.paths()).containsExactlyElementsOf(before.paths());
        made.asMap()
                .forEach((path, text) -> assertThat(text)
                        .as("%s of %s; if it is meant, mvn test -Dupdate rewrites it", path, name)
                        .isEqualTo(before.text(path).orElseThrow()));
    }

    @Test
    void eachGoldenHasItsCase() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + ".txtar").toList());
        }
    }
}
