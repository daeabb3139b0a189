package dev.backstagegen.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplierTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"unix", "windows", "disk"})
    void aPlanComesTrueAndNothingElseIsLeft(String where) {
        Ground ground = switch (where) {
            case "unix" -> Ground.inMemory();
            case "windows" -> Ground.onWindows();
            default -> Ground.on(temp);
        };
        Map<String, String> before = ground.snapshot();
        new Applier(ground.workspace()).check(Ground.plan());
        assertThat(ground.snapshot()).isEqualTo(before);
        new Applier(ground.workspace()).apply(Ground.plan(), "new");
        assertThat(ground.snapshot())
                .isEqualTo(Ground.after())
                .containsEntry("packages/backend/src/index.ts", "one\r\nnew\r\ntwo\r\n")
                .containsEntry("app-config.yaml", "a: 1\nb: 3\n")
                .containsEntry("docs/index.md", "index\n")
                .containsEntry("docs/new.md", "new\n")
                .containsKeys(
                        "plugins/example-backend/src/service/router.ts", "plugins/example-backend/" + Baseline.FILE)
                .doesNotContainKeys("docs/old", Root.TEMP);
    }

    @Test
    void permissionsStay() throws IOException {
        Ground ground = Ground.on(temp);
        Path script = temp.resolve("app-config.yaml");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x--x"));
        new Applier(ground.workspace()).apply(Ground.plan(), "new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
                .isEqualTo("rwxr-x--x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("docs/new.md"))))
                .startsWith("rw-r");
    }

    @Test
    void aFileThatChangedStopsTheRun() {
        refused(g -> g.write("app-config.yaml", "a: 1\nb: 4"), "app-config.yaml was changed");
        refused(g -> g.write("docs/new.md", "mine\n"), "docs/new.md is there now");
        refused(g -> delete(g.root().resolve("docs/old/only.md")), "docs/old/only.md is gone");
        refused(g -> g.write("plugins/example-backend/package.json", "mine\n"), "is there now");
    }

    @Test
    void whatIsInTheWayStopsTheRun() {
        refused(g -> g.write("plugins", "a file\n"), "plugins is a file, a folder is needed there");
        refused(g -> g.write("docs/new.md/x", ""), "docs/new.md is a folder");
        refused(g -> g.write("app-config.yaml", new byte[] {(byte) 0xff}), "app-config.yaml was changed");
        refused(g -> g.write(Root.TEMP, "a file"), "is in the way");
    }

    @Test
    void nothingIsWrittenThroughLinks() throws IOException {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Ground ground = Ground.on(temp.resolve("repo"));
        Files.createSymbolicLink(ground.root().resolve("plugins"), outside);
        refused(ground, "plugins is a symbolic link");
        Files.delete(ground.root().resolve("plugins"));
        Files.createDirectory(ground.root().resolve("plugins"));
        Files.createSymbolicLink(ground.root().resolve("plugins/example-backend"), outside);
        refused(ground, "plugins/example-backend is a symbolic link");
        Files.delete(ground.root().resolve("plugins/example-backend"));
        Files.createSymbolicLink(ground.root().resolve("docs/new.md"), outside.resolve("nowhere"));
        refused(ground, "docs/new.md is a symbolic link");
        Files.delete(ground.root().resolve("docs/new.md"));
        Files.createSymbolicLink(ground.root().resolve(Root.TEMP), outside);
        refused(ground, "is in the way");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aReadOnlyFileStaysAsItIs() throws IOException {
        Ground ground = Ground.on(temp);
        Files.setPosixFilePermissions(temp.resolve("app-config.yaml"), PosixFilePermissions.fromString("r--r--r--"));
        refused(ground, "app-config.yaml is read-only");
    }

    @Test
    void namesThatDifferInCaseOnlyAreRefused() {
        Ground windows = Ground.onWindows();
        windows.write("plugins/Example-Backend/package.json", "{}\n");
        refused(windows, "differs only in case from Example-Backend");
        ChangePlan twins = new ChangePlan(
                List.of(Change.create(RelPath.of("src/Item.ts"), ""), Change.create(RelPath.of("Src/other.ts"), "")));
        assertThatThrownBy(() -> new Applier(Ground.inMemory().workspace()).apply(twins, "new"))
                .isInstanceOf(ScaffoldException.class)
                .hasMessageContaining("differ only in case");
        Ground unix = Ground.inMemory();
        unix.write("plugins/Example-Backend/package.json", "{}\n");
        new Applier(unix.workspace()).apply(Ground.plan(), "new");
        assertThat(unix.text("plugins/Example-Backend/package.json")).isEqualTo("{}\n");
    }

    @Test
    void aPlanWithoutWritesTouchesNothing() {
        Ground ground = Ground.inMemory();
        Applier applier = new Applier(ground.workspace(), new Writes(moment -> {
            throw new AssertionError(moment);
        }));
        applier.apply(new ChangePlan(Ground.plan().conflicts()), "new");
    }

    private static void refused(Consumer<Ground> change, String reason) {
        Ground ground = Ground.inMemory();
        change.accept(ground);
        refused(ground, reason);
    }

    private static void refused(Ground ground, String reason) {
        Map<String, String> before = ground.snapshot();
        assertThatThrownBy(() -> new Applier(ground.workspace()).apply(Ground.plan(), "new"))
                .isInstanceOf(ScaffoldException.class)
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(((ScaffoldException) e).hint()).isNotEmpty());
        assertThat(ground.snapshot()).isEqualTo(before);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
