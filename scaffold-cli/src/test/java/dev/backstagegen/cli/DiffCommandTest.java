package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code diff} prints is what git takes, and comes to the same as the command that it speaks of. */
class DiffCommandTest {

    private static final String PLUGIN = "plugins/desk-backend";
    private static final String TS = PLUGIN + "/src/plugin.ts";
    private static final String ROUTER = PLUGIN + "/src/service/router.ts";

    @TempDir
    Path folder;

    private Stage stage;
    private Map<String, String> generated;

    @BeforeEach
    void repository() {
        stage = HostRepository.at(folder.resolve("acme"));
        assertThat(stage.runForReal("new", "backend-plugin", "--id", "desk", "--with-db")
                        .exit())
                .isZero();
        generated = tree();
    }

    private void edit(String path, String from, String to) {
        assertThat(stage.read(path)).contains(from);
        stage.file(path, stage.read(path).replace(from, to));
    }

    private String diff(String... args) {
        String[] words = new String[args.length + 1];
        words[0] = "diff";
        System.arraycopy(args, 0, words, 1, args.length);
        Stage.Run run = stage.run(words);
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }

    private void apply(String patch, String... how) throws IOException, InterruptedException {
        Path file = folder.resolve("p.patch");
        Files.writeString(file, patch);
        String[] words = new String[how.length + 3];
        words[0] = "apply";
        words[1] = "--whitespace=nowarn";
        System.arraycopy(how, 0, words, 2, how.length);
        words[words.length - 1] = file.toString();
        GitRepository.git(stage.cwd, words);
    }

    /** All but what is remembered of the last run. */
    private Map<String, String> tree() {
        Map<String, String> tree = new TreeMap<>(stage.tree());
        tree.keySet().removeIf(path -> path.startsWith(".backstage-gen") || path.endsWith("/"));
        return tree;
    }

    @Test
    void withoutAnEditThereIsNothingToSee() {
        assertThat(diff()).isEmpty();
        assertThat(diff("--update")).isEmpty();
    }

    @Test
    void whatWasEditedIsGoneWhenThePatchIsTakenBack() throws IOException, InterruptedException {
        edit(TS, "register(env) {", "register(env) {\n    // Ours.");
        edit(ROUTER, "router.use(express.json());", "router.use(express.json({ limit: '1mb' }));");
        stage.file(ROUTER, stage.read(ROUTER).replace("\n", "\r\n"));

        apply(diff(PLUGIN), "-R");

        assertThat(stage.read(ROUTER)).contains("express.json());\r\n");
        stage.file(ROUTER, stage.read(ROUTER).replace("\r", ""));
        assertThat(tree()).isEqualTo(generated);
    }

    @Test
    void theEffectOfAFeatureIsThatOfAddingIt() throws IOException, InterruptedException {
        edit(TS, "register(env) {", "register(env) {\n    // Ours.");
        String patch = diff("--with", "cache,scheduler");
        assertThat(patch.lines().filter(line -> line.startsWith("diff --git")))
                .last()
                .asString()
                .endsWith(".backstage-gen.base");

        apply(patch);

        Map<String, String> patched = tree();
        Stage.Run run = stage.run("add", "cache", "scheduler");
        assertThat(run.out()).contains("All of them are as they should be.");
        assertThat(tree()).isEqualTo(patched);
        assertThat(stage.read(TS)).contains("// Ours.", "coreServices.scheduler");
    }

    @Test
    void withoutAFeatureIsTheWayBack() throws IOException, InterruptedException {
        assertThat(stage.run("add", "cache").exit()).isZero();

        apply(diff("--without", "cache"));

        assertThat(tree()).isEqualTo(generated);
    }

    @Test
    void ofAConflictWhatIsCertainIsShown() {
        Stage kept = KeptRepository.withConflict(folder.resolve("kept"));
        Stage.Run run = kept.run("diff", KeptRepository.DISPUTED, "--update");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains(KeptRepository.DISPUTED + "/README.md has conflicts");
        assertThat(run.out()).contains("+module.exports = require('@backstage/cli/config/eslint-factory')");
        assertThat(run.out()).doesNotContain("<<<<<<<", "-# Our own beta");
    }

    /** What a file says may be read on a terminal, and is not obeyed by it; a pipe gets it as it is. */
    @Test
    void nothingInAFileActsOnTheTerminal() throws IOException, InterruptedException {
        edit(TS, "register(env) {", "register(env) {\n    // \u001b[2J\u202eOurs.");
        stage.file(
                ROUTER,
                stage.read(ROUTER).replace("router.use(express.json());", "").replace("\n", "\r\n"));

        String piped = diff();
        stage.on(new Terminals(false, true, false));
        String coloured = diff();
        String plain = stage.env(Map.of("NO_COLOR", "1")).run("diff").out();

        assertThat(coloured).contains("\u001b[32m+    // \uFFFD[2J\uFFFDOurs.\u001b[0m\n", "\u001b[1;31m-");
        assertThat(plain)
                .contains("+    // \uFFFD[2J\uFFFDOurs.\n", "-  router.use(express.json());\n")
                .doesNotContain("\u001b", "\r");
        apply(piped, "-R");
        assertThat(stage.read(TS)).isEqualTo(generated.get(TS));
    }

    @Test
    void aConflictIsStillOneWhenThePatchIsApplied() throws IOException, InterruptedException {
        stage = KeptRepository.withConflict(folder.resolve("kept"));
        apply(stage.run("diff", KeptRepository.DISPUTED, "--update").out());

        Stage.Run run = stage.run("update", KeptRepository.DISPUTED);
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).contains(KeptRepository.DISPUTED + "/README.md:1");
    }

    @Test
    void twoQuestionsAtOnceAreRefused() {
        Stage.Run run = stage.run("diff", "--update", "--with", "cache");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("between two things at a time");
    }
}
