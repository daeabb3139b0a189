package dev.backstagegen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.cli.Golden;
import dev.backstagegen.cli.Ink;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about what was found, in each form. */
class CheckFormatTest {

    private static List<String> names() {
        return CheckFormat.names();
    }

    private static String write(String name, CheckReport report) {
        return CheckFormat.named(name).orElseThrow().write(report, Reports.run());
    }

    @ParameterizedTest
    @CsvSource({"text,txt", "json,json", "sarif,sarif.json", "github,github.txt", "junit,xml", "markdown,md"})
    void forms(String name, String end) {
        Golden.check("check." + end, write(name, Reports.awkward()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameReportGivesTheSameText(String name) {
        String text = write(name, Reports.awkward());

        assertThat(write(name, Reports.awkward()))
                .isEqualTo(text)
                .endsWith("\n")
                .doesNotContain("\r");
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingFromOutsideMovesTheCursor(String name) {
        boolean isForPeople = !name.equals("json") && !name.equals("sarif");

        assertThat(write(name, Reports.awkward()).codePoints())
                .noneMatch(c -> c != '\n' && Character.isISOControl(c) && (isForPeople || c < ' '));
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingFoundIsSaidToo(String name) {
        assertThat(write(name, Reports.clean())).isNotBlank();
        assertThat(write(name, Reports.empty())).isNotBlank();
    }

    @Test
    void whatIsNoFormHasNoName() {
        assertThat(CheckFormat.named("pdf")).isEmpty();
        assertThat(CheckFormat.names())
                .contains(CheckFormat.DEFAULT)
                .allMatch(name -> CheckFormat.named(name).isPresent());
    }

    @Test
    void summaries() {
        assertThat(write("text", Reports.empty())).isEqualTo("There was no plugin to look at.\n");
        assertThat(write("text", Reports.clean())).isEqualTo("Looked at 1 plugin: no problems.\n");
        assertThat(write("text", Reports.many(2)))
                .endsWith("\nLooked at 1 plugin: 2 errors. The baseline knows 4 more.\n");
    }

    @Test
    void whatARuleIsGoodForIsSaidOnce() {
        String text = write("text", Reports.many(3));

        assertThat(text.split("Why: ")).hasSize(2);
        assertThat(text.split("To do: ")).hasSize(4);
    }

    @Test
    void colourIsForWhoWantsIt() {
        Run run = new Run("1.2.3", 1, new Ink(true), Reports.run().rules());

        assertThat(new TextFormat().write(Reports.many(1), run))
                .contains("\u001b[1;31merror\u001b[0m", "\u001b[1;31m^^^^^^^^^\u001b[0m");
        assertThat(write("text", Reports.many(1))).doesNotContain("\u001b");
    }

    @Test
    void githubSaysThatItCuts() {
        assertThat(write("github", Reports.many(10))).doesNotContain("first 10");
        assertThat(write("github", Reports.many(11)))
                .contains("GitHub shows the first 10")
                .satisfies(text -> assertThat(text.lines().filter(line -> line.startsWith("::error ")))
                        .hasSize(11));
    }

    @Test
    void aCommandIsOneLine() {
        assertThat(write("github", Reports.awkward()).lines().filter(line -> line.contains("::")))
                .hasSize(Reports.awkward().problems().size() + 1)
                .allMatch(line -> line.matches("::(error|warning|notice) [^:\\r]*::.*"));
    }

    @Test
    void aCommentHasAnEnd() {
        String text = write("markdown", Reports.many(2000));

        assertThat(text)
                .hasSizeLessThan(65_536)
                .contains("</details>")
                .containsPattern("\n1\\d+ more problems did not");
    }

    @Test
    void everyRuleThereIsComesFromTheRules() {
        assertThat(Run.of("1", 0, Ink.NONE).rule("auth/health-policy")).isPresent();
        assertThat(Run.of("1", 0, Ink.NONE).rule("no/rule")).isEmpty();
    }
}
