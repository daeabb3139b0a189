package dev.backstagegen.plan;

import static dev.backstagegen.plan.Change.Kind.CONFLICT;
import static dev.backstagegen.plan.Change.Kind.OVERWRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    private static final RelPath PATH = RelPath.of("src/plugin.ts");

    /** Each combination of equal, different and absent texts. */
    private static final String TABLE = """
            base, disk, fresh, kind,         after
            -,    -,    -,     -,            -
            -,    -,    f,     CREATE,       f
            -,    f,    f,     KEEP,         f
            -,    d,    f,     CONFLICT,     f
            -,    d,    -,     -,            -
            b,    -,    -,     -,            -
            b,    -,    b,     KEEP_DELETED, -
            b,    -,    f,     KEEP_DELETED, -
            b,    b,    b,     KEEP,         b
            b,    b,    f,     UPDATE,       f
            b,    d,    b,     KEEP_EDITED,  d
            b,    d,    d,     KEEP,         d
            b,    d,    f,     CONFLICT,     f
            b,    b,    -,     DELETE,       -
            b,    d,    -,     KEEP_EDITED,  d
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TABLE, useHeadersInDisplayName = true)
    void theTable(String base, String disk, String fresh, String kind, String after) {
        ChangePlan plan = Planner.plan(tree(base), tree(disk), tree(fresh), false);
        if (kind.equals("-")) {
            assertThat(plan).isEqualTo(ChangePlan.EMPTY);
            return;
        }
        assertThat(plan.changes())
                .containsExactly(new Change(
                        Change.Kind.valueOf(kind),
                        PATH,
                        tree(disk).text(PATH),
                        tree(after).text(PATH)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = TABLE, useHeadersInDisplayName = true)
    void forceDecidesConflictsAndNothingElse(String base, String disk, String fresh) {
        List<Change> plain =
                Planner.plan(tree(base), tree(disk), tree(fresh), false).changes();
        List<Change> forced =
                Planner.plan(tree(base), tree(disk), tree(fresh), true).changes();
        assertThat(forced)
                .isEqualTo(plain.stream()
                        .map(c -> c.kind() == CONFLICT ? new Change(OVERWRITE, c.path(), c.before(), c.after()) : c)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(textBlock = TABLE, useHeadersInDisplayName = true)
    void theSecondRunWritesNothing(String base, String disk, String fresh) {
        for (boolean force : new boolean[] {false, true}) {
            ChangePlan first = Planner.plan(tree(base), tree(disk), tree(fresh), force);
            FileTree next = Planner.nextBase(tree(base), tree(fresh), first);
            FileTree now = first.writes().isEmpty()
                    ? tree(disk)
                    : tree(first.writes().get(0).after().orElse("-"));
            ChangePlan second = Planner.plan(next, now, tree(fresh), false);
            assertThat(second.isEmpty()).isTrue();
            assertThat(second.conflicts()).isEqualTo(first.conflicts());
        }
    }

    @Test
    void aPlanIsSortedAndNamesEachFileOnce() {
        FileTree fresh = FileTree.EMPTY.with(RelPath.of("b"), "1").with(RelPath.of("a"), "2");
        Change edit = Change.edit(RelPath.of("aa"), "x", "y");
        ChangePlan plan =
                Planner.plan(FileTree.EMPTY, FileTree.EMPTY, fresh, false).with(edit);
        assertThat(plan.changes()).extracting(c -> c.path().value()).containsExactly("a", "aa", "b");
        assertThat(plan.isEmpty()).isFalse();
        assertThat(new ChangePlan(List.of(Change.edit(PATH, "x", "x"))).isEmpty())
                .isTrue();
        assertThatThrownBy(() -> plan.with(edit)).hasMessage("Two changes of one file: aa");
        assertThatThrownBy(() -> Change.overwrite(PATH, "x", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static FileTree tree(String text) {
        return text.equals("-") ? FileTree.EMPTY : FileTree.EMPTY.with(PATH, text);
    }
}
