package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command that made a plugin keeps it up; one with other wishes is told what would change it. */
class NewAgainTest {

    /** Of a line for a shell. */
    private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

    private static final String PLUGIN = "plugins/desk-backend";
    private static final String README = PLUGIN + "/README.md";
    private static final String MADE = "new|backend-plugin|--id|desk|--with-db|--with-cache"
            + "|--resource|ticket|--field|title:string|--field|size:integer=1";

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void repository() {
        stage = HostRepository.at(folder.resolve("acme"));
        assertThat(run(MADE).exit()).isZero();
    }

    private Stage.Run run(String words) {
        return stage.runForReal(words.split("\\|"));
    }

    @Test
    void theSameWishesAreAnUpdate() {
        Map<String, String> made = stage.treeBesideMemory();
        assertThat(run(MADE).out()).contains("All of them are as they should be.");
        assertThat(stage.treeBesideMemory()).isEqualTo(made);

        KeptRepository.age(stage, PLUGIN, "# Desk backend plugin", "# What desk was");
        assertThat(run(MADE).exit()).isZero();
        assertThat(stage.read(README)).startsWith("# Desk backend plugin\n");
        assertThat(run("status|--check").exit()).isZero();
    }

    @Test
    void whatWasEditedStaysAndAConflictIsOne() {
        KeptRepository.age(stage, PLUGIN, "# Desk backend plugin", "# What desk was");
        stage.file(README, stage.read(README).replace("# What desk was", "# Our desk") + "Ours.\n");

        Stage.Run run = run(MADE);
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run(MADE + "|--on-conflict|ours").exit()).isZero();
        assertThat(stage.read(README)).startsWith("# Our desk\n").endsWith("Ours.\n");
    }

    @Test
    void aSpecThatSaysTheSameIsTheSame() {
        stage.file("desk.yaml", stage.read(PLUGIN + "/.backstage-gen.yaml"));
        assertThat(run("new|backend-plugin|--spec|desk.yaml").out()).contains("All of them are as they should be.");
    }

    @Test
    void otherWishesAreRefusedWithTheCommandsThatTheyMean() {
        Map<String, String> made = stage.treeBesideMemory();
        Stage.Run run = run("new|backend-plugin|--id|desk|--with-db|--with-mcp|--with-events|--description|Help"
                + "|--resource|ticket|--field|title:string(80)|--field|note:text?"
                + "|--resource|comment|--field|body:string(80)|--field|ticket:ref(ticket)?|--index|body,ticket");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains(PLUGIN + " is there already, and was made from other wishes; nothing was written.")
                .contains("backstage-gen add events mcp " + PLUGIN)
                .contains("backstage-gen remove cache " + PLUGIN)
                .contains("backstage-gen add field ticket 'note:text?' " + PLUGIN)
                .contains("backstage-gen remove field ticket size " + PLUGIN)
                .contains(
                        "backstage-gen add resource comment --field 'body:string(80)' --field 'ticket:ref(ticket)?' --index"
                                + " body,ticket " + PLUGIN)
                .contains("change " + PLUGIN + "/.backstage-gen.yaml, then: backstage-gen update " + PLUGIN);
        assertThat(stage.treeBesideMemory()).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add|events",
                "remove|cache",
                "add|field|ticket|note:text?",
                "remove|field|ticket|size",
                "add|resource|comment|--field|body:text|--field|ticket:ref(ticket)?",
                "add|route|GET /stats",
                "add|action|summarize-week",
                "add|task|clean-up",
                "add|permission|export-read",
            })
    void theCommandThatIsNamedDoesIt(String command) {
        assertTheNamedCommandsTakeBack(MADE, command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comment|--plural|remarks",
                "news|--plural|news-entries",
                "comment|--verbs|get,list",
                "comment|--index|archived",
                "comment|--unique|title,archived",
                "comment|--field|title:string|--field|description:text?|--field|archived:boolean=false",
            })
    void theCommandThatIsNamedForAResourceSaysAllOfIt(String resource) {
        String made = "new|backend-plugin|--id|more|--with-db|--resource|" + resource
                + "|--resource|ticket|--field|title:string";
        assertThat(run(made).exit()).isZero();
        String name = resource.substring(0, resource.indexOf('|'));
        assertTheNamedCommandsTakeBack(made, "remove|resource|" + name + "|plugins/more-backend");
    }

    @ParameterizedTest
    @CsvSource({
        "add|field|item|priority:integer?,remove field item priority",
        "add|resource|comment,remove resource comment",
    })
    void whatIsKeptWhenNobodySaysNeedNotBeSaid(String command, String back) {
        String made = "new|backend-plugin|--id|help|--with-db|--with-mcp";
        assertThat(run(made).exit()).isZero();
        assertThat(run(command + "|plugins/help-backend").exit()).isZero();
        assertThat(run(made).err()).contains("To change it: backstage-gen " + back + " plugins/help-backend.");
        assertTheNamedCommandsTakeBack(made, "add|task|clean-up|plugins/help-backend");
    }

    @ParameterizedTest
    @CsvSource({
        "'',add|resource|comment|--field|body:text",
        "'',add|db",
        "|--resource|ticket|--field|title:string,add|resource|comment|--field|body:text",
        "|--with-identity|--resource|ticket|--field|title:string,remove|db|identity",
    })
    void whatKeepsResourcesComesAndGoesWithThem(String kept, String command) {
        String made = "new|backend-plugin|--id|bare" + kept;
        assertThat(run(made).exit()).isZero();
        String spec = stage.read("plugins/bare-backend/.backstage-gen.yaml");
        assertTheNamedCommandsTakeBack(made, command + "|plugins/bare-backend");
        assertThat(stage.read("plugins/bare-backend/.backstage-gen.yaml")).isEqualTo(spec);
    }

    @Test
    void anOrderThatNoCommandBringsIsSaid() {
        assertThat(run("remove|field|ticket|title").exit()).isZero();
        assertThat(run(MADE).err())
                .contains("backstage-gen add field ticket title:string " + PLUGIN)
                .contains("change " + PLUGIN + "/.backstage-gen.yaml");
    }

    private void assertTheNamedCommandsTakeBack(String made, String command) {
        assertThat(run(command).exit()).isZero();
        String err = run(made).err();
        String hint = err.lines()
                .filter(line -> line.contains("To change it: "))
                .findFirst()
                .orElseThrow();
        String back = hint.substring(hint.indexOf("backstage-gen ") + "backstage-gen ".length())
                .replaceFirst("\\.$", "");
        for (String each : back.split("; backstage-gen ")) {
            String words = WORD.matcher(each)
                    .results()
                    .map(word -> word.group().replace("'", ""))
                    .collect(Collectors.joining("|"));
            assertThat(run(words).exit()).as(words).isZero();
        }
        assertThat(run(made).exit()).isZero();
    }
}
