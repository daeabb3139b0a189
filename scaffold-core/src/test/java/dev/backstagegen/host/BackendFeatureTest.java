package dev.backstagegen.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.tree.TextEdit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In each wired case, the lines that begin with {@code +} are those that come new. */
class BackendFeatureTest {

    private static final String IMPORT = "import { createBackend } from '@backstage/backend-defaults';\n";
    private static final BackendFeature FEATURE = new BackendFeature(Files.PACKAGE);

    static Stream<String> wired() {
        return Stream.of(
                """
                import { createBackend } from '@backstage/backend-defaults';

                const backend = createBackend();

                backend.add(import('@backstage/plugin-app-backend'));
                backend.add(import('@backstage/plugin-proxy-backend'));
                +backend.add(import('@internal/plugin-example-backend'));

                backend.start();
                """,
                // As create-app has it: groups with headings.
                """
                import { createBackend } from '@backstage/backend-defaults';

                const backend = createBackend();

                // mcp actions plugin
                backend.add(import('@backstage/plugin-mcp-actions-backend'));
                +
                +backend.add(import('@internal/plugin-example-backend'));

                backend.start();
                """,
                // A comment below the last add belongs to it.
                """
                import { createBackend } from '@backstage/backend-defaults';

                const backend = createBackend();

                backend.add(
                  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
                ); // open to all
                // See https://backstage.io/docs
                +
                +backend.add(import('@internal/plugin-example-backend'));

                // backend.start() is last
                backend.start();
                """,
                // A comment above the start belongs to that.
                """
                import { createBackend } from '@backstage/backend-defaults';
                const backend = createBackend();
                backend.add(import('a'));
                +backend.add(import('@internal/plugin-example-backend'));
                // now backend.start()
                backend.start();
                """,
                // Comments and texts that mention backend.start (defect 9).
                """
                // backend.start() comes at the end
                import { createBackend } from '@backstage/backend-defaults';
                /* backend.start(); */
                const text = 'backend.start()';
                const backend = createBackend();
                +backend.add(import('@internal/plugin-example-backend'));
                backend.start();
                """,
                // In a function, awaited (defect 9).
                """
                import { createBackend } from '@backstage/backend-defaults';

                async function main() {
                  const backend = createBackend();
                  backend.add(import('@backstage/plugin-app-backend'));
                +  backend.add(import('@internal/plugin-example-backend'));
                  await backend.start();
                }

                main().catch(error => {
                  process.exit(1);
                });
                """,
                // Another name (defect 10), an alias, no semicolons, double quotes.
                """
                import { createBackend as make } from "@backstage/backend-defaults"

                export const app = make()

                +app.add(import("@internal/plugin-example-backend"))
                +
                void app.start()
                """,
                """
                import * as defaults from '@backstage/backend-defaults';

                let server: Backend;
                server = defaults.createBackend() as Backend;

                +server.add(import('@internal/plugin-example-backend'));
                +
                // first of all
                server.start().catch((e: unknown) => process.exit(1));
                """,
                // Started in a function, created outside.
                """
                import { createBackend } from '@backstage/backend-defaults';
                const backend = createBackend();
                const run = async () => {
                \tif (process.env.A) {
                \t\tbackend.add(import('a'));
                \t}
                +\tbackend.add(import('@internal/plugin-example-backend'));
                \tawait backend.start();
                };
                """,
                // Started under a condition.
                """
                import { createBackend } from '@backstage/backend-defaults';
                const backend = createBackend();
                +backend.add(import('@internal/plugin-example-backend'));
                if (require.main === module) {
                  backend.start();
                }
                """,
                // Handed out, started elsewhere.
                """
                import { createBackend } from '@backstage/backend-defaults';
                export function build() {
                  const backend = createBackend();
                  backend.add(import('a'));
                +  backend.add(import('@internal/plugin-example-backend'));
                  return backend;
                }
                """,
                // A feature that is made on the spot, and one of the same name under a longer one.
                """
                import { createBackend } from '@backstage/backend-defaults';
                const backend = createBackend();
                backend.add(
                  createBackendFeatureLoader({
                    async *loader() {
                      yield import('x');
                    },
                  }),
                );
                backend.add(import('@internal/plugin-example-backend-module-x'));
                +backend.add(import('@internal/plugin-example-backend'));
                backend.start();
                """,
                // The import alone adds nothing.
                """
                import { createBackend } from '@backstage/backend-defaults';
                import { something } from '@internal/plugin-example-backend';
                const backend = createBackend();
                +backend.add(import('@internal/plugin-example-backend'));
                backend.start();
                """);
    }

    @ParameterizedTest
    @MethodSource("wired")
    void isAddedOnceAtTheRightPlace(String marked) {
        for (String lineBreak : List.of("\n", "\r\n")) {
            String before = marked.replaceAll("(?m)^\\+.*\n", "").replace("\n", lineBreak);
            String after = marked.replaceAll("(?m)^\\+", "").replace("\n", lineBreak);
            Step step = FEATURE.edit(before);
            assertThat(step).isInstanceOf(Step.Edit.class);
            assertThat(TextEdit.apply(before, List.of(((Step.Edit) step).edit())))
                    .isEqualTo(after);
            assertThat(FEATURE.edit(after)).isEqualTo(Step.NOTHING);
            TakenOut.isUndone(FEATURE, before);
            // Somebody has added another one behind it.
            String added = lineBreak + "backend.add(import('other'));";
            int end = after.indexOf("plugin-example-backend'));") + "plugin-example-backend'));".length();
            if (after.indexOf("plugin-example-backend'));") > 0) {
                String later = after.substring(0, end) + added + after.substring(end);
                assertThat(TakenOut.of(FEATURE, later).replace("\r", "").replace("\n", ""))
                        .isEqualTo(later.replace("\r", "")
                                .replaceFirst(
                                        "\n *\t*\\w+\\.add\\(import\\('@internal/plugin-example-backend'\\)\\);", "")
                                .replace("\n", ""));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {46, 47, 59})
    void aLongNameIsTakenOutWithItsLines(int length) {
        TakenOut.isUndone(new BackendFeature("@internal/" + "x".repeat(length)), Files.INDEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backend.add(import('P')); // why\n",
                "/* why */ backend.add(import('P'));\n",
                "backend.add(import(\n  // why\n  'P'\n));\n",
                "backend.add(import('P')); backend.add(import('x'));\n",
                "backend.add(import('P'));\nbackend.add(import('P'));\n",
                "const p = import('P');\nbackend.add((await import('P')).default);\n",
                "if (x) backend.add(import('P'));\n",
            })
    void whatIsAddedInAnotherWayIsTheUsersToTakeOut(String adds) {
        String text = Files.INDEX.replace("backend.start", adds.replace("P", Files.PACKAGE) + "backend.start");
        assertThat(FEATURE.takeOut(text))
                .isEqualTo(Step.left(
                        "It does not add it by one statement on lines of its own.",
                        "backend.add(import('@internal/plugin-example-backend'));"));
        assertThat(FEATURE.takeOut(Files.INDEX)).isEqualTo(Step.NOTHING);
    }

    @Test
    void aLongNameBreaksAsPrettierBreaksIt() {
        String fits = "@internal/" + "x".repeat(46);
        assertThat(added(fits)).isEqualTo("\nbackend.add(import('" + fits + "'));");
        String longer = fits + "x";
        assertThat(added(longer)).isEqualTo("\nbackend.add(\n  import('" + longer + "'),\n);");
        String longest = fits + "x".repeat(12);
        assertThat(added(longest)).isEqualTo("\nbackend.add(\n  import(\n    '" + longest + "'\n  ),\n);");
    }

    private static String added(String packageName) {
        return ((Step.Edit) new BackendFeature(packageName).edit(Files.INDEX))
                .edit()
                .replacement();
    }

    static Stream<String> there() {
        return Stream.of(
                IMPORT + "import plugin from '" + Files.PACKAGE + "';\nconst b = createBackend();\nb.add(plugin);\n",
                IMPORT + "import { plugin as p } from '" + Files.PACKAGE
                        + "';\nconst b = createBackend();\nb.add(p);\n",
                IMPORT + "const b = createBackend();\nb.add((await import(\"" + Files.PACKAGE + "\")).default);\n",
                IMPORT + "const b = createBackend();\nif (x) { b.add(import('" + Files.PACKAGE + "')); }\nb.start();\n",
                "build().add(import(\n  // why\n  '" + Files.PACKAGE + "',\n));\n");
    }

    @ParameterizedTest
    @MethodSource("there")
    void whatIsThereIsNotAddedAgain(String text) {
        assertThat(FEATURE.edit(text)).isEqualTo(Step.NOTHING);
    }

    static Stream<String> uncertain() {
        return Stream.of(
                "",
                "console.log('backend.start()');\n",
                "const backend = createBackend();\nbackend.start();\n",
                "import { createServiceBuilder } from '@backstage/backend-common';\nbackend.start();\n",
                IMPORT + "createBackend().start();\n",
                IMPORT + "export default createBackend();\n",
                IMPORT + "this.backend = createBackend();\nthis.backend.start();\n",
                IMPORT + "const a = createBackend();\nconst b = createBackend();\na.start();\nb.start();\n",
                IMPORT + "const backend = createBackend();\nexport { backend };\n",
                IMPORT + "const backend = createBackend();\nfunction run(backend) {\n  backend.start();\n}\n",
                IMPORT + "const backend = createBackend(); backend.start();\n",
                IMPORT + "const backend = createBackend();\n<<<<<<< HEAD\nbackend.start();\n=======\n");
    }

    @ParameterizedTest
    @MethodSource("uncertain")
    void whatIsNotCertainIsLeftToTheUser(String text) {
        Step step = FEATURE.edit(text);
        assertThat(step).isInstanceOf(Step.Left.class);
        assertThat(((Step.Left) step).paste()).isEqualTo("backend.add(import('@internal/plugin-example-backend'));");
    }
}
