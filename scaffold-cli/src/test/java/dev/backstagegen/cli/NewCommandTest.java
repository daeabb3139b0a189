package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.spec.ActionNames;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said on the command line is what is ordered. */
class NewCommandTest {

    private final Stage stage = Stage.inMemory();

    @Test
    void everyWishReachesTheOrder() {
        stage.file("repo/package.json", "{}");
        Stage.Run run = stage.run(
                "new",
                "backend-plugin",
                "--id",
                "example",
                "--with-db",
                "--with-mcp",
                "--package=@acme/example",
                "--description",
                "It's \"quoted\" & <b>marked</b>",
                "--owner",
                "@acme/team",
                "--license",
                "MIT",
                "--resource",
                "incident-report",
                "--action-names",
                "kebab",
                "--root",
                "repo",
                "--no-wire",
                "--force");

        assertThat(run.exit()).isZero();
        var order = stage.order();
        assertThat(order.folder()).isEqualTo(stage.cwd);
        assertThat(order.root()).contains(stage.cwd.resolve("repo"));
        assertThat(order.wire()).isFalse();
        assertThat(order.force()).isTrue();
        var spec = order.spec();
        assertThat(spec.id().value()).isEqualTo("example");
        assertThat(spec.features()).isEqualTo(Set.of("db", "mcp"));
        assertThat(spec.packageName()).contains("@acme/example");
        assertThat(spec.description()).contains("It's \"quoted\" & <b>marked</b>");
        assertThat(spec.owner()).contains("@acme/team");
        assertThat(spec.license()).contains("MIT");
        assertThat(spec.resources().get(0).name().kebab()).isEqualTo("incident-report");
        assertThat(spec.actionNames()).isEqualTo(ActionNames.KEBAB);
    }

    @Test
    void aValueMayBeginWithADashAfterAnEqualsSign() {
        stage.run("new", "backend-plugin", "--id", "example", "--description=--force of habit");

        assertThat(stage.order().spec().description()).contains("--force of habit");
        assertThat(stage.order().force()).isFalse();
    }

    @Test
    void whatIsNotSaidIsLeftOpen() {
        assertThat(stage.run("new", "backend-plugin", "--id", "example").exit()).isZero();

        var order = stage.order();
        assertThat(order.root()).isEmpty();
        assertThat(order.wire()).isTrue();
        assertThat(order.force()).isFalse();
        assertThat(order.spec().features()).isEmpty();
        assertThat(order.spec().resources()).isEmpty();
        assertThat(order.spec().actionNames()).isEqualTo(ActionNames.SNAKE);
    }

    @Test
    void optionsMayStandBeforeTheTemplate() {
        assertThat(stage.run("new", "--id", "example", "backend-plugin").exit()).isZero();
    }

    @Test
    void aPlainRunIsApplied() {
        stage.run("new", "backend-plugin", "--id", "example");

        assertThat(stage.applied).hasSize(1);
    }

    @Test
    void aDryRunIsNotApplied() {
        Stage.Run run = stage.run("new", "backend-plugin", "--id", "example", "--dry-run");

        assertThat(run.exit()).isZero();
        assertThat(stage.applied).isEmpty();
        assertThat(run.out()).contains("Would make");
    }

    @Test
    void aDiffIsAloneOnStandardOutputAndIsWritten() {
        Stage.Run run = stage.run("new", "backend-plugin", "--id", "example", "--diff");

        assertThat(run.exit()).isZero();
        assertThat(stage.applied).hasSize(1);
        assertThat(run.out()).startsWith("diff --git ").contains("+export {};").doesNotContain("yarn install");
        assertThat(run.err()).contains("yarn install");
    }

    @Test
    void aDryRunWithDiffOnlyShowsIt() {
        Stage.Run run = stage.run("new", "backend-plugin", "--id", "example", "--diff", "--dry-run");

        assertThat(run.out()).startsWith("diff --git ");
        assertThat(stage.applied).isEmpty();
    }

    @Test
    void aTakenFolderStopsEverything() {
        Stage.Run run = stage.drafting(Drafts::taken).run("new", "backend-plugin", "--id", "example");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(stage.applied).isEmpty();
        assertThat(run.err()).contains("plugins/example-backend/package.json").contains("--force");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aTakenFolderIsSaidInADryRunToo() {
        Stage.Run run = stage.drafting(Drafts::taken).run("new", "backend-plugin", "--id", "example", "--dry-run");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("nothing would be written");
    }

    @Test
    void aTwinIsInTheWayAsWell() {
        stage.file("plugins/example-backend/package.json", "{}\n");
        Stage.Run run = stage.drafting(Drafts::twin).run("new", "backend-plugin", "--id", "example");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(stage.applied).isEmpty();
    }

    @Test
    void anotherFileInTheFolderIsInTheWayAsWell() {
        stage.file("plugins/example-backend/notes.txt", "mine\n");
        Map<String, String> before = stage.tree();

        Stage.Run run = stage.runForReal("new", "backend-plugin", "--id", "example");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("plugins/example-backend/notes.txt");
        assertThat(stage.tree()).isEqualTo(before);
        assertThat(stage.runForReal("new", "backend-plugin", "--id", "example", "--force")
                        .exit())
                .isZero();
        assertThat(stage.read("plugins/example-backend/notes.txt")).isEqualTo("mine\n");
    }

    @Test
    void anEmptyFolderIsInNobodysWay() {
        stage.file("plugins/example-backend/node_modules/x/index.js", "");

        assertThat(stage.runForReal("new", "backend-plugin", "--id", "example").exit())
                .isZero();
    }

    @Test
    void forceLetsFilesGiveWay() {
        Stage.Run run = stage.drafting(Drafts::taken).run("new", "backend-plugin", "--id", "example", "--force");

        assertThat(run.exit()).isZero();
        assertThat(stage.applied).hasSize(1);
        assertThat(run.out()).contains("! plugins/example-backend/package.json");
    }

    @Test
    void whatCouldNotBeWiredIsSaidAndShowsInTheExitCode() {
        Stage.Run run = stage.drafting(Drafts::unwired).run("new", "backend-plugin", "--id", "example");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(stage.applied).hasSize(1);
        assertThat(run.out())
                .contains("packages/backend/src/index.ts")
                .contains("There is no call of createBackend in it.")
                .contains("      backend.add(\n        import('@internal/plugin-example-backend'),\n      );\n");
    }

    @Test
    void notesAreTalk() {
        Stage.Run run = stage.run("new", "backend-plugin", "--id", "example");

        assertThat(run.err()).isEqualTo("Note: The versions are those of yarn.lock.\n");
    }
}
