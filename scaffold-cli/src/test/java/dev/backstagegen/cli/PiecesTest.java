package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plugin has of its own comes by {@code add} and goes by {@code remove}. */
class PiecesTest {

    private static final String SPEC = "plugins/desk-backend/.backstage-gen.yaml";

    @TempDir
    Path folder;

    private Stage stage;
    private Map<String, String> before;

    @BeforeEach
    void repository() {
        stage = HostRepository.at(folder.resolve("acme"));
        run("new|backend-plugin|--id|desk|--with-db|--resource|ticket|--field|title:string|--field|size:integer=1");
        before = stage.treeBesideMemory();
    }

    private Stage.Run run(String words) {
        Stage.Run run = stage.runForReal(words.split("\\|"));
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    private Stage.Run refused(String words) {
        Map<String, String> there = stage.treeBesideMemory();
        Stage.Run run = stage.run(words.split("\\|"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(stage.treeBesideMemory()).isEqualTo(there);
        return run;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource|comment|--field|body:text|--field|ticket:ref(ticket)",
                "resource|sync-backend|--field|body:text",
                "field|ticket|note:text?",
                "field|ticket|part:ref(ticket)?",
                "route|GET /stats",
                "route|POST|/reports/:id",
                "action|summarize-week",
                "task|clean-up",
                "task|sync-backend",
                "permission|export-read",
            })
    void whatCameGoesAgainAndTwiceIsOnce(String piece) {
        run("add|" + piece);
        Map<String, String> with = stage.treeBesideMemory();
        assertThat(with).isNotEqualTo(before);

        assertThat(run("add|" + piece).out()).contains("All of them are as they should be.");
        assertThat(stage.treeBesideMemory()).isEqualTo(with);

        String name = Stream.of(piece.split("\\|--"))
                .findFirst()
                .map(words -> words.replaceFirst("(\\w):.*", "$1"))
                .orElseThrow();
        run("remove|" + name + "|plugins/desk-backend");
        assertThat(stage.treeBesideMemory()).isEqualTo(before);
    }

    @Test
    void aFieldTakesItsConstraintsAlong() {
        run("add|resource|visit|--field|name:string|--field|day:date|--unique|name,day");
        run("remove|field|visit|day");

        assertThat(stage.read(SPEC)).contains("name: visit").doesNotContain("day");
        assertThat(run("status").out()).isEqualTo("plugins/desk-backend: up to date\n");
    }

    @Test
    void aReferenceGoesByItsPropertyToo() {
        run("add|field|ticket|part:ref(ticket)?");
        run("remove|field|ticket|partId");
        assertThat(stage.treeBesideMemory()).isEqualTo(before);
    }

    @Test
    void theFirstWordIsTheNameOfWhatAFieldBelongsTo() {
        run("add|resource|sync-backend|--field|body:text");
        Map<String, String> bare = stage.treeBesideMemory();
        run("add|field|sync-backend|note:text?|plugins/desk-backend");
        assertThat(stage.read(SPEC)).contains("note: text?");
        run("remove|field|sync-backend|note");
        assertThat(stage.treeBesideMemory()).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "field|ticket|note:text?|--index|title;--index",
                "task|clean-up|--verbs|get;--verbs",
                "mcp|--field|note:text?;--field",
                "migration|backfill|--plural|x|--unique|y;--plural, --unique",
            })
    void whatDescribesAResourceBelongsToOne(String words, String options) {
        assertThat(refused("add|" + words).err())
                .contains(options + " ")
                .contains("backstage-gen add resource NAME")
                .contains("backstage-gen add field");
    }

    @Test
    void aMigrationComesAlsoWhereAConflictIsDecidedForGood() {
        KeptRepository.age(stage, "plugins/desk-backend", "# Desk backend plugin", "# What desk was");
        String readme = "plugins/desk-backend/README.md";
        stage.file(readme, stage.read(readme).replace("# What desk was", "# Our desk"));

        run("add|migration|backfill-owners|--on-conflict|ours|--reason|The wiki links here");

        assertThat(stage.read(readme)).startsWith("# Our desk\n");
        assertThat(stage.read(SPEC)).contains("The wiki links here");
        assertThat(stage.treeBesideMemory().keySet()).anyMatch(path -> path.endsWith("_backfill_owners.js"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "resource|ticket;is all that the plugin desk keeps",
                "resource|ticket;backstage-gen remove db\n",
                "resource|tick;There is: ticket",
                "field|ticket|titel;There is: title, size",
                "field|other|title;It keeps: ticket",
                "route|GET|/stats;has no route 'GET /stats'",
                "task|sweep;It has none",
                "action;It is not said which action",
                "permission|a|b;'b' is not a path",
                "migration|x;Delete it",
            })
    void whatIsNotThereDoesNotGo(String piece, String hint) {
        assertThat(refused("remove|" + piece).err()).contains(hint);
    }

    @Test
    void whatAnotherRefersToStays() {
        run("add|resource|comment|--field|body:text|--field|ticket:ref(ticket)");
        run("add|resource|link|--field|ticket:ref(ticket)|--field|other:ref(ticket)");
        assertThat(refused("remove|resource|ticket").err())
                .contains("refer to 'ticket'")
                .contains("backstage-gen remove field comment ticket; backstage-gen remove resource link");
        run("remove|field|comment|ticket");
        run("remove|resource|link");
        run("remove|resource|ticket");
    }

    @Test
    void allThatKeepsTheLastResourceIsNamed() {
        run("add|identity");
        assertThat(refused("remove|resource|ticket").err()).contains("backstage-gen remove db identity");
        run("remove|db|identity");
    }

    @ParameterizedTest
    @CsvSource({
        "--with-cache|--resource|ticket|--field|title:string,cache,true",
        "--with-identity|--resource|ticket|--field|title:string,identity,true",
        "--with-identity,identity,false",
        "--with-cache|--resource|ticket|--field|title:string,db,false",
    })
    void whatIsKeptGoesOnlyWithWhatKeepsIt(String made, String feature, boolean stays) {
        run("new|backend-plugin|--id|loose|" + made);
        run("remove|" + feature + "|plugins/loose-backend");
        String spec = stage.read("plugins/loose-backend/.backstage-gen.yaml");
        assertThat(spec.contains("resources:")).as(spec).isEqualTo(stays);
        assertThat(spec.lines()).doesNotContain("  - " + feature);
    }

    @Test
    void aFeatureStaysWhileAPieceNeedsIt() {
        run("add|action|summarize-week");
        assertThat(refused("remove|mcp").err())
                .contains("'mcp' stays as long as something needs it")
                .contains("summarize-week");
    }

    /** That it was to be left out is not asked for again and again. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheRepositoryNeedsIsAddedWhereItHasThePlugin(boolean wired) {
        Stage host = HostRepository.at(folder.resolve("other"));
        List<String> words = new ArrayList<>(List.of("new", "backend-plugin", "--id", "desk", "--with-cache"));
        if (!wired) {
            words.add("--no-wire");
        }
        host.runForReal(words.toArray(String[]::new));
        String before = host.read("app-config.yaml");

        Stage.Run run = host.runForReal("add", "mcp");

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(host.read("plugins/desk-backend/.backstage-gen.yaml")).contains("mcp");
        assertThat(host.read("app-config.yaml").equals(before)).isEqualTo(!wired);
    }
}
