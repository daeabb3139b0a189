package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs the steps of a composite action that are scripts, as GitHub's runner does; those of other actions are passed
 * over. The tool beside the actions is the one under test, and {@code gh} a script that remembers what it was told.
 */
final class ActionRunner {

    /** What an action came to. */
    record Run(int exit, String log, String summary, Map<String, String> outputs) {}

    final Path tool;
    final Path gh;

    /** What the last action called the build in the cache. */
    private String key = "";

    private final Path folder;

    ActionRunner(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.tool = tool(folder.resolve("a tool"));
        this.gh = gh(folder.resolve("gh"));
    }

    Run run(String action, Path workspace, Map<String, String> inputs) throws IOException, InterruptedException {
        return run(action, workspace, inputs, Map.of());
    }

    Run run(String name, Path workspace, Map<String, String> inputs, Map<String, String> runner)
            throws IOException, InterruptedException {
        ActionFile action = ActionFile.named(name);
        Path summary = Files.writeString(folder.resolve("summary"), "");
        Map<String, String> outputs = new TreeMap<>();
        StringBuilder log = new StringBuilder();
        int exit = 0;
        for (Map<String, Object> step : action.steps()) {
            if (exit == 0 && step.containsKey("run")) {
                Map<String, String> env = new LinkedHashMap<>(runner(name, summary));
                env.putAll(runner);
                env.putAll(action.env(step, inputs, each -> outputs.getOrDefault(each, others(each))));
                Path told = Files.writeString(folder.resolve("output"), "");
                exit = bash(step.get("run").toString(), workspace, env, log);
                for (String line : Files.readAllLines(told)) {
                    int is = line.indexOf('=');
                    outputs.put(
                            "steps." + step.get("id") + ".outputs." + line.substring(0, is), line.substring(is + 1));
                }
            }
        }
        key = outputs.getOrDefault("steps.tool.outputs.key", "");
        Map<String, String> results = new TreeMap<>();
        action.outputs().forEach((output, value) -> {
            String expression = ActionFile.map(value).get("value").toString().replaceAll("\\$\\{\\{ | }}", "");
            results.put(output, outputs.getOrDefault(expression, ""));
        });
        return new Run(exit, log.toString(), Files.readString(summary), results);
    }

    String key() {
        return key;
    }

    /** What the fake {@code gh} was asked to do to pull requests, in that order. */
    List<String> told() throws IOException {
        return Files.exists(gh.resolve("log")) ? Files.readAllLines(gh.resolve("log")) : List.of();
    }

    private static String others(String expression) {
        return expression.equals("github.token") ? "the-job's-token" : "";
    }

    /** What the pull request says that is in such a state. */
    String body(String state) throws IOException {
        return Files.readString(gh.resolve(state));
    }

    /** The pull request was closed or merged. */
    void became(String state) throws IOException {
        Files.move(gh.resolve("open"), gh.resolve(state));
    }

    private Map<String, String> runner(String action, Path summary) {
        return Map.ofEntries(
                Map.entry(
                        "GITHUB_ACTION_PATH",
                        tool.resolve(".github/actions").resolve(action).toString()),
                Map.entry("GITHUB_STEP_SUMMARY", summary.toString()),
                Map.entry("GITHUB_OUTPUT", folder.resolve("output").toString()),
                Map.entry("GITHUB_SERVER_URL", "https://github.com"),
                Map.entry("GITHUB_REF_TYPE", "branch"),
                Map.entry("GITHUB_REF_NAME", "main"),
                Map.entry("RUNNER_OS", "Linux"),
                Map.entry("RUNNER_ARCH", "X64"),
                Map.entry("CI", "true"),
                Map.entry("FAKE_GH", gh.toString()),
                Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
                Map.entry("HOME", folder.toString()),
                Map.entry("PATH", gh.resolve("bin") + ":" + System.getenv("PATH")));
    }

    private int bash(String script, Path workspace, Map<String, String> env, StringBuilder log)
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("step.sh"), script);
        Path out = folder.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", file.toString());
        builder.environment().clear();
        builder.environment().putAll(env);
        Process process = builder.directory(workspace.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        log.append(Files.readString(out));
        return process.exitValue();
    }

    private static Path tool(Path home) throws IOException {
        Files.createDirectories(home.resolve("scaffold-cli/src/main"));
        Files.createDirectories(home.resolve("templates"));
        Files.createDirectories(home.resolve("guides"));
        Files.writeString(home.resolve("pom.xml"), "");
        Files.writeString(home.resolve("scaffold-cli/pom.xml"), "");
        Files.writeString(home.resolve("scaffold-cli/src/main/Some source.java"), "class A {}");
        Path actions = home.resolve(".github/actions");
        try (var paths = Files.walk(ActionFile.FOLDER)) {
            for (Path path : paths.toList()) {
                Path copy = actions.resolve(ActionFile.FOLDER.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        script(home.resolve("backstage-gen"), """
                [ "$1" != --version ] || exit 0
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' dev.backstagegen.cli.Main "$@"
                """.formatted(java, System.getProperty("java.class.path")));
        return home;
    }

    private static Path gh(Path home) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/gh"), """
                cd "$FAKE_GH"
                [ -n "$GH_TOKEN" ] || { echo 'There is no token.' >&2; exit 4; }
                command="$1 $2"
                shift 2
                case $command in
                  'pr list')
                    [ "$3 $4 $5 $7 ${11}" = '--base main --state --limit --jq' ] || exit 2
                    list='{"number":3,"url":"https://example.com/pull/3","state":"CLOSED","body":"","isCrossRepository":true}'
                    first=
                    # Merged is a way of being closed here.
                    for state in $([ "$6" = open ] && echo open || echo closed merged); do
                      [ -f "$state" ] || continue
                      # The program that gh brings along to read such lists is not on every machine.
                      if command -v jq >/dev/null; then
                        list+=$(jq -Rs --arg state "$state" '{number: 7, url: "https://example.com/pull/7",
                          state: ($state | ascii_upcase), body: ., isCrossRepository: false}' "$state")
                      elif [[ ! ${12} =~ backstage-gen-changes:\\ [0-9a-f]{40} ]] ||
                        { [ "$state" = closed ] && grep -qF "${BASH_REMATCH[0]}" closed; }; then
                        first=$state
                      fi
                    done
                    if command -v jq >/dev/null; then
                      jq -rs "${12}" <<<"$list"
                    elif [ -n "$first" ]; then
                      case ${12} in
                        *'.[0].url '*) echo https://example.com/pull/7 ;;
                        *'.[0].body '*) cat "$first" ;;
                        *) echo 7 ;;
                      esac
                    fi ;;
                  'pr create') : >open; echo "create $*" >>log; echo https://example.com/pull/7 ;;
                  'pr edit' | 'pr ready') echo "${command#pr } $*" >>log ;;
                  'pr close') mv open closed; echo "close $*" >>log ;;
                  *) exit 2 ;;
                esac
                while [ $# -gt 0 ]; do
                  [ "$1" != --body-file ] || cp "$2" open
                  shift
                done
                """);
        return home;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
