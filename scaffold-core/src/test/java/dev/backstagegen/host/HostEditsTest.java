package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The defects are those of backstage-cli's own generator, by their numbers in this project's list. */
class HostEditsTest {

    private static final RelPath APP_CONFIG = RelPath.of("app-config.yaml");

    private static Wiring wire(FileTree files) {
        return HostEdits.wire(Host.of(files), Files.wish());
    }

    @Test
    void everythingIsWiredOnce() {
        FileTree files = Files.repository("CODEOWNERS", "* @acme/platform\n");
        Wiring wiring = wire(files);
        assertThat(wiring.left()).isEmpty();
        assertThat(wiring.done())
                .extracting(done -> done.path() + ": " + done.what())
                .containsExactly(
                        "packages/backend/package.json: dependency @internal/plugin-example-backend: workspace:^",
                        "packages/backend/src/index.ts: backend.add of @internal/plugin-example-backend",
                        "app-config.yaml: backend.actions.pluginSources: example",
                        "CODEOWNERS: owner @acme/team");
        assertThat(wiring.edited().paths()).hasSize(4);
        Wiring again = wire(files.and(wiring.edited()));
        assertThat(again.edited().isEmpty()).isTrue();
        assertThat(again.done()).isEmpty();
        assertThat(again.left()).isEmpty();
    }

    @Test
    void onlyWhatIsWishedIsWired() {
        Wish wish = new Wish(Files.PACKAGE, "example", Files.FOLDER, false, List.of(), "", Optional.empty());
        assertThat(HostEdits.wire(Host.of(Files.repository()), wish).edited().paths())
                .extracting(RelPath::value)
                .containsExactly("packages/backend/package.json", "packages/backend/src/index.ts");
    }

    @Test
    void actionsAndTheSectionGoIntoOneFile() {
        Wish wish = new Wish(
                Files.PACKAGE, "example", Files.FOLDER, true, List.of(), "example:\n  retries: 3\n", Optional.empty());
        Wiring wiring = HostEdits.wire(Host.of(Files.repository()), wish);
        assertThat(wiring.edited().text(APP_CONFIG)).contains(Files.CONFIG + """
                      - example

                example:
                  retries: 3
                """);
        assertThat(wiring.done())
                .extracting(done -> done.path() + ": " + done.what())
                .endsWith(
                        "app-config.yaml: backend.actions.pluginSources: example", "app-config.yaml: section example");
        Wiring again = HostEdits.wire(Host.of(Files.repository().and(wiring.edited())), wish);
        assertThat(again.edited().isEmpty()).isTrue();
        assertThat(again.left()).isEmpty();
    }

    @Test
    void whatOneOfTwoEditsCannotDoDoesNotStopTheOther() {
        Wish wish = new Wish(
                Files.PACKAGE, "example", Files.FOLDER, true, List.of(), "example:\n  retries: 3\n", Optional.empty());
        Wiring wiring = HostEdits.wire(Host.of(Files.repository("app-config.yaml", "backend: *b\n")), wish);
        assertThat(wiring.edited().text(APP_CONFIG)).contains("backend: *b\n\nexample:\n  retries: 3\n");
        assertThat(wiring.left())
                .extracting(left -> left.path() + " | " + left.paste())
                .containsExactly("app-config.yaml | backend:\n  actions:\n    pluginSources:\n      - example");
    }

    private static Wish shared() {
        return new Wish(
                Files.PACKAGE,
                "example",
                Files.FOLDER,
                false,
                List.of("@internal/plugin-example-common"),
                "",
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "plugins/example, '{\"role\": \"frontend-plugin\"}'",
        "plugins/example, '{\"role\": \"frontend-plugin\", \"pluginId\": \"example\"}'",
        "plugins/example-ui, '{\"role\": \"frontend-plugin\", \"pluginId\": \"example\"}'"
    })
    void theFrontendDependsOnWhatIsShared(String folder, String backstage) {
        String manifest = "{\n  \"backstage\": " + backstage + ",\n  \"dependencies\": {}\n}\n";
        FileTree files = Files.repository(folder + "/package.json", manifest);
        Wiring wiring = HostEdits.wire(Host.of(files), shared());
        assertThat(wiring.edited().text(RelPath.of(folder + "/package.json")))
                .contains(manifest.replace("{}", "{\n    \"@internal/plugin-example-common\": \"workspace:^\"\n  }"));
        assertThat(wiring.done())
                .extracting(done -> done.path() + ": " + done.what())
                .contains(folder + "/package.json: dependency @internal/plugin-example-common: workspace:^");
        Wiring again = HostEdits.wire(Host.of(files.and(wiring.edited())), shared());
        assertThat(again.edited().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "plugins/example, '{\"role\": \"web-library\"}'",
        "plugins/example, '{\"role\": \"frontend-plugin\", \"pluginId\": \"other\"}'",
        "plugins/other, '{\"role\": \"frontend-plugin\"}'",
        "plugins/example, '{'"
    })
    void noOtherPackageDoes(String folder, String backstage) {
        String path = folder + "/package.json";
        Wiring wiring =
                HostEdits.wire(Host.of(Files.repository(path, "{\n  \"backstage\": " + backstage + "\n}\n")), shared());
        assertThat(wiring.edited().paths()).extracting(RelPath::value).doesNotContain(path);
        assertThat(wiring.left()).isEmpty();
    }

    @Test
    void aFrontendThatSharesNothingIsLeftAlone() {
        FileTree files =
                Files.repository("plugins/example/package.json", "{\"backstage\": {\"role\": \"frontend-plugin\"}}\n");
        assertThat(wire(files).edited().paths())
                .extracting(RelPath::value)
                .doesNotContain("plugins/example/package.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x'; import('evil'); //",
                "@internal/Bad",
                "../x",
                "",
                "@internal/plugin-x\n",
                "a/b",
                "@a/",
                "a b"
            })
    void defects5And7NoTextFromOutsideBecomesCode(String name) {
        assertThatThrownBy(() -> new Wish(name, "example", Files.FOLDER, true, List.of(), "", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Wish(Files.PACKAGE, "example", Files.FOLDER, true, List.of(name), "", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Wish(Files.PACKAGE, name, Files.FOLDER, true, List.of(), "", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void defect8OnlyFilesOfTheRepositoryAreEdited() {
        FileTree files = Files.repository();
        assertThat(wire(files).edited().without(RelPath.of("CODEOWNERS")).paths())
                .allMatch(files::has);
    }

    @Test
    void defect9ACommentIsNotThePlace() {
        String index = """
                import { createBackend } from '@backstage/backend-defaults';
                // backend.start() is called below
                async function main() {
                  const backend = createBackend();
                  await backend.start();
                }
                main();
                """;
        assertThat(wire(Files.repository("packages/backend/src/index.ts", index))
                        .edited()
                        .text(RelPath.of("packages/backend/src/index.ts")))
                .contains(index.replace(
                        "  await", "  backend.add(import('@internal/plugin-example-backend'));\n  await"));
    }

    @Test
    void defect10AnotherVariableIsFound() {
        String index = Files.INDEX.replace("backend.", "app.").replace("const backend", "const app");
        assertThat(wire(Files.repository("packages/backend/src/index.ts", index))
                        .edited()
                        .text(RelPath.of("packages/backend/src/index.ts"))
                        .orElseThrow())
                .contains("\napp.add(import('@internal/plugin-example-backend'));\n");
    }

    @Test
    void defect11LineBreaksAreThoseOfTheNeighbours() {
        for (String path :
                new String[] {"packages/backend/src/index.ts", "packages/backend/package.json", "app-config.yaml"}) {
            FileTree files = Files.repository();
            String text = files.text(RelPath.of(path)).orElseThrow().replace("\n", "\r\n");
            String after = wire(files.with(RelPath.of(path), text))
                    .edited()
                    .text(RelPath.of(path))
                    .orElseThrow();
            assertThat(after.replace("\r\n", "")).doesNotContain("\n", "\r");
        }
        String mixed = Files.INDEX.replace("backend'));\n", "backend'));\r\n");
        assertThat(wire(Files.repository("packages/backend/src/index.ts", mixed))
                        .edited()
                        .text(RelPath.of("packages/backend/src/index.ts")))
                .contains(mixed.replace(
                        "app-backend'));",
                        "app-backend'));\r\nbackend.add(import('@internal/plugin-example-backend'));"));
    }

    @Test
    void defect12OwnersKeepTheirLines() {
        String owners = "# everything\n* @acme/platform\n\n/z @acme/z\n# inner\n/a @acme/a\n";
        assertThat(wire(Files.repository(".github/CODEOWNERS", owners)).edited().text(RelPath.of(".github/CODEOWNERS")))
                .contains(owners + "/plugins/example-backend @acme/team\n");
    }

    @Test
    void defect14WithoutABackendTheUserIsTold() {
        FileTree files = Files.repository()
                .without(RelPath.of("packages/backend/package.json"))
                .without(RelPath.of("packages/backend/src/index.ts"))
                .without(RelPath.of("app-config.yaml"));
        Wiring wiring = wire(files);
        assertThat(wiring.done()).extracting(done -> done.path().value()).containsExactly("CODEOWNERS");
        assertThat(wiring.left())
                .extracting(left -> left.path() + " | " + left.paste())
                .containsExactly(
                        "packages/backend/package.json | \"@internal/plugin-example-backend\": \"workspace:^\"",
                        "packages/backend/src/index.ts | backend.add(import('@internal/plugin-example-backend'));",
                        "app-config.yaml | backend:\n  actions:\n    pluginSources:\n      - example");
        assertThat(wiring.left()).allMatch(left -> left.reason().endsWith("."));
    }

    @Test
    void defect14WithoutAnIndexTheRestIsWired() {
        Wiring wiring = wire(Files.repository().without(RelPath.of("packages/backend/src/index.ts")));
        assertThat(wiring.done()).hasSize(3);
        assertThat(wiring.left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).isEqualTo("There is no packages/backend/src/index.ts."));
    }
}
