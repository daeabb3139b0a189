package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.HARD;
import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.ifBreak;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocPrinterTest {

    private static Doc list(String... items) {
        List<Doc> docs = new ArrayList<>();
        for (String item : items) {
            docs.add(text(item));
        }
        return group(
                text("["),
                indent(SOFT, Doc.join(concat(text(","), SPACE), docs)),
                ifBreak(text(","), Doc.EMPTY),
                SOFT,
                text("]"));
    }

    private static String print(Doc doc, int width) {
        return DocPrinter.print(doc, width);
    }

    @Test
    void breaksAGroupOnlyIfItDoesNotFit() {
        assertThat(print(list("one", "two"), 10)).isEqualTo("[one, two]");
        assertThat(print(list("one", "two"), 9)).isEqualTo("[\n  one,\n  two,\n]");
    }

    @Test
    void countsWhatFollowsTheGroupOnItsLine() {
        assertThat(print(concat(list("one", "two"), text(";")), 10)).isEqualTo("[\n  one,\n  two,\n];");
    }

    @Test
    void breaksTheOuterGroupFirst() {
        Doc inner = list("b", "c");
        Doc outer = group(text("("), indent(SOFT, text("aaaaa"), SPACE, inner), SOFT, text(")"));

        assertThat(print(outer, 12)).isEqualTo("(\n  aaaaa\n  [b, c]\n)");
    }

    @Test
    void breaksEveryGroupAroundAHardLine() {
        Doc inner = group(text("a"), HARD, text("b"));

        assertThat(print(group(text("{"), indent(SPACE, inner), SPACE, text("}")), 80))
                .isEqualTo("{\n  a\n  b\n}");
    }

    @Test
    void takesTheFirstStateThatFits() {
        Doc together = concat(text("f("), list("one", "two"), text(")"));
        Doc expanded = concat(text("f("), group(list("one", "two"), true), text(")"));
        Doc apart = group(concat(text("f("), indent(SPACE, list("one", "two")), SPACE, text(")")), true);

        assertThat(print(Doc.oneOf(together, expanded, apart), 80)).isEqualTo("f([one, two])");
        assertThat(print(Doc.oneOf(together, apart), 12)).isEqualTo("f(\n  [one, two]\n)");
    }

    @Test
    void keepsCommentsForTheEndOfTheLine() {
        Doc comment = new Doc.Suffix(text(" // why"));

        assertThat(print(concat(text("a"), comment, text(";"), HARD, text("b")), 80))
                .isEqualTo("a; // why\nb");
    }

    @Test
    void putsAsManyOnALineAsFit() {
        List<Doc> parts = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            parts.add(text(i + ","));
            if (i < 5) {
                parts.add(SPACE);
            }
        }

        assertThat(print(Doc.fill(parts), 8)).isEqualTo("1, 2, 3,\n4, 5,");
    }

    @Test
    void leavesNoBlanksAtTheEndOfALine() {
        assertThat(print(concat(text("a "), HARD, HARD, text("b")), 80)).isEqualTo("a\n\nb");
    }

    @Test
    void asksWhetherANamedGroupBroke() {
        Doc.Id id = new Doc.Id();
        Doc named = group(concat(text("aaaa"), SPACE, text("bbbb")), false, id);
        Doc asking = concat(named, ifBreak(text("!"), text("."), id));

        assertThat(print(asking, 80)).isEqualTo("aaaa bbbb.");
        assertThat(print(asking, 5)).isEqualTo("aaaa\nbbbb!");
    }

    @Test
    void countsWideCharactersTwice() {
        assertThat(Columns.of("abc")).isEqualTo(3);
        assertThat(Columns.of("日本")).isEqualTo(4);
        assertThat(Columns.of("e\u0301")).isEqualTo(1);
    }
}
