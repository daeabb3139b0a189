package dev.backstagegen.rule.tests;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Suites;
import dev.backstagegen.rule.code.Syntax;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code tests/unauthenticated-case}: a test sees that strangers are refused. */
public final class UnauthenticatedCase implements Rule {

    /** Words for a refusal; whoever tests one in any of these ways has thought of it. */
    private static final Pattern REFUSAL = Pattern.compile(
            "none|invalid(Token|Header|Cookie)|AuthenticationError|NotAllowedError|UNAUTHORIZED|FORBIDDEN");

    private static final Pattern TOLD = Pattern.compile(
            "(?is).*(unauthori[sz]ed|unauthenticated|anonymous|forbid|without (a |any )?(token|credentials)).*");

    private static final RuleDoc DOC = new RuleDoc(
            "tests/unauthenticated-case",
            Severity.WARNING,
            "A test sees that callers without credentials are refused",
            "The tests that start a plugin with routes that ask for credentials.",
            "In a test backend a request without a header counts as one of a logged-in user, so that nothing shows when a"
                    + " policy opens more than it should.",
            "Send a request with `.set('Authorization', mockCredentials.none.header())` and expect the status 401.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("", """
                        const response = await request(server).get('/api/example/items');

                        expect(response.status).toBe(200);
                        expect(response.body).toEqual([]);
                    """), example("  mockCredentials,\n", """
                        const refused = await request(server)
                          .get('/api/example/items')
                          .set('Authorization', mockCredentials.none.header());
                        const response = await request(server).get('/api/example/items');

                        expect(refused.status).toBe(401);
                        expect(response.status).toBe(200);
                        expect(response.body).toEqual([]);
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        if (plugin.mentioning("startTestBackend").isEmpty() || !hasClosedRoute(plugin)) {
            return List.of();
        }
        List<Place> starts = Suites.starts(plugin);
        if (starts.isEmpty() || plugin.tests().stream().anyMatch(UnauthenticatedCase::refuses)) {
            return List.of();
        }
        return starts.stream()
                .filter(start -> sendsRequests(start.source()))
                .limit(1)
                .map(start -> Finding.at(
                        Syntax.called(start.node()).map(start::at).orElse(start),
                        DOC,
                        "No test of this plugin sends a request without credentials."))
                .toList();
    }

    /** Whether the routes are known, and one is not opened by a policy. */
    private static boolean hasClosedRoute(Plugin plugin) {
        Routes routes = plugin.routes();
        return plugin.isWhole()
                && routes.policies().stream().allMatch(policy -> policy.path().isPresent())
                && routes.all().stream()
                        .flatMap(route -> routes.paths(route).stream())
                        .anyMatch(path -> routes.policies().stream().noneMatch(policy -> policy.covers(path)));
    }

    private static boolean sendsRequests(Source source) {
        return source.all("call_expression")
                .anyMatch(call -> Syntax.calls(call, "get", "post", "put", "patch", "delete")
                        || Syntax.called(call)
                                .filter(name -> name.text().equals("fetch"))
                                .isPresent());
    }

    private static boolean refuses(Source source) {
        return source.all("number").anyMatch(each -> Set.of("401", "403").contains(each.text()))
                || source.all("property_identifier", "identifier")
                        .anyMatch(each -> REFUSAL.matcher(each.text()).matches())
                || Suites.of(source).stream()
                        .anyMatch(
                                test -> TOLD.matcher(test.label().node().text()).matches());
    }

    private static String example(String imports, String test) {
        return """
                --- src/plugin.test.ts
                import {
                %s  startTestBackend,
                } from '@backstage/backend-test-utils';
                import request from 'supertest';
                import { examplePlugin } from './plugin';

                describe('examplePlugin', () => {
                  it('lists items', async () => {
                    const { server } = await startTestBackend({ features: [examplePlugin] });
                %s  });
                });
                --- src/plugin.ts
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
