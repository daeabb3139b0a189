package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing is asked for where somebody can answer, and nowhere else. */
class AskingTest {

    private final Stage stage = Stage.inMemory();
    private final List<String> offered =
            Features.load().optional().stream().map(Feature::name).toList();

    private String number(String feature) {
        return String.valueOf(offered.indexOf(feature) + 1);
    }

    @Test
    void withNothingSaidEverythingIsAsked() {
        Stage.Run run = stage.typing("example", "What's new?", number("db") + " " + number("mcp"), "")
                .run("new", "backend-plugin");

        assertThat(run.exit()).isZero();
        assertThat(stage.order().spec().id().value()).isEqualTo("example");
        assertThat(stage.order().spec().description()).contains("What's new?");
        assertThat(stage.order().spec().features()).isEqualTo(Set.of("db", "mcp"));
        assertThat(run.err())
                .contains("The same without questions:")
                .contains("backstage-gen new backend-plugin --id example --description 'What'\\''s new?' --with-db"
                        + " --with-mcp");
        assertThat(run.out()).doesNotContain("Plugin id");
    }

    @Test
    void theTemplateIsTheOneThereIs() {
        assertThat(stage.typing("example", "", "").run("new").exit()).isZero();
        assertThat(stage.applied).hasSize(1);
    }

    @Test
    void withAWishSaidOnlyTheIdIsAsked() {
        Stage.Run run = stage.typing("example").run("new", "backend-plugin", "--with-db");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).doesNotContain("Numbers").contains("backend-plugin --with-db --id example");
    }

    @Test
    void howAndWhereAreNoWishes() {
        Stage.Run run = stage.typing("example", "", "").run("new", "backend-plugin", "--dry-run");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("Numbers").contains("--dry-run --id example");
        assertThat(stage.applied).isEmpty();
    }

    @Test
    void withEverythingSaidNothingIsAsked() {
        Stage.Run run = stage.typing().run("new", "backend-plugin", "--id", "example");

        assertThat(run.exit()).isZero();
        assertThat(run.err()).doesNotContain("Plugin id").doesNotContain("without questions");
    }

    @Test
    void aWrongAnswerIsAskedAgainWithTheReason() {
        Stage.Run run = stage.typing("Bad Id", "", "x-backend", "example").run("new", "backend-plugin", "--with-db");

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("'Bad Id' is not a plugin id: it must be lower-case")
                .contains("Try bad-id.")
                .contains("it is empty")
                .contains("it must not end in 'backend'");
        assertThat(stage.order().spec().id().value()).isEqualTo("example");
    }

    @Test
    void aNumberSwitchesOnAndOffAgain() {
        stage.typing("example", "", "1", "1", number("mcp"), "").run("new");

        assertThat(stage.order().spec().features()).isEqualTo(Set.of("mcp"));
    }

    @Test
    void aFeatureThatComesWithAnotherIsSaidWithTheReason() {
        Stage.Run run = stage.typing("example", "", "mcp", "").run("new");

        assertThat(run.err()).contains("  Chosen: mcp.\n  With it comes permissions: an action without a permission");
        assertThat(stage.order().spec().features()).isEqualTo(Set.of("mcp"));
    }

    @Test
    void theListIsShownOnceAndFitsATerminal() {
        Stage.Run run = stage.typing("example", "", "1 2", "2", "1", "")
                .env(Map.of("NO_COLOR", "1"))
                .run("new");

        assertThat(run.err()
                        .lines()
                        .takeWhile(line -> !line.startsWith("The same"))
                        .filter(line -> !line.contains("Enter")))
                .allMatch(line -> line.length() <= 80);
        for (String feature : offered) {
            assertThat(run.err()).containsOnlyOnce("  " + feature + ": ");
        }
        assertThat(run.err())
                .contains("  Chosen: " + offered.get(0) + ", " + offered.get(1) + ".\n")
                .contains("  Chosen: " + offered.get(0) + ".\n")
                .contains("  Chosen: none.\n");
    }

    @Test
    void aNumberThatIsNotThereIsSaid() {
        Stage.Run run = stage.typing("example", "", "0,99 foo", "").run("new");

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("'0' is neither")
                .contains("'99' is neither")
                .contains("'foo' is neither");
        assertThat(stage.order().spec().features()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theEndOfInputEndsItWithNothingDone(int answers) {
        String[] lines = List.of("example", "text", "1").subList(0, answers).toArray(new String[0]);
        Stage.Run run = stage.typing(lines).run("new");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("nothing was written");
        assertThat(stage.orders).isEmpty();
    }

    @Test
    void aWrongOptionIsToldBeforeAnyQuestion() {
        Stage.Run run = stage.typing("example").run("new", "backend-plugin", "--owner", "nobody");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).doesNotContain("Plugin id");
    }

    @Test
    void withoutATerminalNothingIsAskedAndAllThatIsMissingIsNamed() {
        assertThat(stage.run("new", "backend-plugin").err()).contains("Missing: --id ID.");
        assertThat(stage.run("new", "--with-db").err()).contains("Missing: what to make (backend-plugin) and --id ID.");
        assertThat(stage.run("new", "--id", "example").err()).contains("Missing: what to make (backend-plugin).");
        assertThat(stage.run("new", "backend-plugin").exit()).isEqualTo(2);
        assertThat(stage.orders).isEmpty();
    }

    @Test
    void bothEndsOfTheTalkHaveToBeATerminal() {
        for (Terminals half : List.of(new Terminals(true, true, false), new Terminals(false, true, true))) {
            Stage.Run run = stage.typing("example").on(half).run("new", "backend-plugin", "--with-db");

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).doesNotContain("Plugin id, such");
        }
    }

    @Test
    void resultsMayGoToAFileWhileQuestionsAreAsked() {
        Stage.Run run = stage.typing("example")
                .on(new Terminals(true, false, true))
                .run("new", "backend-plugin", "--with-db", "--format", "json");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("{\n");
    }

    @Test
    void whereCiIsSetNothingIsAsked() {
        Stage.Run run = stage.typing("example").env(Map.of("CI", "true")).run("new", "backend-plugin");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--id ID").contains("CI is set").doesNotContain("Plugin id, such");
    }

    @Test
    void anEmptyCiIsNotSet() {
        assertThat(stage.typing("example")
                        .env(Map.of("CI", ""))
                        .run("new", "backend-plugin", "--with-db")
                        .exit())
                .isZero();
    }
}
