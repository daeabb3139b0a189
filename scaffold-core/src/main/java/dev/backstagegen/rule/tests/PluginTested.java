package dev.backstagegen.rule.tests;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Modules;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Suites;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code tests/plugin-tested}: a test sends requests to the plugin. */
public final class PluginTested implements Rule {

    /** Packages that send requests to a router. */
    private static final Set<String> CALLERS =
            Set.of("supertest", "superagent", "light-my-request", "node-mocks-http", "pactum", "chai-http");

    /** Functions that start a plugin, under whatever name they are called then. */
    private static final Set<String> STARTERS = Set.of("startTestBackend", "createBackend");

    private static final String LISTEN = "listen";

    private static final RuleDoc DOC = new RuleDoc(
            "tests/plugin-tested",
            Severity.WARNING,
            "A test starts the plugin and calls it",
            "The tests of a plugin that serves routes: those that call `startTestBackend`, or at least send requests to its"
                    + " router.",
            "Whether services, policies and routes fit together shows only when the plugin runs, and without such a test"
                    + " it first runs in somebody's backend.",
            "Add a `src/plugin.test.ts` that starts it with `startTestBackend({ features: [plugin] })` and calls it with"
                    + " `supertest(server)`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("""
                    describe('examplePlugin', () => {
                      it('has an id', () => {
                        expect(examplePlugin.$$type).toBe('@backstage/BackendFeature');
                      });
                    });
                    """, "import { examplePlugin } from './plugin';\n\n"), example("""
                    describe('examplePlugin', () => {
                      it('lists items for those who have a token only', async () => {
                        const { server } = await startTestBackend({ features: [examplePlugin] });

                        const refused = await request(server)
                          .get('/api/example/items')
                          .set('Authorization', mockCredentials.none.header());
                        const answered = await request(server).get('/api/example/items');

                        expect(refused.status).toBe(401);
                        expect(answered.body).toEqual([]);
                      });
                    });
                    """, """
                    import {
                      mockCredentials,
                      startTestBackend,
                    } from '@backstage/backend-test-utils';
                    import request from 'supertest';
                    import { examplePlugin } from './plugin';

                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        boolean any = !Suites.files(plugin).isEmpty();
        // Without routes there may be nothing to call, but there is always something to test.
        if (any && plugin.routes().doors().isEmpty() || calls(plugin)) {
            return List.of();
        }
        return plugin.init().creations().stream()
                .limit(1)
                .map(creation -> Finding.at(
                        label(creation),
                        DOC,
                        any ? "No test starts this plugin or calls its router." : "This plugin has no tests."))
                .toList();
    }

    /** Looks into every file but those for trying the plugin out, since helpers of tests may lie anywhere. */
    private static boolean calls(Plugin plugin) {
        return plugin.files().paths().stream()
                .filter(PluginTested::mayHelp)
                .filter(path -> plugin.files()
                        .text(path)
                        .filter(text -> Stream.of(CALLERS, STARTERS, Set.of(LISTEN))
                                .flatMap(Set::stream)
                                .anyMatch(text::contains))
                        .isPresent())
                .flatMap(path -> plugin.source(path.value()).stream())
                .anyMatch(PluginTested::calls);
    }

    /** The tools that some repositories carry with them are large, and test nothing. */
    private static boolean mayHelp(RelPath path) {
        return !path.startsWith(Plugin.REPOSITORY)
                && !path.startsWith(RelPath.of("dev"))
                && path.segments().stream().noneMatch(each -> each.startsWith(".") || each.matches("dist|dist-.*"));
    }

    private static boolean calls(Source source) {
        boolean imports = source.all("import_statement", "import_require_clause")
                .anyMatch(each -> Modules.module(each).filter(CALLERS::contains).isPresent());
        boolean requires = source.all("call_expression")
                .filter(call -> Syntax.called(call)
                        .filter(name -> name.text().equals("require"))
                        .isPresent())
                .flatMap(call -> Syntax.argument(call, 0).flatMap(Syntax::string).stream())
                .anyMatch(CALLERS::contains);
        return imports
                || requires
                || source.all("identifier").anyMatch(each -> STARTERS.contains(each.text()))
                || source.all("call_expression").anyMatch(call -> Syntax.calls(call, LISTEN));
    }

    private static Place label(Place creation) {
        return Syntax.called(creation.node()).map(creation::at).orElse(creation);
    }

    private static String example(String test, String imports) {
        return """
                --- src/plugin.test.ts
                %s%s--- src/plugin.ts
                import {
                  coreServices,
                  createBackendPlugin,
                } from '@backstage/backend-plugin-api';
                import { createRouter } from './router';

                export const examplePlugin = createBackendPlugin({
                  pluginId: 'example',
                  register(env) {
                    env.registerInit({
                      deps: { httpRouter: coreServices.httpRouter },
                      async init({ httpRouter }) {
                        httpRouter.use(await createRouter());
                      },
                    });
                  },
                });
                --- src/router.ts
                import Router from 'express-promise-router';

                export async function createRouter() {
                  const router = Router();
                  router.get('/items', (_req, res) => {
                    res.json([]);
                  });
                  return router;
                }
                """.formatted(imports, test);
    }
}
