package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is there is listed, and each of it is explained; nothing is written. */
class ExplainTest {

    private static final Terminals PERSON = new Terminals(true, true, true);

    private final Stage stage = Stage.inMemory();

    @AfterEach
    void nothingWasWritten() {
        assertThat(stage.orders).isEmpty();
        assertThat(stage.tree()).containsOnlyKeys("/", "package.json");
    }

    private String shown(String... args) {
        Stage.Run run = stage.run(args);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    @Test
    void texts() {
        Golden.check("features.txt", shown("features"));
        Golden.check("explain.txt", shown("explain"));
        Golden.check("explain-mcp.txt", shown("explain", "mcp"));
    }

    @Test
    void wordsFitATerminal() {
        assertThat(shown("features").lines()).allMatch(line -> line.length() <= 80);
        assertThat(shown("explain").lines()).allMatch(line -> line.length() <= 80);
        assertThat(shown("explain", "events").lines().takeWhile(line -> !line.startsWith("diff --git")))
                .contains("The difference it makes")
                .noneMatch(line -> line.endsWith(" "))
                .filteredOn(line -> !line.contains("plugins/"))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void eachFeatureIsListedOnce() throws IOException {
        List<String> names =
                Features.load().optional().stream().map(Feature::name).toList();
        JsonNode listed = new ObjectMapper().readTree(shown("features", "--format", "json"));

        assertThat(listed.findValuesAsText("title")).hasSize(names.size());
        assertThat(listed).extracting(feature -> feature.get("name").asText()).isEqualTo(names);
        assertThat(listed)
                .allSatisfy(feature -> assertThat(feature.get("files")).isNotEmpty());
    }

    @Test
    void whatCanBeExplainedIsListedInEachFormat() throws IOException {
        JsonNode listed = new ObjectMapper().readTree(shown("explain", "--format", "json"));

        assertThat(listed.get(0).toString())
                .isEqualTo(
                        "{\"kind\":\"feature\",\"name\":\"base\",\"summary\":\"A plugin with a health check, a router"
                                + " and a route that knows its caller.\"}");
        assertThat(shown("explain", "--format", "markdown")).startsWith("- `base`: A plugin with");
    }

    @Test
    void aDocumentHoldsTheSameAsTheListAndThePatch() throws IOException {
        JsonNode listed = new ObjectMapper().readTree(shown("features", "--format", "json"));
        JsonNode explained = new ObjectMapper().readTree(shown("explain", "mcp", "--format", "json"));

        assertThat(listed).contains(explained.get("feature"));
        assertThat(explained.get("services").toString())
                .isEqualTo("[{\"name\":\"actionsRegistry\",\"ref\":\"actionsRegistryServiceRef\","
                        + "\"module\":\"@backstage/backend-plugin-api/alpha\",\"since\":null}]");
        assertThat(explained.get("example").toString())
                .isEqualTo("{\"id\":\"example\",\"features\":[\"permissions\"]}");
        assertThat(shown("explain", "mcp"))
                .endsWith("\n" + explained.get("diff").asText());
    }

    @Test
    void thePageIsTheOneOfTheDocuments() throws IOException {
        String page = Files.readString(Path.of("../docs/features/permissions.md"));

        String markdown = shown("explain", "permissions", "--format", "markdown");

        assertThat(markdown).startsWith(page + "\n## The difference it makes\n\n```");
        String fence = markdown.substring(markdown.lastIndexOf('\n', markdown.length() - 2) + 1)
                .strip();
        assertThat(markdown).contains("\n" + fence + "diff\ndiff --git ");
        assertThat(markdown.substring(markdown.indexOf("diff --git"), markdown.length() - fence.length() - 1))
                .doesNotContain(fence);
    }

    @Test
    void anotherPluginCanShowIt() {
        String out = shown("explain", "permissions", "--id", "incident-log", "--with-db");

        assertThat(out)
                .contains("In a plugin with the id `incident-log` that has `db`:")
                .contains("+++ b/plugins/incident-log-backend/src/permissions.ts")
                .doesNotContain("plugin-example", "plugins/example");
    }

    @Test
    void aPluginMakesADifferenceToo() {
        assertThat(shown("explain", "base"))
                .contains("  Every plugin has it.\n")
                .contains("+backend.add(import('@internal/plugin-example-backend'));");
    }

    @Test
    void colourIsForAPersonWhoWantsIt() {
        String plain = shown("explain", "mcp");
        assertThat(plain).doesNotContain("\u001b");

        String coloured = stage.on(PERSON).run("explain", "mcp").out();

        assertThat(coloured)
                .contains("\u001b[1mMCP actions\u001b[0m\n")
                .contains("\u001b[1mdiff --git a/app-config.yaml b/app-config.yaml\u001b[0m\n")
                .contains("\n\u001b[32m+      - example\u001b[0m\n");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
        assertThat(stage.env(Map.of("NO_COLOR", "1")).run("explain", "mcp").out())
                .isEqualTo(plain);
        stage.env(Map.of());
        assertThat(stage.on(new Terminals(true, false, true))
                        .run("explain", "mcp")
                        .out())
                .isEqualTo(plain);
        assertThat(stage.on(PERSON)
                        .run("explain", "mcp", "--format", "markdown")
                        .out())
                .doesNotContain("\u001b");
    }
}
