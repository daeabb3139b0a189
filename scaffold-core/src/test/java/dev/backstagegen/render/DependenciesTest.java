package dev.backstagegen.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.RelPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A range may be another one for the releases that the code has other types in. */
class DependenciesTest {

    @ParameterizedTest
    @CsvSource({"1.45.0, ^3.25.76", "1.48.0, ^3.25.76", "1.49.0, ^3.25.76 || ^4.0.0", "1.55.0, ^3.25.76 || ^4.0.0"})
    void theRangeIsThatOfTheRelease(String release, String range) {
        String manifest = Plugins.render(PluginSpec.of(PluginId.of("example")), release)
                .text(RelPath.of("package.json"))
                .orElseThrow();
        assertThat(manifest).contains("\"zod\": \"" + range + "\"");
    }
}
