package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    @Test
    void nothingAroundIsNoRepository() {
        Host host = Host.of(FileTree.EMPTY);
        assertThat(host.isBackstage()).isFalse();
        assertThat(host.release()).isEmpty();
        assertThat(host.backend()).isEmpty();
        assertThat(host.notes()).isEmpty();
        assertThat(host.style().packageName("example")).isEqualTo("@internal/plugin-example-backend");
        assertThat(host.style().license()).isEqualTo("Apache-2.0");
        assertThat(host.style().version()).isEqualTo("0.1.0");
        assertThat(host.style().isPrivate()).isTrue();
    }

    @Test
    void aRepositoryIsSeen() {
        Host host = Host.of(Files.repository());
        assertThat(host.isBackstage()).isTrue();
        assertThat(host.release()).contains("1.55.0");
        assertThat(host.usesBackstageProtocol()).isFalse();
        assertThat(host.backend()).contains(RelPath.of("packages/backend"));
        assertThat(host.notes()).isEmpty();
        assertThat(host.files().paths()).allMatch(Host::wants);
    }

    @Test
    void aFrontOfHouseIsNoRepository() {
        assertThat(Host.of(Files.of("package.json", "{\"name\": \"x\"}")).isBackstage())
                .isFalse();
        assertThat(Host.of(Files.of("package.json", "{\"devDependencies\": {\"@backstage/cli\": \"^0.36.6\"}}"))
                        .isBackstage())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugins:\n  - path: .yarn/plugins/@yarnpkg/plugin-backstage.cjs\n",
                "plugins:\n  - checksum: abc\n    path: .yarn/plugins/x.cjs\n"
                        + "    spec: 'https://versions.backstage.io/v1/releases/1.35.0/yarn-plugin'\n",
                "plugins: ['.yarn/plugins/@yarnpkg/plugin-backstage.cjs']\n",
            })
    void theYarnPluginIsSeen(String settings) {
        assertThat(Host.of(Files.repository(".yarnrc.yml", settings)).usesBackstageProtocol())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nodeLinker: node-modules\n# plugins: .yarn/plugins/@yarnpkg/plugin-backstage.cjs\n",
                "plugins: []\n",
                "plugins:\n  - path: .yarn/plugins/@yarnpkg/plugin-workspace-tools.cjs\n",
                "plugins:\n",
                "\t",
            })
    void otherSettingsAreNotTheYarnPlugin(String settings) {
        assertThat(Host.of(Files.repository(".yarnrc.yml", settings)).usesBackstageProtocol())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"license\": \"UNLICENSED\"}                            | @internal/plugin-x-backend",
                "{\"namePrefix\": \"@acme/\"}                             | @acme/backstage-plugin-x-backend",
                "{\"namePrefix\": \"@acme/backstage-\"}                   | @acme/backstage-plugin-x-backend",
                "{\"namePrefix\": \"@acme/\", \"namePluginInfix\": \"\"}  | @acme/x-backend",
                "{\"namePluginInfix\": \"p-\"}                            | @internal/p-x-backend",
                "{\"namePrefix\": \"\", \"namePluginInfix\": \"\"}        | x-backend",
                "{\"namePrefix\": \"'); evil('\"}                         | @internal/plugin-x-backend",
                "{\"namePrefix\": 7}                                      | @internal/plugin-x-backend",
            })
    void globalsDecideTheName(String globals, String name) {
        String root = "{\"backstage\": {\"cli\": {\"new\": {\"globals\": " + globals + "}}}}";
        assertThat(Host.of(Files.repository("package.json", root)).style().packageName("x"))
                .isEqualTo(name);
    }

    @Test
    void globalsDecideTheRest() {
        String root = """
                {"backstage": {"cli": {"new": {"globals": {
                  "license": "UNLICENSED", "version": "0.0.1", "private": false,
                  "publishRegistry": "https://npm.acme.test"
                }}}}}
                """;
        PackageStyle style = Host.of(Files.repository("package.json", root)).style();
        assertThat(style.license()).isEqualTo("UNLICENSED");
        assertThat(style.version()).isEqualTo("0.0.1");
        assertThat(style.isPrivate()).isFalse();
        assertThat(style.publishRegistry()).isEqualTo(Optional.of("https://npm.acme.test"));
    }

    @Test
    void globalsThatMakeNoSenseAreSaid() {
        String root = """
                {"backstage": {"cli": {"new": {"globals": {
                  "license": "a\\nb", "version": "one", "private": "yes", "publishRegistry": "javascript:x"
                }}}}}
                """;
        Host host = Host.of(Files.repository("package.json", root));
        assertThat(host.style().license()).isEqualTo("Apache-2.0");
        assertThat(host.style().version()).isEqualTo("0.1.0");
        assertThat(host.notes()).hasSize(4).allMatch(note -> note.contains("globals."));
    }

    @Test
    void siblingsDecideWhereNobodyConfigured() {
        Host host = Host.of(Files.repository(
                "plugins/a-backend/package.json",
                "{\"name\": \"@acme/backstage-plugin-a-backend\", \"license\": \"MIT\", "
                        + "\"backstage\": {\"role\": \"backend-plugin\", \"pluginId\": \"a\"}}",
                "plugins/odd-folder/package.json",
                "{\"name\": \"@acme/backstage-plugin-b-backend\", \"license\": \"MIT\", "
                        + "\"backstage\": {\"role\": \"backend-plugin\", \"pluginId\": \"b\"}}",
                "plugins/c-backend/package.json",
                "{\"name\": \"@internal/plugin-c-backend\", \"private\": true, "
                        + "\"backstage\": {\"role\": \"backend-plugin\"}}",
                "plugins/d/package.json",
                "{\"name\": \"@other/d\", \"backstage\": {\"role\": \"frontend-plugin\"}}"));
        assertThat(host.style().packageName("x")).isEqualTo("@acme/backstage-plugin-x-backend");
        assertThat(host.style().license()).isEqualTo("MIT");
        assertThat(host.style().isPrivate()).isFalse();
        assertThat(host.notes()).singleElement().asString().contains("@acme/backstage-plugin-");
    }

    @Test
    void frontendSiblingsDecideWhenThereAreNoOthers() {
        Host host = Host.of(Files.repository(
                "plugins/d/package.json",
                "{\"name\": \"@acme/plugin-d\", \"backstage\": {\"role\": \"frontend-plugin\"}}"));
        assertThat(host.style().packageName("x")).isEqualTo("@acme/plugin-x-backend");
    }

    @Test
    void ofEquallyFrequentNamesTheFirstCounts() {
        Host host = Host.of(Files.repository(
                "plugins/a-backend/package.json",
                "{\"name\": \"@z/a-backend\", \"backstage\": {\"role\": \"backend-plugin\"}}",
                "plugins/b-backend/package.json",
                "{\"name\": \"@y/b-backend\", \"backstage\": {\"role\": \"backend-plugin\"}}"));
        assertThat(host.style().packageName("x")).isEqualTo("@y/x-backend");
    }

    @Test
    void theBackendIsTheOneWithTheRole() {
        FileTree moved = Files.repository("packages/server/package.json", Files.BACKEND)
                .without(RelPath.of("packages/backend/package.json"));
        assertThat(Host.of(moved).backend()).contains(RelPath.of("packages/server"));
        assertThat(Host.of(Files.repository("packages/server/package.json", Files.BACKEND))
                        .backend())
                .contains(RelPath.of("packages/backend"));
        Host two = Host.of(moved.with(RelPath.of("packages/other/package.json"), Files.BACKEND));
        assertThat(two.backend()).isEmpty();
        assertThat(two.notes()).singleElement().asString().contains("several backends");
    }

    @Test
    void brokenFilesAreNotes() {
        Host host = Host.of(Files.repository(
                "package.json",
                "{",
                "backstage.json",
                "[",
                ".yarnrc.yml",
                "backstage: [",
                "plugins/a/package.json",
                "{\"a\": 1,}"));
        // What cannot be read is still there: the repository is one, and what cannot be wired is said.
        assertThat(host.isBackstage()).isTrue();
        assertThat(host.notes()).hasSize(4).allMatch(note -> note.contains("could not be read"));
    }

    @Test
    void aPluginIdHasOneHolder() {
        Host host = Host.of(FileTree.EMPTY
                .with(RelPath.of("package.json"), "{}")
                .with(RelPath.of("packages/backend/package.json"), """
                        {
                          "backstage": { "role": "backend" },
                          "dependencies": { "@backstage/plugin-catalog-backend": "^3.0.0" }
                        }
                        """)
                .with(RelPath.of("plugins/incidents/package.json"), """
                        {
                          "name": "@acme/incidents",
                          "backstage": { "role": "backend-plugin", "pluginId": "incident" }
                        }
                        """));

        assertThat(host.holder("catalog", RelPath.of("plugins/catalog-backend")))
                .contains("@backstage/plugin-catalog-backend");
        assertThat(host.holder("incident", RelPath.of("plugins/incident-backend")))
                .contains("@acme/incidents");
        assertThat(host.holder("incident", RelPath.of("plugins/incidents"))).isEmpty();
        assertThat(host.holder("example", RelPath.of("plugins/example-backend")))
                .isEmpty();
    }
}
