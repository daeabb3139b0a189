package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same wishes as a file. */
class SpecFileTest {

    private final Stage stage = Stage.inMemory();

    @BeforeEach
    void file() {
        stage.file("wishes.yaml", """
                plugin: example
                package: '@acme/example'
                description: From the file
                resource: incident
                actionNames: kebab
                features: [db]
                """);
    }

    @Test
    void theFileIsEnough() {
        Stage.Run run = stage.run("new", "backend-plugin", "--spec", "wishes.yaml");

        assertThat(run.exit()).isZero();
        assertThat(stage.order().spec().id().value()).isEqualTo("example");
        assertThat(stage.order().spec().description()).contains("From the file");
        assertThat(stage.order().spec().features()).isEqualTo(Set.of("db"));
    }

    @Test
    void optionsWinAndFeaturesAddUp() {
        stage.run(
                "new",
                "backend-plugin",
                "--spec",
                "wishes.yaml",
                "--description",
                "Said",
                "--with-mcp",
                "--action-names",
                "snake");

        var spec = stage.order().spec();
        assertThat(spec.description()).contains("Said");
        assertThat(spec.packageName()).contains("@acme/example");
        assertThat(spec.actionNames().name()).isEqualTo("SNAKE");
        assertThat(spec.features()).isEqualTo(Set.of("db", "mcp"));
    }

    @Test
    void whatThingsNeedComesAlong() {
        stage.file("pieces.yaml", "plugin: example\nresource: incident\nactions: [summarize]\ntasks: [clean-up]\n");

        Stage.Run run = stage.run("new", "backend-plugin", "--spec", "pieces.yaml");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("db (added: it keeps the resource 'incident')")
                .contains("mcp (added: it offers the action 'summarize')")
                .contains("scheduler (added: it schedules the task 'clean-up')");
        assertThat(stage.order().spec().features()).isEmpty();
    }

    @Test
    void aResourceIsEnoughForADatabase() {
        Stage.Run run = stage.run("new", "backend-plugin", "--id", "example", "--resource", "incident");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("db (added: it keeps the resource 'incident')");
    }

    @Test
    void theIdMayBeSaidAgainButNotAnother() {
        assertThat(stage.run("new", "backend-plugin", "--spec", "wishes.yaml", "--id", "example")
                        .exit())
                .isZero();

        Stage.Run run = stage.run("new", "backend-plugin", "--spec", "wishes.yaml", "--id", "other");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--id says other").contains("describes example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugin: example\nactions: summarize\n",
                "plugin: example\nroutes: [GET /health]\n",
                "plugin: example\nfeatures: [nonsense]\n",
                "plugin: example\ncolour: red\n",
                "plugin: Bad Id\n",
                "description: nothing else\n",
                "plugin: [a, b]\n",
                "- a\n",
                "plugin: &a example\npackage: *a\n",
                "{",
                ""
            })
    void aWrongFileIsRefused(String text) {
        stage.file("wrong.yaml", text);

        Stage.Run run = stage.run("new", "backend-plugin", "--spec", "wrong.yaml");

        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(stage.orders).isEmpty();
    }
}
