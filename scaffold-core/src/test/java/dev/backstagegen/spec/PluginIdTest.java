package dev.backstagegen.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.ScaffoldException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "example", "incident-log", "a1", "s3", "a-1-b", "backend-tools"})
    void takesKebabCase(String id) {
        assertThat(PluginId.of(id).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A",
                "Example",
                "1a",
                "-a",
                "a-",
                "a--b",
                "a_b",
                "a.b",
                "a b",
                "ä",
                "a\n",
                "../../escaped",
                "x'; import('evil'); //",
                "@scope/a",
                "con/x",
                "a\0b",
                "\u202Ea"
            })
    void refusesEverythingElse(String id) {
        assertThatThrownBy(() -> PluginId.of(id)).isInstanceOfSatisfying(ScaffoldException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ScaffoldException.Kind.USAGE);
            assertThat(refused.hint()).isNotBlank();
            assertThat(refused.getMessage()).matches("\\P{Cntrl}*");
        });
    }

    @Test
    void hasFiftyCharactersAtMost() {
        assertThat(PluginId.of("a".repeat(50)).value()).hasSize(50);
        assertThatThrownBy(() -> PluginId.of("a".repeat(51))).hasMessageContaining("51 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "Bad ID!,--id bad-id",
        "incidentLog,--id incident-log",
        "example-backend,--id example",
        "my_plugin,--id my-plugin",
        "backend,--id incident-log",
        "!!!,--id incident-log"
    })
    void suggestsWhatWasMeant(String id, String repair) {
        assertThatThrownBy(() -> PluginId.of(id))
                .isInstanceOfSatisfying(
                        ScaffoldException.class,
                        refused -> assertThat(refused.hint()).contains(repair));
    }
}
