package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.tree.FileTree;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    private static final String API = "@backstage/backend-plugin-api";
    private static final String PLUGIN = "plugins:\n  - path: .yarn/plugins/@yarnpkg/plugin-backstage.cjs\n";

    private static String range(FileTree files, String npmPackage, String fallback) {
        return Versions.of(Host.of(files), Releases.embedded()).range(npmPackage, fallback);
    }

    private static Optional<String> known(FileTree files, String npmPackage) {
        return Versions.of(Host.of(files), Releases.embedded()).known(npmPackage);
    }

    /** One entry of a lock file of Yarn 4. */
    private static String berry(String version, String... descriptors) {
        return "\n\"" + String.join(", ", descriptors) + "\":\n  version: " + version + "\n  resolution: \"x\"\n"
                + "  dependencies:\n    version: \"npm:^9.9.9\"\n  languageName: node\n";
    }

    /** A repository whose backend asks for something. */
    private static FileTree asking(String lock, String... packagesAndRanges) {
        StringBuilder json = new StringBuilder("{\"name\": \"backend\", \"devDependencies\": {\"zz\": \"1\"");
        for (int i = 0; i < packagesAndRanges.length; i += 2) {
            json.append(", \"" + packagesAndRanges[i] + "\": \"" + packagesAndRanges[i + 1] + "\"");
        }
        return Files.repository("yarn.lock", lock, "packages/backend/package.json", json + "}}");
    }

    @Test
    void theProtocolOfTheYarnPluginComesFirst() {
        FileTree files =
                asking(berry("1.5.0", API + "@npm:^1.5.0"), API, "^1.5.0").and(Files.of(".yarnrc.yml", PLUGIN));
        assertThat(range(files, API, "")).isEqualTo("backstage:^");
        assertThat(range(files, "@backstage/not-of-a-release", "^1.0.0")).isEqualTo("^1.0.0");
        assertThat(range(files, "express", "^4.17.1")).isEqualTo("^4.17.1");
    }

    @Test
    void theRangeOfTheHostsOwnPackagesComesNext() {
        String lock = berry("1.5.0", API + "@npm:^1.4.0", API + "@npm:^1.5.0") + berry("1.6.0", API + "@npm:^1.6.0");
        assertThat(range(asking(lock, API, "^1.4.0"), API, "")).isEqualTo("^1.4.0");
        assertThat(range(asking(lock, API, "npm:^1.4.0"), API, "")).isEqualTo("^1.4.0");
        assertThat(range(asking(lock), API, "")).isEqualTo("^1.6.0");
    }

    @Test
    void whatTheHostDoesNotHaveOrHasInSeveralVersionsIsNotKnown() {
        String one = berry("4.17.21", "lodash@npm:^4.17.0");
        String two = one + berry("3.0.0", "lodash@npm:^3.0.0");
        assertThat(known(asking(two, "lodash", "^4.17.0"), "lodash")).contains("^4.17.0");
        assertThat(known(asking(one), "lodash")).contains("^4.17.0");
        assertThat(known(asking(two), "lodash")).isEmpty();
        assertThat(known(asking(""), "lodash")).isEmpty();
        assertThat(known(asking(""), "backend")).contains("workspace:^");
        assertThat(known(asking(""), API))
                .hasValueSatisfying(range -> assertThat(range).startsWith("^"));
    }

    @Test
    void aStarIsNeverCopied() {
        String lock = berry("5.0.6", "@types/express@npm:*") + berry("4.17.25", "@types/express@npm:^4.17.6");
        assertThat(range(asking(lock, "@types/express", "^4.17.6"), "@types/express", "^4.17.6"))
                .isEqualTo("^4.17.6");
        assertThat(range(asking(lock), "@types/express", "^4.17.6")).isEqualTo("^4.17.6");
        assertThat(range(asking(berry("4.17.9", "@types/express@npm:*")), "@types/express", "^4.17.6"))
                .isEqualTo("^4.17.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workspace:^",
                "patch:@backstage/backend-plugin-api@npm%3A1.5.0#x",
                "npm:other@^1.0.0",
                "https://evil.test/x.tgz",
                "file:../x",
                "git+ssh://x",
                "latest",
                "*",
                "",
                "x || y",
                "^1.5.0; rm -rf",
                "backstage:^::backstage=1.45.0&npm=1.5.0",
            })
    void junkIsNeverCopied(String junk) {
        String lock = berry("1.5.0", API + "@" + junk);
        assertThat(range(asking(lock, API, junk), API, "")).isEqualTo("^1.5.0");
    }

    @Test
    void aMajorTheCodeWasNotWrittenForIsNotTaken() {
        String lock =
                berry("5.1.0", "express@npm:^5.0.0") + berry("4.19.2", "express@npm:^4.17.1", "express@npm:~4.19.0");
        assertThat(range(asking(lock, "express", "^5.0.0"), "express", "^4.17.1"))
                .isEqualTo("^4.17.1");
        assertThat(range(asking(berry("3.22.4", "zod@npm:^3.22.4")), "zod", "^3.25.76 || ^4.0.0"))
                .isEqualTo("^3.25.76 || ^4.0.0");
        assertThat(range(asking(berry("4.1.0", "zod@npm:^3.25.76 || ^4.0.0")), "zod", "^3.25.76 || ^4.0.0"))
                .isEqualTo("^4.1.0");
    }

    @Test
    void theOlderFormatOfTheLockFileIsRead() {
        String lock = """
                # yarn lockfile v1


                "@backstage/backend-plugin-api@*", "@backstage/backend-plugin-api@^1.4.0", "@backstage/backend-plugin-api@^1.4.1":
                  version "1.5.0"
                  resolved "https://registry.test/x.tgz"
                  dependencies:
                    express "^4.17.1"

                express@4.19.2, express@^4.17.1:
                  version "4.19.2"
                """;
        assertThat(range(asking(lock), API, "")).isEqualTo("^1.4.1");
        assertThat(range(asking(lock.replace("\n", "\r\n")), API, "")).isEqualTo("^1.4.1");
        assertThat(range(asking(lock), "express", "^4.17.1")).isEqualTo("^4.17.1");
        assertThat(Host.of(asking(lock)).workspaceRange()).isEqualTo("^0.1.0");
        assertThat(Host.of(asking("")).workspaceRange()).isEqualTo("workspace:^");
    }

    @Test
    void aPackageOfTheRepositoryIsAskedForAsSuch() {
        FileTree files = Files.repository("packages/api/package.json", "{\"name\": \"" + API + "\"}");
        assertThat(range(files, API, "")).isEqualTo("workspace:^");
    }

    @Test
    void withoutALockFileTheHostsOwnWishesCount() {
        FileTree files = Files.repository(
                "packages/backend/package.json", "{\"dependencies\": {\"" + API + "\": \"~1.5.0\", \"zod\": \"*\"}}");
        assertThat(range(files, API, "")).isEqualTo("~1.5.0");
        assertThat(range(files, "zod", "^3.25.76")).isEqualTo("^3.25.76");
    }

    @Test
    void theReleaseAnswersWhereTheHostIsSilent() {
        FileTree files = Files.repository("backstage.json", "{\"version\": \"1.45.3\"}");
        Versions versions = Versions.of(Host.of(files), Releases.embedded());
        assertThat(versions.range(API, "")).isEqualTo("^1.5.0");
        assertThat(versions.release()).isEqualTo("1.45.0");
        assertThat(versions.notes())
                .singleElement()
                .asString()
                .contains("1.45.3")
                .contains("1.45.0");
    }

    @Test
    void withoutAHostTheNewestReleaseAnswers() {
        assertThat(range(FileTree.EMPTY, API, "")).isEqualTo("^1.10.1");
        assertThat(range(FileTree.EMPTY, "zod", "^3.25.76")).isEqualTo("^3.25.76");
        assertThatThrownBy(() -> range(FileTree.EMPTY, "@backstage/no-such-package", ""))
                .hasMessageContaining("@backstage/no-such-package");
    }
}
