package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstagegen.tree.Txtar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plugin that somebody wrote is taken on from the command line, and kept up from then on. */
class AdoptCommandTest {

    private static final Path BY_HAND = Path.of("../scaffold-core/src/test/resources/fixtures/by-hand.txtar");
    private static final String PLUGIN = "plugins/notebook-backend";
    private static final String SPEC = PLUGIN + "/.backstage-gen.yaml";
    private static final String BASE = PLUGIN + "/.backstage-gen.base";

    @TempDir
    Path folder;

    private Stage stage;
    private Map<String, String> before;

    @BeforeEach
    void repository() throws IOException {
        stage = HostRepository.at(folder.resolve("acme"));
        Txtar.read(Files.readString(BY_HAND)).asMap().forEach((path, text) -> stage.file(PLUGIN + "/" + path, text));
        before = stage.treeBesideMemory();
    }

    @Test
    void twoFilesAreAllThatComes() {
        Stage.Run run = stage.run("adopt", PLUGIN);

        assertThat(run).isEqualTo(new Stage.Run(0, """
                Took on plugins/notebook-backend as the plugin notebook. None of its files was changed.
                  + plugins/notebook-backend/.backstage-gen.base
                  + plugins/notebook-backend/.backstage-gen.yaml
                It seems to have: catalog. What it keeps in tables stays its own.
                From now on: backstage-gen add FEATURE plugins/notebook-backend
                """, ""));
        Map<String, String> after = stage.treeBesideMemory();
        assertThat(after.remove(SPEC)).contains("plugin: notebook\n", "  - catalog\n");
        assertThat(after.remove(BASE)).isNotEmpty();
        assertThat(after).isEqualTo(before);
        assertThat(stage.run("status", "--check").exit()).isZero();
        assertThat(stage.run("update").out()).contains("All of them are as they should be.");
        assertThat(stage.run("undo").exit()).isZero();
        assertThat(stage.treeBesideMemory()).isEqualTo(before);
    }

    @Test
    void featuresComeIntoWhatStandsThere() {
        assertThat(stage.run("adopt", PLUGIN).exit()).isZero();

        Stage.Run run = stage.run("add", "scheduler", "lifecycle", PLUGIN);

        assertThat(run.exit()).isZero();
        assertThat(stage.read(PLUGIN + "/src/plugin.ts"))
                .contains("shelf: pageShelfServiceRef", "coreServices.scheduler", "Pages beside the catalog");
        assertThat(stage.read(PLUGIN + "/README.md")).startsWith("# Notebook\n");
        assertThat(stage.run("status", "--check").exit()).isZero();
        assertThat(stage.run("undo").exit()).isZero();
        assertThat(stage.read(PLUGIN + "/src/plugin.ts")).isEqualTo(before.get(PLUGIN + "/src/plugin.ts"));
    }

    @Test
    void aMigrationFollowsThoseThatWereThere() {
        assertThat(stage.run("adopt", PLUGIN).exit()).isZero();
        stage.file(PLUGIN + "/migrations/20250301090000_create_notes.js", "exports.up = async () => {};\n");

        assertThat(stage.run("add", "migration", "tidy-up", PLUGIN).exit()).isZero();

        assertThat(stage.tree()).containsKey(PLUGIN + "/migrations/20250301090001_tidy_up.js");
    }

    @Test
    void withoutTablesThereIsNothingToMigrate() {
        assertThat(stage.run("adopt", PLUGIN).exit()).isZero();

        Stage.Run run = stage.run("add", "migration", "tidy-up", PLUGIN);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("has no tables that a migration could change");
    }

    @Test
    void itMayBeSeenFirst() throws IOException {
        Stage.Run run = stage.run("adopt", PLUGIN, "--dry-run", "--format", "json");

        JsonNode said = new ObjectMapper().readTree(run.out());
        assertThat(said.get("id").asText()).isEqualTo("notebook");
        assertThat(said.get("files")).hasSize(2);
        assertThat(said.get("written").asBoolean()).isFalse();
        assertThat(stage.run("adopt", PLUGIN, "--dry-run", "--diff").out())
                .contains("+++ b/" + SPEC, "+plugin: notebook");
        assertThat(stage.treeBesideMemory()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "'',It is not said which plugin",
        "plugins/notebook-backend plugins/other-backend,One plugin is taken on at a time",
        "packages/backend,packages/backend is no backend plugin: its package.json says that it is a backend",
        "plugins/nothing-backend,plugins/nothing-backend",
    })
    void whatIsNoPluginIsNotTakenOn(String words, String reason) {
        Stage.Run run = stage.run(("adopt " + words).strip().split(" "));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(reason);
        assertThat(stage.treeBesideMemory()).isEqualTo(before);
    }

    @Test
    void aModuleBesideThePluginDoesNotNameIt() {
        stage.file(PLUGIN + "/src/module.ts", """
                import { createBackendModule } from '@backstage/backend-plugin-api';

                export const pages = createBackendModule({
                  pluginId: 'catalog',
                  moduleId: 'pages',
                  register() {},
                });
                """);

        assertThat(stage.run("adopt", PLUGIN, "--dry-run").out()).contains("as the plugin notebook.");
    }

    @Test
    void theRepositoryItselfIsNotTakenOn() {
        stage.file("package.json", stage.read(PLUGIN + "/package.json"));

        Stage.Run run = stage.run("adopt", ".");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("The repository itself is that plugin");
        assertThat(stage.tree()).doesNotContainKey("^/");
    }

    @Test
    void whatIsKeptUpIsNotTakenOnAgain() {
        assertThat(stage.run("adopt", PLUGIN).exit()).isZero();
        Map<String, String> there = stage.treeBesideMemory();

        assertThat(stage.run("adopt", PLUGIN).err()).contains(PLUGIN + " is kept up already.");
        assertThat(stage.treeBesideMemory()).isEqualTo(there);
    }
}
