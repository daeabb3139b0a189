package dev.backstagegen.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What prettier 2.8.8 made of the {@code .in} files with the settings of Backstage is in the {@code .out} files. */
class LayoutTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assignments",
                "calls",
                "classes",
                "comments",
                "grammar",
                "precedence",
                "statements",
                "tests",
                "types"
            })
    void breaksLinesAsPrettierDoes(String name) throws IOException {
        String out = read(name + ".ts.out");

        assertThat(Layout.format(read(name + ".ts.in"))).isEqualTo(out);
        assertThat(Layout.format(out)).isEqualTo(out);
    }

    @Test
    void settlesWherePrettierWouldChangeItsOwnResult() {
        String source =
                "res.status(201).json(await organisationSubscriptionAlertDeploymentSubscriptions.create(input, { a }));";

        String formatted = Layout.format(source);

        assertThat(formatted).isEqualTo("""
                        res.status(201).json(
                          await organisationSubscriptionAlertDeploymentSubscriptions.create(input, {
                            a,
                          }),
                        );
                        """);
        assertThat(Layout.format(formatted)).isEqualTo(formatted);
    }

    @Test
    void endsInOneNewline() {
        assertThat(Layout.format("")).isEmpty();
        assertThat(Layout.format("a()")).isEqualTo("a();\n");
        assertThat(Layout.format("a();\n\n\n")).isEqualTo("a();\n");
    }

    @Test
    void countsColumnsNotBytes() {
        assertThat(Layout.format("const a = 'ä';   // über\nconst b = '日本';\n"))
                .isEqualTo("const a = 'ä'; // über\nconst b = '日本';\n");
    }

    @Test
    void refusesBrokenSource() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Layout.format("const a = 1;\nconst = = 2;\n"))
                .withMessageStartingWith("Broken source in line 2");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Layout.format("@Component()\nclass A {}\n"))
                .withMessageStartingWith("No layout for decorator in line 1: @Component()");
    }

    private static String read(String name) throws IOException {
        try (InputStream in = LayoutTest.class.getResourceAsStream("/layout/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
