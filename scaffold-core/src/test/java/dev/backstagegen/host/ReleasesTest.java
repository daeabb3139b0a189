package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semver4j.Semver;

class ReleasesTest {

    private static final Releases RELEASES = Releases.embedded();

    @Test
    void everyReleaseHasWhatAPluginAsksFor() {
        assertThat(RELEASES.all()).isSortedAccordingTo((a, b) -> Semver.parse(a).compareTo(Semver.parse(b)));
        assertThat(RELEASES.newest()).isEqualTo("1.55.0");
        for (String release : RELEASES.all()) {
            for (String name : new String[] {"backend-plugin-api", "backend-test-utils", "cli", "errors", "types"}) {
                assertThat(RELEASES.version(release, "@backstage/" + name))
                        .hasValueSatisfying(
                                version -> assertThat(Semver.isValid(version)).isTrue());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.55.0, @backstage/backend-plugin-api, 1.10.1",
        "1.45.0, @backstage/backend-plugin-api, 1.5.0",
        // The table has a gap at 1.51.0: the release before answers.
        "1.51.0, @backstage/backend-plugin-api, 1.9.0",
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
