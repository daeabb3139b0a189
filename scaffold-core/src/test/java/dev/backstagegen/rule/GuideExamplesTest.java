package dev.backstagegen.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.explain.Guide;
import dev.backstagegen.explain.GuideDoc;
import dev.backstagegen.explain.Guides;
import dev.backstagegen.feature.Features;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guides show is copied, so it has to please every rule. */
class GuideExamplesTest {

    /** They ask for the rest of the plugin, which an example does not show. */
    private static final String OF_THE_REST = "package/.*-dependencies|permissions/registered|config/schema";

    static Stream<Guide> guides() {
        return Guides.load(Features.load()).all().stream().map(GuideDoc::guide);
    }

    @ParameterizedTest
    @MethodSource("guides")
    void noRuleHasAFindingInWhatIsShown(Guide guide) {
        Map<String, String> shown = new TreeMap<>();
        guide.examples().forEach(example -> shown.put(place(example.path()), example.code()));
        StringBuilder files = new StringBuilder();
        shown.forEach(
                (path, code) -> files.append("--- ").append(path).append('\n').append(code));

        assertThat(Rules.check(Cases.tree(files.toString())))
                .filteredOn(finding -> shown.containsKey(finding.path().value()))
                .filteredOn(finding -> !finding.rule().matches(OF_THE_REST))
                .isEmpty();
    }

    /** What is not in the plugin's folder is in the repository around it. */
    private static String place(String path) {
        return path.matches("(src|migrations)/.*|config\\.d\\.ts") ? path : "^/" + path;
    }
}
