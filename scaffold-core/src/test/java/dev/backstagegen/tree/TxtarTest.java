package dev.backstagegen.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TxtarTest {

    @Test
    void itReadsLikeTheTreeItIs() {
        FileTree tree = FileTree.EMPTY
                .with(RelPath.of("src/index.ts"), "export {};\n")
                .with(RelPath.of("README.md"), "# Hello")
                .with(RelPath.of("empty file"), "");
        String text = """
                What this is.
                -- README.md --
                # Hello
                \\ No newline at end of file
                -- empty file --
                -- src/index.ts --
                export {};
                """;
        assertThat(Txtar.write("What this is.", tree)).isEqualTo(text);
        assertThat(Txtar.read(text)).isEqualTo(tree);
    }

    @Test
    void linesThatLookLikeItsOwnAreEscaped() {
        FileTree tree = FileTree.EMPTY.with(
                RelPath.of("a"), "-- b --\n\\-- c --\n\\ No newline at end of file\n-- --\n-- d --\r\n");
        assertThat(Txtar.write(tree))
                .isEqualTo("-- a --\n\\-- b --\n\\\\-- c --\n\\\\ No newline at end of file\n-- --\n-- d --\r\n");
        assertThat(Txtar.read(Txtar.write(tree))).isEqualTo(tree);
    }

    @Test
    void anyTreeComesBack() {
        List<String> pieces = List.of(
                "-- a --",
                "-- b",
                " --",
                "-- ",
                "\\",
                "\\",
                "\n",
                "\n",
                "\r",
                "\r\n",
                "x",
                "--",
                "ä😀",
                "\uFEFF",
                " No newline at end of file",
                "\\ No newline at end of file",
                "\u0000",
                "\u2028",
                "\ud800");
        long seed = 20260101;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            FileTree tree = FileTree.EMPTY;
            for (int file = random.nextInt(4); file > 0; file--) {
                StringBuilder text = new StringBuilder();
                for (int piece = random.nextInt(8); piece > 0; piece--) {
                    text.append(pieces.get(random.nextInt(pieces.size())));
                }
                tree = tree.with(RelPath.of("dir " + file + "/a --"), text.toString());
            }
            String written = Txtar.write("A comment.\n", tree);
            assertThat(Txtar.read(written)).as("seed %d, round %d", seed, round).isEqualTo(tree);
            assertThat(Txtar.read(written).asMap()).isEqualTo(tree.asMap());
        }
    }

    @Test
    void damageIsNamedByItsLine() {
        assertThatThrownBy(() -> Txtar.read("-- a --\n-- a --\n")).hasMessage("Line 2: a is there twice");
        assertThatThrownBy(() -> Txtar.read("-- ../a --\n")).hasMessageStartingWith("Line 1: ");
        assertThatThrownBy(() -> Txtar.read("-- a --\n\\ No newline at end of file\nb\n"))
                .hasMessage("Line 2: not at the end of a file");
        assertThatThrownBy(() -> Txtar.write("-- a --", FileTree.EMPTY)).isInstanceOf(IllegalArgumentException.class);
    }
}
