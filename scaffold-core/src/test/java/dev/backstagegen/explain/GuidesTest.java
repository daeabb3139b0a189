package dev.backstagegen.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import dev.backstagegen.feature.Service;
import dev.backstagegen.layout.Markdown;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.ts.TsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guides are there, of one form, and the pages in docs/guides say what they say. */
class GuidesTest {

    private static final Path SOURCES = Path.of("..", "guides");
    private static final Path FOLDER = Path.of("..", "docs", "guides");
    private static final Features FEATURES = Features.load();
    private static final Guides GUIDES = Guides.load(FEATURES);
    private static final Pitfalls PITFALLS = Pitfalls.load(FEATURES);

    static Stream<Guide> guides() {
        return GUIDES.all().stream().map(GuideDoc::guide);
    }

    @Test
    void thePagesSayWhatTheGuidesSay() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", Markdown.format(GuidePage.index(GUIDES)));
        pages.put("pitfalls.md", Markdown.format(PitfallsPage.of(PITFALLS)));
        GUIDES.all().forEach(doc -> pages.put(doc.guide().name() + ".md", GuidePage.of(doc)));
        if (System.getProperty("update") != null) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
            }
        }
        assertThat(texts(FOLDER))
                .as("docs/guides is not what the guides say; rewrite it with:"
                        + " mvn test -pl scaffold-core -Dtest=GuidesTest -Dupdate")
                .isEqualTo(pages);
    }

    @Test
    void eachFileIsAGuideOfTheIndex() throws IOException {
        List<String> files = texts(SOURCES).keySet().stream()
                .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                .map(name -> name.replace(".md", ""))
                .toList();
        assertThat(guides().map(Guide::name)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void eachServiceHasItsGuide() {
        assertThat(FEATURES.services())
                .allSatisfy(service ->
                        assertThat(GUIDES.about(service)).as(service.name()).isPresent());
        assertThat(guides().flatMap(guide -> guide.service().stream())).doesNotHaveDuplicates();
    }

    /** What is said of a service is looked for by the name it has in Backstage. */
    @Test
    void aGuideHasTheNameOfTheReference() {
        for (GuideDoc doc : GUIDES.all()) {
            String name = doc.guide().name();
            doc.service()
                    .map(Service::ref)
                    .ifPresent(ref -> assertThat(ref).isIn("coreServices." + name, name + "ServiceRef"));
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void aGuideSaysWhatItShouldInTheForm(Guide guide) throws IOException {
        String source = Files.readString(SOURCES.resolve(guide.name() + ".md"));

        assertThat(source).isEqualTo(Markdown.format(source));
        assertThat(source.lines().filter(line -> line.startsWith("## "))).hasSize(3);
        assertThat(guide.title()).isNotBlank().doesNotEndWith(".");
        assertThat(guide.summary()).endsWith(".").hasSizeLessThan(110);
        assertThat(guide.purpose()).endsWith(".");
        assertThat(guide.traps())
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(trap -> trap.endsWith("."))
                .noneMatch(trap -> trap.startsWith(" ") || trap.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void aGuideShowsTypeScript(Guide guide) {
        List<Guide.Example> code = guide.examples().stream()
                .filter(example -> example.path().endsWith(".ts"))
                .toList();

        assertThat(code)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(TsFile.parse(example.code()).isWhole())
                        .as(example.path())
                        .isTrue());
        assertThat(guide.examples()).extracting(Guide.Example::path).doesNotHaveDuplicates();
        assertThat(guide.examples()).hasSize(guide.usage().split("(?m)^```$", -1).length - 1);
    }

    @Test
    void whatGeneratesItFollowsFromTheFeatures() {
        assertThat(generating("cache")).containsExactly("cache");
        assertThat(generating("httpRouter")).containsExactly("base");
        assertThat(generating("rootConfig")).contains("config", "scheduler");
        assertThat(generating("rootHealth")).isEmpty();
        assertThat(generating("mcp")).containsExactly("mcp");
    }

    private static List<String> generating(String name) {
        return GUIDES.all().stream()
                .filter(doc -> doc.guide().name().equals(name))
                .flatMap(doc -> doc.generating().stream())
                .map(Feature::name)
                .toList();
    }

    @Test
    void aPitfallSaysAll() {
        assertThat(PITFALLS.all()).hasSizeGreaterThan(50).allSatisfy(pitfall -> {
            assertThat(pitfall.what()).isNotBlank().doesNotEndWith(".");
            assertThat(pitfall.happens()).endsWith(".");
            assertThat(pitfall.todo()).endsWith(".");
            assertThat(pitfall.what() + pitfall.happens() + pitfall.todo()).doesNotContain("|", "\n");
        });
        assertThat(PITFALLS.all()).extracting(Pitfalls.Pitfall::what).doesNotHaveDuplicates();
    }

    /** While rules are being written it is skipped, and names those that are missing. To tighten: assert, not assume. */
    @Test
    void thePitfallsNameRulesThatThereAre() {
        List<String> missing = PITFALLS.all().stream()
                .flatMap(pitfall -> pitfall.rules().stream())
                .filter(id -> Rules.byId(id).isEmpty())
                .distinct()
                .sorted()
                .toList();
        assertThat(missing)
                .as("rules that the pitfalls name and that there are not")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# A title\n",
                "---\ntitle: A\nsummary: B.\n---\n\n## What it is for\n\nC.\n",
                "---\ntitle: A\nsumary: B.\n---\n\n## What it is for\n\nC.\n\n## How it is used today\n\nD.\n\n## Traps\n\n- E.\n",
            })
    void whatIsOfAnotherFormIsRefusedByName(String text) {
        assertThatThrownBy(() -> Guide.of("other", text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("guides/other.md");
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.list(folder)) {
                for (Path path : paths.toList()) {
                    texts.put(path.getFileName().toString(), Files.readString(path));
                }
            }
        }
        return texts;
    }
}
