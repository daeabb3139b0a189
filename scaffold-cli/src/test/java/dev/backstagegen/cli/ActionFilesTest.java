package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the files of the actions, so that nobody from outside can put words into them. */
class ActionFilesTest {

    private static final Pattern PINNED =
            Pattern.compile("(?m)^ +(?:- )?uses: [\\w-]+/[\\w/-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+$");

    private static List<String> names() {
        return ActionFile.names();
    }

    @Test
    void thereAreThese() throws IOException {
        try (var folders = Files.list(ActionFile.FOLDER)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ActionFile.names());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void otherActionsArePinned(String name) {
        long uses = ActionFile.text(name)
                .lines()
                .filter(line -> line.contains("uses:"))
                .count();

        assertThat(PINNED.matcher(ActionFile.text(name)).results()).hasSize((int) uses);
        assertThat(uses).isEqualTo(3);
    }

    /** What a script is told comes through variables, where it cannot become a part of the script. */
    @ParameterizedTest
    @MethodSource("names")
    void noExpressionIsInAScript(String name) throws IOException {
        for (Map<String, Object> step : ActionFile.named(name).steps()) {
            assertThat(step.getOrDefault("run", "").toString()).doesNotContain("${{");
            assertThat(step.containsKey("run")).isEqualTo("bash".equals(step.get("shell")));
        }
        String script = Files.readString(ActionFile.FOLDER.resolve(name).resolve(name + ".sh"));
        assertThat(script).startsWith("#!/usr/bin/env bash\n").contains("\nset -euo pipefail\n");
        assertThat(script).doesNotContain("eval ", "${{", "set -x");
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachInputIsDescribedAndReachesItsScript(String name) {
        ActionFile action = ActionFile.named(name);
        String steps = action.document().get("runs").toString();

        action.inputs().forEach((input, what) -> {
            assertThat(steps).as(input).contains("inputs." + input + " ");
            assertThat(ActionFile.map(what)).containsOnlyKeys("description", "default");
            assertThat(ActionFile.map(what).get("description").toString()).endsWith(".");
        });
    }

    /** An action cannot use another one of its own repository, whose name it does not know. */
    @ParameterizedTest
    @MethodSource("names")
    void theyBeginAlike(String name) {
        List<Map<String, Object>> steps = ActionFile.named(name).steps();

        assertThat(steps.subList(0, steps.size() - 1))
                .isEqualTo(ActionFile.named("check").steps().subList(0, steps.size() - 1));
    }

    /** Only the last step of an update is told the token; the tool is built without it. */
    @Test
    void fewSeeTheToken() {
        List<Map<String, Object>> steps = ActionFile.named("update").steps();

        assertThat(steps.stream().filter(step -> step.toString().contains("token")))
                .containsExactly(steps.get(steps.size() - 1));
        for (String name : List.of("check", "status")) {
            assertThat(ActionFile.text(name)).doesNotContainIgnoringCase("token");
        }
    }

    @Test
    void whatIsPinnedIsTheSameEverywhere() throws IOException {
        String page = Files.readString(CiPageTest.PAGE);
        Pattern use = Pattern.compile("uses: ((?:actions|github)/([\\w/-]+?)(?:/restore|/save)?@[0-9a-f]{40} # \\S+)");
        Map<String, String> versions = new TreeMap<>();
        for (String text :
                List.of(page, ActionFile.text("check"), ActionFile.text("status"), ActionFile.text("update"))) {
            use.matcher(text).results().forEach(match -> {
                String pin = match.group(1).substring(match.group(1).indexOf('@'));
                assertThat(versions.merge(match.group(2), pin, (old, now) -> old))
                        .isEqualTo(pin);
            });
        }
        assertThat(versions).containsOnlyKeys("cache", "checkout", "codeql-action/upload-sarif", "setup-java");
    }
}
