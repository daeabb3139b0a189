package dev.backstagegen.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.merge.Merged.Conflict;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Txtar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is generated goes from any choice of features to any other, whatever a person has added. */
class GeneratedKeysTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void aManifestTakesAndLosesFeatures() throws IOException {
        Map<String, String> manifests = manifests();
        assertThat(manifests).hasSizeGreaterThan(10);
        manifests.forEach((from, base) -> manifests.forEach((to, fresh) -> {
            String unit = List.of("  ", "    ", "\t").get((from + to).length() % 3);
            String yours = edited(base).replace("  ", unit);
            Merged merged = JsonMerge.of(base, yours, fresh);
            assertThat(merged.isClean()).as(from + " to " + to).isTrue();
            String text = merged.text(Conflict::yours);
            assertThat(JsonDocument.read(text).value().says())
                    .as(from + " to " + to)
                    .isEqualTo(JsonDocument.read(edited(fresh)).value().says());
            assertThat(names(text, "dependencies")).as(from + " to " + to).isSorted();
            // There and back is the same text.
            assertThat(JsonMerge.of(fresh, text, base).text(Conflict::yours))
                    .as(from + " to " + to)
                    .isEqualTo(yours);
        }));
    }

    /** A script and a dependency more, another range and a key at the end. */
    private static String edited(String manifest) {
        return manifest.replace("  \"scripts\": {\n", "  \"scripts\": {\n    \"mine\": \"x\",\n")
                .replace("  \"dependencies\": {\n", "  \"dependencies\": {\n    \"@acme/a\": \"^1.0.0\",\n")
                .replaceFirst("(\"express\": )\"[^\"]*\"", "$1\"^99.0.0\"")
                .replaceFirst("\n}\n$", ",\n  \"sideEffects\": false\n}\n");
    }

    private static List<String> names(String manifest, String key) {
        return ((Json.ObjectValue) Json.read(manifest).get(key).orElseThrow())
                .members().stream().map(Json.Member::name).toList();
    }

    private static Map<String, String> manifests() throws IOException {
        Map<String, String> manifests = new TreeMap<>();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.toList()) {
                Txtar.read(Files.readString(file))
                        .text(RelPath.of("package.json"))
                        .filter(text -> text.contains("\"@internal/plugin-example-backend\""))
                        .ifPresent(text -> manifests.put(file.getFileName().toString(), text));
            }
        }
        return manifests;
    }

    private static final String WORKFLOW = """
            name: example-backend

            on:
              pull_request:
                paths:
                  - .github/workflows/example-backend.yml
                  - plugins/example-backend/**
                  - yarn.lock
              push:
                branches: [main, master]
                paths:
                  - plugins/example-backend/**
                  - yarn.lock

            permissions:
              contents: read

            jobs:
              test:
                runs-on: ubuntu-latest
                strategy:
                  matrix:
                    node: [22, 24]
                steps:
                  - uses: actions/checkout@v5
                    with:
                      persist-credentials: false
                  - run: corepack enable
                  - run: yarn workspace example-backend test
                  - uses: actions/upload-artifact@v6
                    with:
                      name: coverage
            """;

    private static final String WITH_MORE = WORKFLOW.replace(
                    "      - plugins/example-backend/**\n",
                    "      - plugins/example-backend/**\n      - plugins/example-common/**\n")
            .replace("    steps:\n", """
                        services:
                          postgres18:
                            image: postgres:18
                            options: >-
                              --health-cmd pg_isready
                              --health-interval 5s
                        env:
                          # for the tests
                          POSTGRES: localhost:5418
                        steps:
                    """.indent(0))
            .replace("backend test\n", "backend test\n      - run: yarn workspace example-common test\n")
            .replace("checkout@v5", "checkout@v6");

    @Test
    void aWorkflowTakesAndLosesFeatures() {
        String yours = WORKFLOW.replace("jobs:\n", "# ours\njobs:\n")
                .replace("[22, 24]", "[24] # 22 is too old")
                .replace(
                        "      - run: corepack enable\n",
                        "      # lint first\n      - run: yarn lint\n      - run: corepack enable\n")
                .replace("branches: [main, master]", "branches: [trunk]")
                .replace("    runs-on", "    timeout-minutes: 5\n    runs-on");
        String jobs = yours.substring(yours.indexOf("jobs:\n") + 6);
        String wide = yours.replace(jobs, jobs.indent(2));
        for (String text : List.of(yours, wide, yours.replace("\n", "\r\n"))) {
            Merged merged = YamlMerge.of(WORKFLOW, text, WITH_MORE);
            assertThat(merged.isClean()).as(Merging.shown(merged)).isTrue();
            String more = merged.text(Conflict::yours);
            assertThat(more)
                    .contains("# ours", "# 22 is too old", "# lint first", "[trunk]", "timeout-minutes: 5")
                    .contains(
                            "example-common/**",
                            "postgres:18",
                            "# for the tests",
                            "checkout@v6",
                            "example-common test");
            assertThat(YamlMerge.of(WITH_MORE, more, WORKFLOW).text(Conflict::yours))
                    .isEqualTo(text);
        }
    }
}
