package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where somebody edited what is generated anew, the command line says what becomes of it. */
class OnConflictTest {

    private static final String PLUGIN = KeptRepository.DISPUTED;
    private static final String README = PLUGIN + "/README.md";
    private static final String SPEC = PLUGIN + "/.backstage-gen.yaml";
    private static final String BEHIND = PLUGIN + "/.eslintrc.js";
    private static final String OURS = "# Our own beta\n";
    private static final String THEIRS = "# Beta backend plugin\n";

    @TempDir
    Path folder;

    private Stage stage;
    private Map<String, String> before;

    @BeforeEach
    void repository() {
        stage = KeptRepository.withConflict(folder.resolve("acme"));
        before = stage.treeBesideMemory();
    }

    private Stage.Run update(String... more) {
        String[] args = new String[more.length + 2];
        args[0] = "update";
        args[1] = PLUGIN;
        System.arraycopy(more, 0, args, 2, more.length);
        return stage.run(args);
    }

    private String rest() {
        return before.get(README).substring(OURS.length());
    }

    private void assertQuiet() {
        Map<String, String> now = stage.treeBesideMemory();
        Stage.Run again = update("--on-conflict", "stop");
        assertThat(again.exit()).isZero();
        assertThat(stage.treeBesideMemory()).isEqualTo(now);
    }

    @Test
    void whoIsNotThereIsNotAskedAndNothingOfThePluginIsWritten() {
        Stage.Run run = update();

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).contains("Conflicts\n  " + README + ":1\n");
        assertThat(stage.treeBesideMemory()).isEqualTo(before);
        assertThat(update("--on-conflict", "stop")).isEqualTo(run);
    }

    @Test
    void marksHaveTheBaseAndAreFoundUntilTheyAreGone() {
        Stage.Run run = update("--on-conflict", "markers");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).contains("Conflicts, marked in the files\n  " + README + ":1\n");
        assertThat(stage.read(README)).isEqualTo("""
                <<<<<<< yours
                # Our own beta
                ||||||| generated before
                # What beta was
                =======
                # Beta backend plugin
                >>>>>>> generated now
                """ + rest());
        assertThat(stage.read(BEHIND)).contains("eslint-factory");

        Stage.Run status = stage.run("status", PLUGIN, "--check");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.out())
                .isEqualTo(PLUGIN + ": conflicts are marked; decide them and take the marks out\n  " + README
                        + ": holds the marks of a conflict\n");
        Map<String, String> marked = stage.treeBesideMemory();
        assertThat(update("--on-conflict", "theirs").err()).contains("holds the marks of a conflict");
        assertThat(stage.treeBesideMemory()).isEqualTo(marked);

        stage.file(README, OURS + rest());
        assertQuiet();
        assertThat(stage.run("status", PLUGIN, "--check").exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ours,# Our own beta", "theirs,# Beta backend plugin"})
    void oneSideWinsForEachConflict(String side, String title) {
        Stage.Run run = update("--on-conflict", side);

        assertThat(run.exit()).isZero();
        assertThat(stage.read(README)).isEqualTo(title + "\n" + rest());
        assertThat(stage.read(BEHIND)).contains("eslint-factory");
        assertQuiet();
    }

    @Test
    void theGeneratedFileIsPutBesideYours() {
        Stage.Run run = update("--on-conflict", "new-file");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(stage.read(README)).isEqualTo(before.get(README));
        assertThat(stage.read(README + ".new")).isEqualTo(THEIRS + rest());
        assertThat(stage.read(BEHIND)).contains("eslint-factory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ours", "theirs"})
    void aChoiceWithAReasonHoldsFromThenOn(String side) {
        assertThat(update("--on-conflict", side, "--reason", "The wiki links here")
                        .exit())
                .isZero();

        assertThat(stage.read(SPEC)).contains("conflicts:", "README.md", side, "The wiki links here");
        assertQuiet();
    }

    @Test
    void aReasonAloneChoosesNothing() {
        Stage.Run run = update("--reason", "The wiki links here");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--on-conflict ours or theirs");
        assertThat(stage.treeBesideMemory()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"our,Did you mean ours?", "merge,It is one of ask", "ask,Choose one of ask"})
    void aWordThatDoesNotDoIsRefused(String word, String hint) {
        Stage.Run run = update("--on-conflict", word);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(hint);
        assertThat(stage.treeBesideMemory()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"y,# Beta backend plugin", "n,# Our own beta", "a,# Beta backend plugin"})
    void whoIsThereIsShownBothAndAsked(String key, String title) {
        stage.typing("what", "d", key).env(Map.of("NO_COLOR", "1"));
        Stage.Run run = update();

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains(README + " (1 of 1)\n  yours     | # Our own beta\n  generated | # Beta backend plugin\n")
                .contains("  y  take the generated lines\n")
                .contains("-# Our own beta\n+# Beta backend plugin\n");
        assertThat(stage.read(README)).isEqualTo(title + "\n" + rest());
        assertQuiet();
    }

    /** Neither what stands in a file nor what a folder is called. */
    @Test
    void nothingThatIsShownActsOnTheTerminal() throws IOException {
        String moved = "plugins/\u202eateb-backend";
        Files.move(stage.cwd.resolve(PLUGIN), stage.cwd.resolve(moved));
        stage.file(moved + "/README.md", stage.read(moved + "/README.md").replace("Our own", "Our \u001b[2J own"));
        stage.typing("d", "y").env(Map.of("NO_COLOR", "1"));

        Stage.Run one = stage.run("update", moved, "--on-conflict", "stop");
        Stage.Run all = stage.run("update", "--all", "--on-conflict", "stop");
        Stage.Run asked = stage.run("update", moved);

        assertThat(one.out()).contains("plugins/\uFFFDateb-backend/README.md:1\n");
        assertThat(all.out()).contains("plugins/\uFFFDateb-backend  conflicts in 1 files");
        assertThat(asked.err()).contains("\n-# Our \uFFFD[2J own beta\n", "\uFFFDateb-backend/README.md (1 of 1)\n");
        assertThat(asked.out()).contains("  ~ plugins/\uFFFDateb-backend/README.md (merged");
        for (Stage.Run run : List.of(one, all, asked)) {
            assertThat(run.out() + run.err()).doesNotContain("\u001b[2J", "\u202e");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q", ""})
    void whoDoesNotDecideLeavesThePluginAsItIs(String key) {
        stage.typing(key.isEmpty() ? new String[0] : new String[] {key});
        Stage.Run run = update();

        assertThat(run.exit()).isEqualTo(key.isEmpty() ? 2 : 4);
        assertThat(stage.treeBesideMemory()).isEqualTo(before);
    }

    /** What is left is left with all of its files, and the next plugin is asked about. */
    @Test
    void whoLeavesAPluginIsNotAskedAboutItsOtherFiles() {
        String alpha = KeptRepository.BEHIND + "/README.md";
        stage.file(BEHIND, stage.read(BEHIND).replace("config/eslint", "config/ours"));
        stage.file(alpha, stage.read(alpha).replace("# What alpha was", "# Our own alpha"));
        Map<String, String> edited = stage.treeBesideMemory();

        Stage.Run run = stage.typing("q").run("update", PLUGIN);

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains(BEHIND + " (1 of 1)").doesNotContain(README + " (1 of 1)");
        assertThat(stage.treeBesideMemory()).isEqualTo(edited);

        assertThat(stage.typing("q", "y", "y").run("update", "--all").exit()).isEqualTo(4);

        assertThat(stage.read(alpha)).startsWith("# Our own alpha\n");
        assertThat(stage.read(README)).startsWith(THEIRS);
        assertThat(stage.read(BEHIND)).contains("eslint-factory");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoEditsGetsBothBetweenMarksAndIsAskedAgainWhileTheyAreThere() {
        stage.typing("e", "n").env(Map.of("EDITOR", "true"));
        assertThat(update().err()).contains("The marks are still there.");
        assertThat(stage.read(README)).isEqualTo(before.get(README));

        repositoryAgain();
        stage.typing("e").env(Map.of("EDITOR", "sed -i -e '/^[<|=>]/d' -e /What/d"));
        assertThat(update().exit()).isZero();
        assertThat(stage.read(README)).isEqualTo(OURS + THEIRS + rest());
        assertQuiet();
    }

    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @CsvSource({"no line feed,printf '# Both' >", "CR LF,printf '# Both\\r\\n' >"})
    void whatComesBackFromTheEditorIsWholeLines(String what, String editor) {
        stage.typing("e").env(Map.of("EDITOR", editor));

        assertThat(update().exit()).isZero();

        assertThat(stage.read(README)).isEqualTo("# Both\n" + rest());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void partsMayBeEditedAway() {
        stage.typing("e").env(Map.of("EDITOR", ": >"));

        assertThat(update().exit()).isZero();

        assertThat(stage.read(README)).isEqualTo(rest());
    }

    /** What is imported for lines that were not taken goes with them, as it does with --on-conflict ours. */
    @Test
    void whoKeepsHisLinesDoesNotGetWhatOnlyTheOthersUse() {
        String kept = decided(folder.resolve("kept"), Map.of(), "n");

        assertThat(kept)
                .contains("const input = ours(req.body);")
                .doesNotContain("import { parse }", "import { z }")
                .isEqualTo(decided(folder.resolve("side"), Map.of()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatSomebodyWroteInTheEditorStays() {
        String lines = "    const later = 1;\\n    const input = ours(req.body);\\n";

        String text = decided(folder.resolve("edited"), Map.of("EDITOR", "printf '" + lines + "' >"), "e");

        assertThat(text).contains(lines.replace("\\n", "\n")).doesNotContain("import { parse }", "import { z }");
    }

    /** The router after lines of it were decided that had become others on both sides. */
    private static String decided(Path folder, Map<String, String> env, String... keys) {
        String file = "/src/service/router.ts";
        String router = KeptRepository.BEHIND + file;
        Stage host = KeptRepository.at(folder).env(env);
        KeptRepository.age(host, KeptRepository.BEHIND, file, "import { parse } from './parse';\n", "");
        KeptRepository.age(host, KeptRepository.BEHIND, file, "import { z } from 'zod/v3';\n", "");
        KeptRepository.age(host, KeptRepository.BEHIND, file, "import { ownershipInput } from './schemas';\n", "");
        KeptRepository.age(host, KeptRepository.BEHIND, file, "parse(ownershipInput(z), req.body)", "req.body");
        host.file(router, host.read(router).replace("input = req.body", "input = ours(req.body)"));
        String side = keys.length == 0 ? "ours" : "ask";

        Stage.Run run = host.typing(keys).run("update", KeptRepository.BEHIND, "--on-conflict", side);

        assertThat(run.exit()).as(run.err()).isZero();
        return host.read(router);
    }

    /** The value is a shell's: quotes hold, and neither they nor the path of the file are read twice. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theEditorIsRunAsGitRunsIt() throws IOException {
        Path editor = Files.createDirectories(folder.resolve("my editors")).resolve("vi $(touch no) it");
        Files.writeString(editor, """
                #!/bin/sh
                test "$1" = 'two  words' || exit 7
                test "$#" = 2 || exit 8
                test /dev/stdout -ef /dev/stderr || exit 9
                echo '# Both' > "$2"
                """);
        assertThat(editor.toFile().setExecutable(true)).isTrue();
        stage.typing("e").env(Map.of("EDITOR", "'" + editor + "' 'two  words'"));

        Stage.Run run = update();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(stage.read(README)).isEqualTo("# Both\n" + rest());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anEditorThatFailsLeavesAllAsItIs() {
        stage.typing("e").env(Map.of("EDITOR", "false"));
        Stage.Run run = update();

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("The editor false did not do it: it ended with 1");
        assertThat(stage.treeBesideMemory()).isEqualTo(before);
    }

    private void repositoryAgain() {
        stage = KeptRepository.withConflict(folder.resolve("again"));
    }
}
