package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong command line: exit 2, the reason, a repair, and nothing done. */
class UsageTest {

    private final Stage stage = Stage.inMemory();

    @AfterEach
    void nothingWasOrdered() {
        assertThat(stage.orders).isEmpty();
        assertThat(stage.tree()).containsOnlyKeys("/", "package.json");
    }

    private Stage.Run fails(String... args) {
        Stage.Run run = stage.run(args);
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("backstage-gen: ");
        return run;
    }

    private Stage.Run failsNew(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "new";
        args[1] = "backend-plugin";
        System.arraycopy(options, 0, args, 2, options.length);
        return fails(args);
    }

    @ParameterizedTest
    @CsvSource({
        "frontend-plugin,backend-plugin",
        "backend-plugn,backend-plugin",
        "backend,backend-plugin",
        "nonsense,backend-plugin"
    })
    void anUnknownTemplateIsRefused(String template, String named) {
        Stage.Run run = fails("new", template, "--id", "example");

        assertThat(run.err()).contains("'" + template + "'").contains(named);
    }

    @ParameterizedTest
    @CsvSource({
        "--dry-rum,--dry-run",
        "--with-dbb,--with-db",
        "--with-mpc,--with-mcp",
        "--desciption=x,--description",
        "--diffs,--diff",
        "-help,--help",
        "--permissions,--with-permissions",
        "--db,--with-db",
        "--forc,--force"
    })
    void anUnknownOptionGetsAGuess(String option, String guess) {
        Stage.Run run = failsNew("--id", "example", option);

        assertThat(run.err()).contains("Unknown option").contains("Did you mean " + guess + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--zzz", "-x", "-Dfoo=bar", "--", "-"})
    void anUnknownOptionIsRefusedWithoutAGuessToo(String option) {
        failsNew("--id", "example", option, "more");
    }

    @Test
    void allUnknownOptionsAreNamedAtOnce() {
        assertThat(failsNew("--id", "example", "--forse", "--dryrun").err())
                .contains("'--forse', '--dryrun'")
                .contains("--force, --dry-run");
    }

    @ParameterizedTest
    @CsvSource({
        "nwe,new",
        "newt,new",
        "halp,help",
        "feature,features",
        "features-list,features",
        "explian,explain",
        "rule,rules"
    })
    void anUnknownCommandGetsAGuess(String command, String guess) {
        assertThat(fails(command).err())
                .contains("Unknown command '" + command + "'")
                .contains(guess);
        assertThat(fails("help", command).err()).contains("Unknown command '" + command + "'");
    }

    @Test
    void anUnknownCommandWithoutAGuessGetsTheList() {
        assertThat(fails("teleport").err())
                .contains(
                        "There are: new, add, remove, update, status, diff, adopt, check, undo, features, rules, explain, help.");
    }

    @ParameterizedTest
    @CsvSource({
        "permissons,permissions",
        "permission,permissions",
        "mpc,mcp",
        "event,events",
        "bases,base",
        "httpauth,httpAuth",
        "user-info,userInfo",
        "pitfall,pitfalls",
        "router/promis-router,router/promise-router",
        "promise-router,router/promise-router",
    })
    void whatCannotBeExplainedGetsAGuess(String word, String guess) {
        assertThat(fails("explain", word).err())
                .contains("There is nothing called '" + word + "' to explain.")
                .containsPattern("Did you mean " + guess + "( or \\S+)*\\?")
                .contains("See: backstage-gen help explain\n");
    }

    @Test
    void whatNothingIsNearIsRefusedWithTheWayToTheList() {
        assertThat(fails("explain", "teleport").err()).contains("All that there is: backstage-gen explain");
        assertThat(fails("explain", "\u001b[31m").err()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain db mcp",
                "explain db --format xml",
                "explain db --format",
                "explain db --id",
                "explain db --id Bad_Id",
                "explain db --with-dbb",
                "explain db --dry-run",
                "explain db --with-events",
                "explain permissions --with-permissions",
                "explain --with-db",
                "explain --id example",
                "features db",
                "features --format markdown",
                "features --with-db",
                "rules db",
                "rules --format markdown",
                "explain testing --with-db",
                "explain testing --id example",
            })
    void whatShowsSomethingIsAskedProperly(String line) {
        assertThat(fails(line.split(" ")).err()).contains("See: backstage-gen help " + line.split(" ")[0] + "\n");
    }

    @Test
    void aFeatureThatTheExampleHasAnywayIsRefusedWithTheReason() {
        assertThat(fails("explain", "db", "--with-events").err())
                .contains("The example has 'db' already: what is told of are changes of what the plugin keeps.");
        assertThat(fails("explain", "--with-db").err()).contains("To explain it: backstage-gen explain db");
    }

    @Test
    void whatMakesNoDifferenceIsNotShownByAPlugin() {
        assertThat(fails("explain", "database", "--with-db").err()).contains("'database' is no feature.");
        assertThat(fails("explain", "router/promise-router", "--id", "x").err()).contains("is no feature.");
    }

    @Test
    void severalNamesMayBeNear() {
        assertThat(fails("explain", "rootLoger").err()).contains("Did you mean rootLogger?");
        assertThat(fails("explain", "root").err()).contains("Did you mean root").contains(" or root");
    }

    @Test
    void anUnknownOptionBeforeTheCommandIsRefused() {
        assertThat(fails("--halp").err()).contains("--help");
        fails("--id", "example");
    }

    @Test
    void anOptionGivenTwiceIsRefused() {
        assertThat(failsNew("--id", "a", "--id", "b").err()).contains("--id is given twice");
        assertThat(failsNew("--id", "a", "--force", "--force").err()).contains("--force is given twice");
        assertThat(failsNew("--id", "a", "--with-db", "--with-db").err()).contains("--with-db is given twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--id",
                "--package",
                "--description",
                "--owner",
                "--license",
                "--root",
                "--resource",
                "--plural",
                "--field",
                "--unique",
                "--index",
                "--verbs",
                "--action-names",
                "--format",
                "--spec"
            })
    void aMissingOrEmptyValueIsRefused(String option) {
        assertThat(failsNew(option).err()).contains(option + " needs a value");
        assertThat(failsNew(option + "=").err()).contains(option + " needs a value");
        assertThat(failsNew(option, "").err()).contains(option + " needs a value");
        assertThat(failsNew(option, "--force").err()).contains(option);
        assertThat(failsNew(option, "--unknown").err()).contains(option + " needs a value");
    }

    @Test
    void aSwitchTakesNoValue() {
        failsNew("--id", "example", "--force=true");
        failsNew("--id", "example", "--with-db=yes");
        failsNew("--id", "example", "--dry-run", "true");
    }

    @Test
    void aWordTooManyIsRefused() {
        assertThat(failsNew("example").err()).contains("'example'");
        assertThat(failsNew("--id", "example", "--description", "two", "words").err())
                .contains("quotes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad ID!",
                "../../escaped",
                "x'; import('evil'); //",
                "a--b",
                "-a",
                "1a",
                "a-backend",
                "backend",
                "ä",
                "a/b",
                "a.b",
                "a_b",
                "CON:",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void aWrongIdIsRefusedWithAReasonAndARepair(String id) {
        assertThat(failsNew("--id=" + id).err())
                .contains("is not a plugin id: ")
                .contains("--id ");
    }

    @ParameterizedTest
    @CsvSource({
        "--package,Not A Package",
        "--package,../x",
        "--owner,nobody",
        "--license,'x\"y'",
        "--resource,'Drop Table'",
        "--action-names,camel",
        "--format,xml",
        "--description,'  '"
    })
    void everyWrongValueIsRefused(String option, String value) {
        failsNew("--id", "example", "--with-db", option + "=" + value);
    }

    @Test
    void whatIsEchoedCannotMoveTheCursor() {
        Stage.Run run = failsNew("--id", "a\u001b[2Jb\rc\u202Ed\u0007");

        assertThat(run.err()).doesNotContain("\u001b").doesNotContain("\r").doesNotContain("\u0007");
        assertThat(run.err()).doesNotContain("\u202E");
        assertThat(failsNew("--id", "example", "--\u001b]0;x\u0007").err()).doesNotContain("\u001b");
        assertThat(fails("new", "\u001b[31m").err()).doesNotContain("\u001b");
        assertThat(fails("\u009b31m").err()).doesNotContain("\u009b");
        assertThat(failsNew("--spec", "\u001b[1m").err()).doesNotContain("\u001b");
    }

    @Test
    void whatTheLocaleCouldNotReadIsNotTakenForText() {
        assertThat(failsNew("--id", "example", "--description", "f\uFFFD\uFFFDr")
                        .err())
                .contains("LC_ALL=C.UTF-8");
    }

    @Test
    void theManualIsNamed() {
        assertThat(failsNew("--nope").err()).contains("See: backstage-gen help new");
        assertThat(fails("nope").err()).contains("See: backstage-gen help\n");
    }

    @Test
    void aMissingSpecFileIsNamed() {
        assertThat(failsNew("--spec", "nowhere.yaml").err()).contains("There is no file nowhere.yaml");
        assertThat(failsNew("--spec", ".").err()).contains(". is not a file");
    }

    @Test
    void anErrorIsJsonWhereJsonWasAskedFor() {
        Stage.Run run = stage.run("new", "backend-plugin", "--format", "json", "--id", "Bad", "--nope");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                        {
                          "error": {
                            "message": "Unknown option '--nope'.",
                            "hint": ""
                          },
                          "exitCode": 2
                        }
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--format=json", "--format json"})
    void everyUsageErrorIsJsonThen(String format) {
        for (String line : new String[] {
            "new " + format,
            "new backend-plugin " + format,
            "new nothing " + format,
            "explain nothing " + format,
            "features nothing " + format,
            "nothing " + format
        }) {
            Stage.Run run = stage.run(line.split(" "));

            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.out()).startsWith("{\n  \"error\": {\n");
            assertThat(run.err()).isEmpty();
        }
    }
}
