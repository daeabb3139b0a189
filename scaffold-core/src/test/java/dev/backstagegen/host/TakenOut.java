package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.TextEdit;
import java.util.List;

/** What holds for taking out, for any target and text. */
final class TakenOut {

    private TakenOut() {}

    /** The text without what was put in; fails when that is left to the user. */
    static String of(Target target, String text) {
        Step step = target.takeOut(text);
        assertThat(step).as(text).isInstanceOf(Step.Edit.class);
        return TextEdit.apply(text, List.of(((Step.Edit) step).edit()));
    }

    static String putIn(Target target, String text) {
        return TextEdit.apply(text, List.of(((Step.Edit) target.edit(text)).edit()));
    }

    /** What was put into a text is taken out again, to the byte. */
    static void isUndone(Target target, String before) {
        String after = putIn(target, before);
        assertThat(of(target, after)).isEqualTo(before);
        isGone(target, after);
    }

    /** The same, but the text may have been another one that becomes the same, with less in it. */
    static void isUndoneOrLess(Target target, String before) {
        String after = putIn(target, before);
        String without = of(target, after);
        assertThat(putIn(target, without)).isEqualTo(after);
        assertThat(without.length()).isLessThanOrEqualTo(before.length());
        isGone(target, after);
    }

    /** Nothing is left to be taken out. */
    static void isGone(Target target, String after) {
        assertThat(target.takeOut(of(target, after))).isEqualTo(Step.NOTHING);
    }
}
