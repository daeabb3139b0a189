package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        before = tree();
    }

    private Stage.Run run(String words) {
        Stage.Run run = stage.runForReal(words.split("\\|"));
        assertThat(run.exit()).as(run.err()).isZero();
        return run;
    }

    private Stage.Run refused(String words) {
        Map<String, String> there = tree();
        Stage.Run run = stage.run(words.split("\\|"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(tree()).isEqualTo(there);
        return run;
    }

    /** All but what is remembered of the last run. */
    private Map<String, String> tree() {
        Map<String, String> tree = new TreeMap<>(stage.tree());
        tree.keySet().removeIf(path -> path.startsWith(".backstage-gen"));
        return tree;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource|comment|--field|body:text|--field|ticket:ref(ticket)",
                "field|ticket|note:text?",
                "route|GET /stats",
                "route|POST|/reports/:id",
                "action|summarize-week",
                "task|clean-up",
                "permission|export-read",
            })
    void whatCameGoesAgainAndTwiceIsOnce(String piece) {
        run("add|" + piece);
        Map<String, String> with = tree();
        assertThat(with).isNotEqualTo(before);

        assertThat(run("add|" + piece).out()).contains("All of them are as they should be.");
        assertThat(tree()).isEqualTo(with);

        String name = Stream.of(piece.split("\\|--"))
                .findFirst()
                .map(words -> words.replaceFirst("note:.*", "note"))
                .orElseThrow();
        run("remove|" + name + "|plugins/desk-backend");
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void aFieldTakesItsConstraintsAlong() {
        run("add|resource|visit|--field|name:string|--field|day:date|--unique|name,day");
        run("remove|field|visit|day");

        assertThat(stage.read(SPEC)).contains("name: visit").doesNotContain("day");
        assertThat(run("status").out()).isEqualTo("plugins/desk-backend: up to date\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "resource|ticket;is all that the plugin desk keeps",
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
        assertThat(refused("remove|resource|ticket").err()).contains("comment");
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
