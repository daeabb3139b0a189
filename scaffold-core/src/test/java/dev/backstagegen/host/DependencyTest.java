package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.TextEdit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In each wired case, what stands between {@code «} and {@code »} is what comes new; P is the package. */
class DependencyTest {

    private static final Dependency DEPENDENCY = new Dependency(Files.PACKAGE, "workspace:^");

    static Stream<String> wired() {
        return Stream.of(
                """
                {
                  "name": "backend",
                  "dependencies": {
                    "@backstage/backend-defaults": "^0.18.0"«,
                    "P": "workspace:^"»,
                    "pg": "^8.11.3"
                  },
                  "devDependencies": {}
                }
                """,
                """
                {
                  "dependencies": {
                    «"P": "workspace:^",
                    »"pg": "^8.11.3"
                  }
                }
                """,
                // Not sorted: at the end.
                """
                {
                \t"dependencies" : {
                \t\t"pg" : "^8.11.3",
                \t\t"a" : "1"«,
                \t\t"P" : "workspace:^"»
                \t}
                }
                """,
                """
                {"name":"backend","dependencies":{"@a":"1"«,"P":"workspace:^"»}}""",
                """
                {"name":"backend","dependencies":{«"P":"workspace:^"»}}""",
                """
                {"name":"backend"«,"dependencies":{"P":"workspace:^"}»}""",
                """
                {
                    "name": "backend",
                    "dependencies": {«
                        "P": "workspace:^"
                    »},
                    "main": "x"
                }
                """,
                """
                {
                  "name": "backend",
                  «"dependencies": {
                    "P": "workspace:^"
                  },
                  »"devDependencies": {},
                  "main": "x"
                }
                """,
                """
                {
                  "name": "backend",
                  "devDependencies2": {
                    "P": "*"
                  }«,
                  "dependencies": {
                    "P": "workspace:^"
                  }»
                }""");
    }

    @ParameterizedTest
    @MethodSource("wired")
    void isAmongTheDependenciesOnce(String marked) {
        for (String lineBreak : List.of("\n", "\r\n")) {
            String named = marked.replace("\"P\"", "\"" + Files.PACKAGE + "\"").replace("\n", lineBreak);
            String before = named.replaceAll("(?s)«.*?»", "");
            String after = named.replaceAll("[«»]", "");
            Step step = DEPENDENCY.edit(before);
            assertThat(step).isInstanceOf(Step.Edit.class);
            assertThat(TextEdit.apply(before, List.of(((Step.Edit) step).edit())))
                    .isEqualTo(after);
            assertThat(DEPENDENCY.edit(after)).isEqualTo(Step.NOTHING);
            // An empty object may as well not have been there.
            if (before.contains("\"dependencies\":{}") || before.contains("\"dependencies\": {}")) {
                TakenOut.isUndoneOrLess(DEPENDENCY, before);
            } else {
                TakenOut.isUndone(DEPENDENCY, before);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                // Others around it have changed.
                "{'dependencies': {'b': '1', 'P': 'workspace:^', 'a': '1'}}; {'dependencies': {'b': '1', 'a': '1'}}",
                "{'dependencies': {'P': 'workspace:^', 'a': '1'}, 'x': 1}; {'dependencies': {'a': '1'}, 'x': 1}",
                "{'dependencies': {  'P': 'workspace:^'  }, 'main': 'x'}; {'dependencies': {}, 'main': 'x'}",
            })
    void onlyTheEntryGoes(String text, String expected) {
        String named = text.replace("'P'", "'" + Files.PACKAGE + "'").replace('\'', '"');
        assertThat(TakenOut.of(DEPENDENCY, named)).isEqualTo(expected.replace('\'', '"'));
    }

    @Test
    void anotherRangeIsTheUsers() {
        String text = "{\"dependencies\": {\"" + Files.PACKAGE + "\": \"file:../x\"}}";
        assertThat(DEPENDENCY.takeOut(text))
                .isEqualTo(Step.left(
                        "It does not ask for " + Files.PACKAGE + " by workspace:^, but in another way.",
                        DEPENDENCY.paste()));
        assertThat(DEPENDENCY.takeOut("{\"dependencies\": {}}")).isEqualTo(Step.NOTHING);
        assertThat(DEPENDENCY.takeOut("{")).isInstanceOf(Step.Left.class);
    }

    @Test
    void anEmptyObjectOverLinesIsFilled() {
        String before = "{\n  \"name\": \"b\",\n  \"dependencies\": {\n  }\n}\n";
        Step.Edit step = (Step.Edit) DEPENDENCY.edit(before);
        String after = TextEdit.apply(before, List.of(step.edit()));
        assertThat(after).isEqualTo(Json.write(Json.read(after)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "[]", "{\"dependencies\": []}", "{\"dependencies\": null}", "{,}", "{\"a\":1,\"a\":2}"
            })
    void whatIsNoPackageJsonIsLeftToTheUser(String text) {
        assertThat(DEPENDENCY.edit(text))
                .isInstanceOfSatisfying(
                        Step.Left.class,
                        step -> assertThat(step.paste()).isEqualTo("\"" + Files.PACKAGE + "\": \"workspace:^\""));
    }

    @Test
    void inAnyPackageJsonNothingElseChanges() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            String feed = List.of("", "\n", "\r\n").get(random.nextInt(3));
            String unit = List.of("  ", "    ", "\t").get(random.nextInt(3));
            StringBuilder json = new StringBuilder("{" + feed + unit + "\"dependencies\":{");
            int count = random.nextInt(6);
            for (int n = 0; n < count; n++) {
                String name = (random.nextBoolean() ? "@" + (char) ('a' + random.nextInt(26)) + "/" : "")
                        + (char) ('a' + random.nextInt(26))
                        + n;
                json.append(n == 0 ? "" : ",").append(feed + unit + unit + "\"" + name + "\": \"^1\"");
            }
            String before = json + feed + unit + "}" + feed + "}" + feed;
            Step.Edit step = (Step.Edit) DEPENDENCY.edit(before);
            String after = TextEdit.apply(before, List.of(step.edit()));
            assertThat(Json.read(after).at("dependencies", Files.PACKAGE).flatMap(Json.Value::asText))
                    .contains("workspace:^");
            assertThat(after.replaceFirst("\\s*\"@internal/.*?\"workspace:\\^\",?\\s*", "")
                            .replaceAll("[\\s,]", ""))
                    .isEqualTo(before.replaceAll("[\\s,]", ""));
            if (count > 0) {
                assertThat(step.edit().start()).isEqualTo(step.edit().end());
            }
            assertThat(DEPENDENCY.edit(after)).isEqualTo(Step.NOTHING);
            if (count > 0) {
                TakenOut.isUndone(DEPENDENCY, before);
            }
        }
    }
}
