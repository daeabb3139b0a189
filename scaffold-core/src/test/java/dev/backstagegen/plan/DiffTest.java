package dev.backstagegen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {

    @TempDir
    Path root;

    @Test
    void itReadsAsGitWritesIt() {
        String diff = Diff.of(new ChangePlan(List.of(
                Change.create(RelPath.of("a new.txt"), "one\ntwo"),
                Change.edit(RelPath.of("b.txt"), "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
                Change.delete(RelPath.of("c.txt"), "gone\n"),
                Change.create(RelPath.of("d.txt"), ""),
                Change.conflict(RelPath.of("e.txt"), "mine\n", "yours\n"),
                Change.edit(RelPath.of("f.txt"), "same\n", "same\n"))));
        assertThat(diff).isEqualTo("""
                        diff --git a/a new.txt b/a new.txt
                        new file mode 100644
                        --- /dev/null
                        +++ b/a new.txt\t
                        @@ -0,0 +1,2 @@
                        +one
                        +two
                        \\ No newline at end of file
                        diff --git a/b.txt b/b.txt
                        --- a/b.txt
                        +++ b/b.txt
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8
                        diff --git a/c.txt b/c.txt
                        deleted file mode 100644
                        --- a/c.txt
                        +++ /dev/null
                        @@ -1 +0,0 @@
                        -gone
                        diff --git a/d.txt b/d.txt
                        new file mode 100644
                        """);
    }

    @Test
    void gitAppliesIt() throws IOException, InterruptedException {
        assumeTrue(git("--version").isEmpty());
        long seed = 7;
        Random random = new Random(seed);
        assertThat(git("init", "-q")).isEmpty();
        List<Change> changes = new ArrayList<>();
        changes.add(Change.create(RelPath.of("new dir/empty file"), ""));
        if (System.getProperty("sun.jnu.encoding").equals("UTF-8")) {
            changes.add(Change.create(RelPath.of("über/ä.ts"), "x\n"));
        }
        for (int i = 0; i < 300; i++) {
            RelPath path = RelPath.of(i % 2 == 0 ? "a b/file " + i + ".ts" : "c/file" + i);
            String before = text(random);
            String after = random.nextInt(4) == 0 ? text(random) : edited(before, random);
            changes.add(
                    switch (i % 10) {
                        case 0 -> Change.create(path, after);
                        case 1 -> Change.delete(path, before);
                        default -> Change.edit(path, before, after);
                    });
        }
        Set<RelPath> crlf = Set.of(RelPath.of("c/file3"), RelPath.of("c/file1"), RelPath.of("a b/file 4.ts"));
        for (Change change : changes) {
            if (change.before().isPresent()) {
                write(change.path(), onDisk(change.before().get(), crlf.contains(change.path())));
            }
        }
        Files.writeString(root.resolve("p.patch"), Diff.of(changes, crlf));
        assertThat(git("apply", "--whitespace=nowarn", "p.patch"))
                .as("seed %d", seed)
                .isEmpty();
        for (Change change : changes) {
            Path file = root.resolve(change.path().value());
            if (change.after().isEmpty()) {
                assertThat(file).doesNotExist();
            } else {
                assertThat(Files.readString(file))
                        .isEqualTo(onDisk(change.after().get(), crlf.contains(change.path())));
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int line = random.nextInt(40); line > 0; line--) {
            text.append(random.nextInt(12)).append('\n');
        }
        return random.nextInt(3) == 0 ? text + "end" : text.toString();
    }

    private static String edited(String text, Random random) {
        StringBuilder edited = new StringBuilder();
        for (String line : text.split("(?<=\n)")) {
            switch (random.nextInt(12)) {
                case 0 -> edited.append("+++ new\n").append(line);
                case 1 -> edited.append("");
                default -> edited.append(line);
            }
        }
        return edited.toString();
    }

    private static String onDisk(String text, boolean crlf) {
        return crlf ? text.replace("\n", "\r\n") : text;
    }

    private void write(RelPath path, String text) throws IOException {
        Path file = root.resolve(path.value());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What git complains about; nothing when all is well. */
    private String git(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : "git failed: " + output;
    }
}
