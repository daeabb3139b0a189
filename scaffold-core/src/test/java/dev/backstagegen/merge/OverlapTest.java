package dev.backstagegen.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.ts.TsFile;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlapTest {

    private static final String BASE = """
            import { createRouter } from './router';

            export const examplePlugin = createBackendPlugin({
              register(env) {
                env.registerInit({
                  deps: { auth: coreServices.auth, http: coreServices.http },
                  async init({ auth, http }) {
                    const callers = new Callers({ auth });

                    http.use(await createRouter({ callers }));
                  },
                });
              },
            });
            """;

    private static final String YOURS = """
            import { createRouter } from './router';

            export const todoPlugin = createBackendPlugin({
              register(env) {
                env.registerInit({
                  deps: { http: coreServices.http, todos: todosRef },
                  async init({ http, todos }) {
                    http.use(await createRouter({ todos }));
                  },
                });
              },
            });
            """;

    private static String merged(String base, String yours, String fresh, Routes gone) {
        Overlap overlap = Overlap.of(base, yours, fresh, gone);
        return Merging.shown(CodeMerge.of(overlap.base(), yours, overlap.fresh()));
    }

    private static String merged(String fresh) {
        return merged(BASE, YOURS, fresh, Routes.NONE);
    }

    @Test
    void whatYoursNeverHadMayChange() {
        String fresh = BASE.replace("new Callers({ auth })", "new Callers({ auth, cache })")
                .replace("deps: { auth", "deps: { cache: coreServices.cache, auth")
                .replace("init({ auth", "init({ cache, auth");

        assertThat(merged(fresh)).isEqualTo(YOURS);
    }

    @Test
    void whatIsNewBringsWhatItNeeds() {
        String fresh = BASE.replace("        http.use(", "        registerActions({ callers });\n        http.use(");

        assertThat(merged(fresh))
                .contains("const callers = new Callers({ auth });")
                .contains("registerActions({ callers });")
                .contains("auth: coreServices.auth")
                .contains("createRouter({ todos })")
                .contains("todoPlugin")
                .doesNotContain("<");
    }

    @Test
    void aFunctionOfAnotherModuleIsHandedNothingNew() {
        String yours = YOURS.replace("'./router'", "'./routes'");
        String fresh = BASE.replace("        http.use(", "        const work = new Work();\n        http.use(")
                .replace("{ callers }));", "{ callers, work }));");

        assertThat(merged(BASE, yours, fresh, Routes.NONE)).isEqualTo(yours);
    }

    @Test
    void optionsAreTakenAsYoursTakesThem() {
        String base = """
                export interface RouterOptions {
                  callers: Callers;
                }

                export async function createRouter(options: RouterOptions) {
                  const { callers } = options;

                  const router = Router();
                  return router;
                }
                """;
        String yours = """
                export async function createRouter({
                  todos,
                }: {
                  todos: Todos;
                }) {
                  const router = Router();
                  return router;
                }
                """;
        String fresh = base.replace("{ callers }", "{ callers, work }")
                .replace("  callers: Callers;", "  callers: Callers;\n  work: Work;")
                .replace("  return", "  router.use(work);\n  return");

        assertThat(merged(base, yours, fresh, Routes.NONE)).isEqualTo("""
                export async function createRouter({
                  todos,
                  work,
                }: {
                  todos: Todos;
                  work: Work;
                }) {
                  const router = Router();
                  router.use(work);
                  return router;
                }
                """);
    }

    @Test
    void aTestOfARouteThatIsNotThereStaysOut() {
        String yours = """
                describe('mine', () => {
                  it('answers', () => {
                    get('/todos');
                  });
                });
                """;
        String base = "describe('plugin', () => {});\n";
        String fresh = """
                describe('plugin', () => {
                  it('stops', () => {
                    get('/api/example/whoami');
                  });
                  it('goes on', () => {
                    get('/api/example/settings');
                  });
                });
                """;

        assertThat(merged(base, yours, fresh, new Routes(Set.of("/whoami"))))
                .contains("/todos", "/settings")
                .doesNotContain("/whoami");
    }

    @Test
    void routesAreKnownByTheirFirstStep() {
        TsFile code = TsFile.parse("""
                router.get('/whoami', handle);
                router.use('/items/:id', itemRouter);
                router.get('/:id', handle);
                cache.get('/no/route');
                """);

        assertThat(Routes.in(code).steps()).containsExactlyInAnyOrder("/whoami", "/items");
    }

    @Test
    void aDecisionLeavesNothingBehindThatOnlyTheOtherSideUsed() {
        String base = "import { a } from 'a';\n\nrun(a);\n";
        String yours = "import { a } from 'a';\n\nwalk(a);\n";
        String decided = "import { a } from 'a';\nimport { b } from 'b';\n\nconst c = b();\nwalk(a);\n";
        String fresh = "import { a } from 'a';\nimport { b } from 'b';\n\nconst c = b();\nrun(a, c);\n";

        assertThat(CodeMerge.settled(base, yours, fresh, decided)).isEqualTo(yours);
    }

    /** Somebody may declare what they mean to use later. */
    @Test
    void whatNeitherSideHasIsOfWhoeverDecided() {
        String base = "run();\n";
        String yours = "walk();\n";
        String fresh = "const b = 1;\nrun(b);\n";
        String decided = "const b = 1;\nconst mine = 2;\nwalk();\n";

        assertThat(CodeMerge.settled(base, yours, fresh, decided)).isEqualTo("const mine = 2;\nwalk();\n");
    }
}
