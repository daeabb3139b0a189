package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.feature.Features;
import dev.backstagegen.host.Releases;
import dev.backstagegen.layout.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        keep(README, "demo", "```console\n$ backstage-gen " + command.group(1) + "\n" + run.out() + "```\n");
        keep(
                README,
                "plugin.ts",
                "```ts\n" + Files.readString(host.cwd.resolve("plugins/example-backend/src/plugin.ts")) + "```\n");
    }

    @Test
    void everyOptionIsListed() throws IOException {
        StringBuilder table = new StringBuilder("| Option | What it does |\n| --- | --- |\n");
        for (Flag flag : Flag.all(Features.load())) {
            String value = flag.takesValue() ? " " + flag.label() : "";
            table.append("| `").append(String.join("`, `", flag.names()));
            table.append(value).append("` | ").append(flag.text()).append(" |\n");
        }
        keep(README, "options", Markdown.format(table.toString()));
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
        keep(Path.of("../docs/json-report.md"), "example", "```json\n" + report + "```\n");
    }

    private static void keep(Path page, String part, String text) throws IOException {
        String begin = "<!-- begin " + part + " -->\n";
        String end = "<!-- end " + part + " -->";
        String readme = Files.readString(page);
        String before = readme.substring(0, readme.indexOf(begin) + begin.length());
        String after = readme.substring(readme.indexOf(end));
        if (System.getProperty("update") != null) {
            Files.writeString(page, before + "\n" + text + "\n" + after);
            return;
        }
        assertThat(readme.substring(before.length(), readme.length() - after.length())
                        .strip())
                .as("%s in %s; run the test with -Dupdate and look at the difference", part, page)
                .isEqualTo(text.strip());
    }
}
