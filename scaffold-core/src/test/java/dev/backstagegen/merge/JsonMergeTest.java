package dev.backstagegen.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMergeTest {

    private static String merged(String base, String yours, String fresh) {
        return Merging.shown(JsonMerge.of(base, yours, fresh));
    }

    /** One line a case, in which an apostrophe is a quote. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                // Only one side has changed something.
                "{'a': 1}             ; {'a': 1}             ; {'a': 2}             ; {'a': 2}",
                "{'a': 1}             ; {'a': 2}             ; {'a': 1}             ; {'a': 2}",
                // Both have, at different keys.
                "{'a': 1, 'b': 1}     ; {'a': 2, 'b': 1}     ; {'a': 1, 'b': 2}     ; {'a': 2, 'b': 2}",
                "{'a': {'x': 1}}      ; {'a': {'x': 1,'y':2}}; {'a': {'x': 3}}      ; {'a': {'x': 3,'y':2}}",
                // What is new stands among its neighbours.
                "{'b': 1}             ; {'b': 1, 'z': 1}     ; {'a': 1, 'b': 1}     ; {'a': 1, 'b': 1, 'z': 1}",
                "{'n': 1, 'm': 1}     ; {'n': 1, 'm': 1, 'u': 1} ; {'n': 1, 'f': {'g': []}, 'm': 1} ;"
                        + " {'n': 1, 'f': {'g': []}, 'm': 1, 'u': 1}",
                "{'b': 1}             ; {'b': 2}             ; {'b': 1, 'a': 3}     ; {'b': 2, 'a': 3}",
                "{}                   ; {'b': 2}             ; {'b': 2, 'a': 3}     ; {'b': 2, 'a': 3}",
                "{'a': {}, 'b': 1}    ; {'a': {}, 'b': 2}    ; {'a': {'c': 1}, 'b': 1} ; {'a': {'c': 1}, 'b': 2}",
                // What is gone.
                "{'a': 1, 'b': 1}     ; {'a': 1, 'b': 2}     ; {'b': 1}             ; {'b': 2}",
                "{'a': 1, 'b': 1}     ; {'a': 2, 'b': 1}     ; {'b': 1, 'c': 1}     ; {'a': 2, 'b': 1, 'c': 1}",
                "{'a': 1, 'b': 1}     ; {'b': 1}             ; {'a': 2, 'b': 2}     ; {'b': 2}",
                "{'a': {'b': 1}}      ; {'a': {'b': 1}, 'c':1} ; {'a': {}}          ; {'a': {}, 'c':1}",
                // Lists are sets that have an order.
                "{'a': [1, 2]}        ; {'a': [1, 2, 3]}     ; {'a': [0, 1, 2]}     ; {'a': [0, 1, 2, 3]}",
                "{'a': [1, 2]}        ; {'a': [2, 1, 5]}     ; {'a': [1]}           ; {'a': [1, 5]}",
                "{'a': [1]}           ; {'a': []}            ; {'a': [1, 2]}        ; {'a': [2]}",
                "{'a': [1, 1]}        ; {'a': [1]}           ; {'a': [1, 1, 2]}     ; `<{'a': [1, 1]}|{'a': [1]}|{'a': [1, 1, 2]}>`",
                "{'a': [{'x': 1}]}    ; {'a': [{'x': 1}, {'y': 1}]} ; {'a': [{'x': 1}, {'z': 1}]} ;"
                        + " {'a': [{'x': 1}, {'z': 1}, {'y': 1}]}",
                "{'a': [{'x': 1}]}    ; {'a': [{'x': 2}]}    ; {'a': [{'x': 3}]}    ;"
                        + " `<{'a': [{'x': 1}]}|{'a': [{'x': 2}]}|{'a': [{'x': 3}]}>`",
                "{'a': [{'name': 'x', 'v': 1}]} ; {'a': [{'name': 'y'}, {'name': 'x', 'v': 1, 'w': 1}]} ;"
                        + " {'a': [{'name': 'x', 'v': 2}]} ; {'a': [{'name': 'y'}, {'name': 'x', 'v': 2, 'w': 1}]}",
                // Versions.
                "{'dependencies': {'p': '^1.2.3'}} ; {'dependencies': {'p': '^1.10.0'}} ;"
                        + " {'dependencies': {'p': '^1.9.9'}} ; {'dependencies': {'p': '^1.10.0'}}",
                "{'dependencies': {'p': '^1.2.3'}} ; {'dependencies': {'p': '~1.9.0'}} ;"
                        + " {'dependencies': {'p': '2.0.0'}} ; {'dependencies': {'p': '2.0.0'}}",
                "{'devDependencies': {'p': '1.2.3'}} ; {'devDependencies': {'p': '^1.9.0'}} ;"
                        + " {'devDependencies': {'p': 'backstage:^'}} ; {'devDependencies': {'p': '^1.9.0'}}",
                "{'peerDependencies': {}} ; {'peerDependencies': {'p': '^17.0.0'}} ;"
                        + " {'peerDependencies': {'p': '^18.0.0'}} ; {'peerDependencies': {'p': '^18.0.0'}}",
                "{'resolutions': {'p': '^1.2.3'}} ; {'resolutions': {'p': '^1.10.0'}} ; {'resolutions': {'p': '^1.9.9'}} ;"
                        + " `<{'resolutions': {'p': '^1.2.3'}}|{'resolutions': {'p': '^1.10.0'}}|{'resolutions': {'p': '^1.9.9'}}>`",
                // Dependencies that were generated go, those that were not stay.
                "{'n': 1, 'dependencies': {'p': '1'}} ; {'n': 1, 'dependencies': {'p': '1', 'q': '1'}} ; {'n': 1} ;"
                        + " {'n': 1, 'dependencies': {'q': '1'}}",
                "{'a': 1} ; {'a': 2} ; {'a': 3} ; `<{'a': 1}|{'a': 2}|{'a': 3}>`",
                "{'a': 1} ; {'a': 1, 'b': {'c': 1}} ; {'a': 1, 'b': 2} ;"
                        + " `<{'a': 1}|{'a': 1, 'b': {'c': 1}}|{'a': 1, 'b': 2}>`",
                // Not JSON.
                "{'a': 1} ; {'a': 1,} ; {'a': 3} ; `<{'a': 1}|{'a': 1,}|{'a': 3}>`",
                "{'a': 1} ; {'a': 1, 'a': 1} ; {'a': 3} ; `<{'a': 1}|{'a': 1, 'a': 1}|{'a': 3}>`",
            })
    void eachKeyIsDecidedByItself(String base, String yours, String fresh, String expected) {
        assertThat(merged(quoted(base), quoted(yours), quoted(fresh)).strip()).isEqualTo(quoted(expected));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static final String BASE = """
            {
              "name": "p",
              "scripts": {
                "start": "a",
                "test": "b"
              },
              "dependencies": {
                "express": "^4.0.0"
              },
              "files": [
                "dist"
              ]
            }
            """;

    private static final String FRESH = """
            {
              "name": "p",
              "scripts": {
                "start": "a2",
                "lint": "l",
                "test": "b2"
              },
              "dependencies": {
                "cors": "^1.0.0",
                "express": "^4.0.0",
                "zod": "^3.0.0"
              },
              "files": [
                "dist",
                "migrations/**/*.{js,d.ts}"
              ],
              "configSchema": {
                "type": "object"
              }
            }
            """;

    @Test
    void whatComesNewIsWrittenAsTheRestIs() {
        String yours = """
                {
                \t"name" : "p",
                \t"scripts" : { "start" : "a", "test" : "mine" },
                \t"dependencies" : {
                \t\t"express" : "^4.0.0",
                \t\t"knex" : "^3.0.0"
                \t},
                \t"files" : ["dist", "README.md"]
                }
                """;
        String expected = """
                {
                \t"name" : "p",
                <\t"scripts" : { "start" : "a2", "lint" : "l", "test" : "b" },
                |\t"scripts" : { "start" : "a2", "lint" : "l", "test" : "mine" },
                |\t"scripts" : { "start" : "a2", "lint" : "l", "test" : "b2" },
                >
                \t"dependencies" : {
                \t\t"cors" : "^1.0.0",
                \t\t"express" : "^4.0.0",
                \t\t"knex" : "^3.0.0",
                \t\t"zod" : "^3.0.0"
                \t},
                \t"files" : ["dist", "migrations/**/*.{js,d.ts}", "README.md"],
                \t"configSchema" : {
                \t\t"type": "object"
                \t}
                }
                """;
        for (String feed : List.of("\n", "\r\n")) {
            assertThat(merged(BASE, yours.replace("\n", feed), FRESH).replace(">\n", ">" + feed))
                    .isEqualTo(expected.replace("\n", feed));
        }
    }

    @Test
    void whatIsTheSameTextNeedsNoDecision() {
        String odd = "{ not json";
        assertThat(merged(odd, odd, FRESH)).isEqualTo(FRESH);
        assertThat(merged(odd, FRESH, odd)).isEqualTo(FRESH);
    }

    @Test
    void linesAreTakenOverWhereTheyMeanTheSame() {
        String base = "{\n  \"a\": [1, 2],\n  \"b\": 1,\n  \"c\": 1\n}\n";
        String fresh = base.replace("[1, 2]", "[\n    1,\n    2\n  ]");
        assertThat(merged(base, base.replace("\"c\": 1", "\"c\": 2"), fresh))
                .isEqualTo(fresh.replace("\"c\": 1", "\"c\": 2"));
    }
}
