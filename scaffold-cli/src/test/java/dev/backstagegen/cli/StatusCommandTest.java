package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How plugins stand, and what an update did, in each form. */
class StatusCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"text,status.txt", "github,status.github.txt", "markdown,status.md"})
    void howPluginsStand(String format, String golden) {
        Stage host = KeptRepository.withTrouble(folder);

        Stage.Run run = host.runForReal("status", "--all", "--check", "--format", format);

        Golden.check(golden, run.out());
        assertThat(run.exit()).as("one could not be looked at").isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"text,update.txt", "markdown,update.md"})
    void whatAnUpdateDid(String format, String golden) {
        Stage host = KeptRepository.withTrouble(folder);

        Stage.Run run = host.runForReal("update", "--all", "--format", format);

        Golden.check(golden, run.out());
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void marksAreSaidWhereTheyAre() {
        Stage host = KeptRepository.withTrouble(folder);

        Stage.Run run = host.runForReal("update", "--all", "--on-conflict", "markers", "--format", "markdown");

        assertThat(run.out())
                .contains("| plugins/beta-backend | changed, with conflicts marked in the files | ")
                .contains("- Conflict: plugins/beta-backend/README.md:1");
        assertThat(host.runForReal("status", "plugins/beta-backend", "--format", "markdown")
                        .out())
                .contains("with marks of a conflict left in it");
    }

    @Test
    void aPluginThatIsBehindFailsTheGateOnly() {
        Stage host = KeptRepository.at(folder);

        assertThat(host.runForReal("status", "--all").exit()).isZero();
        Stage.Run gate = host.runForReal("status", "--all", "--check", "--format", "github");
        assertThat(gate.exit()).isEqualTo(1);
        assertThat(gate.out()).startsWith("::error file=plugins/alpha-backend/.backstage-gen.yaml,");
        assertThat(host.runForReal("status", "--all", "--format", "github").out())
                .startsWith("::warning file=");

        assertThat(host.runForReal("update", "--all").exit()).isZero();
        assertThat(host.runForReal("status", "--all", "--check", "--format", "github"))
                .isEqualTo(new Stage.Run(0, "2 plugins, 0 behind.\n", ""));
    }

    @Test
    void onePluginThatCannotBeLookedAtIsTheFailureOfTheCommand() {
        Stage host = KeptRepository.withTrouble(folder);

        Stage.Run run = host.runForReal("status", KeptRepository.BROKEN, "--format", "markdown");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(".backstage-gen.base");
    }

    /** What came along with something else earlier is no news. */
    @Test
    void onlyFeaturesThatComeAreSaid() {
        Stage host = HostRepository.at(folder);
        host.runForReal("new", "backend-plugin", "--id", "example", "--with-mcp");

        assertThat(host.runForReal("add", "scheduler").out())
                .contains("Features\n  scheduler\n")
                .doesNotContain("permissions (added");
        assertThat(host.runForReal("remove", "scheduler").out()).doesNotContain("Features\n");
        assertThat(host.runForReal("add", "resource-permissions").out())
                .contains("Features\n  db (added: ", "\n  resource-permissions\n");
    }

    @Test
    void withoutPluginsThereIsNothingBehind() {
        Stage host = HostRepository.at(folder);

        for (String format : new String[] {"text", "github", "markdown"}) {
            Stage.Run run = host.runForReal("status", "--all", "--check", "--format", format);
            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("There is no plugin here that backstage-gen keeps up.");
        }
    }

    /** A patch that is asked for is the only thing on standard output. */
    @Test
    void aPatchComesAlone() {
        Stage host = KeptRepository.at(folder);

        Stage.Run run = host.runForReal("update", "--all", "--diff", "--dry-run", "--format", "markdown");

        assertThat(run.out()).startsWith("diff --git ").doesNotContain("## backstage-gen");
        assertThat(run.err()).contains("| plugins/alpha-backend | would change | ");
    }
}
