package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstagegen.ScaffoldException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said about what was done, to people and to programs. */
class ReportTest {

    private static final String[] COMMAND = {"new", "backend-plugin", "--id", "example", "--with-db", "--with-mcp"};

    private final Stage stage = Stage.inMemory();

    private static String[] with(String... more) {
        String[] all = java.util.Arrays.copyOf(COMMAND, COMMAND.length + more.length);
        System.arraycopy(more, 0, all, COMMAND.length, more.length);
        return all;
    }

    @Test
    void texts() {
        Golden.check("made.txt", stage.run(COMMAND).out());
        Golden.check("dry-run.txt", stage.run(with("--dry-run")).out());
        Golden.check("unwired.txt", stage.drafting(Drafts::unwired).run(COMMAND).out());
        Golden.check("taken.txt", stage.drafting(Drafts::taken).run(COMMAND).err());
    }

    @Test
    void documents() throws Exception {
        String[] json = with("--format", "json");
        Golden.check("made.json", stage.run(json).out());
        Golden.check("unwired.json", stage.drafting(Drafts::unwired).run(json).out());
        Golden.check(
                "taken.json",
                stage.drafting(Drafts::taken)
                        .run(with("--format=json", "--dry-run", "--diff"))
                        .out());
        new ObjectMapper().readTree(stage.run(json).out());
    }

    @Test
    void aDocumentIsAloneOnStandardOutput() {
        Stage.Run run = stage.run(with("--format", "json", "--diff"));

        assertThat(run.out()).startsWith("{\n").endsWith("}\n").contains("\"diff\": \"diff --git");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void colourIsForAPersonWhoWantsIt() {
        Terminals person = new Terminals(true, true, true);
        assertThat(stage.on(person).run(COMMAND).out()).contains("\u001b[");
        assertThat(stage.on(person).env(Map.of("NO_COLOR", "1")).run(COMMAND).out())
                .doesNotContain("\u001b");
        assertThat(stage.on(person).env(Map.of("TERM", "dumb")).run(COMMAND).out())
                .doesNotContain("\u001b");
        stage.env(Map.of());
        assertThat(stage.on(new Terminals(true, false, true)).run(COMMAND).out())
                .doesNotContain("\u001b");
        assertThat(stage.run("nope").err()).contains("\u001b");
        assertThat(stage.on(new Terminals(true, true, false)).run("nope").err()).doesNotContain("\u001b");
    }

    @Test
    void aPatchOnATerminalCannotMoveTheCursor() {
        stage.drafting(order -> Drafts.withNotes(order, "a\u001b[2Jb"));

        assertThat(stage.run(COMMAND).err()).doesNotContain("\u001b");
        assertThat(Plain.lines("a\u001b[2J\n\tb\r\n")).isEqualTo("a\uFFFD[2J\n\tb\uFFFD\n");
    }

    @Test
    void aSurroundingThatDoesNotAllowItIsThree() {
        stage.drafting(order -> {
            throw ScaffoldException.environment("The disk is full", "Make room");
        });
        Stage.Run run = stage.run(COMMAND);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("backstage-gen: The disk is full.\n  Make room.\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aBugSaysThatItIsOne() {
        stage.drafting(order -> {
            throw new IllegalStateException("no\u001b such\nthing");
        });
        Stage.Run run = stage.run(COMMAND);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("This is a bug in backstage-gen").doesNotContain("\tat ");
        assertThat(run.err()).doesNotContain("\u001b");
        assertThat(stage.run(with("--debug")).err()).contains("\tat dev.backstagegen");
        assertThat(stage.env(Map.of("BACKSTAGE_GEN_DEBUG", "1")).run(COMMAND).err())
                .contains("\tat dev.backstagegen");
        assertThat(stage.run(with("--format=json")).out()).contains("\"exitCode\": 3");
    }

    @Test
    void theNextCommandsAreOnesOfTheShell() {
        String out = stage.run("new", "backend-plugin", "--id", "example").out();

        assertThat(out.lines().toList())
                .endsWith("  yarn install", "  yarn workspace @internal/plugin-example-backend test", "  yarn start");
        assertThat(List.of(stage.cwd.toString())).noneMatch(out::contains);
    }

    @Test
    void elsewhereTheFolderIsNamed() {
        stage.file("repo/package.json", "{}");
        assertThat(stage.run("new", "backend-plugin", "--id", "example", "--root", "repo")
                        .out())
                .contains("Next, in /acme/repo\n");
    }

    @Test
    void withoutARepositoryOneIsNeeded() {
        stage.file("bare/notes.txt", "");
        assertThat(stage.runForReal("new", "backend-plugin", "--id", "example", "--root", "bare")
                        .out())
                .contains("Next, in the Backstage repository that gets plugins/example-backend\n");
    }
}
