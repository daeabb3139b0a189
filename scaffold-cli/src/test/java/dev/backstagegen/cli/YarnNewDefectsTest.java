package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of the fourteen defects of {@code yarn new} that were found and reproduced, and that this one must not have. */
class YarnNewDefectsTest {

    private static final String CREATED = "plugins/example-backend/package.json";
    private static final String LINE = "backend.add(import('" + HostRepository.PACKAGE + "'));";

    @TempDir
    private Path folder;

    private Stage host;

    @BeforeEach
    void repository() throws IOException {
        host = HostRepository.at(folder.toRealPath().resolve("repository"));
    }

    private Stage.Run example(String... more) {
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"new", "backend-plugin", "--id", "example"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return host.runForReal(args);
    }

    private void failsAndLeavesEverything(int exit, String said, String... args) {
        Map<String, String> before = host.tree();
        Stage.Run run = host.runForReal(args);
        assertThat(run.exit()).as(run.err()).isEqualTo(exit);
        assertThat(run.err()).contains(said);
        assertThat(run.out()).isEmpty();
        assertThat(host.tree()).isEqualTo(before);
    }

    @Test
    void defect01AnExistingTargetIsToldAndShowsInTheExitCode() {
        host.file("plugins/example-backend/src/mine.ts", "export const mine = 1;\n");

        failsAndLeavesEverything(1, "--force", "new", "backend-plugin", "--id", "example");
    }

    @Test
    void defect01TheSameCommandTwiceSaysThatNothingIsToDo() {
        assertThat(example().exit()).isZero();
        Map<String, String> before = host.tree();

        Stage.Run run = example();

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("All of them are as they should be.");
        assertThat(host.tree()).isEqualTo(before);
    }

    @Test
    void defect01AChoiceAboutConflictsIsNoOtherWish() {
        assertThat(example().exit()).isZero();
        String spec = "plugins/example-backend/.backstage-gen.yaml";
        host.file(
                spec, host.read(spec) + "conflicts:\n  - file: README.md\n    take: ours\n    reason: it is our own\n");

        assertThat(example().exit()).isZero();
        assertThat(host.read(spec)).contains("reason: it is our own");
    }

    @Test
    void defect01AnotherWishForAPluginThatIsThereNamesTheCommand() {
        assertThat(example().exit()).isZero();

        failsAndLeavesEverything(
                2,
                "backstage-gen add mcp plugins/example-backend",
                "new",
                "backend-plugin",
                "--id",
                "example",
                "--with-mcp");
    }

    @Test
    void defect02ASubdirectoryIsAsGoodAsTheRoot() throws IOException {
        Stage below = Stage.at(host.cwd.resolve("packages/backend/src"));
        Stage.Run run = below.runForReal("new", "backend-plugin", "--id", "example");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(host.tree()).containsKey(CREATED);
        assertThat(host.read(HostRepository.INDEX)).contains(LINE);
        assertThat(host.read(HostRepository.MANIFEST)).contains(HostRepository.PACKAGE);
    }

    @Test
    void defect02AFailureLeavesTheTreeAsItWas() {
        // A file where the folder of all plugins has to be.
        host.file("plugins", "not a folder\n");

        failsAndLeavesEverything(3, "plugins", "new", "backend-plugin", "--id", "example");
    }

    @Test
    void defect03WithoutATerminalAMissingIdIsAnError() {
        failsAndLeavesEverything(2, "--id", "new", "backend-plugin");
    }

    @Test
    void defect04AnUnknownFlagIsRefused() {
        failsAndLeavesEverything(2, "--with-database", "new", "backend-plugin", "--id", "example", "--with-database");
        failsAndLeavesEverything(2, "--dry-run", "new", "backend-plugin", "--id", "example", "--dryrun");
    }

    @Test
    void defect04AKnownFlagIsObeyed() {
        Map<String, String> before = host.tree();

        assertThat(example("--dry-run", "--with-db").exit()).isZero();
        assertThat(host.tree()).isEqualTo(before);
    }

    @Test
    void defect05AGivenValueIsCheckedLikeATypedOne() {
        failsAndLeavesEverything(2, "Try --id bad-id", "new", "backend-plugin", "--id", "Bad ID!");
    }

    @Test
    void defect06NothingLeavesTheRepository() {
        Stage outside = Stage.at(host.cwd.getParent());
        Map<String, String> before = outside.tree();

        for (String id : new String[] {"../../escaped", "..", "a/../../b", "/etc/x", "..\\x"}) {
            failsAndLeavesEverything(2, "is not a plugin id", "new", "backend-plugin", "--id", id);
        }
        assertThat(outside.tree()).isEqualTo(before);
    }

    @Test
    void defect07NothingIsInjected() {
        failsAndLeavesEverything(2, "is not a plugin id", "new", "backend-plugin", "--id", "x'; import('evil'); //");
        failsAndLeavesEverything(
                2, "npm", "new", "backend-plugin", "--id", "x", "--package", "x'); import('evil'); //");
    }

    @Test
    void defect08ALinkIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(host.cwd.resolveSibling("elsewhere"));
        Files.createSymbolicLink(host.cwd.resolve("plugins"), elsewhere);

        failsAndLeavesEverything(3, "symbolic link", "new", "backend-plugin", "--id", "example");
        assertThat(Stage.at(elsewhere).tree()).hasSize(1);
    }

    @Test
    void defect09ACommentIsNotTheCode() {
        host.file(HostRepository.INDEX, """
                import { createBackend } from '@backstage/backend-defaults';

                // backend.start() is called at the end.
                async function main() {
                  const backend = createBackend();
                  backend.add(import('@backstage/plugin-catalog-backend'));
                  await backend.start();
                }

                main();
                """);

        assertThat(example().exit()).isZero();
        assertThat(host.read(HostRepository.INDEX)).isEqualTo("""
                import { createBackend } from '@backstage/backend-defaults';

                // backend.start() is called at the end.
                async function main() {
                  const backend = createBackend();
                  backend.add(import('@backstage/plugin-catalog-backend'));
                  %s
                  await backend.start();
                }

                main();
                """.formatted(LINE));
    }

    @Test
    void defect10TheBackendMayHaveAnotherName() {
        host.file(HostRepository.INDEX, """
                import { createBackend } from '@backstage/backend-defaults';

                const app = createBackend();
                app.add(import('@backstage/plugin-catalog-backend'));
                app.start();
                """);

        assertThat(example().exit()).isZero();
        assertThat(host.read(HostRepository.INDEX))
                .contains("app.add(import('" + HostRepository.PACKAGE + "'));\napp.start();");
    }

    @Test
    void defect11LineEndingsStay() {
        host.file(HostRepository.INDEX, host.read(HostRepository.INDEX).replace("\n", "\r\n"));
        host.file(HostRepository.MANIFEST, host.read(HostRepository.MANIFEST).replace("\n", "\r\n"));

        assertThat(example().exit()).isZero();
        for (String file : new String[] {HostRepository.INDEX, HostRepository.MANIFEST}) {
            String text = host.read(file);
            assertThat(text).contains(HostRepository.PACKAGE);
            assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        }
    }

    @Test
    void defect12CodeownersKeepsWhatItSays() {
        String before = """
                # Order is meaning here.
                * @acme/platform

                /packages/ @acme/apps # inner comment
                /docs/ @acme/writers
                """;
        host.file(".github/CODEOWNERS", before);

        assertThat(example("--owner", "@acme/team").exit()).isZero();
        assertThat(host.read(".github/CODEOWNERS"))
                .startsWith(before)
                .contains("plugins/example-backend")
                .endsWith(" @acme/team\n")
                .doesNotContain(host.cwd.toString());
    }

    @Test
    void defect12WithoutAnOwnerCodeownersIsNotTouched() {
        host.file(".github/CODEOWNERS", "* @acme/platform\n");

        assertThat(example().exit()).isZero();
        assertThat(host.read(".github/CODEOWNERS")).isEqualTo("* @acme/platform\n");
    }

    @Test
    void defect13WhatCannotBeMadeIsRefusedBeforeAnythingIsWritten() {
        for (String template : new String[] {"cli-module", "frontend-plugin", "backend-plugin-module"}) {
            failsAndLeavesEverything(2, "backend-plugin", "new", template, "--id", "example");
        }
    }

    @Test
    void defect14WithoutABackendTheUserIsToldWhatToDo() throws IOException {
        host = HostRepository.withoutBackend(folder.toRealPath().resolve("bare"));
        Stage.Run run = example();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(host.tree()).containsKey(CREATED);
        assertThat(run.out()).contains("left to you").contains(LINE).contains(HostRepository.INDEX);
        assertThat(run.out()).doesNotContain("Wired");
    }
}
