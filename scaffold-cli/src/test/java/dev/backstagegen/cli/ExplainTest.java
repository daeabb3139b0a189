package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import dev.backstagegen.rule.Rules;
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
        Golden.check("explain-userInfo.txt", shown("explain", "userInfo"));
        Golden.check("explain-pitfalls.txt", shown("explain", "pitfalls"));
        Golden.check("explain-rule.txt", shown("explain", "auth/health-policy"));
        Golden.check("rules.txt", shown("rules"));
    }

    @Test
    void wordsFitATerminal() {
        for (String[] list : new String[][] {{"features"}, {"explain"}, {"rules"}, {"explain", "pitfalls"}}) {
            assertThat(shown(list).lines()).allMatch(line -> line.length() <= 80);
        }
        for (String topic : new String[] {"events", "testing", "auth/health-policy"}) {
            assertThat(shown("explain", topic).lines().takeWhile(line -> !line.startsWith("diff --git")))
                    .noneMatch(line -> line.endsWith(" "))
                    .filteredOn(line -> !line.startsWith("    ") && !line.contains("plugins/"))
                    .allMatch(line -> line.length() <= 80);
        }
        assertThat(shown("explain", "events")).contains("\nThe difference it makes\n");
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
                                + " and a route that knows its caller.\",\"group\":\"Features\"}");
        assertThat(listed)
                .extracting(topic -> topic.get("kind").asText())
                .contains("feature", "guide", "pitfalls", "rule");
        assertThat(shown("explain", "--format", "markdown"))
                .startsWith("## Features\n\n- `base`: A plugin with")
                .contains("\n\n## Core services\n\n- `auditor`: ")
                .contains("\n\n## Rules\n\n- `auth/");
    }

    @Test
    void everythingThatIsListedIsExplained() throws IOException {
        JsonNode listed = new ObjectMapper().readTree(shown("explain", "--format", "json"));

        assertThat(listed.findValuesAsText("name")).contains("database", "userInfo", "testing", "pitfalls");
        for (JsonNode topic : listed) {
            String kind = topic.get("kind").asText();
            if (!kind.equals("feature")) {
                String name = topic.get("name").asText();
                JsonNode explained = new ObjectMapper().readTree(shown("explain", name, "--format", "json"));
                assertThat(explained.get(kind)).as(name).isNotEmpty();
            }
        }
    }

    /** What a name stands for in Backstage comes first, then what the tool makes of it. */
    @Test
    void aGuideAndAFeatureOfOneNameAreShownTogether() throws IOException {
        String guide = Files.readString(Path.of("../docs/guides/cache.md"));
        String feature = Files.readString(Path.of("../docs/features/cache.md"));

        assertThat(shown("explain", "cache", "--format", "markdown"))
                .startsWith(guide + "\n" + feature + "\n## The difference it makes\n\n```");

        JsonNode explained = new ObjectMapper().readTree(shown("explain", "cache", "--format", "json"));
        assertThat(explained.get("kind").asText()).isEqualTo("feature");
        assertThat(explained.get("guide").get("name").asText()).isEqualTo("cache");
        assertThat(explained.get("diff").asText()).startsWith("diff --git ");
    }

    @Test
    void thePagesOfTheDocumentsAreWhatIsShown() throws IOException {
        assertThat(shown("explain", "rootConfig", "--format", "markdown"))
                .isEqualTo(Files.readString(Path.of("../docs/guides/rootConfig.md")));
        assertThat(shown("explain", "pitfalls", "--format", "markdown"))
                .isEqualTo(Files.readString(Path.of("../docs/guides/pitfalls.md")));
        assertThat(shown("explain", "router/promise-router", "--format", "markdown"))
                .isEqualTo(Files.readString(Path.of("../docs/rules/router/promise-router.md")));
    }

    @Test
    void eachRuleIsListedOnce() throws IOException {
        JsonNode listed = new ObjectMapper().readTree(shown("rules", "--format", "json"));

        assertThat(listed.get("version").asInt()).isEqualTo(1);
        assertThat(listed.get("rules").findValuesAsText("id"))
                .isEqualTo(Rules.ALL.stream().map(rule -> rule.doc().id()).toList());
        JsonNode rule = new ObjectMapper()
                .readTree(shown("explain", Rules.ALL.get(0).doc().id(), "--format", "json"))
                .get("rule");
        assertThat(listed.get("rules").get(0).properties()).isSubsetOf(rule.properties());
        assertThat(rule.get("examples").get(0).get("bad").asText()).startsWith("--- src/");
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
        String page = Files.readString(Path.of("../docs/features/identity.md"));

        String markdown = shown("explain", "identity", "--format", "markdown");

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
