package dev.backstagegen.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backstagegen.ScaffoldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody works in the tree, or the disk refuses, in the middle of a run: nothing of theirs is lost. */
class UnderItsFeetTest {

    @TempDir
    Path temp;

    /** Does something the first time that a moment comes. */
    private static final class Meddler implements Writes.Probe {
        private final String moment;
        private final Runnable deed;
        private boolean done;

        Meddler(String moment, Runnable deed) {
            this.moment = moment;
            this.deed = deed;
        }

        @Override
        public void at(String now) {
            if (!done && now.equals(moment)) {
                done = true;
                deed.run();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Just looked at, and not moved away yet.
        "before move to /acme/repo/.backstage-gen.tmp/run/old/0, app-config.yaml",
        "before move to /acme/repo/.backstage-gen.tmp/run/old/2, docs/old/only.md",
        // While the new text is being laid out.
        "before copy /acme/repo/app-config.yaml, app-config.yaml",
        "after copy /acme/repo/app-config.yaml, app-config.yaml",
        // Seen to be free, and not taken yet.
        "before place /acme/repo/docs/new.md, docs/new.md",
        "before move to /acme/repo/plugins, plugins/mine.txt",
    })
    void whatWasJustWrittenStandsAndTheRestIsAsItWas(String moment, String path) {
        Ground ground = Ground.inMemory();
        ScaffoldException refusal = refused(Act.FIRST, ground, moment, () -> ground.write(path, "mine\n"));
        Map<String, String> wanted = new TreeMap<>(Act.FIRST.before());
        if (path.startsWith("plugins")) {
            wanted.put("plugins", "(folder)");
        }
        wanted.put(path, "mine\n");
        assertThat(ground.snapshot()).isEqualTo(wanted);
        assertThat(refusal.getMessage()).contains(path.startsWith("plugins") ? "plugins" : path);
    }

    @Test
    void aFileThatIsSavedAnewInTheInstantOfTheExchangeStandsBesideTheOldOne() {
        Ground ground = Ground.inMemory();
        ScaffoldException refusal = refused(
                Act.FIRST,
                ground,
                "after move to /acme/repo/.backstage-gen.tmp/run/old/0",
                () -> ground.write("app-config.yaml", "mine\n"));
        assertThat(refusal)
                .hasMessage("app-config.yaml was changed since it was looked at; nothing was changed but for what"
                        + " somebody else has just changed: app-config.yaml (what stood there before:"
                        + " app-config.yaml.orig)");
        Map<String, String> wanted = new TreeMap<>(Act.FIRST.before());
        wanted.put("app-config.yaml.orig", wanted.put("app-config.yaml", "mine\n"));
        assertThat(ground.snapshot()).isEqualTo(wanted);
    }

    @Test
    void aFileThatIsDeletedInThatInstantStaysDeleted() {
        Ground ground = Ground.inMemory();
        refused(
                Act.FIRST,
                ground,
                "before move to /acme/repo/.backstage-gen.tmp/run/old/0",
                () -> delete(ground.root().resolve("app-config.yaml")));
        Map<String, String> wanted = new TreeMap<>(Act.FIRST.before());
        wanted.remove("app-config.yaml");
        assertThat(ground.snapshot()).isEqualTo(wanted);
    }

    @Test
    void anUndoLosesNothingEither() {
        Ground ground = Act.UNDO.ground();
        String index = "plugins/example-backend/src/index.ts";
        refused(
                Act.UNDO,
                ground,
                "before move to /acme/repo/.backstage-gen.tmp/run/old/7",
                () -> ground.write(index, "export const mine = 1;\n"));
        Map<String, String> wanted = new TreeMap<>(Act.UNDO.before());
        wanted.put(index, "export const mine = 1;\n");
        assertThat(ground.snapshot()).isEqualTo(wanted);
    }

    @Test
    void theNoteNamesWhatWasLeftAndWhereTheOldTextLies() {
        assertThat(new Repair(
                                java.util.List.of(),
                                java.util.List.of(dev.backstagegen.tree.RelPath.of("a.ts")),
                                java.util.List.of(dev.backstagegen.tree.RelPath.of("a.ts.orig")))
                        .note())
                .isEqualTo("An earlier run was interrupted; 0 files stand again as before it. Left as found, since"
                        + " changed by somebody else: a.ts. What stood there before that run: a.ts.orig.");
    }

    @ParameterizedTest
    @EnumSource
    void aRealDiskThatIsFullLeavesTheTreeAsItWas(Act act) throws IOException, InterruptedException {
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "none", temp.toString()), "no right to mount");
        try {
            Ground ground = Ground.on(temp.resolve("repo"));
            if (act != Act.FIRST) {
                Act.FIRST.on(ground, Writes.plain());
            }
            Map<String, String> before = ground.snapshot();
            fill(temp.resolve("ballast"));
            long room = 0;
            boolean done = false;
            while (!done) {
                try {
                    act.on(ground, Writes.plain());
                    done = true;
                } catch (ScaffoldException e) {
                    assertThat(e.kind()).isEqualTo(ScaffoldException.Kind.ENVIRONMENT);
                    assertThat(e).hasMessageContaining("No space left");
                    assertThat(e.hint()).contains("Make room");
                    assertThat(ground.snapshot()).as("%d bytes of room", room).isEqualTo(before);
                    room += 4096;
                    shrink(temp.resolve("ballast"), 4096);
                }
            }
            // An undo that only moves needs hardly any.
            assertThat(room).isPositive();
            assertThat(ground.snapshot()).isEqualTo(act.after());
        } finally {
            assertThat(run("umount", temp.toString())).isTrue();
        }
    }

    @Test
    void aReadOnlyFolderIsSaidAndNothingIsTouched() throws IOException {
        readOnly("docs", "The folder " + temp + "/docs is read-only, and docs/new.md is to be written there");
        readOnly("packages/backend/src", "packages/backend/src is read-only, and packages/backend/src/index.ts");
        readOnly("", "The folder " + temp + " is read-only");
    }

    private void readOnly(String folder, String reason) throws IOException {
        Ground ground = Ground.on(temp);
        Map<String, String> before = ground.snapshot();
        mode(folder, "r-xr-xr-x");
        try {
            ScaffoldException refusal =
                    catchThrowableOfType(ScaffoldException.class, () -> Act.FIRST.on(ground, Writes.plain()));
            assertThat(refusal.kind()).isEqualTo(ScaffoldException.Kind.ENVIRONMENT);
            // Who is not the super-user is refused by the system before the mark is seen.
            assertThat(refusal.getMessage()).containsAnyOf(reason, "permission denied");
        } finally {
            mode(folder, "rwxr-xr-x");
        }
        assertThat(ground.snapshot()).isEqualTo(before);
    }

    @Test
    void whatIsReadOnlySinceTheRunIsNotTakenBack() throws IOException {
        Consumer<Ground> undo = ground -> Act.UNDO.on(ground, Writes.plain());
        Ground ground = Ground.on(temp);
        Act.FIRST.on(ground, Writes.plain());
        Map<String, String> before = ground.snapshot();
        mode("app-config.yaml", "r--r--r--");
        ScaffoldException file = catchThrowableOfType(ScaffoldException.class, () -> undo.accept(ground));
        assertThat(file).hasMessage("app-config.yaml is read-only; nothing was changed");
        mode("app-config.yaml", "rw-r--r--");
        mode("plugins/example-backend", "r-xr-xr-x");
        ScaffoldException folder = catchThrowableOfType(ScaffoldException.class, () -> undo.accept(ground));
        assertThat(folder).hasMessageContaining("plugins/example-backend is read-only");
        mode("plugins/example-backend", "rwxr-xr-x");
        assertThat(ground.snapshot()).isEqualTo(before);
        undo.accept(ground);
        assertThat(ground.snapshot()).isEqualTo(Act.FIRST.before());
    }

    private static ScaffoldException refused(Act act, Ground ground, String moment, Runnable deed) {
        Meddler meddler = new Meddler(moment, deed);
        ScaffoldException refusal =
                catchThrowableOfType(ScaffoldException.class, () -> act.on(ground, new Writes(meddler)));
        assertThat(meddler.done).as("%s came", moment).isTrue();
        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.kind()).isEqualTo(ScaffoldException.Kind.ENVIRONMENT);
        return refusal;
    }

    private void mode(String path, String permissions) throws IOException {
        Files.setPosixFilePermissions(temp.resolve(path), PosixFilePermissions.fromString(permissions));
    }

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static void shrink(Path ballast, long by) throws IOException {
        try (var channel = java.nio.channels.FileChannel.open(ballast, java.nio.file.StandardOpenOption.WRITE)) {
            channel.truncate(Math.max(0, channel.size() - by));
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
