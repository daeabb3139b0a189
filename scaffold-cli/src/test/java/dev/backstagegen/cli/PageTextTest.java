package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTextTest {

    @Test
    void markdownReadsWellOnATerminal() {
        String page = """
                # A title

                Words, `code`, and [`a link`](elsewhere.md) or [two](b.md), in a line that is longer than a terminal is wide.
                More words.


                ## Another one
                - one item, which is again so long that it does not fit into one line of a terminal
                - two

                ```ts
                # not a title, not broken, however long it may be, because it is code and not words
                - nor an item

                ```

                | what | then |
                | --- | --- |
                | [`one`](a.md) | a cell that is longer than a terminal is wide, as most of the cells of our tables are |
                | two | |

                After it.
                """;

        assertThat(PageText.of(page, Ink.NONE)).hasToString("""
                A title
                  Words, `code`, and `a link` or two, in a line that is longer than a terminal
                  is wide.
                  More words.

                Another one
                  - one item, which is again so long that it does not fit into one line of a
                    terminal
                  - two

                    # not a title, not broken, however long it may be, because it is code and not words
                    - nor an item


                  - `one`
                    then: a cell that is longer than a terminal is wide, as most of the cells of
                    our tables are

                  - two

                  After it.
                """);
        assertThat(PageText.of("# A\n\nb\n", new Ink(true))).hasToString("\u001b[1mA\u001b[0m\n  b\n");
    }
}
