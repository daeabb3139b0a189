package dev.backstagegen.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.Example;
import dev.backstagegen.feature.Features;
import dev.backstagegen.layout.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeaturePageTest {

    private static final Path FOLDER = Path.of("..", "docs", "features");
    private static final Features FEATURES = Features.load();
    private static final Guides GUIDES = Guides.load(FEATURES);
    private static final List<FeatureDoc> DOCS =
            Example.of(FEATURES, Example.ID, Set.of()).all();

    @Test
    void thePagesSayWhatTheFeaturesSay() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", Markdown.format(FeaturePage.index(DOCS)));
        DOCS.forEach(doc -> pages.put(doc.feature().name() + ".md", FeaturePage.of(doc, GUIDES)));
        if (System.getProperty("update") != null) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.createDirectories(FOLDER);
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(onDisk())
                .as("docs/features is not what the features say; rewrite it with:"
                        + " mvn test -pl scaffold-core -Dtest=FeaturePageTest -Dupdate")
                .isEqualTo(pages);
    }

    private static Map<String, String> onDisk() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        if (Files.isDirectory(FOLDER)) {
            try (Stream<Path> paths = Files.list(FOLDER)) {
                for (Path path : paths.toList()) {
                    pages.put(path.getFileName().toString(), Files.readString(path));
                }
            }
        }
        return pages;
    }
}
