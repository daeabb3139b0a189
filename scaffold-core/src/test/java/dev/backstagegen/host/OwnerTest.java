package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {

    private static final Owner OWNER = new Owner(Files.FOLDER, "@acme/team");
    private static final String LINE = "/plugins/example-backend @acme/team";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# all\n* @acme/platform\n\n# inner\n*.ts @acme/ts   # why\n",
                "* @acme/platform",
                LINE + "\n* @acme/platform\n",
                LINE + "\n/plugins/ @acme/platform\n",
                LINE + "\nplugins/** @acme/platform\n",
                LINE + "\nplugins/*-backend @acme/platform\n",
                LINE + "\n**/example-backend @acme/platform\n",
                LINE + "\nexample-backend/\n",
                "/plugins/example-backend @other/team\n",
                "/plugins/example-backend-two @acme/team\n",
            })
    void comesLastAndLeavesTheRest(String text) {
        Step.Edit step = (Step.Edit) OWNER.edit(text);
        String after = TextEdit.apply(text, List.of(step.edit()));
        assertThat(after).startsWith(text).endsWith(LINE + "\n");
        assertThat(after.lines().filter(line -> line.equals(LINE)).count())
                .isEqualTo(1 + text.lines().filter(line -> line.equals(LINE)).count());
        assertThat(OWNER.edit(after)).isEqualTo(Step.NOTHING);
        // A text may have had a line feed at its end or not; most have.
        String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        assertThat(TakenOut.of(OWNER, after)).isEqualTo(ended);
        String later = after + "*.md @acme/docs\n";
        assertThat(TakenOut.of(OWNER, later)).isEqualTo(ended + "*.md @acme/docs\n");
    }

    @Test
    void whatIsNotThereOrIsCommentedIsNotTakenOut() {
        assertThat(OWNER.takeOut("* @a\n/plugins/example-backend @other/team\n"))
                .isEqualTo(Step.NOTHING);
        assertThat(OWNER.takeOut("* @a\n" + LINE + " # ours\n"))
                .isEqualTo(Step.left("There is a comment behind its line.", LINE + " # ours"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LINE + "\n",
                "* @acme/platform\n" + LINE
                        + "\n/plugins/other-backend @x\n/packages/ @y\n*.md @z\n/docs/** @d\n?.ts @q\n",
                "/plugins/example-backend/   @acme/team # ours\r\n",
            })
    void whatDecidesAlreadyIsNotRepeated(String text) {
        assertThat(OWNER.edit(text)).isEqualTo(Step.NOTHING);
    }

    @Test
    void lineBreaksAreThoseOfTheFile() {
        Step.Edit step = (Step.Edit) OWNER.edit("* @a\r\n*.ts @b");
        assertThat(step.edit().replacement()).isEqualTo("\r\n" + LINE + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"team-a", "@a b", "@a\n* @evil", "", "@", "@a/", "user:default/a", "@a #x"})
    void anOwnerOfAnotherKindIsNotWritten(String owner) {
        assertThat(new Owner(Files.FOLDER, owner).edit("* @a\n"))
                .isInstanceOfSatisfying(
                        Step.Left.class,
                        step -> assertThat(step.paste()).isEqualTo("/plugins/example-backend @<owner>"));
    }

    @Test
    void sectionsAreLeftToTheUser() {
        assertThat(OWNER.edit("* @a\n[Docs]\ndocs/ @b\n")).isInstanceOf(Step.Left.class);
    }

    @Test
    void theFileIsTheOneThatCounts() {
        assertThat(Owner.file(Files.of("docs/CODEOWNERS", "", "CODEOWNERS", "")))
                .isEqualTo(RelPath.of("CODEOWNERS"));
        assertThat(Owner.file(Files.of(".github/CODEOWNERS", "", "CODEOWNERS", "")))
                .isEqualTo(RelPath.of(".github/CODEOWNERS"));
        assertThat(Owner.file(Files.of("docs/CODEOWNERS", ""))).isEqualTo(RelPath.of("docs/CODEOWNERS"));
        assertThat(Owner.file(Files.of())).isEqualTo(RelPath.of("CODEOWNERS"));
    }
}
