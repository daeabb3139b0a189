package dev.backstagegen.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YamlMergeTest {

    private static String merged(String base, String yours, String fresh) {
        return Merging.shown(YamlMerge.of(base, yours, fresh));
    }

    /** Base, yours, fresh and what they become, parted by lines of equals signs. */
    static Stream<String> cases() {
        return Stream.of(
                // A spec: yours has a comment and a field more, fresh a feature and a field more.
                """
                # What this plugin is made from.
                plugin: incident-log
                resources:
                  - name: incident
                    fields:
                      - name: title
                        type: string
                features:
                  - db
                =
                # What this plugin is made from.
                plugin: incident-log
                # ours
                resources:
                    # the one
                    - name: incident
                      fields:
                        - name: title # shown
                          type: string
                        - name: mine
                          type: text
                features: [db] # more to come
                check:
                  off: [a]
                =
                # What this plugin is made from.
                plugin: incident-log
                resources:
                  - name: incident
                    fields:
                      - name: title
                        type: string
                        max: 10
                      - name: severity
                        type: enum
                        values:
                          - low
                  - name: note
                    fields:
                      - name: text
                features:
                  - cache
                  - db
                =
                # What this plugin is made from.
                plugin: incident-log
                # ours
                resources:
                    # the one
                    - name: incident
                      fields:
                        - name: title # shown
                          type: string
                          max: 10
                        - name: severity
                          type: enum
                          values:
                            - low
                        - name: mine
                          type: text
                    - name: note
                      fields:
                        - name: text
                features: [cache, db] # more to come
                check:
                  off: [a]
                """,
                // What was generated goes, with its comments; what was edited stays, with its.
                """
                a: 1
                # about b
                b:
                  c: 1

                d: 2
                e: 3
                f: 4
                =
                a:   1 # one
                # about b
                b:
                  c: 1

                d: 2 # kept

                # mine
                e:   3
                f: 5
                =
                a: 1
                =
                a:   1 # one

                d: 2 # kept

                # mine
                e:   3
                f: 5
                """,
                // The last of a map and of a list.
                """
                on:
                  push: 1
                  pull: 2
                list:
                  - a
                x: 1
                =
                on:
                    push: 1
                list:
                    - a
                x: 2
                =
                on:
                  pull: 2
                list: []
                x: 1
                =
                on: {}
                list: []
                x: 2
                """,
                """
                on: {}
                list: []
                x: 1
                =
                on: {}
                list: [] # none
                x:   2
                =
                on:
                  push: 2
                  # up
                  pull: [a]
                list:
                  - a: 1
                    b: 2
                x: 1
                =
                on:
                  push: 2
                  # up
                  pull: [a]
                list: # none
                  - a: 1
                    b: 2
                x:   2
                """,
                // In items: the first key goes, and comes.
                """
                steps:
                  - name: a
                    run: b
                    env: c
                =
                steps:
                - run: b
                  name: a
                  env: c # d
                =
                steps:
                  - name: a
                    env: c
                =
                steps:
                - name: a
                  env: c # d
                """,
                // Texts over lines.
                """
                a: |
                  one
                b: >-
                  two
                c: x
                =
                a: |
                  one
                b: >-
                  two

                c:   x
                =
                a: |
                  one
                  more

                  end
                b: short
                c: "y"
                d: |-
                  z
                =
                a: |
                  one
                  more

                  end
                b: short

                c:   "y"
                d: |-
                  z
                """,
                // What nobody can decide.
                """
                a: 1
                b: 1
                c: 1
                =
                a: 2 # ours
                b: 1
                c: 1
                =
                a: 3
                b: 2
                c: 1
                =
                <a: 1 # ours
                |a: 2 # ours
                |a: 3 # ours
                >
                b: 2
                c: 1
                """,
                // What has an anchor is nobody else's.
                """
                a: 1
                b:
                  c: 1
                =
                x: &x {p: q}
                y: *x
                z:
                  <<: *x
                a:   1
                b:
                  c: 1
                =
                a: 2
                b:
                  c: 1
                  d: 1
                =
                x: &x {p: q}
                y: *x
                z:
                  <<: *x
                a:   2
                b:
                  c: 1
                  d: 1
                """,
                // A blank line before a key comes with it.
                """
                name: a

                on: push
                =
                name:   a

                on:   push
                =
                name: a

                on: push

                # to read
                permissions:
                  contents: read
                =
                name:   a

                on:   push

                # to read
                permissions:
                  contents: read
                """);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachKeyIsDecidedByItself(String texts) {
        String[] each = texts.split("(?m)^=\n");
        for (String feed : List.of("\n", "\r\n")) {
            String result = merged(each[0], each[1].replace("\n", feed), each[2]);
            assertThat(result.replace(">\n", ">" + feed)).isEqualTo(each[3].replace("\n", feed));
        }
    }

    @Test
    void whatIsUnusualIsMergedByLines() {
        for (String odd : List.of("a: 1\na: 2\n", "a: 1\n---\nb: 1\n", "<<: *x\na: 1\n", "a: [1\n", "a: 1\n...\n")) {
            String base = "a: 1\nb: 1\n";
            String fresh = "a: 1\nb: 1\nc: 1\n";
            assertThat(YamlMerge.of(base, odd, fresh)).isEqualTo(LineMerge.of(base, odd, fresh));
        }
    }

    @Test
    void aSectionIsMergedIntoALargerText() {
        String yours = "app:\n  x: 1 # c\n\nexample:\n    b: mine\n    c: 3\n";
        assertThat(YamlMerge.into(yours, "example:\n  b: 1\n  c: 3\n", "example:\n  a: 1\n  b: 2\n"))
                .contains("app:\n  x: 1 # c\n\nexample:\n    a: 1\n    b: mine\n");
    }
}
