package dev.backstagegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.CheckOrder.Repairs;
import dev.backstagegen.check.Problem;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.rule.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    private static final String PLAIN_ROUTER = "router/promise-router";
    private static final String ROUTER = """
            import express from 'express';
            import { ItemStore } from './ItemStore';

            export function createRouter(store: ItemStore): express.Router {
              const router = express.Router();
              router.get('/items', async (_req, res) => {
                res.json(await store.list());
              });
              return router;
            }
            """;

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void repository() throws IOException {
        root = folder.toRealPath();
        write("package.json", "{ \"name\": \"root\", \"workspaces\": [\"packages/*\", \"plugins/*\"] }\n");
        write("backstage.json", "{ \"version\": \"1.55.0\" }\n");
    }

    private void plugin(String place, String name) throws IOException {
        write(place + "/package.json", """
                {
                  "name": "@internal/plugin-%s-backend",
                  "backstage": { "role": "backend-plugin", "pluginId": "%s" },
                  "dependencies": { "express-promise-router": "^4.1.0" }
                }
                """.formatted(name, name));
        write(place + "/src/router.ts", ROUTER);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    private CheckOrder order(String... paths) {
        return new CheckOrder(
                root,
                Optional.empty(),
                Stream.of(paths).map(root::resolve).toList(),
                rules(PLAIN_ROUTER),
                Severity.INFO,
                Optional.empty(),
                Optional.empty(),
                false,
                Repairs.NONE);
    }

    private static List<Rule> rules(String... ids) {
        return Stream.of(ids).map(id -> Rules.byId(id).orElseThrow()).toList();
    }

    private static CheckOrder with(CheckOrder order, Repairs repairs) {
        return new CheckOrder(
                order.folder(),
                order.root(),
                order.paths(),
                order.rules(),
                order.least(),
                order.changedSince(),
                order.baseline(),
                order.remember(),
                repairs);
    }

    private CheckOrder remembering(String file, boolean remember) {
        return new CheckOrder(
                root,
                Optional.empty(),
                List.of(),
                rules(PLAIN_ROUTER),
                Severity.INFO,
                Optional.empty(),
                Optional.of(root.resolve(file)),
                remember,
                Repairs.NONE);
    }

    private CheckOrder changedSince(String reference) {
        return new CheckOrder(
                root,
                Optional.empty(),
                List.of(),
                rules(PLAIN_ROUTER),
                Severity.INFO,
                Optional.of(reference),
                Optional.empty(),
                false,
                Repairs.NONE);
    }

    private static List<String> found(CheckDraft draft) {
        return draft.report().problems().stream()
                .map(problem -> problem.path() + ":" + problem.finding().line())
                .toList();
    }

    @Test
    void findsEachBackendPluginOfTheWorkspaces() throws IOException {
        plugin("plugins/b-backend", "b");
        plugin("plugins/a-backend", "a");
        plugin("elsewhere/c-backend", "c");
        write("plugins/a/package.json", "{ \"name\": \"a\", \"backstage\": { \"role\": \"frontend-plugin\" } }\n");
        assertThat(found(Check.draft(order())))
                .containsExactly("plugins/a-backend/src/router.ts:5", "plugins/b-backend/src/router.ts:5");
        assertThat(Check.draft(order()).report().plugins())
                .extracting(Object::toString)
                .containsExactly("plugins/a-backend", "plugins/b-backend");
    }

    @Test
    void findsThemAnywhereWhereTheWorkspacesSayNothing() throws IOException {
        write("package.json", "{ \"name\": \"root\", \"workspaces\": [\"workspaces/**\", \"!x\"] }\n");
        plugin("workspaces/genai/plugins/genai-backend", "genai");
        plugin("node_modules/@acme/plugin-x-backend", "x");
        assertThat(found(Check.draft(order())))
                .containsExactly("workspaces/genai/plugins/genai-backend/src/router.ts:5");
    }

    @Test
    void aRepositoryMayBeThePlugin() throws IOException {
        plugin(".", "lonely");
        Files.delete(root.resolve("backstage.json"));
        CheckDraft draft = Check.draft(order());
        assertThat(found(draft)).containsExactly("src/router.ts:5");
        assertThat(draft.report().problems()).extracting(Problem::folder).containsExactly(".");
        CheckDraft repaired = Check.draft(with(order(), Repairs.SAFE));
        Check.apply(repaired, "check");
        assertThat(read("src/router.ts")).contains("const router = Router();");
    }

    @Test
    void takesFoldersOfPluginsAndFiles() throws IOException {
        plugin("plugins/a-backend", "a");
        plugin("plugins/b-backend", "b");
        assertThat(found(Check.draft(order("plugins/b-backend")))).containsExactly("plugins/b-backend/src/router.ts:5");
        assertThat(found(Check.draft(order("plugins/b-backend/src/router.ts"))))
                .containsExactly("plugins/b-backend/src/router.ts:5");
        assertThat(found(Check.draft(order("plugins")))).hasSize(2);
        assertThat(Check.draft(order("plugins/a-backend", "plugins/a-backend/src"))
                        .report()
                        .plugins())
                .hasSize(1);
        assertThatThrownBy(() -> Check.draft(order("plugins/nothing"))).hasMessageStartingWith("There is no ");
    }

    @Test
    void looksAtAPluginWithoutAManifest() throws IOException {
        Files.delete(root.resolve("package.json"));
        write("plugins/a-backend/src/router.ts", ROUTER);
        CheckDraft draft = Check.draft(order("plugins/a-backend"));
        assertThat(found(draft)).containsExactly("plugins/a-backend/src/router.ts:5");
        assertThat(draft.report().notes()).singleElement().asString().contains("has no package.json");
    }

    @Test
    void saysWhatItCouldNotReadAndGoesOn() throws IOException {
        plugin("plugins/a-backend", "a");
        Files.write(
                root.resolve("plugins/a-backend/src/latin.ts"),
                "// Gr\u00f6\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));
        write("plugins/a-backend/src/half.ts", "export function half( {\n  if (\n");
        write("plugins/a-backend/src/made.ts", "x();\n".repeat(450_000));
        write("plugins/a-backend/src/deep.ts", "[".repeat(60_000) + "]".repeat(60_000) + ";\n");
        Files.write(root.resolve("plugins/a-backend/logo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
        CheckDraft draft = Check.draft(order());
        assertThat(found(draft)).containsExactly("plugins/a-backend/src/router.ts:5");
        assertThat(draft.report().notes())
                .anyMatch(note -> note.startsWith("plugins/a-backend/src/latin.ts is not UTF-8 text"))
                .anyMatch(note -> note.startsWith("plugins/a-backend/src/half.ts:1 is not TypeScript"))
                .anyMatch(note -> note.startsWith("plugins/a-backend/src/made.ts is longer than 1 MB"))
                .noneMatch(note -> note.contains("logo.png"));
    }

    @Test
    void isNotLostInLinksNorInManyFiles() throws IOException {
        plugin("plugins/a-backend", "a");
        Files.createSymbolicLink(root.resolve("plugins/a-backend/src/self"), root.resolve("plugins/a-backend"));
        Files.createSymbolicLink(root.resolve("plugins/round"), root.resolve("plugins"));
        Files.createSymbolicLink(root.resolve("plugins/a-backend/src/gone.ts"), root.resolve("nowhere.ts"));
        for (int i = 0; i < 5_000; i++) {
            write("plugins/a-backend/src/many/file" + i + ".ts", "export const n" + i + " = " + i + ";\n");
        }
        assertThat(found(Check.draft(order()))).containsExactly("plugins/a-backend/src/router.ts:5");
    }

    @Test
    void theNamesOfActionsAreAsThePluginSays() throws IOException {
        plugin("plugins/a-backend", "a");
        write("plugins/a-backend/src/actions.ts", """
                import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

                export function registerActions(registry: ActionsRegistryService) {
                  registry.register({ name: 'get-items', title: 'Items' });
                }
                """);
        CheckOrder order = new CheckOrder(
                root,
                Optional.empty(),
                List.of(),
                rules("mcp/name-style"),
                Severity.INFO,
                Optional.empty(),
                Optional.empty(),
                false,
                Repairs.NONE);
        assertThat(found(Check.draft(order))).containsExactly("plugins/a-backend/src/actions.ts:4");
        write("plugins/a-backend/.backstage-gen.yaml", "plugin: a\nactionNames: kebab\n");
        assertThat(found(Check.draft(order))).isEmpty();
        Files.delete(root.resolve("plugins/a-backend/.backstage-gen.yaml"));
        write(".backstage-gen-rules.yaml", "actionNames: kebab\n");
        assertThat(found(Check.draft(order))).isEmpty();
    }

    @Test
    void repairsAndKeepsLineEndings() throws IOException {
        plugin("plugins/a-backend", "a");
        write("plugins/a-backend/src/router.ts", ROUTER.replace("\n", "\r\n"));
        CheckDraft draft = Check.draft(with(order(), Repairs.SAFE));
        assertThat(read("plugins/a-backend/src/router.ts")).contains("express.Router();");
        assertThat(found(draft)).isEmpty();
        assertThat(draft.repaired()).isEqualTo(1);
        Check.apply(draft, "check");
        assertThat(read("plugins/a-backend/src/router.ts"))
                .contains("import Router from 'express-promise-router';\r\n")
                .doesNotContain("r;\n\n")
                .contains("const router = Router();\r\n");
        assertThat(Check.draft(with(order(), Repairs.SAFE)).plan().writes()).isEmpty();
    }

    @Test
    void remembersWhatWasFoundAndSaysWhatIsGone() throws IOException {
        plugin("plugins/a-backend", "a");
        Check.apply(Check.draft(remembering("known.json", true)), "check");
        assertThat(found(Check.draft(remembering("known.json", false)))).isEmpty();
        assertThat(Check.draft(remembering("known.json", false)).report().known())
                .isEqualTo(1);

        write("plugins/a-backend/src/router.ts", "// moved\n\n" + ROUTER);
        assertThat(found(Check.draft(remembering("known.json", false)))).isEmpty();

        plugin("plugins/b-backend", "b");
        write("plugins/a-backend/src/router.ts", "export const nothing = 1;\n");
        CheckDraft later = Check.draft(remembering("known.json", false));
        assertThat(found(later)).containsExactly("plugins/b-backend/src/router.ts:5");
        assertThat(later.report().gone())
                .singleElement()
                .satisfies(gone -> assertThat(gone.path()).hasToString("plugins/a-backend/src/router.ts"));
    }

    @Test
    void aBaselineThatIsNotThereIsNoBaseline() throws IOException {
        plugin("plugins/a-backend", "a");
        assertThatThrownBy(() -> Check.draft(remembering("known.json", false))).hasMessage("There is no known.json.");
        write("known.json", "{ \"version\": 1 }\n");
        assertThatThrownBy(() -> Check.draft(remembering("known.json", false)))
                .hasMessageStartingWith("known.json is not a baseline");
    }

    @Test
    void settingsSetSeveritiesSwitchOffAndExclude() throws IOException {
        plugin("plugins/a-backend", "a");
        plugin("plugins/b-backend", "b");
        write(".backstage-gen-rules.yaml", "rules:\n  router/promise-router: info\nexclude:\n  - plugins/b-*/**\n");
        assertThat(Check.draft(order()).report().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Severity.INFO));
        write("plugins/a-backend/.backstage-gen-rules.yaml", "rules: { router/promise-router: off }\n");
        assertThat(found(Check.draft(order()))).isEmpty();
        write("plugins/a-backend/.backstage-gen-rules.yaml", "exclude: [src/router.ts]\n");
        assertThat(found(Check.draft(order()))).isEmpty();
        Files.delete(root.resolve("plugins/a-backend/.backstage-gen-rules.yaml"));
        write(
                "plugins/a-backend/.backstage-gen.yaml",
                "plugin: a\ncheck:\n  rules: { router/promise-router: warning }\n");
        assertThat(Check.draft(order()).report().count(Severity.WARNING)).isEqualTo(1);
        write(".backstage-gen-rules.yaml", "rules: { router/promise-ruoter: off }\n");
        assertThatThrownBy(() -> Check.draft(order()))
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        wrong -> assertThat(wrong.hint()).contains("router/promise-router"));
    }

    @Test
    void speaksOnlyOfWhatChanged() throws IOException, InterruptedException {
        plugin("plugins/a-backend", "a");
        plugin("plugins/b-backend", "b");
        git("init", "-q");
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "first");
        assertThat(found(Check.draft(changedSince("HEAD")))).isEmpty();
        write("plugins/a-backend/src/router.ts", "// new\n" + ROUTER);
        plugin("plugins/c-backend", "c");
        assertThat(found(Check.draft(changedSince("HEAD"))))
                .containsExactly("plugins/a-backend/src/router.ts:6", "plugins/c-backend/src/router.ts:5");
        assertThatThrownBy(() -> Check.draft(changedSince("nowhere"))).hasMessageStartingWith("git knows no commit");
        assertThatThrownBy(() -> Check.draft(changedSince("--output=x"))).hasMessageStartingWith("git knows no commit");
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(words)).toList();
        assertThat(new ProcessBuilder(command).directory(root.toFile()).start().waitFor())
                .isZero();
    }
}
