package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewireTest {

    private static final RelPath APP_CONFIG = RelPath.of("app-config.yaml");
    private static final RelPath FRONTEND = RelPath.of("plugins/example/package.json");
    private static final String COMMON = "@internal/plugin-example-common";
    private static final String SECTION = "example:\n  retries: 3\n";
    private static final FileTree REPOSITORY = Files.repository(FRONTEND.value(), """
                    {
                      "backstage": { "role": "frontend-plugin" },
                      "dependencies": {
                        "react": "^18.0.0"
                      }
                    }
                    """);

    private static Wish wish(boolean hasActions, boolean shares, String configuration) {
        return new Wish(
                Files.PACKAGE,
                "example",
                Files.FOLDER,
                hasActions,
                shares ? List.of(COMMON) : List.of(),
                configuration,
                Optional.of("@acme/team"));
    }

    private static final Wish LITTLE = wish(false, false, "");
    private static final Wish MUCH = wish(true, true, SECTION);

    @Test
    void whatIsAddedIsTakenOutAgain() {
        FileTree files =
                REPOSITORY.and(HostEdits.wire(Host.of(REPOSITORY), LITTLE).edited());
        Wiring more = HostEdits.rewire(Host.of(files), LITTLE, MUCH);
        assertThat(more.done())
                .extracting(done -> done.path() + ": " + done.what())
                .containsExactly(
                        "plugins/example/package.json: dependency @internal/plugin-example-common: workspace:^",
                        "app-config.yaml: backend.actions.pluginSources: example",
                        "app-config.yaml: section example");
        assertThat(more.left()).isEmpty();
        Wiring less = HostEdits.rewire(Host.of(files.and(more.edited())), MUCH, LITTLE);
        assertThat(less.done())
                .extracting(done -> done.path() + ": " + done.what())
                .containsExactly(
                        "plugins/example/package.json: no longer dependency @internal/plugin-example-common",
                        "app-config.yaml: no longer backend.actions.pluginSources: example",
                        "app-config.yaml: no longer section example");
        assertThat(less.left()).isEmpty();
        assertThat(files.and(more.edited()).and(less.edited())).isEqualTo(files);
    }

    @Test
    void anyWayThereIsAWayBack() {
        Random random = new Random(3);
        List<String> sections = List.of("", SECTION, "example:\n  retries: 3\n  token: x\n");
        for (int i = 0; i < 200; i++) {
            Wish before = wish(random.nextBoolean(), random.nextBoolean(), sections.get(random.nextInt(3)));
            Wish after = wish(random.nextBoolean(), random.nextBoolean(), sections.get(random.nextInt(3)));
            FileTree files =
                    REPOSITORY.and(HostEdits.wire(Host.of(REPOSITORY), before).edited());
            FileTree there =
                    files.and(HostEdits.rewire(Host.of(files), before, after).edited());
            Wiring again = HostEdits.rewire(Host.of(there), after, after);
            assertThat(again.done()).isEmpty();
            FileTree back =
                    there.and(HostEdits.rewire(Host.of(there), after, before).edited());
            // Of two things at the end of a file the one that comes back is the last one then.
            for (RelPath path : files.paths()) {
                assertThat(back.text(path).orElseThrow().lines().sorted())
                        .containsExactlyElementsOf(
                                files.text(path).orElseThrow().lines().sorted().toList());
            }
        }
    }

    @Test
    void whatIsInBothIsLeftAlone() {
        Wiring wiring = HostEdits.rewire(Host.of(Files.repository()), MUCH, MUCH);
        assertThat(wiring.edited().isEmpty()).isTrue();
        assertThat(wiring.done()).isEmpty();
        assertThat(wiring.left()).isEmpty();
    }

    @Test
    void whatTheUserHasEditedIsLeftWithWords() {
        FileTree files = REPOSITORY.with(
                APP_CONFIG, Files.CONFIG.replace("catalog", "example # ours") + SECTION.replace("3", "4"));
        Wiring wiring = HostEdits.rewire(Host.of(files), MUCH, LITTLE);
        assertThat(wiring.edited().isEmpty()).isTrue();
        assertThat(wiring.left())
                .extracting(left -> left.path() + " | " + left.reason() + " | " + left.paste())
                .containsExactly(
                        "app-config.yaml | There is more on its line: - example # ours These lines are to go."
                                + " | backend:\n  actions:\n    pluginSources:\n      - example",
                        "app-config.yaml | Its section example was edited. These lines are to go."
                                + " | example:\n  retries: 4");
    }

    /** Whoever did without the wiring has not changed their mind. */
    @Test
    void aRepositoryWithoutThePluginIsLeftAlone() {
        Wiring wiring = HostEdits.rewire(Host.of(REPOSITORY), LITTLE, MUCH);
        assertThat(wiring.edited().isEmpty()).isTrue();
        assertThat(wiring.done()).isEmpty();
        assertThat(wiring.left()).isEmpty();
        Wiring other = HostEdits.rewire(Host.of(REPOSITORY), MUCH, wish(true, true, SECTION + "  token: x\n"));
        assertThat(other.edited().isEmpty()).isTrue();
        assertThat(other.left()).isEmpty();
    }

    /** Only one of the two, by whichever backend, is enough. */
    @ParameterizedTest
    @CsvSource({
        "packages/backend/package.json, '\"pg\"', '\"@internal/plugin-example-backend\": \"*\", \"pg\"'",
        "packages/backend/src/index.ts, plugin-app-backend, plugin-app-backend'));f(import('@internal/plugin-example-backend",
        "packages/other/src/index.ts, '', import('@internal/plugin-example-backend/alpha')"
    })
    void aBackendMayHaveItInItsOwnWay(String path, String text, String then) {
        RelPath file = RelPath.of(path);
        FileTree files = REPOSITORY.with(
                file,
                text.isEmpty() ? then : REPOSITORY.text(file).orElseThrow().replace(text, then));
        assertThat(HostEdits.rewire(Host.of(files), LITTLE, MUCH).done()).hasSize(3);
    }

    /** What finds its plugins by itself may have it. */
    @Test
    void whereItIsNotCertainTheLinesAreSaid() {
        FileTree files = REPOSITORY.with(
                RelPath.of("packages/backend/src/index.ts"),
                Files.INDEX.replace("import('@backstage/plugin-app-backend')", "discoveryFeatureLoader"));
        Wiring wiring = HostEdits.rewire(Host.of(files), LITTLE, MUCH);
        assertThat(wiring.edited().isEmpty()).isTrue();
        assertThat(wiring.left())
                .extracting(left -> left.path() + " | " + left.reason() + " | " + left.paste())
                .containsExactly(
                        "plugins/example/package.json | No backend here is known to have the plugin."
                                + " | \"@internal/plugin-example-common\": \"workspace:^\"",
                        "app-config.yaml | No backend here is known to have the plugin."
                                + " | backend:\n  actions:\n    pluginSources:\n      - example",
                        "app-config.yaml | No backend here is known to have the plugin. | example:\n  retries: 3");
    }

    /** What takes the place of something else is no news to the repository. */
    @Test
    void whatIsThereIsReplacedWithoutABackend() {
        FileTree files = REPOSITORY.with(RelPath.of("CODEOWNERS"), "/plugins/example-backend @acme/team\n");
        Wish after =
                new Wish(Files.PACKAGE, "example", Files.FOLDER, false, List.of(), "", Optional.of("@acme/others"));
        assertThat(HostEdits.rewire(Host.of(files), LITTLE, after).edited().text(RelPath.of("CODEOWNERS")))
                .contains("/plugins/example-backend @acme/others\n");
    }

    @Test
    void keysOfASectionComeAndGo() {
        FileTree files = REPOSITORY.with(APP_CONFIG, Files.CONFIG + "\nexample:\n  mine: 1\n  retries: 4\n  old: x\n");
        Wiring wiring = HostEdits.rewire(
                Host.of(files),
                wish(false, false, SECTION + "  old: x\n"),
                wish(false, false, "example:\n  token: t\n"));
        assertThat(wiring.edited().text(APP_CONFIG))
                .contains(Files.CONFIG + "\nexample:\n  mine: 1\n  retries: 4\n  token: t\n");
        assertThat(wiring.done())
                .extracting(Wiring.Done::what)
                .containsExactly("section example: token, no longer old");
        assertThat(wiring.left())
                .extracting(left -> left.reason() + " | " + left.paste())
                .containsExactly("Nothing reads retries any longer, but it was edited. | example.retries");
    }

    @Test
    void withoutFilesThereIsNothingToTakeOut() {
        Wiring wiring = HostEdits.rewire(Host.of(REPOSITORY.without(APP_CONFIG).without(FRONTEND)), MUCH, LITTLE);
        assertThat(wiring.done()).isEmpty();
        assertThat(wiring.left()).isEmpty();
    }
}
