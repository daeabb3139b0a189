package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who renames and moves what was generated gets what is new there, and in those names. */
class MovedFilesTest {

    private static final String PLUGIN = "plugins/example-backend";
    private static final String SERVICE = PLUGIN + "/src/service/";
    private static final Pattern IMPORT =
            Pattern.compile("import (?:type )?\\{([^}]*)\\} from '(\\.[^']*)';", Pattern.MULTILINE);

    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void aPluginThatKeepsThings() {
        stage = HostRepository.at(folder.resolve("acme"));
        assertThat(stage.runForReal("new", "backend-plugin", "--id", "example", "--with-db")
                        .exit())
                .isZero();
    }

    private Stage.Run run(String... args) {
        Stage.Run run = stage.run(args);
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        return run;
    }

    private void move(String from, String to) {
        try {
            Files.createDirectories(stage.cwd.resolve(to).getParent());
            Files.move(stage.cwd.resolve(from), stage.cwd.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plugin's code. */
    private Map<String, String> code() {
        Map<String, String> code = new TreeMap<>(stage.tree());
        code.keySet().removeIf(path -> !path.startsWith(PLUGIN) || !path.endsWith(".ts"));
        return code;
    }

    private void replace(String what, String with) {
        code().forEach((path, text) -> stage.file(path, text.replaceAll(what, with)));
    }

    /** Somebody calls the service otherwise, in all files. */
    private void renameService() {
        move(SERVICE + "ItemService.ts", SERVICE + "TicketService.ts");
        move(SERVICE + "ItemService.test.ts", SERVICE + "TicketService.test.ts");
        replace("\\bItemService", "TicketService");
        replace("\\bitemService\\b", "ticketService");
    }

    private void assertQuiet() {
        Map<String, String> before = stage.tree();
        assertThat(run("status", "--check").out()).startsWith(PLUGIN + ": up to date\n");
        assertThat(run("update").out()).isEqualTo("Files\n  All of them are as they should be.\n");
        assertThat(stage.tree()).isEqualTo(before);
    }

    /** Each import of a file of the plugin finds the file, and in it what it imports. */
    private void assertImportsAreThere() {
        Map<String, String> code = code();
        code.forEach((path, text) -> {
            Matcher matcher = IMPORT.matcher(text);
            while (matcher.find()) {
                Path place = Path.of(path).getParent().resolve(matcher.group(2)).normalize();
                String file = code.getOrDefault(place + ".ts", code.getOrDefault(place + "/index.ts", ""));
                assertThat(file).as(path + " imports " + matcher.group(2)).isNotEmpty();
                Stream.of(matcher.group(1).split(","))
                        .map(name -> name.strip().split(" as ")[0])
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> assertThat(file)
                                .as(path + " imports " + name + " from " + place)
                                .containsPattern("export (async )?\\w+ " + name + "\\b"));
            }
        });
    }

    @Test
    void aServiceThatWasRenamedIsKeptUpUnderItsName() {
        renameService();
        Map<String, String> renamed = stage.tree();
        assertThat(run("status", "--check").out())
                .contains("  " + SERVICE + "TicketService.ts: moved by you from " + SERVICE + "ItemService.ts\n")
                .doesNotContain("deleted by you");
        run("add", "mcp");
        assertThat(stage.read(SERVICE + "TicketService.ts")).contains("PermissionsService");
        assertThat(stage.read(PLUGIN + "/src/actions/itemActions.ts"))
                .contains("import { TicketService } from '../service/TicketService';", "ticketService: TicketService;");
        run("add", "scheduler");
        assertThat(stage.tree()).doesNotContainKey(SERVICE + "ItemService.ts");
        assertThat(code()).allSatisfy((path, text) -> assertThat(text).doesNotContainPattern("\\b[Ii]temService\\b"));
        assertImportsAreThere();
        assertQuiet();
        run("remove", "scheduler");
        run("remove", "mcp");
        assertStandsAs(renamed);
    }

    /** The plugin is as it was, file by file. */
    private void assertStandsAs(Map<String, String> before) {
        Map<String, String> after = stage.tree();
        Stream.of(before, after).forEach(tree -> tree.keySet().removeIf(path -> !path.startsWith(PLUGIN)));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((path, text) -> assertThat(text).as(path).isEqualTo(before.get(path)));
    }

    @Test
    void anEditorThatRenamesAClassLeavesItsVariables() {
        move(SERVICE + "ItemService.ts", SERVICE + "TicketService.ts");
        replace("\\bItemService\\b", "TicketService");
        run("add", "mcp");
        assertThat(stage.read(PLUGIN + "/src/actions/itemActions.ts")).contains("itemService: TicketService;");
        assertThat(stage.read(PLUGIN + "/src/plugin.ts"))
                .contains(
                        "const itemService = new TicketService({",
                        "registerActions({ actionsRegistry, itemService });");
        assertImportsAreThere();
        assertQuiet();
    }

    @Test
    void aFolderThatWasMovedTakesWhatIsNewInIt() {
        move(PLUGIN + "/src/service", PLUGIN + "/src/services");
        replace("/service/", "/services/");
        Map<String, String> moved = stage.tree();
        run("add", "mcp");
        run("add", "scheduler");
        assertThat(stage.tree())
                .containsKey(PLUGIN + "/src/services/authorize.ts")
                .doesNotContainKey(PLUGIN + "/src/service/");
        assertImportsAreThere();
        assertQuiet();
        run("remove", "scheduler");
        run("remove", "mcp");
        assertStandsAs(moved);
    }

    @Test
    void allThatIsCalledAfterAResourceCanBeCalledOtherwise() {
        code().keySet().stream()
                .filter(path -> path.matches(".*/[Ii]tem[^/]*"))
                .forEach(path -> move(path, path.replace("/Item", "/Ticket").replace("/item", "/ticket")));
        replace("\\bItem(?=[A-Z]|\\b(?!'))", "Ticket");
        replace("\\bitem(?=[A-Z])", "ticket");
        replace("createItemRouter", "createTicketRouter");
        run("add", "mcp");
        run("add", "scheduler");
        assertThat(stage.tree().keySet()).noneMatch(path -> path.matches(".*/service/[Ii]tem[^/]*"));
        assertImportsAreThere();
        assertQuiet();
    }

    @Test
    void anExportThatSharesItsOldNameWithOthersIsFollowedByThoseThatImportIt() {
        String schemas = SERVICE + "schemas.ts";
        stage.file(
                schemas,
                stage.read(schemas).replace("const id =", "const key =").replace("id(z)", "key(z)"));
        assertThat(stage.read(schemas)).contains("export const key =", "{ id: key(z) }");
        run("add", "mcp");
        assertThat(stage.read(PLUGIN + "/src/actions/itemActions.ts"))
                .contains("import { key } from '../service/schemas';", "id: key(z).describe(");
        assertImportsAreThere();
        assertQuiet();
    }

    @Test
    void aFileThatWasRenamedIsNotDeletedWithItsFeature() {
        run("add", "mcp");
        move(PLUGIN + "/src/actions/itemActions.ts", PLUGIN + "/src/actions/tickets.ts");
        replace("/itemActions'", "/tickets'");
        assertThat(run("remove", "mcp").out())
                .contains("No longer generated, and left because you edited them\n  " + PLUGIN
                        + "/src/actions/tickets.ts\n");
        assertThat(stage.tree())
                .containsKey(PLUGIN + "/src/actions/tickets.ts")
                .doesNotContainKey(PLUGIN + "/src/actions.ts");
        assertQuiet();
    }

    @Test
    void whatWasOnlyDeletedStaysDeleted() throws IOException {
        Files.delete(stage.cwd.resolve(SERVICE + "CallerService.test.ts"));
        stage.file(PLUGIN + "/src/other.ts", "export const other = 1;\n");
        assertThat(run("status").out()).contains("  " + SERVICE + "CallerService.test.ts: deleted by you\n");
        run("add", "scheduler");
        assertThat(stage.tree()).doesNotContainKey(SERVICE + "CallerService.test.ts");
        assertThat(stage.read(PLUGIN + "/src/other.ts")).isEqualTo("export const other = 1;\n");
    }

    @Test
    void aDifferenceIsShownWhereTheFileLies() {
        renameService();
        assertThat(run("diff").out())
                .contains(
                        "--- a/" + SERVICE + "TicketService.ts\n",
                        "-export class ItemService {\n+export class TicketService {\n")
                .doesNotContain("deleted file mode");
    }

    @Test
    void aConflictInAMovedFileIsSeenAgainUntilItIsDecided() {
        renameService();
        String service = SERVICE + "TicketService.ts";
        String sentence = "Reads and changes items for callers, in their names.";
        assertThat(stage.read(service)).contains(sentence);
        stage.file(service, stage.read(service).replace(sentence, "Our own service for callers."));
        Map<String, String> before = stage.tree();
        assertThat(stage.run("add", "mcp", "--on-conflict", "stop").out()).contains("Conflicts\n  " + service + ":");
        assertThat(stage.tree()).isEqualTo(before);
        assertThat(stage.run("add", "mcp", "--on-conflict", "ours").exit()).isZero();
        assertThat(stage.read(service)).contains("Our own service for callers.", "PermissionsService");
        assertQuiet();
    }
}
