package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.TextEdit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigChangeTest {

    private static final String OLD = "example:\n  baseUrl: https://example.com\n  old: 1\n";
    private static final String NEW = """
            example:
              api:
                # from the vault
                token: ${TOKEN}
              baseUrl: https://example.com
              retries: 3
            """;
    private static final ConfigChange CHANGE = new ConfigChange(OLD, NEW);

    /** What there is, what becomes of it and what is said, parted by lines of equals signs. */
    static Stream<String> changes() {
        return Stream.of(
                """
                app: {} # c

                example:
                  baseUrl: https://example.com
                  old: 1

                # of the end
                end: 1
                =
                app: {} # c

                example:
                  api:
                    # from the vault
                    token: ${TOKEN}
                  baseUrl: https://example.com
                  retries: 3

                # of the end
                end: 1
                =
                section example: api, retries, no longer old
                """,
                """
                example: # ours
                    more: x
                    baseUrl: https://ours # not theirs
                    old: 1
                    retries: 5
                =
                example: # ours
                    more: x
                    api:
                      # from the vault
                      token: ${TOKEN}
                    baseUrl: https://ours # not theirs
                    retries: 5
                =
                section example: api, no longer old
                """,
                // In brackets there is room for small things.
                """
                example: { api: { token: t }, old: 1 }
                base: &base {a: b}
                other: *base
                =
                example: { api: { token: t }, retries: 3 }
                base: &base {a: b}
                other: *base
                =
                section example: retries, no longer old
                """);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void keysComeAndGo(String texts) {
        String[] each = texts.split("(?m)^=\n");
        for (String feed : List.of("\n", "\r\n")) {
            Step step = CHANGE.edit(each[0].replace("\n", feed));
            assertThat(step).isInstanceOf(Step.Edit.class);
            assertThat(((Step.Edit) step).what()).isEqualTo(each[2].strip());
            String after = TextEdit.apply(each[0].replace("\n", feed), List.of(((Step.Edit) step).edit()));
            assertThat(after).isEqualTo(each[1].replace("\n", feed));
            assertThat(CHANGE.edit(after)).isEqualTo(Step.NOTHING);
        }
    }

    @Test
    void thereAndBackIsTheSame() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            String before = "app:\n  title: x # c\n" + (random.nextBoolean() ? "\n" : "") + "# ours\n" + OLD
                    + (random.nextBoolean() ? "  mine: 1\n" : "")
                    + (random.nextBoolean() ? "\n# end\nend: 1\n" : "");
            String text = random.nextBoolean() ? before : before.replace("\n", "\r\n");
            String after = TakenOut.putIn(CHANGE, text);
            assertThat(TakenOut.of(CHANGE, after)).isEqualTo(text);
        }
    }

    @Test
    void aSectionThatIsTheUsersGetsWhatItLacks() {
        ConfigChange added = new ConfigChange("", NEW);
        assertThat(TakenOut.putIn(added, "app: {}\n")).isEqualTo("app: {}\n\n" + NEW);
        assertThat(TakenOut.putIn(added, "example:\n  retries: 0\n"))
                .isEqualTo(NEW.replace("retries: 3", "retries: 0"));
        assertThat(new ConfigChange(NEW, "").edit("app: {}\n\n" + NEW))
                .isInstanceOfSatisfying(
                        Step.Edit.class, step -> assertThat(step.what()).isEqualTo("no longer section example"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example: ${EXAMPLE}           | Its section example is written in an unusual way.",
                "example: { $include: x.yaml } | Its section example is written in an unusual way.",
                "example: { baseUrl: b }       | Its section example lacks api, retries.",
                "example: [                    | It cannot be edited safely: Line 2, column 1: expected the node content,"
                        + " but found '<stream end>'.",
                "app: {}                       | It has no section example; where that is kept, it needs api, retries."
            })
    void whatIsNotSafeIsLeftToTheUser(String text, String reason) {
        assertThat(CHANGE.edit(text + "\n")).isEqualTo(Step.left(reason, NEW.stripTrailing()));
    }

    @Test
    void whatNobodyReadsAnyLongerButWasEditedIsSaid() {
        String text = NEW + "  old: 2\n";
        assertThat(CHANGE.edit(text))
                .isEqualTo(Step.left("Nothing reads old any longer, but it was edited.", "example.old"));
        assertThat(new ConfigChange(OLD, OLD.replace("  old: 1\n", "")).edit("app: {}\n"))
                .isEqualTo(Step.NOTHING);
    }
}
