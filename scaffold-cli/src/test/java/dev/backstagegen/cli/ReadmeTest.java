package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstagegen.feature.Features;
import dev.backstagegen.host.Releases;
import dev.backstagegen.layout.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README and the pages of commands show is what happens; {@code -Dupdate} writes it anew. */
class ReadmeTest {

    private static final Path README = Path.of("../README.md");
    private static final Pattern COMMAND = Pattern.compile("^\\./backstage-gen (.*) --root \\S+$", Pattern.MULTILINE);

    private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

    @TempDir
    Path folder;

    @Test
    void theCommandDoesWhatIsShown() throws IOException {
        Matcher command = COMMAND.matcher(Files.readString(README));
        assertThat(command.find()).isTrue();
        Stage host = HostRepository.at(folder.resolve("acme"));

        Stage.Run run = host.runForReal(command.group(1).split(" "));

        assertThat(run.exit()).isZero();
        Pages.keep(README, "demo", "```console\n$ backstage-gen " + command.group(1) + "\n" + run.out() + "```\n");
        Pages.keep(
                README,
                "plugin.ts",
                "```ts\n" + Files.readString(host.cwd.resolve("plugins/example-backend/src/plugin.ts")) + "```\n");
    }

    /** The plugin of the first command, with a line in it that somebody wrote. */
    @Test
    void keepingItUpDoesWhatIsShown() throws IOException {
        String readme = Files.readString(README);
        Matcher made = COMMAND.matcher(readme);
        assertThat(made.find()).isTrue();
        Stage host = HostRepository.at(folder.resolve("acme"));
        host.runForReal(made.group(1).split(" "));
        String plugin = "plugins/example-backend/src/plugin.ts";
        host.file(
                plugin, host.read(plugin).replace("  register(env) {\n", "  // See the runbook.\n  register(env) {\n"));
        String shown = readme.substring(readme.indexOf("<!-- begin upkeep -->"), readme.indexOf("<!-- end upkeep -->"));
        List<String> commands = Pattern.compile("(?m)^\\$ backstage-gen (.*)$")
                .matcher(shown)
                .results()
                .map(command -> command.group(1))
                .toList();
        assertThat(commands).hasSize(3);

        StringBuilder transcript = new StringBuilder("```console\n");
        for (String command : commands) {
            Stage.Run run = host.runForReal(command.split(" "));
            assertThat(run.exit()).isZero();
            assertThat(run.err()).isEmpty();
            transcript.append("$ backstage-gen ").append(command).append('\n').append(run.out());
        }
        Pages.keep(README, "upkeep", transcript + "```\n");
    }

    @Test
    void theCommandsThatKeepUpAreThere() throws IOException {
        String readme = Files.readString(README);
        String part = readme.substring(readme.indexOf("## Keep it up to date"));
        List<String> commands = block(part, "bash").lines().toList();

        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            List<String> words =
                    WORD.matcher(command).results().map(word -> word.group()).toList();
            assertThat(words.get(0)).isEqualTo("backstage-gen");
            assertThat(Main.command(List.of(words.get(1)))).as(command).isPresent();
        }
    }

    @Test
    void everyOptionIsListed() throws IOException {
        StringBuilder table = new StringBuilder("| Option | What it does |\n| --- | --- |\n");
        for (Flag flag : Flag.all(Features.load())) {
            String value = flag.takesValue() ? " " + flag.label() : "";
            table.append("| `").append(String.join("`, `", flag.names()));
            table.append(value).append("` | ").append(flag.text()).append(" |\n");
        }
        Pages.keep(README, "options", Markdown.format(table.toString()));
    }

    @Test
    void theFileSaysWhatTheCommandSays() throws IOException {
        String readme = Files.readString(README);
        String part =
                readme.substring(readme.indexOf("<!-- begin resources -->"), readme.indexOf("<!-- end resources -->"));
        Stage stage = Stage.inMemory().file("spec.yaml", block(part, "yaml"));
        String command = block(part, "bash").replace("\\\n", "").strip();
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("'", ""))
                .skip(1)
                .toList();

        stage.run(words.toArray(new String[0]));
        stage.run("new", "backend-plugin", "--spec", "spec.yaml");

        assertThat(stage.orders).hasSize(2);
        assertThat(stage.orders.get(0).spec()).isEqualTo(stage.orders.get(1).spec());
    }

    private static String block(String text, String language) {
        String begin = "```" + language + "\n";
        int start = text.indexOf(begin) + begin.length();
        return text.substring(start, text.indexOf("```", start));
    }

    @Test
    void theReleasesAreThoseOfTheTable() throws IOException {
        List<String> releases = Releases.embedded().all();
        assertThat(Files.readString(README))
                .contains("Backstage " + minor(releases.get(0)) + " to " + minor(releases.get(releases.size() - 1)));
    }

    private static String minor(String release) {
        return release.substring(0, release.lastIndexOf('.'));
    }

    @Test
    void theReportIsAsItsPageShows() throws IOException {
        Stage host = HostRepository.at(folder.resolve("acme"));

        Stage.Run run = host.runForReal("new", "backend-plugin", "--id", "example", "--format", "json", "--dry-run");

        String report = run.out().replace(host.cwd.toRealPath().toString(), "/home/ann/acme");
        Pages.keep(Path.of("../docs/json-report.md"), "example", "```json\n" + report + "```\n");
    }

    @Test
    void anUndoIsReportedAsItsPageShows() throws IOException {
        Stage host = HostRepository.at(folder.resolve("acme"));
        assertThat(host.runForReal("new", "backend-plugin", "--id", "example").exit())
                .isZero();
        host.file("packages/backend/src/index.ts", "// mine\n");

        String report = host.run("undo", "--format", "json")
                .out()
                .replace(host.cwd.toRealPath().toString(), "/home/ann/acme")
                .replaceAll("(?s)(\"files\": \\[\n    \\{.*?},).*?\n  ]", "$1\n    ...\n  ]");
        Pages.keep(Path.of("../docs/json-report.md"), "undo", "```json\n" + report + "```\n");
    }

    private static final Path FEATURES_JSON = Path.of("../docs/features-json.md");

    /** What each key of a feature means; a key that is not here fails the test. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("name", "the word for it"),
            Map.entry("flag", "the option of `new` that asks for it; null for what each plugin has"),
            Map.entry("title", "what it is called in a list"),
            Map.entry("summary", "one sentence on what it adds"),
            Map.entry("purpose", "what it is for and how it does it, in a paragraph of Markdown"),
            Map.entry("needs", "what comes with it: the name of the `feature`, and the `reason`"),
            Map.entry("conflicts", "the names of the features it cannot stand beside"),
            Map.entry("services", "the names of the services of Backstage it uses"),
            Map.entry("facts", "what is true of a plugin that has it, by the words that templates use"),
            Map.entry(
                    "files",
                    "what it makes and changes in a plugin `example` that has what it needs: `path` below the root of"
                            + " the repository, and `change`: `create`, `update` or `delete`"),
            Map.entry("since", "the first release of Backstage that has what it uses; null when all do"),
            Map.entry("pitfalls", "what goes wrong without it or by hand, each in a sentence or two of Markdown"));

    @Test
    void aFeatureIsAsItsPageShows() throws IOException {
        String out = Stage.inMemory().run("features", "--format", "json").out();
        JsonNode document = new ObjectMapper().readTree(out);

        StringBuilder table = new StringBuilder("| key | meaning |\n| --- | --- |\n");
        for (JsonNode feature : document) {
            assertThat(feature.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(KEYS.keySet());
        }
        document.get(0)
                .fieldNames()
                .forEachRemaining(key -> table.append("| `" + key + "` | " + KEYS.get(key) + " |\n"));
        Pages.keep(FEATURES_JSON, "keys", Markdown.format(table.toString()));

        String element = Arrays.stream(out.split("(?m)^  },?$"))
                .filter(each -> each.contains("\"name\": \"mcp\""))
                .findFirst()
                .orElseThrow();
        String example = element.replaceFirst("(?s)^[^{]*", "").replaceAll("(?m)^  ", "");
        Pages.keep(FEATURES_JSON, "example", "```json\n" + example.strip() + "\n}\n```\n");
    }

    private static final Path EXPLAIN_JSON = Path.of("../docs/explain-json.md");

    @ParameterizedTest
    @CsvSource({"identity,feature,", "testing,guide,guide", "pitfalls,pitfalls,pitfalls", "auth/health-policy,rule,"})
    void anExplanationHasTheKeysOfItsPage(String topic, String kind, String inside) throws IOException {
        JsonNode explained = new ObjectMapper()
                .readTree(Stage.inMemory()
                        .run("explain", topic, "--format", "json")
                        .out());
        String page = Files.readString(EXPLAIN_JSON);
        int start = page.indexOf("### `" + kind + "`");
        String[] tables = page.substring(start).split("\n### ")[0].split("\n\\| key ");

        assertThat(explained.fieldNames()).toIterable().containsExactlyElementsOf(keys(tables[1]));
        if (inside != null) {
            JsonNode about = explained.get(inside);
            assertThat((about.isArray() ? about.get(0) : about).fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(keys(tables[2]));
        }
    }

    private static List<String> keys(String table) {
        return Pattern.compile("(?m)^\\| `(\\w+)`")
                .matcher(table)
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    private static final Path RULES_JSON = Path.of("../docs/rules-json.md");

    /** What each key of a rule means; a key that is not here fails the test. */
    private static final Map<String, String> RULE_KEYS = Map.of(
            "id", "the group and the good world; what `explain` and suppressions call it",
            "severity", "`error`: it breaks or is insecure, `warning`: it will cost somebody time, or `info`",
            "fixable", "whether a finding comes with a repair, at least where the case is clear",
            "title", "what holds where the world is good",
            "since", "the version of backstage-gen that brought it");

    @Test
    void aRuleIsAsItsPageShows() throws IOException {
        JsonNode rules = new ObjectMapper()
                .readTree(Stage.inMemory().run("rules", "--format", "json").out())
                .get("rules");

        StringBuilder table = new StringBuilder("| key | meaning |\n| --- | --- |\n");
        for (JsonNode rule : rules) {
            assertThat(rule.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(RULE_KEYS.keySet());
        }
        rules.get(0)
                .fieldNames()
                .forEachRemaining(key -> table.append("| `" + key + "` | " + RULE_KEYS.get(key) + " |\n"));
        Pages.keep(RULES_JSON, "keys", Markdown.format(table.toString()));
        Pages.keep(
                RULES_JSON,
                "example",
                "```json\n" + rules.get(0).toPrettyString().replace("\" :", "\":") + "\n```\n");
    }
}
