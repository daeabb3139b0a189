package dev.backstagegen.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.layout.Layout;
import dev.backstagegen.merge.Merged.Conflict;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Txtar;
import dev.backstagegen.ts.TsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeMergeTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static FileTree golden(String name) {
        try {
            return Txtar.read(Files.readString(GOLDEN.resolve(name + ".txtar")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String merge(String base, String yours, String fresh) {
        Merged merged = CodeMerge.of(base, yours, fresh);
        assertThat(merged.conflicts()).isEmpty();
        return merged.text(Conflict::yours);
    }

    /** A user's edit of a golden, merged with what another golden has for the same file. */
    private static String merge(String file, String from, String to, UnaryOperator<String> edit) {
        RelPath path = RelPath.of(file);
        String base = golden(from).text(path).orElseThrow();
        String fresh = golden(to).text(path).orElseThrow();
        String yours = edit.apply(base);
        assertThat(yours).isNotEqualTo(base);
        String result = merge(base, yours, fresh);
        assertThat(TsFile.parse(result).isWhole()).as(result).isTrue();
        if (Layout.format(yours).equals(yours)) {
            assertThat(Layout.format(result)).isEqualTo(result);
        }
        assertThat(CodeMerge.of(fresh, result, fresh)).isEqualTo(Merged.agreed(result));
        return result;
    }

    /** Replaces what must be there. */
    private static UnaryOperator<String> edit(String... pairs) {
        return text -> {
            String result = text;
            for (int i = 0; i < pairs.length; i += 2) {
                assertThat(result).contains(pairs[i]);
                result = result.replace(pairs[i], pairs[i + 1]);
            }
            return result;
        };
    }

    @Test
    void anotherServiceInTheSamePlaceIsNoConflict() {
        String result = merge(
                "src/plugin.ts",
                "db",
                "db+mcp",
                text -> Layout.format(edit(
                                "        userInfo: coreServices.userInfo,\n",
                                "        rootConfig: coreServices.rootConfig,\n        userInfo: coreServices.userInfo,\n",
                                "logger, userInfo }",
                                "logger, rootConfig, userInfo }",
                                "          logger: logger.child({ component: 'item-service' }),\n",
                                "          logger: logger.child({ component: 'item-service' }),\n          limit: rootConfig.getNumber('example.limit'),\n")
                        .apply(text)));
        assertThat(result)
                .contains("""
                              async init({
                                actionsRegistry,
                                auth,
                                database,
                                httpAuth,
                                httpRouter,
                                logger,
                                permissions,
                                permissionsRegistry,
                                rootConfig,
                                userInfo,
                              }) {
                                permissionsRegistry.addPermissions(examplePermissions);
                        """.indent(0))
                .contains("          limit: rootConfig.getNumber('example.limit'),\n          permissions,\n");
    }

    @Test
    void aRenamedServiceStaysRenamed() {
        String result = merge(
                "src/plugin.ts",
                "db",
                "db+mcp",
                text -> text.replace("ItemService", "TicketService").replace("itemService", "ticketService"));
        assertThat(result)
                .doesNotContain("ItemService")
                .contains("registerActions({ actionsRegistry, ticketService });");
    }

    @Test
    void aRenamedVariableIsHandedOnUnderTheNameThatIsAskedFor() {
        String result = merge(
                "src/plugin.ts",
                "db",
                "db+mcp",
                edit(
                        "const itemService",
                        "const tickets",
                        "callers, itemService }",
                        "callers, itemService: tickets }"));
        assertThat(result).contains("registerActions({ actionsRegistry, itemService: tickets });");
    }

    @Test
    void whatWasReformattedTakesTheNew() {
        String result = merge(
                "src/plugin.ts",
                "db",
                "db+mcp",
                text -> text.replace("  ", "    ").replace('\'', '"'));
        assertThat(result)
                .contains("                actionsRegistry: actionsRegistryServiceRef,\n")
                .contains("registerActions({ actionsRegistry, itemService });")
                .contains("                permissionsRegistry.addPermissions(examplePermissions);\n")
                .doesNotContain("'");
    }

    @Test
    void aStatementAndAnImportOfYoursStay() {
        String result = merge(
                "src/plugin.ts",
                "nothing",
                "mcp",
                edit(
                        "import { createRouter }",
                        "import { startReporting } from './reporting';\nimport { createRouter }",
                        "        httpRouter.use(",
                        "        startReporting(logger);\n        httpRouter.use("));
        assertThat(result)
                .contains("startReporting(logger);")
                .contains("import { startReporting } from './reporting';");
    }

    @Test
    void aRouteAndAnOptionOfYoursStay() {
        String result = merge(
                "src/service/itemRouter.ts",
                "db",
                "db+mcp",
                edit(
                        "  itemService: ItemService;\n",
                        "  itemService: ItemService;\n  limit: number;\n",
                        "  router.get('/:id',",
                        "  router.get('/count', async (req, res) => {\n"
                                + "    await httpAuth.credentials(req, { allow: ['user'] });\n"
                                + "    res.json({ count: options.limit });\n  });\n\n  router.get('/:id',"));
        assertThat(result)
                .contains("  itemService: ItemService;\n  limit: number;\n")
                .contains("    res.json({ count: options.limit });\n  });\n\n  router.get('/:id',");
    }

    @Test
    void aMethodOfYoursStaysBesideWhatIsNew() {
        String result = merge(
                "src/service/ItemService.ts",
                "db",
                "db+mcp",
                edit(
                        "  logger: LoggerService;\n}",
                        "  logger: LoggerService;\n  limit?: number;\n}",
                        "    this.#logger = options.logger;\n",
                        "    this.#logger = options.logger;\n    this.#limit = options.limit ?? 10;\n",
                        "  readonly #logger: LoggerService;\n",
                        "  readonly #logger: LoggerService;\n  readonly #limit: number;\n",
                        "  async get(",
                        "  /** How many there may be. */\n  limit(): number {\n    return this.#limit;\n  }\n\n  async get("));
        assertThat(result)
                .contains("  logger: LoggerService;\n  limit?: number;\n  permissions: PermissionsService;\n}")
                .contains("  readonly #limit: number;\n  readonly #permissions: PermissionsService;\n")
                .contains("    this.#limit = options.limit ?? 10;\n    this.#permissions = options.permissions;\n")
                .contains("  /** How many there may be. */\n  limit(): number {\n");
    }

    @Test
    void aTestOfYoursStays() {
        String mine = """
                  it('is mine', async () => {
                    await expect(itemService.get('2', { credentials })).rejects.toThrow('2');
                  });

                """;
        String result = merge(
                "src/service/ItemService.test.ts",
                "db",
                "db+mcp",
                edit("  it('creates in the name", mine + "  it('creates in the name"));
        assertThat(result).contains(mine).contains("does not %s for callers");
    }

    @Test
    void aColumnOfYoursStays() {
        String result = merge(
                "src/database/ItemStore.ts",
                "db",
                "identity",
                edit(
                        "  archived: boolean | number;\n",
                        "  archived: boolean | number;\n  priority: number;\n",
                        "      archived: input.archived,\n",
                        "      archived: input.archived,\n      priority: input.priority,\n",
                        "    archived: Boolean(row.archived),\n",
                        "    archived: Boolean(row.archived),\n    priority: row.priority,\n"));
        assertThat(result)
                .contains(
                        "      archived: input.archived,\n      priority: input.priority,\n      owner: input.owner,\n")
                .contains("    archived: Boolean(row.archived),\n    priority: row.priority,\n    owner: row.owner,\n");
    }

    @Test
    void aCommentAndWiderLinesOfYoursStay() {
        String result = merge(
                "src/plugin.ts",
                "db",
                "db+mcp",
                edit(
                        "import {\n  coreServices,\n  createBackendPlugin,\n} from",
                        "import { coreServices, createBackendPlugin } from",
                        " * The example backend plugin\n",
                        " * The example backend plugin, as we use it\n",
                        "          logger: logger.child({ component: 'item-service' }),\n",
                        "          logger: logger.child({ component: 'item-service', and: 'much more that makes it a long line' }),\n"));
        assertThat(result)
                .contains("import { coreServices, createBackendPlugin } from '@backstage/backend-plugin-api';\n")
                .contains(" * The example backend plugin, as we use it\n")
                .contains("and: 'much more that makes it a long line' }),\n          permissions,\n")
                .contains("        registerActions({ actionsRegistry, itemService });\n\n        httpRouter.use(");
    }

    @Test
    void imports() {
        assertThat(merge(
                        "import { a } from 'x';\n\nf(a);\n",
                        "import { a, b } from 'x';\n\nf(a, b);\n",
                        "import { a, c } from 'x';\n\nf(a);\n\ng(c);\n"))
                .isEqualTo("import { a, b, c } from 'x';\n\nf(a, b);\n\ng(c);\n");
        assertThat(merge(
                        "import { a } from 'x';\n\nf(a);\n",
                        "import { a } from 'x';\nimport { p } from 'p';\n\nf(a);\np();\n",
                        "import { a } from 'x';\nimport { p } from 'p';\nimport { q } from 'q';\n\nq(p);\nf(a);\n"))
                .isEqualTo(
                        "import { a } from 'x';\nimport { p } from 'p';\nimport { q } from 'q';\n\nq(p);\nf(a);\np();\n");
        assertThat(merge(
                        "import { a, b } from 'x';\n\nf(a);\nf(b);\n",
                        "import { a, b } from 'x';\n\nf(a);\nf(b);\ng(b);\n",
                        "import { a } from 'x';\n\nf(a);\n"))
                .isEqualTo("import { a, b } from 'x';\n\nf(a);\ng(b);\n");
    }

    @Test
    void anImportIsNotTakenFromAnotherModuleThatStandsInItsPlace() {
        String base = """
                import { OwnershipService } from './service/OwnershipService';
                import { createRouter } from './service/router';

                createRouter(new OwnershipService({ callers }));
                """;
        String yours = """
                import { createRouter } from './router';
                import { todos } from './todos';

                createRouter(todos);
                """;
        String fresh = base.replace("{ callers }", "{ callers, permissions }");
        String merged = CodeMerge.of(base, yours, fresh).marked();
        assertThat(merged).contains("import { createRouter } from './router';");
        assertThat(merged).doesNotContainPattern("import \\{[^}]*OwnershipService[^}]*} from './router'");
    }

    @Test
    void onlyWhatMattersIsAConflict() {
        String base = "function f() {\n  return 1;\n}\n";
        Merged merged = CodeMerge.of(base, "function f() {\n  return 2;\n}\n", "function f() {\n  return 3;\n}\n");
        assertThat(merged.conflicts()).containsExactly(new Conflict("  return 1;\n", "  return 2;\n", "  return 3;\n"));
        assertThat(merge("f();\n", "f();\na();\n", "f();\nb();\n")).isEqualTo("f();\na();\nb();\n");
        assertThat(merge("f();\n", "f();\na(x);\n", "f();\nconst x = 1;\n")).isEqualTo("f();\nconst x = 1;\na(x);\n");
    }

    @Test
    void commentsAreKept() {
        String base = "class A {\n  // One.\n  a() {}\n}\n";
        assertThat(merge(
                        base,
                        "class A {\n  // One, and why.\n  a() {}\n\n  // Mine.\n  b() {}\n  // The end.\n}\n",
                        "class A {\n  // One.\n  a() {\n    f();\n  }\n\n  // Yours.\n  c() {}\n}\n"))
                .isEqualTo("""
                        class A {
                          // One, and why.
                          a() {
                            f();
                          }

                          // Mine.
                          b() {}
                          // The end.

                          // Yours.
                          c() {}
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, mcp",
        "db, db+mcp",
        "db+mcp, db",
        "db, identity",
        "identity, db",
        "nothing, cache",
        "cache, everything",
        "nothing, scheduler",
        "db, three-resources",
        "everything, db+mcp",
        "db, everything"
    })
    void nothingIsLostWhateverIsEdited(String from, String to) {
        long seed = new Random().nextLong();
        System.out.println("CodeMergeTest " + from + " to " + to + ", seed " + seed);
        Random random = new Random(seed);
        FileTree before = golden(from);
        FileTree after = golden(to);
        int conflicts = 0;
        int lines = 0;
        int all = 0;
        for (RelPath path : before.paths()) {
            if (!path.extension().equals("ts") || !after.has(path)) {
                continue;
            }
            String base = before.text(path).orElseThrow();
            String fresh = after.text(path).orElseThrow();
            for (int round = 0; round < 6; round++) {
                String yours = randomlyEdited(base, random, 1 + random.nextInt(3));
                Merged merged = CodeMerge.of(base, yours, fresh);
                String what = "seed " + seed + ", " + path + ", round " + round;
                assertNothingLost(what, base, yours, merged);
                String result = merged.text(Conflict::yours);
                assertThat(CodeMerge.of(fresh, result, fresh)).as(what).isEqualTo(Merged.agreed(result));
                assertThat(CodeMerge.of(base, yours, base)).as(what).isEqualTo(Merged.agreed(yours));
                assertThat(CodeMerge.of(base, base, fresh)).as(what).isEqualTo(Merged.agreed(fresh));
                all++;
                conflicts += merged.isClean() ? 0 : 1;
                lines += LineMerge.of(base, yours, fresh).isClean() ? 0 : 1;
            }
        }
        System.out.println(all + " merges, " + conflicts + " with conflicts, " + lines + " by lines");
        assertThat(conflicts).isLessThanOrEqualTo(lines);
    }

    private static void assertNothingLost(String what, String base, String yours, Merged merged) {
        String kept = squeezed(merged.text(Conflict::yours));
        List<String> known = base.lines().map(CodeMergeTest::squeezed).toList();
        yours.lines().filter(line -> !known.contains(squeezed(line))).forEach(line -> {
            // A line that was changed on both sides is there word by word.
            boolean whole = kept.contains(squeezed(line));
            for (String word : line.split("[^\\w$]+")) {
                assertThat(whole || base.contains(word) || kept.contains(word))
                        .as("%s: %s of the line %s", what, word, line)
                        .isTrue();
            }
        });
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s,;]", "");
    }

    private static String randomlyEdited(String base, Random random, int edits) {
        List<String> lines = new ArrayList<>(Arrays.asList(base.split("\n")));
        for (int edit = 0; edit < edits; edit++) {
            int at = random.nextInt(Math.max(1, lines.size() - 1));
            String indent = lines.get(at).replaceAll("\\S.*", "");
            int number = random.nextInt(1000);
            switch (random.nextInt(5)) {
                case 0 -> lines.add(at, indent + "// Note " + number + ".");
                case 1 -> lines.add(at, indent + "note" + number + "();");
                case 2 -> {
                    if (lines.size() > 2) {
                        lines.remove(at);
                    }
                }
                case 3 -> lines.set(at, lines.get(at).replaceFirst("'(\\w+)'", "'mine" + number + "'"));
                default -> lines.add(at, indent + "mine" + number + ",");
            }
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void aPluginIsMergedInNoTime() {
        FileTree before = golden("db");
        FileTree after = golden("db+mcp");
        Map<RelPath, String> edited = new TreeMap<>();
        before.asMap().forEach((path, text) -> edited.put(path, text.replace("ItemService", "TicketService")));
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            before.asMap().forEach((path, text) -> {
                if (path.extension().equals("ts") && after.has(path)) {
                    CodeMerge.of(text, edited.get(path), after.text(path).orElseThrow());
                }
            });
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        System.out.println("A plugin in " + fastest / 1_000_000 + " ms");
        assertThat(fastest).isLessThan(20_000_000_000L);
    }

    @Test
    void theTypeOfStringsIsNoString() {
        String base = "import { a } from 'a';\n\nexport function f(x: string): string {\n  return a(x, 'b');\n}\n";
        String yours = base.replace('\'', '"').replace("return", "// ours\n  return");
        String fresh = base + "\nexport const c: string[] = [];\n";
        assertThat(merge(base, yours, fresh)).isEqualTo(yours + "\nexport const c: string[] = [];\n");
    }

    @Test
    void whatWasRenamedDoesNotGoUnseen() {
        String base = "interface Config {\n  title: string;\n  schedule?: string;\n}\n";
        String yours = base.replace("schedule", "timetable");
        String fresh = base.replace("  schedule?: string;\n", "");
        assertThat(CodeMerge.of(base, yours, fresh).text(Conflict::yours)).contains("  timetable?: string;");
    }

    @Test
    void aNameThatBothImportComesFromWhereYoursDoes() {
        String base = "import { a } from 'a';\n\na();\n";
        String yours = "import { a } from 'a';\nimport { p } from './mine';\n\na();\np();\n";
        String fresh = "import { a } from 'a';\nimport { p } from 'p';\n\na();\na(p);\n";
        String merged = CodeMerge.of(base, yours, fresh).text(Conflict::yours);
        assertThat(merged).contains("from './mine'").doesNotContain("from 'p'");
    }

    @Test
    void newCodeThatUsesWhatYouDeletedIsYoursToDecide() {
        String base = """
                const features = [plugin];

                it('starts', () => start(features));
                """;
        String yours = """
                it('starts', () => start([plugin]));
                """;
        String fresh = base + """

                it('stops', () => stop(features));
                """;

        Merged merged = CodeMerge.of(base, yours, fresh);

        assertThat(merged.isClean()).isFalse();
        assertThat(merged.text(Conflict::yours)).isEqualTo(yours);
        assertThat(merged.text(Conflict::fresh)).contains("const features", "stop(features)", "start([plugin])");
    }

    @Test
    void whatNeedsNewCodeThatStaysOutStaysOutToo() {
        String base = """
                async function init({ auth, router }) {
                  const callers = new Callers(auth);
                  router.use(callers);
                }
                """;
        String yours = """
                async function init({ router }) {
                  router.use(mine());
                }
                """;
        String fresh = """
                async function init({ auth, logger, router }) {
                  const callers = new Callers(auth);
                  const facets = new Facets({ auth });
                  router.use(callers);
                  router.use(facets);
                }
                """;

        Merged merged = CodeMerge.of(base, yours, fresh);

        assertThat(merged.text(Conflict::yours)).isEqualTo(yours.replace("{ router }", "{ logger, router }"));
        assertThat(merged.text(Conflict::fresh))
                .contains("auth, logger, router", "new Facets({ auth })", "use(facets)");
    }

    @Test
    void aFunctionOfYoursIsHandedNothingNewWithoutBeingAsked() {
        String base = """
                import { createRouter } from './service/router';

                use(createRouter({ auth }));
                """;
        String yours = """
                import { createRouter } from './router';

                use(createRouter({ auth, todos }));
                """;
        String fresh = """
                import { createRouter } from './service/router';

                const work = new Work();
                use(createRouter({ auth, work }));
                """;

        Merged merged = CodeMerge.of(base, yours, fresh);

        assertThat(merged.isClean()).isFalse();
        assertThat(merged.text(Conflict::yours)).contains("const work", "createRouter({ auth, todos })");
        assertThat(merged.text(Conflict::fresh)).contains("'./router'", "createRouter({ auth, todos, work })");
    }
}
