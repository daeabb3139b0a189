package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.tree.Yaml;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In each wired case, what stands between {@code «} and {@code »} is what comes new; S is the section. */
class ConfigSectionTest {

    private static final String YAML = """
            incidentLog:
              api:
                baseUrl: https://example.com
                # from the vault
                token: ${INCIDENT_LOG_TOKEN}
              retries: 3
            """;
    private static final ConfigSection SECTION = new ConfigSection(YAML);

    static Stream<String> wired() {
        return Stream.of(
                """
                app:
                  title: Acme # ours
                  # of the app
                # of nobody
                «
                S»""",
                // No line feed at the end.
                """
                app:
                  title: Acme«

                S»""",
                """
                app: {} # c«

                S»""",
                // A blank line is there already.
                """
                app: {}

                «S»""",
                "«S»",
                """
                # nothing but a comment
                «
                S»""",
                """
                ---
                app: {}
                «
                S»""",
                """
                base: &base
                  a: b
                other: *base
                more:
                  <<: *base
                  $include: more.yaml
                «
                S»""",
                // Other sections are flow mappings.
                """
                app: { title: Acme,
                  links: [a, b] }
                «
                S»""",
                """
                app:
                  text: |
                    a

                    # no comment
                «
                S»""",
                """
                app:
                  text: |+
                    a

                «S»""",
                """
                nested:
                  incidentLog:
                    retries: 4
                "incident-log": {}
                «
                S»""",
                """
                app:
                  list:
                  - a
                  - b: *c
                «
                S»""");
    }

    @ParameterizedTest
    @MethodSource("wired")
    void isPutAtTheEndOnce(String marked) {
        for (String lineBreak : List.of("\n", "\r\n")) {
            String before = marked.replaceAll("(?s)«.*?»", "").replace("\n", lineBreak);
            String after = marked.replaceAll("[«»]", "").replace("S", YAML).replace("\n", lineBreak);
            // A text of one line has no line break to follow.
            boolean hasBreak = before.contains("\n");
            String expected = hasBreak ? after : after.replace("\r\n", "\n");

            Step step = SECTION.edit(before);

            assertThat(step).isInstanceOf(Step.Edit.class);
            assertThat(((Step.Edit) step).what()).isEqualTo("section incidentLog");
            assertThat(TextEdit.apply(before, List.of(((Step.Edit) step).edit())))
                    .isEqualTo(expected);
            assertThat(SECTION.edit(after)).isEqualTo(Step.NOTHING);
            if (before.isEmpty() || before.equals(before.stripTrailing() + lineBreak)) {
                TakenOut.isUndone(SECTION, before);
            } else {
                // What had no line feed at its end, or a blank line, is taken for a text that ends as most do.
                String without = TakenOut.of(SECTION, expected);
                assertThat(without.stripTrailing()).isEqualTo(before.stripTrailing());
                TakenOut.isGone(SECTION, expected);
            }
            assertThat(TakenOut.of(SECTION, expected + "later: 1" + lineBreak))
                    .startsWith(before.stripTrailing())
                    .endsWith("later: 1" + lineBreak)
                    .doesNotContain("baseUrl");
        }
    }

    @Test
    void anEditedSectionIsNotTakenOut() {
        for (String edited : List.of(
                YAML.replace("retries: 3", "retries: 4"),
                YAML.replace("retries: 3", "retries: 3 # ours"),
                YAML.replace("  retries: 3\n", ""),
                "'incidentLog': 1\n")) {
            assertThat(SECTION.takeOut("app: {}\n" + edited))
                    .isEqualTo(Step.left("Its section incidentLog was edited.", edited.stripTrailing()));
        }
        assertThat(SECTION.takeOut("app: {}\n")).isEqualTo(Step.NOTHING);
        assertThat(SECTION.takeOut("app: [\n")).isInstanceOf(Step.Left.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "incidentLog:\n  retries: 0\n  api:\n    token: t\n    baseUrl: b\n    more: m\napp: {}\n",
                "incidentLog: { api: { baseUrl: b, token: t }, retries: 0 }\n",
                "'incidentLog': &i\n  api: *a\n  retries: 1\n",
                "incidentLog:\n  api:\n    $include: api.yaml\n  retries: 1\n",
                "incidentLog:\n  api: ${API}\n  retries:\n",
            })
    void aSectionThatIsThereIsTheUsers(String text) {
        assertThat(SECTION.edit(text)).isEqualTo(Step.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "incidentLog: {}                                       | api, retries",
                "incidentLog: { api: { token: t }, other: 1 }          | api.baseUrl, retries",
                "incidentLog: { api: { baseUrl: b, token: t } }        | retries",
                "incidentLog: { api: { baseUrl: b }, retries: 1 }      | api.token"
            })
    void whatASectionLacksIsNamed(String text, String missing) {
        assertThat(SECTION.edit(text))
                .isEqualTo(Step.left("Its section incidentLog lacks " + missing + ".", YAML.stripTrailing()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "incidentLog:                       | Its section incidentLog is written in an unusual way.",
                "incidentLog: ${INCIDENT_LOG}       | Its section incidentLog is written in an unusual way.",
                "incidentLog: *shared               | Its section incidentLog is written in an unusual way.",
                "incidentLog: [a]                   | Its section incidentLog is written in an unusual way.",
                "incidentLog: { $include: x.yaml }  | Its section incidentLog is written in an unusual way.",
                "incidentLog: { <<: *shared }       | Its section incidentLog is written in an unusual way.",
                "{ app: {} }                        | It is written in an unusual way.",
                "{}                                 | It is written in an unusual way.",
                "$include: app.yaml                 | It is written in an unusual way.",
                "<<: *shared                        | It is written in an unusual way.",
                "- app                              | It is written in an unusual way.",
                "text                               | It is written in an unusual way.",
                "&all\\napp: {}                     | It is written in an unusual way.",
                "app: a\\n---\\nincidentLog: b      | It cannot be edited safely: Line 2, column 1: a second document"
                        + " begins.",
                "app:\\n  a: b\\n  a: c             | It cannot be edited safely: Line 3, column 3: the key 'a' is there"
                        + " twice.",
            })
    void whatIsUnusualIsLeftToTheUser(String text, String reason) {
        assertThat(SECTION.edit(text.replace("\\n", "\n") + "\n")).isEqualTo(Step.left(reason, YAML.stripTrailing()));
    }

    /** The last of them would gain a line feed by the blank line before the section. */
    @ParameterizedTest
    @ValueSource(
            strings = {"app: {}\n...\n", "null\n", "~", "  app: {}\n", "app:\n\ta: b\n", "app:\n  text: |+\n    a\n"})
    void whereTheEndIsNotCertainItIsLeftToTheUser(String text) {
        Step step = SECTION.edit(text);

        assertThat(step).isInstanceOf(Step.Left.class);
        assertThat(((Step.Left) step).reason()).endsWith(".");
    }

    @Test
    void theLinesToPasteAreTheSection() {
        assertThat(Yaml.read(SECTION.paste()))
                .isEqualTo(Map.of(
                        "incidentLog",
                        Map.of(
                                "api",
                                Map.of("baseUrl", "https://example.com", "token", "${INCIDENT_LOG_TOKEN}"),
                                "retries",
                                3)));
    }
}
