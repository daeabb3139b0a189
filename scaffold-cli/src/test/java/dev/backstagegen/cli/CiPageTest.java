package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.layout.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page on CI shows are workflows, with inputs that the actions have, and commands that can be read. */
class CiPageTest {

    static final Path PAGE = Path.of("../docs/ci.md");

    private static final String OURS = "acme/backstage-gen/.github/actions/";
    private static final Pattern PINNED = Pattern.compile("[\\w./-]+@[0-9a-f]{40}");
    private static final Set<String> RIGHTS = Set.of("contents", "pull-requests", "security-events");

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** The steps of all jobs, as they stand. */
    private static List<Map<String, Object>> steps(Map<String, Object> workflow) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Object job : ActionFile.map(workflow.get("jobs")).values()) {
            ((List<?>) ActionFile.map(job).get("steps")).forEach(step -> steps.add(ActionFile.map(step)));
        }
        return steps;
    }

    @Test
    void theWorkflowsUseWhatTheActionsHave() throws IOException {
        List<String> used = new ArrayList<>();
        for (String block : blocks("yaml")) {
            for (Map<String, Object> step : steps(ActionFile.map(ActionFile.parsed(block)))) {
                String uses = step.get("uses").toString();
                assertThat(uses).matches(PINNED);
                assertThat(step.keySet()).isSubsetOf("uses", "with", "if");
                if (uses.startsWith(OURS)) {
                    String name = uses.substring(OURS.length(), uses.indexOf('@'));
                    used.add(name);
                    assertThat(ActionFile.named(name).inputs().keySet())
                            .containsAll(ActionFile.map(step.get("with")).keySet());
                }
            }
        }
        assertThat(used).containsExactlyInAnyOrder("check", "status", "update", "check");
    }

    @Test
    void theWorkflowsAskForLittle() throws IOException {
        List<String> blocks = blocks("yaml");
        assertThat(blocks).hasSize(3);
        for (String block : blocks) {
            Map<String, Object> workflow = ActionFile.map(ActionFile.parsed(block));
            assertThat(block).startsWith("# .github/workflows/").doesNotContain("pull_request_target");
            assertThat(workflow).containsKey("permissions");
            // YAML 1.1 takes the word for true.
            assertThat(new ArrayList<Object>(workflow.keySet())).contains("name", "jobs", true);
            assertThat(ActionFile.map(workflow.get("permissions")).values()).allMatch("read"::equals);
            ActionFile.map(workflow.get("jobs")).values().forEach(job -> {
                assertThat(ActionFile.map(job)).containsKeys("runs-on", "timeout-minutes");
                assertThat(RIGHTS)
                        .containsAll(ActionFile.map(ActionFile.map(job).get("permissions"))
                                .keySet());
            });
            steps(workflow).stream()
                    .filter(step -> step.get("uses").toString().startsWith("actions/checkout@"))
                    .forEach(step ->
                            assertThat(ActionFile.map(step.get("with"))).containsEntry("persist-credentials", false));
        }
    }

    @Test
    void theCommandsCanBeRead() throws IOException {
        Map<String, List<Flag>> flags = Map.of(
                CheckCommand.NAME, CheckCommand.flags(),
                StatusCommand.NAME, StatusCommand.flags(),
                UpdateCommand.NAME, UpdateCommand.flags(),
                DiffCommand.NAME, DiffCommand.flags());
        List<String> commands = blocks("bash").stream().flatMap(String::lines).toList();

        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            List<String> words = Arrays.asList(command.split(" "));
            assertThat(words.get(0)).isEqualTo("backstage-gen");
            Arguments read = Arguments.parse(flags.get(words.get(1)), words.subList(2, words.size()));
            read.value(Flag.FORMAT)
                    .ifPresent(format -> assertThat(flags.get(words.get(1)).stream()
                                    .filter(flag -> flag.name().equals(Flag.FORMAT))
                                    .findFirst()
                                    .orElseThrow()
                                    .text())
                            .containsPattern("\\b" + format + "\\b"));
            read.value(OnConflict.FLAG)
                    .ifPresent(how -> assertThat(OnConflict.words(" ")).contains(how));
        }
    }

    @Test
    void everyInputIsListed() throws IOException {
        StringBuilder table = new StringBuilder("| action | input | default | meaning |\n| --- | --- | --- | --- |\n");
        for (String name : ActionFile.names()) {
            ActionFile.named(name).inputs().forEach((input, what) -> {
                String usual = ActionFile.map(what).get("default").toString();
                table.append("| `").append(name).append("` | `").append(input).append("` | ");
                table.append(usual.isEmpty() ? "" : "`" + usual + "`").append(" | ");
                table.append(ActionFile.map(what).get("description").toString().strip())
                        .append(" |\n");
            });
        }
        Pages.keep(PAGE, "inputs", Markdown.format(table.toString()));
    }

    @Test
    void everyExitCodeIsListed() throws IOException {
        StringBuilder table = new StringBuilder("| exit code | meaning |\n| --- | --- |\n");
        for (Exit exit : Exit.values()) {
            table.append("| `" + exit.code() + "` | " + exit.meaning() + " |\n");
        }
        Pages.keep(PAGE, "exits", Markdown.format(table.toString()));
    }
}
