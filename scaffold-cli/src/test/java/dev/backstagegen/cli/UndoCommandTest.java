package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody gets from {@code undo} after another command. */
class UndoCommandTest {

    private static final String MANIFEST = "plugins/example-backend/package.json";

    @TempDir
    Path folder;

    private Stage stage;
    private Map<String, String> before;

    @BeforeEach
    void repository() {
        stage = HostRepository.at(folder.resolve("acme"));
        before = stage.tree();
    }

    private void made() {
        assertThat(stage.runForReal("new", "backend-plugin", "--id", "example").exit())
                .isZero();
        assertThat(stage.tree()).isNotEqualTo(before);
    }

    @Test
    void aNewPluginGoesAndNothingIsLeft() {
        made();
        Stage.Run run = stage.run("undo");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Took back\n  new backend-plugin --id example\nFiles\n")
                .contains("  - " + MANIFEST + "\n", "  ~ packages/backend/src/index.ts\n");
        assertThat(stage.tree()).isEqualTo(before);
        assertThat(stage.run("undo")).isEqualTo(new Stage.Run(0, "There is nothing to take back.\n", ""));
        assertThat(stage.tree()).isEqualTo(before);
    }

    @Test
    void repairsOfCheckGoToo() {
        stage.file("plugins/a-backend/package.json", """
                {
                  "name": "@internal/plugin-a-backend",
                  "backstage": { "role": "backend-plugin", "pluginId": "a" },
                  "dependencies": { "express-promise-router": "^4.1.0" }
                }
                """).file("plugins/a-backend/src/router.ts", """
                import express from 'express';
                import { store } from './store';

                export function createRouter(): express.Router {
                  const router = express.Router();
                  router.get('/items', async (_req, res) => {
                    res.json(await store.list());
                  });
                  return router;
                }
                """);
        before = stage.tree();
        assertThat(stage.run("check", "--fix", "--rule", "router/promise-router")
                        .exit())
                .isZero();
        assertThat(stage.tree()).isNotEqualTo(before);
        assertThat(stage.run("undo").out())
                .isEqualTo("Took back\n  check --fix --rule router/promise-router\nFiles\n"
                        + "  ~ plugins/a-backend/src/router.ts\n");
        assertThat(stage.tree()).isEqualTo(before);
    }

    private void remembered(String command, String... words) {
        assertThat(stage.runForReal(words).exit()).isZero();
        assertThat(stage.run("undo", "--dry-run").out()).startsWith("Would take back\n  " + command + "\n");
    }

    @Test
    void eachRunIsRememberedByItsCommand() {
        String plugin = "plugins/example-backend";
        remembered(
                "new backend-plugin --id example --with-db", "new", "backend-plugin", "--id", "example", "--with-db");
        remembered(
                "add resource comment " + plugin + " --field 'body:text?' --verbs list",
                "add",
                "resource",
                "comment",
                "--field",
                "body:text?",
                "--verbs",
                "list");
        remembered("remove resource comment " + plugin + "/", "remove", "resource", "comment", plugin + "/");
        KeptRepository.age(stage, plugin, "# Example backend plugin", "# What it was");
        remembered(
                "new backend-plugin --id example --with-db --on-conflict stop",
                "new",
                "backend-plugin",
                "--id",
                "example",
                "--with-db",
                "--on-conflict",
                "stop");
        KeptRepository.age(stage, plugin, "# Example backend plugin", "# What it was");
        remembered("update " + plugin, "update");
        assertThat(stage.runForReal("new", "backend-plugin", "--id", "other").exit())
                .isZero();
        KeptRepository.age(stage, plugin, "# Example backend plugin", "# What it was");
        remembered("update " + plugin + " plugins/other-backend", "update", plugin, "plugins/other-backend");
        KeptRepository.age(stage, plugin, "# Example backend plugin", "# What it was");
        remembered("update --all", "update", "--all");
    }

    @Test
    void aDryRunChangesNothing() {
        made();
        Map<String, String> after = stage.tree();
        Stage.Run run = stage.run("undo", "--dry-run", "--diff");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("diff --git a/").contains("deleted file mode 100644\n--- a/" + MANIFEST);
        assertThat(run.err()).startsWith("Would take back\n  new backend-plugin --id example\n");
        assertThat(stage.tree()).isEqualTo(after);
    }

    @Test
    void whatWasEditedIsListedAndNothingIsChanged() {
        made();
        stage.file(MANIFEST, "{}\n");
        Map<String, String> after = stage.tree();
        Stage.Run run = stage.run("undo");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                backstage-gen: nothing was taken back of: new backend-plugin --id example
                Since then:
                  %s was changed
                Put these files back as the run left them, then undo takes back all of it.
                """.formatted(MANIFEST));
        assertThat(stage.tree()).isEqualTo(after);
    }

    @Test
    void programsGetADocument() throws IOException {
        made();
        ObjectMapper json = new ObjectMapper();
        stage.file(MANIFEST, "{}\n");
        JsonNode refused = json.readTree(stage.run("undo", "--format", "json").out());
        assertThat(refused.at("/exitCode").asInt()).isEqualTo(1);
        assertThat(refused.at("/written").asBoolean()).isFalse();
        assertThat(refused.at("/edited/0/path").asText()).isEqualTo(MANIFEST);
        assertThat(refused.at("/edited/0/what").asText()).isEqualTo("was changed");
        JsonNode nothing = json.readTree(HostRepository.at(folder.resolve("other"))
                .run("undo", "--format", "json")
                .out());
        assertThat(nothing.at("/run").isNull()).isTrue();
        assertThat(nothing.at("/exitCode").asInt()).isZero();
    }

    @Test
    void aRunThatWasKilledIsTakenBackAndTheOneBeforeItStays() {
        made();
        Map<String, String> after = stage.tree();
        stage.file("app-config.yaml", "half: done\n");
        stage.file(".backstage-gen.tmp/run/old/0", after.get("app-config.yaml"));
        stage.file(
                ".backstage-gen.tmp/run/journal",
                "backstage-gen journal 2\ncommand check --fix\nfile " + print(after.get("app-config.yaml")) + " "
                        + print("half: done\n") + " app-config.yaml\n");
        Stage.Run run = stage.run("undo");
        assertThat(run).isEqualTo(new Stage.Run(0, "", """
                                Note: An earlier run was interrupted; 1 file stands again as before it.
                                Note: To take back the run before it as well, run undo again; it takes back: new backend-plugin --id example.
                                """));
        assertThat(stage.tree()).isEqualTo(after);
        assertThat(stage.run("undo").exit()).isZero();
        assertThat(stage.tree()).isEqualTo(before);
    }

    @Test
    void theNextCommandSaysWhatItPutBackAndWhatItLeft() {
        stage.file("app-config.yaml", "half: done, and mine\n");
        stage.file(".backstage-gen.tmp/run/old/0", "old\n");
        stage.file(
                ".backstage-gen.tmp/run/journal",
                "backstage-gen journal 2\ncommand new\nfile " + print("old\n") + " " + print("half: done\n")
                        + " app-config.yaml\n");
        assertThat(stage.runForReal("new", "backend-plugin", "--id", "example").err())
                .startsWith("Note: An earlier run was interrupted; 0 files stand again as before it. Left as found,"
                        + " since changed by somebody else: app-config.yaml. What stood there before that run:"
                        + " app-config.yaml.orig.\n");
        assertThat(stage.read("app-config.yaml.orig")).isEqualTo("old\n");
    }

    @Test
    void anUndoIsOneWord() {
        Stage.Run run = stage.run("undo", "example");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("'example' is one word too many");
    }

    @Test
    void theRootCanBeNamed() {
        made();
        Stage elsewhere = Stage.at(folder.resolve("elsewhere"));
        assertThat(elsewhere.run("undo").out()).isEqualTo("There is nothing to take back.\n");
        assertThat(elsewhere.run("undo", "--root", "../acme").exit()).isZero();
        assertThat(stage.tree()).isEqualTo(before);
    }

    private static String print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length + "-" + sum(new CRC32(), bytes) + "-" + sum(new CRC32C(), bytes);
    }

    private static String sum(Checksum checksum, byte[] bytes) {
        checksum.update(bytes);
        return Long.toHexString(checksum.getValue());
    }
}
