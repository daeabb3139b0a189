package dev.backstagegen.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulePageTest {

    private static final Path FOLDER = Path.of("..", "docs", "rules");

    @Test
    void thePagesSayWhatTheRulesSay() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", RulePage.index(Rules.ALL));
        Rules.ALL.forEach(rule -> pages.put(rule.doc().id() + ".md", RulePage.of(rule.doc())));
        if (Boolean.getBoolean("update") || "".equals(System.getProperty("update"))) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Path path = FOLDER.resolve(page.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, page.getValue());
            }
        }
        assertThat(onDisk())
                .as(
                        "docs/rules is not what the rules say; rewrite it with: mvn test -pl scaffold-core -Dtest=RulePageTest -Dupdate")
                .isEqualTo(pages);
    }

    private static Map<String, String> onDisk() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> paths = Files.walk(FOLDER)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    pages.put(FOLDER.relativize(path).toString().replace('\\', '/'), Files.readString(path));
                }
            }
        }
        return pages;
    }
}
