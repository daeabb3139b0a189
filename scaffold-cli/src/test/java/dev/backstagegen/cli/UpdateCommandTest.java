package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which plugins an update is of, to which release it goes, and what a terminal sees meanwhile. */
class UpdateCommandTest {

    private static final String MANIFEST = KeptRepository.BEHIND + "/package.json";

    @TempDir
    Path folder;

    @Test
    void aReleaseIsGoneToAndBackWithTheRepository() {
        Stage host = KeptRepository.at(folder);
        assertThat(host.run("update", "--all").exit()).isZero();
        String today = host.read(MANIFEST);

        assertThat(host.run("update", KeptRepository.BEHIND, "--to-release", "1.45.0")
                        .exit())
                .isZero();
        assertThat(host.read(MANIFEST)).contains("\"@backstage/backend-plugin-api\": \"^1.5.0\"");
        assertThat(host.run("status", "--all", "--check").out())
                .contains(KeptRepository.BEHIND + ": behind", KeptRepository.EDITED + ": up to date");

        host.file("backstage.json", "{ \"version\": \"1.45.0\" }\n");
        assertThat(host.run("status", KeptRepository.BEHIND, "--check").exit()).isZero();

        host.file("backstage.json", "{ \"version\": \"1.55.0\" }\n");
        assertThat(host.run("update", "--all").exit()).isZero();
        assertThat(host.read(MANIFEST)).isEqualTo(today);
    }

    @Test
    void aReleaseThatNobodyKnowsIsRefused() {
        Stage host = KeptRepository.at(folder);
        Map<String, String> before = host.tree();

        Stage.Run run = host.run("update", "--all", "--to-release", "9.9.9");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("Backstage 9.9.9 is not in this tool's table of releases.");
        assertThat(host.tree()).isEqualTo(before);
    }

    /** What has to be known of a plugin is said of one among several as it is of one alone. */
    @Test
    void whatThereIsToKnowStandsBelowEachPlugin() {
        Stage host = KeptRepository.withTrouble(folder);
        String store = KeptRepository.EDITED + "/src/database/ItemStore.ts";
        String spec = KeptRepository.EDITED + "/.backstage-gen.yaml";
        String before = host.read(spec);
        assertThat(host.run("add", "db", KeptRepository.EDITED).exit()).isZero();
        host.file(store, host.read(store) + "\nexport type Ours = string;\n");
        host.file(spec, before);

        Stage.Run text = host.run("update", "--all", "--dry-run");
        Stage.Run markdown = host.run("update", "--all", "--dry-run", "--format", "markdown");
        Stage.Run json = host.run("update", "--all", "--dry-run", "--format", "json");

        assertThat(text.out())
                .contains("\n" + KeptRepository.EDITED + "  ")
                .contains("\n  Note: migrations/", " is taken back; a database in which")
                .contains("\n  " + store + ": no longer generated, and left because you edited it\n")
                .contains("\n  Take it back from git, or begin anew: backstage-gen adopt " + KeptRepository.BROKEN
                        + "\n");
        assertThat(markdown.out())
                .contains("### No longer generated, and left because you edited them\n\n- " + store + "\n");
        assertThat(json.out().replaceAll("\\s+", "")).contains("\"left\":[\"" + store + "\"]");
    }

    @Test
    void aPluginThatFailsDoesNotKeepTheOthersFromIt() {
        Stage host = KeptRepository.withTrouble(folder);
        String disputed = host.read(KeptRepository.DISPUTED + "/README.md");

        Stage.Run run = host.run("update", "--all");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out().lines())
                .hasSize(6)
                .anyMatch(line -> line.matches(KeptRepository.BEHIND + " +\\d files changed"))
                .anyMatch(line -> line.matches(KeptRepository.DISPUTED + " +conflicts in 1 files; nothing was written"))
                .anyMatch(line -> line.startsWith(KeptRepository.BROKEN + "  failed: "));
        assertThat(host.read(KeptRepository.BEHIND + "/README.md")).startsWith("# Alpha backend plugin");
        assertThat(Exit.USAGE.meaning()).as("the others were").doesNotContain("Nothing was written.");
        assertThat(Exit.FAILED.meaning()).doesNotContain("The tree is");
        assertThat(host.read(KeptRepository.DISPUTED + "/README.md")).isEqualTo(disputed);
    }

    @Test
    void aTerminalSeesHowFarItIsAndNothingElseDoes() {
        Stage host = KeptRepository.at(folder);

        assertThat(host.run("update", "--all", "--dry-run").err()).isEmpty();
        host.on(new Terminals(false, false, true));
        assertThat(host.run("update", "--all", "--dry-run").err())
                .isEqualTo(
                        "\r\033[K1/2 " + KeptRepository.BEHIND + "\r\033[K2/2 " + KeptRepository.EDITED + "\r\033[K");
        assertThat(host.env(Map.of("TERM", "dumb"))
                        .run("update", "--all", "--dry-run")
                        .err())
                .isEmpty();
    }

    /** Marks of a merge may be in any file, and then the plugin is no less one. */
    @Test
    void aPluginWithABrokenManifestIsNotOverlooked() {
        Stage host = KeptRepository.at(folder);
        host.file(MANIFEST, "<<<<<<< yours\n=======\n" + host.read(MANIFEST) + ">>>>>>> generated now\n");

        Stage.Run status = host.run("status", "--all", "--check");
        assertThat(status.exit()).isEqualTo(1);
        assertThat(status.out()).contains(MANIFEST + ": holds the marks of a conflict");

        host.file(MANIFEST, "{");
        assertThat(host.run("status", "--all", "--check").out()).contains(MANIFEST + ": ");
        assertThat(host.run("update", "--all").out()).contains(KeptRepository.BEHIND);
    }

    @Test
    void aChoiceInTheDescriptionIsSaidEachTimeItDecides() {
        Stage host = KeptRepository.withConflict(folder);
        String spec = KeptRepository.DISPUTED + "/.backstage-gen.yaml";
        String text = host.read(spec);
        host.file(spec, text + "conflicts:\n  - { file: README.md, take: theirs, reason: nobody reads it }\n");

        Stage.Run run = host.run("update", KeptRepository.DISPUTED);

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("Note: " + KeptRepository.DISPUTED + "/README.md has conflicts. They are decided for the"
                        + " generated lines, as .backstage-gen.yaml says: nobody reads it");
        assertThat(host.read(KeptRepository.DISPUTED + "/README.md")).startsWith("# Beta backend plugin");

        host.file(spec, text + "conflicts:\n  - { file: ../x, take: ours, reason: of no plugin }\n");
        Stage.Run wrong = host.run("status", "--all");
        assertThat(wrong.out()).contains("'../x' in 'conflicts' of " + spec + " is not a file of the plugin.");
        assertThat(wrong.out()).contains(KeptRepository.EDITED + ": up to date");
    }

    @Test
    void severalMayBeNamedAndOneIsFoundAroundTheFolder() {
        Stage host = KeptRepository.at(folder);

        assertThat(host.run("update").err())
                .contains("Name one of " + KeptRepository.BEHIND + ", " + KeptRepository.EDITED);
        assertThat(host.run("update", KeptRepository.EDITED, KeptRepository.BEHIND + "/src/plugin.ts")
                        .exit())
                .isZero();
        Stage inside = Stage.at(folder.resolve(KeptRepository.EDITED + "/src/service"));
        assertThat(inside.run("update").out()).contains("All of them are as they should be.");
    }
}
