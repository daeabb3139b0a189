package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The actions do in a repository what they say. */
@DisabledOnOs(OS.WINDOWS)
class ActionsTest {

    private static final String BRANCH = "backstage-gen/update";

    @TempDir
    Path folder;

    private ActionRunner runner;
    private int clones;

    @BeforeEach
    void begin() throws IOException {
        runner = new ActionRunner(folder.resolve("runner"));
    }

    private GitRepository repository(Stage host) throws IOException, InterruptedException {
        return GitRepository.of(host.cwd, folder.resolve("origin"));
    }

    /** In a clone of its own, as each job has. */
    private ActionRunner.Run update(GitRepository repository, String... inputs)
            throws IOException, InterruptedException {
        return runner.run("update", clone(repository), inputs(inputs));
    }

    private Path clone(GitRepository repository) throws IOException, InterruptedException {
        return repository.checkout(folder.resolve("clone" + ++clones));
    }

    /** Ann's commit on the branch of the pull request. */
    private String addition(GitRepository repository) throws IOException, InterruptedException {
        Path ann = clone(repository);
        GitRepository.git(ann, "fetch", "-q", "origin", BRANCH);
        GitRepository.git(ann, "checkout", "-q", "-b", "mine", "FETCH_HEAD");
        Files.writeString(ann.resolve("yarn.lock"), "# Ann's\n");
        GitRepository.git(ann, "add", "-A");
        // An amended commit has the old message.
        GitRepository.git(ann, "commit", "-q", "--amend", "--no-edit");
        GitRepository.git(ann, "push", "-q", "--force", "origin", "HEAD:" + BRANCH);
        return repository.pushed("rev-parse", BRANCH);
    }

    private static Map<String, String> inputs(String... words) {
        Map<String, String> inputs = new TreeMap<>();
        for (int i = 0; i < words.length; i += 2) {
            inputs.put(words[i], words[i + 1]);
        }
        return inputs;
    }

    @Test
    void checkAnnotatesAndSumsUp() throws Exception {
        Stage host = KeptRepository.at(folder.resolve("acme"));
        host.file(
                KeptRepository.BEHIND + "/src/types.ts",
                host.read(KeptRepository.BEHIND + "/src/types.ts") + "\nconsole.log('here');\n");

        ActionRunner.Run run = runner.run("check", host.cwd, inputs("max-warnings", "0", "sarif", "out.sarif"));

        assertThat(run.exit()).as(run.log()).isEqualTo(1);
        assertThat(run.log()).containsPattern("(?m)^::(error|warning) file=plugins/alpha-backend/src/types.ts,line=");
        assertThat(run.summary()).startsWith("## backstage-gen check\n").contains("logging/no-console");
        assertThat(host.read("out.sarif")).contains("\"version\": \"2.1.0\"", "logging/no-console");

        ActionRunner.Run other =
                runner.run("check", host.cwd, inputs("max-warnings", "0", "paths", KeptRepository.EDITED + "\n"));
        assertThat(other.exit()).as(other.log()).isZero();
        assertThat(other.log()).contains("Looked at 1 plugin");
    }

    /** An input is a word, whatever is in it. */
    @ParameterizedTest
    @CsvSource({
        "check,paths",
        "check,changed-since",
        "check,max-warnings",
        "check,baseline",
        "check,root",
        "status,root",
        "status,to-release",
        "update,root",
        "update,to-release",
        "update,branch",
        "update,on-conflict"
    })
    void anInputIsNoScript(String action, String input) throws Exception {
        Stage host = HostRepository.at(folder.resolve("acme"));
        repository(host);

        for (String hostile : new String[] {"$(touch pwned)\"; touch pwned; '", "--help"}) {
            ActionRunner.Run run = runner.run(action, host.cwd, inputs(input, hostile));

            assertThat(run.exit()).as(run.log()).isBetween(1, 128);
            assertThat(run.summary()).isEmpty();
            assertThat(host.cwd.resolve("pwned")).doesNotExist();
            assertThat(GitRepository.git(host.cwd, "status", "--porcelain")).isEmpty();
        }
    }

    @Test
    void statusIsAGate() throws Exception {
        Stage host = KeptRepository.at(folder.resolve("acme"));

        ActionRunner.Run run = runner.run("status", host.cwd, Map.of());

        assertThat(run.exit()).as(run.log()).isEqualTo(1);
        assertThat(run.log()).contains("::error file=plugins/alpha-backend/.backstage-gen.yaml,");
        assertThat(run.summary())
                .contains(
                        "| plugins/alpha-backend | behind | 2 | 0 | <code>backstage-gen update plugins/alpha-backend");

        host.runForReal("update", "--all");
        assertThat(runner.run("status", host.cwd, Map.of()).exit()).isZero();
    }

    @Test
    void whatCouldNotBeLookedAtIsInTheSummary() throws Exception {
        Stage host = KeptRepository.withTrouble(folder.resolve("acme"));

        ActionRunner.Run run = runner.run("status", host.cwd, Map.of());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.summary()).contains("| plugins/gamma-backend | There is no plugins/gamma-backend");
    }

    @Test
    void updateKeepsOnePullRequest() throws Exception {
        Stage host = KeptRepository.at(folder.resolve("acme"));
        GitRepository repository = repository(host);

        ActionRunner.Run first = update(repository, "title", "Follow the \"templates\"");

        assertThat(first.exit()).as(first.log()).isZero();
        assertThat(first.outputs())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("changed", "true", "conflicts", "false", "pull-request", "https://example.com/pull/7"));
        assertThat(runner.told())
                .singleElement()
                .asString()
                .startsWith("create --head " + BRANCH + " --base main --title Follow the \"templates\" --body-file ")
                .doesNotContain("--draft");
        assertThat(runner.body("open"))
                .contains("| plugins/alpha-backend | changed | 2 | 0 |", "plugins/alpha-backend/README.md: changed");
        assertThat(repository.pushed("diff", "--name-only", "main", BRANCH))
                .isEqualTo("plugins/alpha-backend/.backstage-gen.base\nplugins/alpha-backend/README.md");
        assertThat(repository.pushed("log", "--format=%s", "main.." + BRANCH)).isEqualTo("Follow the \"templates\"");
        assertThat(first.summary()).contains("1 with changes");

        // The day after, with nothing new.
        String before = repository.pushed("rev-parse", BRANCH);
        ActionRunner.Run second = update(repository);
        assertThat(second.exit()).as(second.log()).isZero();
        assertThat(second.outputs()).containsEntry("pull-request", "https://example.com/pull/7");
        assertThat(repository.pushed("rev-parse", BRANCH)).isEqualTo(before);
        assertThat(runner.told()).hasSize(1);

        // Somebody worked on something else in the meantime.
        host.file("unrelated.txt", "Hello.\n");
        repository.push("Something else");
        assertThat(update(repository).exit()).isZero();
        assertThat(repository.pushed("rev-parse", BRANCH)).isEqualTo(before);

        // There is more to update.
        KeptRepository.age(host, KeptRepository.EDITED, "# Delta backend plugin", "# What delta was");
        repository.push("As if the templates had changed");
        ActionRunner.Run third = update(repository);
        assertThat(third.exit()).as(third.log()).isZero();
        assertThat(repository.pushed("diff", "--name-only", "main", BRANCH))
                .contains("plugins/delta-backend/README.md");
        assertThat(repository.pushed("rev-parse", BRANCH + "^")).isEqualTo(repository.pushed("rev-parse", "main"));
        assertThat(runner.told()).hasSize(2).last().asString().startsWith("edit 7 --title ");
    }

    @Test
    void withoutNewsNothingIsDone() throws Exception {
        Stage host = KeptRepository.at(folder.resolve("acme"));
        host.runForReal("update", "--all");
        GitRepository repository = repository(host);

        ActionRunner.Run run = update(repository);

        assertThat(run.exit()).as(run.log()).isZero();
        assertThat(run.outputs()).containsEntry("changed", "false").containsEntry("pull-request", "");
        assertThat(runner.told()).isEmpty();
        assertThat(repository.pushed("branch")).isEqualTo("* main");
    }

    @Test
    void aPluginWithConflictsIsLeftOutAndListed() throws Exception {
        GitRepository repository = repository(KeptRepository.withConflict(folder.resolve("acme")));

        ActionRunner.Run run = update(repository);

        assertThat(run.exit()).as(run.log()).isZero();
        assertThat(run.outputs()).containsEntry("conflicts", "true");
        assertThat(run.log()).contains("::warning title=backstage-gen update::Somebody has to decide");
        assertThat(repository.pushed("diff", "--name-only", "main", BRANCH)).doesNotContain("beta");
        assertThat(runner.told()).singleElement().asString().doesNotContain("--draft");
        assertThat(runner.body("open")).contains("- Conflict: plugins/beta-backend/README.md:1");
    }

    @Test
    void marksMakeADraft() throws Exception {
        GitRepository repository = repository(KeptRepository.withConflict(folder.resolve("acme")));

        ActionRunner.Run run = update(repository, "on-conflict", "markers");

        assertThat(run.exit()).as(run.log()).isZero();
        assertThat(runner.told()).singleElement().asString().endsWith(" --draft");
        assertThat(repository.pushed("show", BRANCH + ":plugins/beta-backend/README.md"))
                .contains("<<<<<<< yours");
    }

    @Test
    void aPluginThatFailsKeepsTheOthersFromNothing() throws Exception {
        GitRepository repository = repository(KeptRepository.withTrouble(folder.resolve("acme")));

        ActionRunner.Run run = update(repository);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(runner.told()).hasSize(1);
        assertThat(run.outputs()).containsEntry("conflicts", "true");
        assertThat(runner.body("open")).contains("plugins/gamma-backend | failed: There is no");
    }

    @Test
    void whatSomebodyCommittedToTheBranchStays() throws Exception {
        Stage host = KeptRepository.at(folder.resolve("acme"));
        GitRepository repository = repository(host);
        update(repository);
        String hers = addition(repository);
        KeptRepository.age(host, KeptRepository.EDITED, "# Delta backend plugin", "# What delta was");
        repository.push("As if the templates had changed");

        ActionRunner.Run run = update(repository);

        assertThat(run.exit()).as(run.log()).isZero();
        assertThat(run.log()).contains("Somebody has committed to " + BRANCH);
        assertThat(repository.pushed("rev-parse", BRANCH)).isEqualTo(hers);
        assertThat(runner.told()).hasSize(1);
    }

    @Test
    void whatSomebodyClosedStaysClosedUntilThereIsMore() throws Exception {
        Stage host = KeptRepository.at(folder.resolve("acme"));
        GitRepository repository = repository(host);
        update(repository);
        runner.became("closed");

        assertThat(update(repository).log()).contains("Somebody has closed the pull request");
        assertThat(runner.told()).hasSize(1);

        KeptRepository.age(host, KeptRepository.EDITED, "# Delta backend plugin", "# What delta was");
        repository.push("As if the templates had changed");
        assertThat(update(repository).exit()).isZero();
        assertThat(runner.told()).hasSize(2).last().asString().startsWith("create ");
    }

    @Test
    void whatSomebodyClosedStaysClosedWithoutItsBranch() throws Exception {
        Stage host = KeptRepository.at(folder.resolve("acme"));
        GitRepository repository = repository(host);
        update(repository);
        runner.became("closed");
        repository.pushed("branch", "-D", BRANCH);
        host.file("unrelated.txt", "Hello.\n");
        repository.push("Something else");

        ActionRunner.Run run = update(repository);

        assertThat(run.exit()).as(run.log()).isZero();
        assertThat(run.log()).contains("Somebody has closed the pull request");
        assertThat(run.outputs()).containsEntry("changed", "true").containsEntry("pull-request", "");
        assertThat(runner.told()).hasSize(1);
        assertThat(repository.pushed("branch")).isEqualTo("* main");

        KeptRepository.age(host, KeptRepository.EDITED, "# Delta backend plugin", "# What delta was");
        repository.push("As if the templates had changed");
        assertThat(update(repository).exit()).isZero();
        assertThat(runner.told()).hasSize(2).last().asString().startsWith("create ");
    }

    /** Nobody said no to what was merged. */
    @Test
    void whatWasMergedAndTakenBackIsProposedAgain() throws Exception {
        GitRepository repository = repository(KeptRepository.at(folder.resolve("acme")));
        update(repository);
        runner.became("merged");
        repository.pushed("branch", "-D", BRANCH);

        assertThat(update(repository).outputs()).containsEntry("pull-request", "https://example.com/pull/7");
        assertThat(runner.told()).hasSize(2).last().asString().startsWith("create ");
    }

    @Test
    void whatNobodyNeedsAnyLongerIsClosed() throws Exception {
        Stage host = KeptRepository.at(folder.resolve("acme"));
        GitRepository repository = repository(host);
        update(repository);
        String readme = host.read(KeptRepository.BEHIND + "/README.md");
        String base = host.read(KeptRepository.BEHIND + "/.backstage-gen.base");
        host.runForReal("update", "--all");
        repository.push("By hand");

        ActionRunner.Run run = update(repository);

        assertThat(run.exit()).as(run.log()).isZero();
        assertThat(run.outputs()).containsEntry("changed", "false").containsEntry("pull-request", "");
        assertThat(runner.told())
                .element(2)
                .asString()
                .startsWith("close 7 --comment ")
                .contains("nothing to update");
        assertThat(repository.pushed("branch")).isEqualTo("* main");
        assertThat(runner.body("closed")).contains("plugins/alpha-backend/README.md: changed");

        // It was not somebody who closed it.
        host.file(KeptRepository.BEHIND + "/README.md", readme);
        host.file(KeptRepository.BEHIND + "/.backstage-gen.base", base);
        repository.push("The other way round");
        assertThat(update(repository).outputs()).containsEntry("pull-request", "https://example.com/pull/7");
    }

    @Test
    void whatSomebodyCommittedToIsNotClosed() throws Exception {
        Stage host = KeptRepository.at(folder.resolve("acme"));
        GitRepository repository = repository(host);
        update(repository);
        String hers = addition(repository);
        host.runForReal("update", "--all");
        repository.push("By hand");

        ActionRunner.Run run = update(repository);

        assertThat(run.exit()).as(run.log()).isZero();
        assertThat(run.log()).contains("Somebody has committed to " + BRANCH);
        assertThat(repository.pushed("rev-parse", BRANCH)).isEqualTo(hers);
        assertThat(runner.told()).hasSize(1);
    }

    /** What could not be looked at may be what the pull request is about. */
    @Test
    void whereSomethingFailedNothingIsClosed() throws Exception {
        Stage host = KeptRepository.withTrouble(folder.resolve("acme"));
        GitRepository repository = repository(host);
        update(repository);
        host.runForReal("update", "--all");
        repository.push("By hand");

        ActionRunner.Run run = update(repository);

        assertThat(run.outputs()).as(run.log()).containsEntry("changed", "false");
        assertThat(runner.told()).hasSize(1);
        assertThat(repository.pushed("branch")).contains(BRANCH);
    }

    /** Pushed, and then the pull request was refused: the settings of the repository may not have allowed it. */
    @Test
    void aPullRequestThatCouldNotBeOpenedIsOpenedTheNextTime() throws Exception {
        GitRepository repository = repository(KeptRepository.at(folder.resolve("acme")));
        update(repository);
        Files.delete(runner.gh.resolve("open"));

        assertThat(update(repository).outputs()).containsEntry("pull-request", "https://example.com/pull/7");
        assertThat(runner.told()).hasSize(2).last().asString().startsWith("create ");
    }

    @Test
    void hooksOfTheRepositoryDoNotRun() throws Exception {
        GitRepository repository = repository(KeptRepository.at(folder.resolve("acme")));
        Path clone = clone(repository);
        for (String hook : new String[] {"pre-commit", "commit-msg", "pre-push", "post-commit"}) {
            Path file = Files.writeString(
                    clone.resolve(".git/hooks/" + hook), "#!/bin/sh\n: >'" + folder + "/ran'\nexit 1\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }

        assertThat(runner.run("update", clone, Map.of()).exit()).isZero();
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void whatIsNotCommittedIsNotTakenAlong() throws Exception {
        GitRepository repository = repository(KeptRepository.at(folder.resolve("acme")));
        Path clone = clone(repository);
        Files.writeString(clone.resolve("half-done.txt"), "");

        ActionRunner.Run run = runner.run("update", clone, Map.of());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.log()).contains("::error title=backstage-gen update::There are changes");
        assertThat(GitRepository.git(clone, "status", "--porcelain")).isEqualTo("?? half-done.txt");
    }

    @Test
    void aPullRequestIsForABranch() throws Exception {
        GitRepository repository = repository(KeptRepository.at(folder.resolve("acme")));
        Map<String, String> merge = Map.of("GITHUB_REF_TYPE", "", "GITHUB_REF_NAME", "7/merge");

        assertThat(runner.run("update", clone(repository), Map.of(), merge).log())
                .contains("This is no run on a branch");
        assertThat(update(repository, "branch", "main").log()).contains("cannot be the one it is for");
        assertThat(runner.run("update", clone(repository), inputs("base", "main"), merge)
                        .exit())
                .isZero();
    }

    /** The repository of Backstage may be a folder of what the job checked out. */
    @Test
    void theRootMayLieBelow() throws Exception {
        Stage host = KeptRepository.at(folder.resolve("mono/portal"));
        GitRepository repository = GitRepository.of(folder.resolve("mono"), folder.resolve("origin"));

        assertThat(runner.run("status", host.cwd.getParent(), inputs("root", "portal"))
                        .exit())
                .isEqualTo(1);
        ActionRunner.Run run = update(repository, "root", "portal");

        assertThat(run.exit()).as(run.log()).isZero();
        assertThat(repository.pushed("diff", "--name-only", "main", BRANCH))
                .contains("portal/plugins/alpha-backend/README.md");
    }

    /** The key of the cache follows the sources, and nothing else. */
    @Test
    void theCacheIsThatOfTheSources() throws Exception {
        String key = key();
        Files.setLastModifiedTime(runner.tool.resolve("pom.xml"), FileTime.fromMillis(0));
        Files.createDirectories(runner.tool.resolve("scaffold-cli/target"));
        Files.writeString(runner.tool.resolve("scaffold-cli/target/Built.class"), "");
        assertThat(key()).isEqualTo(key).matches("backstage-gen-Linux-X64-[0-9a-f]{40}");

        Files.writeString(runner.tool.resolve("scaffold-cli/src/main/Some source.java"), "class B {}");
        String other = key();
        assertThat(other).isNotEqualTo(key);
        Files.move(
                runner.tool.resolve("scaffold-cli/src/main/Some source.java"),
                runner.tool.resolve("scaffold-cli/src/main/B.java"));
        assertThat(key()).isNotEqualTo(other);
    }

    private String key() throws IOException, InterruptedException {
        runner.run("status", HostRepository.at(folder.resolve("acme")).cwd, Map.of());
        return runner.key();
    }
}
