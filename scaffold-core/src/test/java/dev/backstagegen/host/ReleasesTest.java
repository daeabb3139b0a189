package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semver4j.Semver;

class ReleasesTest {

    private static final Releases RELEASES = Releases.embedded();

    /** What generated code imports, and the tool that builds it. */
    private static final List<String> IMPORTED = List.of(
            "backend-defaults",
            "backend-plugin-api",
            "backend-test-utils",
            "catalog-client",
            "catalog-model",
            "cli",
            "config",
            "errors",
            "plugin-catalog-common",
            "plugin-catalog-node",
            "plugin-events-node",
            "plugin-permission-common",
            "plugin-permission-node",
            "types");

    @Test
    void everyReleaseHasWhatAPluginAsksFor() {
        assertThat(RELEASES.all()).isSortedAccordingTo((a, b) -> Semver.parse(a).compareTo(Semver.parse(b)));
        assertThat(RELEASES.newest()).isEqualTo("1.55.0");
        for (String release : RELEASES.all()) {
            for (String name : IMPORTED) {
                assertThat(RELEASES.version(release, "@backstage/" + name))
                        .hasValueSatisfying(
                                version -> assertThat(Semver.isValid(version)).isTrue());
            }
        }
    }

    @Test
    void theReleaseBeforeAnswersForAGap() {
        Releases table = Releases.parse("release 1.50.0 1.51.0 1.52.0\n@backstage/config 1.3.7 - 1.3.8\n");

        assertThat(table.version("1.51.0", "@backstage/config")).contains("1.3.7");
        assertThat(table.version("1.52.0", "@backstage/config")).contains("1.3.8");
    }

    @ParameterizedTest
    @CsvSource({
        "1.55.0, @backstage/backend-plugin-api, 1.10.1",
        "1.45.0, @backstage/backend-plugin-api, 1.5.0",
        "1.51.0, @backstage/backend-plugin-api, 1.9.1",
        "1.51.0, @backstage/plugin-catalog-common, 1.1.10",
        // Before the package was there: the first release that has it.
        "1.41.0, @backstage/cli-defaults, 0.1.0",
    })
    void knowsTheVersionInARelease(String release, String name, String version) {
        assertThat(RELEASES.version(release, name)).contains(version);
    }

    @Test
    void whatTheTableDoesNotHaveIsNotGuessed() {
        assertThat(RELEASES.version("1.55.0", "@backstage/no-such-package")).isEmpty();
        assertThat(RELEASES.version("1.55.0", "yarn")).isEmpty();
        assertThat(RELEASES.version("1.99.0", "@backstage/errors")).isEmpty();
        assertThat(RELEASES.knows("@backstage/errors")).isTrue();
        assertThat(RELEASES.knows("express")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.45.3, 1.45.0",
        "1.42.1, 1.42.1",
        "1.42.9, 1.42.1",
        "1.30.0, 1.41.0",
        "1.99.0, 1.55.0",
        "2.0.0, 1.55.0",
        "1.46.0-next.2, 1.45.0",
        "0.0.0-nightly-20261122, 1.55.0",
        "main, 1.55.0",
        "'', 1.55.0",
    })
    void theNearestReleaseIsTheLastBefore(String asked, String nearest) {
        Releases.Nearest found = RELEASES.nearest(asked);
        assertThat(found.release()).isEqualTo(nearest);
        assertThat(found.note().isPresent()).isEqualTo(!asked.equals(nearest));
    }
}
