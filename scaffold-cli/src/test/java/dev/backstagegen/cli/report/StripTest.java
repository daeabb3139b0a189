package dev.backstagegen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The marks stand below what they are about, whatever the line is made of. */
class StripTest {

    private static int cells(String text) {
        return text.codePoints().map(Cells::of).sum();
    }

    private static boolean isMark(int character) {
        return Cells.of(character) == 0;
    }

    /** What stands above the marks. */
    private static String above(Strip strip) {
        int start = strip.marks().indexOf('^');
        int from = 0;
        while (cells(strip.shown().substring(0, from)) < start
                || isMark(strip.shown().codePointAt(from))) {
            from++;
        }
        int to = from;
        while (to < strip.shown().length()
                && cells(strip.shown().substring(0, to)) < strip.marks().length()) {
            to++;
        }
        return strip.shown().substring(from, to);
    }

    @ParameterizedTest
    @CsvSource({
        "'a spot b'",
        "'\t\tspot'",
        "'ab\tspot\tx'",
        "'名前 한글 spot'",
        "'e\u0301😀 spot'",
        "'\u001b\u202e\u200d spot'"
    })
    void marks(String line) {
        int start = line.indexOf("spot");
        assertThat(above(Strip.of(line, start, start + 4))).isEqualTo("spot");
    }

    @Test
    void ofALongLineWhatIsAroundRemains() {
        for (String filler : new String[] {"x", "名", "x名", "\t", "😀y", "e\u0301"}) {
            for (int before = 0; before < 90; before++) {
                String left = filler.repeat(before);
                Strip strip = Strip.of(left + "spot" + filler.repeat(90), left.length(), left.length() + 4);

                assertThat(above(strip)).as("%s %d", filler, before).isEqualTo("spot");
                assertThat(cells(strip.shown())).isLessThanOrEqualTo(102);
            }
        }
    }

    @Test
    void tabsAreSpaces() {
        assertThat(Strip.of("\ta\tb", 1, 2)).isEqualTo(new Strip("    a   b", "    ^"));
    }

    @Test
    void aPlaceWithoutExtentHasOneMark() {
        assertThat(Strip.of("", 0, 0)).isEqualTo(new Strip("", "^"));
        assertThat(Strip.of("ab", 2, 2)).isEqualTo(new Strip("ab", "  ^"));
        assertThat(Strip.of("x".repeat(300), 300, 300).marks()).isEqualTo(" ".repeat(101) + "^");
    }

    @Test
    void aLongRangeIsMarkedAsFarAsItIsShown() {
        Strip strip = Strip.of("x".repeat(300), 100, 300);

        assertThat(strip.shown()).isEqualTo("…" + "x".repeat(100) + "…");
        assertThat(strip.marks()).isEqualTo(" ".repeat(25) + "^".repeat(76));
    }

    @Test
    void regionsAreAsEditorsCount() {
        assertThat(Region.of("", 0, 0)).isEqualTo(new Region(1, 1, 1, 1));
        assertThat(Region.of("a\nb\n", 0, 2)).isEqualTo(new Region(1, 1, 2, 1));
        assertThat(Region.of("a\nb\n", 0, 2).lastLine()).isEqualTo(1);
        assertThat(Region.of("a\nb\n", 4, 4)).isEqualTo(new Region(3, 1, 3, 1));
        assertThat(Region.of("a\nb\n", 4, 4).lastLine()).isEqualTo(3);
        assertThat(Region.of("😀b\n\nc", 2, 5)).isEqualTo(new Region(1, 3, 3, 1));
    }
}
