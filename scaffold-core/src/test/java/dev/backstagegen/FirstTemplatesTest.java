package dev.backstagegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.FileStatus.State;
import dev.backstagegen.disk.Baseline;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Txtar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A plugin that the first version of the templates made becomes what today's make, and keeps its tables. */
class FirstTemplatesTest {

    private static final Path FIXTURE = Path.of("src/test/resources/fixtures/first-templates.txtar");
    private static final String PLUGIN = Acme.PLUGIN;
    private static final String MIGRATION = "migrations/20260101000000_create_items.js";

    private static FileTree fixture() {
        try {
            return Txtar.read(Files.readString(FIXTURE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code new} makes today in the repository as it was before the plugin came. */
    private static Map<String, String> today() {
        FileTree files = fixture();
        FileTree bare = FileTree.EMPTY;
        for (RelPath path : files.paths()) {
            bare = path.startsWith(RelPath.of(PLUGIN))
                    ? bare
                    : bare.with(path, files.text(path).orElseThrow());
        }
        Acme acme = Acme.of(bare);
        acme.edit("app-config.yaml", "      - example\n", "")
                .edit("packages/backend/src/index.ts", "backend.add(import('@internal/plugin-example-backend'));\n", "")
                .edit(
                        "packages/backend/package.json",
                        "    \"@internal/plugin-example-backend\": \"workspace:^\",\n",
                        "");
        acme.make("db", "mcp");
        return acme.tree();
    }

    @Test
    void itBecomesWhatIsMadeToday() {
        Acme acme = Acme.of(fixture());
        UpkeepDraft before = acme.draft(UnaryOperator.identity());
        assertThat(before.conflicts()).isEmpty();
        assertThat(before.edits()).isEmpty();
        assertThat(before.status()).anyMatch(file -> file.state() == State.BEHIND);
        assertThat(before.status()).noneMatch(file -> file.state() == State.BOTH);

        acme.update();
        Map<String, String> expected = new TreeMap<>(today());
        Map<String, String> actual = new TreeMap<>(acme.tree());
        String migration = PLUGIN + "/" + MIGRATION;
        assertThat(actual.get(migration))
                .isEqualTo(fixture().text(RelPath.of(migration)).orElseThrow());
        for (Map<String, String> each : List.of(expected, actual)) {
            each.remove(migration);
            each.remove(PLUGIN + "/" + Baseline.FILE);
        }
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((path, text) -> assertThat(text).as(path).isEqualTo(expected.get(path)));

        UpkeepDraft after = acme.draft(UnaryOperator.identity());
        assertThat(after.plan().writes()).isEmpty();
        assertThat(after.status()).allMatch(file -> file.state() == State.GENERATED);
    }

    @Test
    void whatWasEditedInItSinceComesThrough() {
        Acme acme = Acme.of(fixture());
        String router = PLUGIN + "/src/service/router.ts";
        String service = PLUGIN + "/src/service/ItemService.ts";
        String spec = PLUGIN + "/.backstage-gen.yaml";
        acme.edit(
                        router,
                        "  return router;",
                        "  router.get('/ping', (_req, res) => {\n    res.json({ pong: true });\n  });\n\n  return router;")
                .edit(service, "export class ItemService", "/** Ours by now. */\nexport class ItemService")
                .edit(PLUGIN + "/README.md", "## HTTP API", "## Before you start\n\nAsk us.\n\n## HTTP API")
                .edit(PLUGIN + "/package.json", "\"scripts\": {", "\"keywords\": [\"ours\"],\n  \"scripts\": {")
                .edit(spec, "plugin: example", "# Asked for by the people of operations.\nplugin: example")
                .file(PLUGIN + "/migrations/20260301000000_add_color.js", "// Ours.\n");
        UpkeepDraft draft = acme.update();
        assertThat(draft.conflicts()).isEmpty();
        assertThat(acme.read(router))
                .contains("router.get('/ping', (_req, res) => {\n    res.json({ pong: true });\n  });");
        assertThat(acme.read(service)).contains("/** Ours by now. */");
        assertThat(acme.read(PLUGIN + "/README.md")).contains("## Before you start\n\nAsk us.\n");
        assertThat(acme.read(PLUGIN + "/package.json")).contains("\"keywords\": [\"ours\"],");
        assertThat(acme.read(spec)).contains("# Asked for by the people of operations.\n");
        assertThat(acme.read(PLUGIN + "/migrations/20260301000000_add_color.js"))
                .isEqualTo("// Ours.\n");
        assertThat(acme.draft(UnaryOperator.identity()).plan().writes()).isEmpty();
    }

    @Test
    void itTakesOnWhatThereIsToday() {
        Acme acme = Acme.of(fixture());
        UpkeepDraft draft = acme.add("scheduler", "cache", "ci");
        assertThat(draft.conflicts()).isEmpty();
        assertThat(acme.read(PLUGIN + "/" + MIGRATION))
                .isEqualTo(fixture().text(RelPath.of(PLUGIN + "/" + MIGRATION)).orElseThrow());
        assertThat(acme.draft(UnaryOperator.identity()).plan().writes()).isEmpty();
    }
}
