package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.spec.Guess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Guesses and quotes. */
class WordsTest {

    @Test
    void theNearestWordIsMeant() {
        List<String> known = List.of("--force", "--format", "--with-db", "--with-mcp", "--id");

        assertThat(Guess.of("--forse", known)).isEqualTo("--force");
        assertThat(Guess.of("--form", known)).isEqualTo("--format");
        assertThat(Guess.of("--id", known)).isEqualTo("--id");
        assertThat(Guess.of("--with-bd", known)).isEqualTo("--with-db");
        assertThat(Guess.of("--completely-else", known)).isEmpty();
        assertThat(Guess.of("", known)).isEmpty();
        assertThat(Guess.of("x".repeat(100_000), known)).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aShellReadsBackWhatWasQuoted() throws Exception {
        List<String> words = List.of(
                "plain-1_2./:@%+=,", "two words", "it's", "$HOME `id` \"x\" \\ !", "", "ä*?~#", "-x", "a\tb", "''");
        Process shell = new ProcessBuilder("/bin/sh", "-c", "printf '%s\\n' " + ShellText.of(words)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(String.join("\n", words) + "\n");
        assertThat(ShellText.of(List.of("plain-1_2./:@%+=,"))).isEqualTo("plain-1_2./:@%+=,");
    }

    @Test
    void aValueThatLooksLikeAnOptionKeepsItsMeaning() {
        Arguments arguments =
                new Arguments(List.of("backend-plugin"), java.util.Map.of("--description", "-x -y"), List.of());

        assertThat(ShellText.of(arguments)).isEqualTo("backstage-gen new backend-plugin '--description=-x -y'");
    }
}
