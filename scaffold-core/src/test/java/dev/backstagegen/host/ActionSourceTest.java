package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.tree.Yaml;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In each wired case, what stands between {@code «} and {@code »} is what comes new. */
class ActionSourceTest {

    private static final ActionSource SOURCE = new ActionSource("example");

    static Stream<String> wired() {
        return Stream.of("""
                # as create-app has it
                backend:
                  # comments stay
                  actions:
                    pluginSources:
                      - auth
                      - catalog # last«
                      - example»
                      # - scaffolder
                  # workingDirectory: /tmp

                auth: {}
                """, """
                backend:
                    actions:
                        pluginSources:
                        - catalog«
                        - example»
                    cors: {}
                """, """
                ---
                backend:
                  actions:
                    pluginSources: [catalog, "auth"«, example»] # c
                """, """
                backend:
                  actions:
                    pluginSources: [
                      catalog,
                      auth«,
                      example»,
                    ]
                """, """
                backend:
                  actions:
                    pluginSources: [«example»]
                """, """
                backend:
                  actions:
                    pluginSources: # none«
                      - example»
                app: {}
                """, """
                backend:
                  actions:«
                    pluginSources:
                      - example»
                app: {}
                """, """
                backend:«
                  actions:
                    pluginSources:
                      - example»
                """, """
                backend:
                  actions:
                    filter:
                      include:
                        - id: 'x:*'«
                    pluginSources:
                      - example»

                app: {}
                """, """
                backend:
                  baseUrl: http://localhost:7007
                  reading:
                    allow:
                      - host: a # "😀
                      # - host: b«
                  actions:
                    pluginSources:
                      - example»
                  # of the backend

                # of the app
                app: {}
                """, """
                app:
                  title: x
                «
                backend:
                  actions:
                    pluginSources:
                      - example
                »""", """
                «backend:
                  actions:
                    pluginSources:
                      - example
                »""", """
                base: &base
                  a: b
                other: *base
                backend:
                  actions:
                    pluginSources:
                      - catalog«
                      - example»""");
    }

    @ParameterizedTest
    @MethodSource("wired")
    void isListedOnce(String marked) {
        for (String lineBreak : List.of("\n", "\r\n")) {
            String before = marked.replaceAll("(?s)«.*?»", "").replace("\n", lineBreak);
            String after = marked.replaceAll("[«»]", "").replace("\n", lineBreak);
            // An empty text has no line break to follow.
            String expected = before.isEmpty() ? after.replace("\r\n", "\n") : after;
            Step step = SOURCE.edit(before);
            assertThat(step).isInstanceOf(Step.Edit.class);
            assertThat(TextEdit.apply(before, List.of(((Step.Edit) step).edit())))
                    .isEqualTo(expected);
            assertThat(SOURCE.edit(after)).isEqualTo(Step.NOTHING);
            // A key with nothing in it may as well not have been there.
            boolean isLess = before.matches("(?s).*(backend|actions):(\\r?\n|\\r?\napp: \\{\\}\\r?\n)");
            if (isLess) {
                TakenOut.isUndoneOrLess(SOURCE, before);
            } else {
                TakenOut.isUndone(SOURCE, before);
            }
            String later = after.replaceAll("(?m)^( *)- example", "$1- example" + lineBreak + "$1- later");
            if (!later.equals(after)) {
                assertThat(TakenOut.of(SOURCE, later).lines().map(String::strip))
                        .containsExactlyElementsOf(later.lines()
                                .map(String::strip)
                                .filter(line -> !line.equals("- example"))
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[example, a]; [a]",
                "[a, example, b]; [a, b]",
                "[example]; []",
                "[ 'example' , a ]; [ a ]",
                "|      - example|      # why|      - b; |      # why|      - b",
            })
    void onlyTheItemGoes(String list, String expected) {
        String head = "backend:\n  actions:\n    pluginSources: ";
        assertThat(TakenOut.of(SOURCE, head + list.replace('|', '\n') + "\nx: 1\n"))
                .isEqualTo(head + expected.replace('|', '\n') + "\nx: 1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backend:\n  actions:\n    pluginSources:\n      - example # ours\n",
                "backend:\n  actions:\n    pluginSources: [example, # b\n      c]\n",
                "backend:\n  actions:\n    pluginSources: &s\n      - example\nx: *s\n",
            })
    void whatIsNotCertainIsTheUsersToTakeOut(String text) {
        assertThat(SOURCE.takeOut(text)).isInstanceOf(Step.Left.class);
        assertThat(SOURCE.takeOut(text.replace("example", "a"))).isEqualTo(Step.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backend: {actions: {pluginSources: [a]}}\n",
                "backend:\n  actions: {}\n",
                "backend:\n  actions: null\n",
                "backend:\n  actions:\n    pluginSources: ~\n",
                "backend:\n  actions:\n    pluginSources: catalog\n",
                "backend:\n  actions:\n    pluginSources: ${SOURCES}\n",
                "backend:\n  actions:\n    pluginSources: &s\n      - a\nx: *s\n",
                "s: &s\n  - a\nbackend:\n  actions:\n    pluginSources: *s\n",
                "backend:\n  actions:\n    pluginSources:\n      - {a: b}\n",
                "backend:\n  actions:\n    pluginSources: [a, # b\n      c]\n",
                "backend:\n  $include: backend.yaml\n",
                "backend:\n  <<: *x\n",
                "backend:\n\tactions:\n",
                "backend: a\n---\nbackend: b\n",
                "backend:\n  a: b\n  a: c\n",
                "backend:\n  text: |+\n    a\n\n\napp: {}\n",
                "- backend\n",
                "text\n",
                "app: {}\n...\n",
                "{}\n",
            })
    void whatIsUnusualIsLeftToTheUser(String text) {
        Step step = SOURCE.edit(text);
        assertThat(step).isInstanceOf(Step.Left.class);
        assertThat(Yaml.read(((Step.Left) step).paste()))
                .isEqualTo(Yaml.read(Files.CONFIG.replace("catalog", "example")));
    }

    @Test
    void anIdThatIsAWordOfYamlIsQuoted() {
        Step.Edit step = (Step.Edit) new ActionSource("on").edit(Files.CONFIG);
        assertThat(step.edit().replacement()).isEqualTo("\n      - 'on'");
    }
}
