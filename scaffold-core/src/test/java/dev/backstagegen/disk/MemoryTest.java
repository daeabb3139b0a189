package dev.backstagegen.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.disk.LastRun.Edited;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.plan.Diff;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last run can be taken back exactly, or says what was edited since. */
class MemoryTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"unix", "windows", "disk"})
    void everythingIsAsBeforeAndNothingIsRemembered(String where) {
        Ground ground = switch (where) {
            case "unix" -> Ground.inMemory();
            case "windows" -> Ground.onWindows();
            default -> Ground.on(temp);
        };
        Map<String, String> before = ground.snapshot();
        apply(ground, Ground.plan(), "new backend-plugin --id example");
        LastRun run = last(ground);
        assertThat(run.command()).isEqualTo("new backend-plugin --id example");
        assertThat(run.edited()).isEmpty();
        assertThat(run.back()).isEqualTo(Ground.back());
        assertThat(run.crlf()).containsExactly(RelPath.of("packages/backend/src/index.ts"));
        takeBack(ground);
        assertThat(ground.snapshot()).isEqualTo(before);
        assertThat(new Memory(ground.workspace()).last()).isEmpty();
    }

    @Test
    void permissionsAreAsBefore() throws IOException {
        Ground ground = Ground.on(temp);
        mode("docs/old/only.md", "rwxr-x---");
        mode("docs/old", "rwx------");
        mode("app-config.yaml", "rw-rw----");
        Map<String, String> before = permissions();
        apply(ground, Ground.plan(), "new");
        takeBack(ground);
        assertThat(permissions()).isEqualTo(before);
    }

    @Test
    void permissionsAreAsBeforeAfterAKilledRunToo() throws IOException {
        Ground ground = Ground.on(temp);
        mode("docs/old/only.md", "rwxr-x---");
        mode("docs/old", "rwx------");
        Map<String, String> before = permissions();
        Error death = new AssertionError("killed");
        Writes writes = new Writes(moment -> {
            if (moment.startsWith("before move") && moment.endsWith("last")) {
                throw death;
            }
        });
        assertThatThrownBy(() -> new Applier(ground.workspace(), writes).apply(Ground.plan(), "new"))
                .isSameAs(death);
        assertThat(permissions()).isNotEqualTo(before);
        assertThat(new Recovery(ground.workspace()).repair()).isPresent();
        assertThat(permissions()).isEqualTo(before);
    }

    @Test
    void permissionsThatSomebodyChangedSinceStay() throws IOException {
        Ground ground = Ground.on(temp);
        apply(ground, Ground.plan(), "new");
        mode("app-config.yaml", "rwx------");
        takeBack(ground);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("app-config.yaml"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatWasEmptyBeforeStays() throws IOException {
        Ground ground = Ground.inMemory();
        Files.createDirectory(ground.root().resolve("plugins"));
        Map<String, String> before = ground.snapshot();
        apply(ground, Ground.plan(), "new");
        takeBack(ground);
        assertThat(ground.snapshot()).isEqualTo(before).containsKey("plugins");
    }

    @Test
    void whatSomebodyPutIntoANewFolderStays() {
        Ground ground = Ground.inMemory();
        Map<String, String> wanted = new TreeMap<>(ground.snapshot());
        apply(ground, Ground.plan(), "new");
        ground.write("plugins/example-backend/node_modules/knex/index.js", "knex\n");
        takeBack(ground);
        for (String folder : List.of("", "/example-backend", "/example-backend/node_modules")) {
            wanted.put("plugins" + folder, "(folder)");
        }
        wanted.put("plugins/example-backend/node_modules/knex", "(folder)");
        wanted.put("plugins/example-backend/node_modules/knex/index.js", "knex\n");
        assertThat(ground.snapshot()).isEqualTo(wanted);
    }

    @Test
    void whatWasEditedSinceIsNamedAndNothingIsChanged() throws IOException {
        Ground ground = Ground.inMemory();
        apply(ground, Ground.plan(), "new");
        ground.write("app-config.yaml", "mine\n");
        ground.write("docs/old/only.md", "mine\n");
        ground.write("plugins/example-backend/src/index.ts", "export {}; // mine\n");
        Files.delete(ground.root().resolve("docs/new.md"));
        Map<String, String> edited = ground.snapshot();
        LastRun run = last(ground);
        assertThat(run.edited())
                .containsExactly(
                        new Edited(RelPath.of("app-config.yaml"), "was changed"),
                        new Edited(RelPath.of("docs/new.md"), "was deleted"),
                        new Edited(RelPath.of("docs/old/only.md"), "is there again"),
                        new Edited(RelPath.of("plugins/example-backend/src/index.ts"), "was changed"));
        assertThatThrownBy(() -> new Applier(ground.workspace()).takeBack(run))
                .isInstanceOf(ScaffoldException.class)
                .hasMessage("app-config.yaml was changed since it was looked at; nothing was changed");
        assertThat(ground.snapshot()).isEqualTo(edited);
    }

    @Test
    void aFolderThatBecameALinkIsAnEdit() throws IOException {
        Ground ground = Ground.on(temp.resolve("repo"));
        apply(ground, Ground.plan(), "new");
        Path plugin = ground.root().resolve("plugins/example-backend");
        Files.move(plugin, temp.resolve("elsewhere"));
        Files.createSymbolicLink(plugin, temp.resolve("elsewhere"));
        assertThat(last(ground).edited()).hasSize(4);
    }

    @Test
    void onlyTheLastRunIsRemembered() {
        Ground ground = Ground.inMemory();
        apply(ground, Ground.plan(), "first");
        Map<String, String> between = ground.snapshot();
        apply(
                ground,
                new ChangePlan(List.of(Change.edit(RelPath.of("docs/new.md"), "new\n", "newer\n"))),
                "second\nline");
        LastRun run = last(ground);
        assertThat(run.command()).isEqualTo("second line");
        assertThat(Diff.of(run.back().writes(), run.crlf())).contains("-newer\n+new\n");
        takeBack(ground);
        between.keySet().removeIf(path -> path.startsWith(Root.KEPT));
        assertThat(ground.snapshot()).isEqualTo(between);
    }

    @Test
    void aRunThatWritesNothingIsNoRun() {
        Ground ground = Ground.inMemory();
        apply(ground, Ground.plan(), "first");
        apply(ground, new ChangePlan(Ground.plan().conflicts()), "second");
        assertThat(last(ground).command()).isEqualTo("first");
    }

    @Test
    void aRunThatIsNotTheLastAnyMoreIsNotTakenBack() {
        Ground ground = Ground.inMemory();
        apply(ground, Ground.plan(), "first");
        LastRun run = last(ground);
        apply(ground, Ground.back(), "second");
        Map<String, String> after = ground.snapshot();
        assertThatThrownBy(() -> new Applier(ground.workspace()).takeBack(run))
                .hasMessageContaining("Another run has finished here meanwhile");
        assertThat(ground.snapshot()).isEqualTo(after);
    }

    @Test
    void endsOfLinesComeBack() {
        Ground ground = Ground.inMemory();
        ground.write("mixed.txt", "one\r\ntwo\n");
        Map<String, String> before = ground.snapshot();
        apply(
                ground,
                new ChangePlan(List.of(
                        Change.edit(RelPath.of("mixed.txt"), "one\r\ntwo\n", "one\r\ntwo\r\n"),
                        Change.delete(RelPath.of("packages/backend/src/index.ts"), "one\ntwo\n"))),
                "edit");
        LastRun run = last(ground);
        assertThat(Diff.of(run.back().writes(), run.crlf())).contains("-two\r\n+two\n", "+one\r\n+two\r\n");
        takeBack(ground);
        assertThat(ground.snapshot()).isEqualTo(before);
    }

    @Test
    void aDamagedMemoryIsNotBelieved() {
        damaged(ground -> ground.write(".backstage-gen/last/old/0", "a: 0\n"), "damaged");
        damaged(ground -> delete(ground.root().resolve(".backstage-gen/last/old/0")), "damaged");
        damaged(ground -> ground.write(".backstage-gen/last/journal", "backstage-gen journal 9\n"), "another version");
        damaged(ground -> ground.write(".backstage-gen/last/journal", "backstage-gen journal 2\nfile x\n"), "damaged");
    }

    private static void damaged(Consumer<Ground> damage, String reason) {
        Ground ground = Ground.inMemory();
        apply(ground, Ground.plan(), "new");
        damage.accept(ground);
        Map<String, String> before = ground.snapshot();
        assertThatThrownBy(() -> last(ground))
                .isInstanceOf(ScaffoldException.class)
                .hasMessageContaining(reason);
        assertThat(ground.snapshot()).isEqualTo(before);
    }

    @Test
    void whatStandsInTheWayOfTheMemoryStopsTheRun() throws IOException {
        Ground ground = Ground.on(temp.resolve("repo"));
        Files.createSymbolicLink(ground.root().resolve(Root.KEPT), Files.createDirectory(temp.resolve("outside")));
        assertThatThrownBy(() -> apply(ground, Ground.plan(), "new")).hasMessageContaining("is in the way");
        assertThat(temp.resolve("outside")).isEmptyDirectory();
    }

    @Test
    void theMemoryIsNotAPartOfTheRepository() throws IOException, InterruptedException {
        Ground ground = Ground.on(temp);
        git("init", "-q");
        git("add", "-A");
        git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "before");
        apply(
                ground,
                new ChangePlan(List.of(Change.overwrite(RelPath.of("app-config.yaml"), "a: 1\nb: 2", "a: 2\n"))),
                "new");
        assertThat(git("status", "--porcelain", "--untracked-files=all")).isEqualTo(" M app-config.yaml\n");
        assertThat(ground.workspace().read("**").tree().asMap().keySet())
                .isNotEmpty()
                .noneMatch(path -> path.value().startsWith(Root.KEPT));
        assertThatThrownBy(() -> apply(
                        ground,
                        new ChangePlan(List.of(Change.create(RelPath.of(".backstage-gen/last/journal"), ""))),
                        "new"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAnEarlierVersionLeftIsTakenBackToo() {
        Ground ground = Ground.inMemory();
        Map<String, String> before = ground.snapshot();
        Fingerprint old = Fingerprint.of("a: 1\nb: 2".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Fingerprint now = Fingerprint.of("a: 3\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Fingerprint fresh = Fingerprint.of("x\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ground.write("app-config.yaml", "a: 3\n");
        ground.write("made/by/it.ts", "x\n");
        ground.write(".backstage-gen.tmp/lock", "");
        ground.write(".backstage-gen.tmp/old/0", "a: 1\nb: 2");
        ground.write(
                ".backstage-gen.tmp/journal",
                "backstage-gen journal 1\nfolder made\nfolder made/by\nfile " + old.value() + " " + now.value()
                        + " app-config.yaml\nfile none " + fresh.value() + " made/by/it.ts\n");
        assertThatThrownBy(() -> apply(ground, Ground.plan(), "new")).hasMessageContaining("interrupted here");
        Repair repair = new Recovery(ground.workspace()).repair().orElseThrow();
        assertThat(repair.note()).isEqualTo("An earlier run was interrupted; 2 files stand again as before it.");
        assertThat(ground.snapshot()).isEqualTo(before);
    }

    private static void apply(Ground ground, ChangePlan plan, String command) {
        new Applier(ground.workspace()).apply(plan, command);
    }

    private static LastRun last(Ground ground) {
        return new Memory(ground.workspace()).last().orElseThrow();
    }

    private static void takeBack(Ground ground) {
        new Applier(ground.workspace()).takeBack(last(ground));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void mode(String path, String permissions) throws IOException {
        Files.setPosixFilePermissions(temp.resolve(path), PosixFilePermissions.fromString(permissions));
    }

    private Map<String, String> permissions() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> places = Files.walk(temp)) {
            for (Path place : (Iterable<Path>) places::iterator) {
                all.put(
                        temp.relativize(place).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
            }
        }
        return all;
    }

    private String git(String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return out;
    }
}
