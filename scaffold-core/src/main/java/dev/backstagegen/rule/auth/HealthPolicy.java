package dev.backstagegen.rule.auth;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Reach;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code auth/health-policy}: a health route and the policy that opens it come together. */
public final class HealthPolicy implements Rule {

    private static final Set<String> NAMES = Set.of("health", "healthz", "healthcheck", "health-check");

    private static final RuleDoc DOC = new RuleDoc(
            "auth/health-policy",
            Severity.WARNING,
            "A health route is open to callers without credentials",
            "A route such as `GET /health` of a plugin's router, and the `addAuthPolicy` of its `httpRouter` that opens it. A policy"
                    + " without a route is for `auth/policy-has-route`.",
            "A backend answers 401 to whoever has no token unless a policy opens the path, and what probes a health check"
                    + " has none.",
            "Keep both: the route, and `httpRouter.addAuthPolicy({ path: '/health', allow: 'unauthenticated' })`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example("""
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
                      router.get('/health', (_req, res) => {
                        res.json({ status: 'ok' });
                      });
                      return router;
                    }
                    """, """
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
                            httpRouter.addAuthPolicy({ path: '/health', allow: 'unauthenticated' });
                          },
                        });
                      },
                    });
                    --- src/router.ts
                    import Router from 'express-promise-router';

                    export async function createRouter() {
                      const router = Router();
                      router.get('/health', (_req, res) => {
                        res.json({ status: 'ok' });
                      });
                      return router;
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Routes routes = plugin.routes();
        List<Finding> findings = new ArrayList<>();
        boolean policiesKnown = plugin.isWhole()
                && routes.policies().stream().allMatch(each -> each.path().isPresent());
        // A policy with the framework's prefix is for router/no-api-prefix, whose repair makes it right.
        String prefix = plugin.init().pluginId().map(id -> "/api/" + id).orElse("/");
        if (policiesKnown) {
            routes.all().stream()
                    .filter(route ->
                            isHealth(route.path()) && Set.of("get", "all").contains(route.verb()))
                    .filter(route -> !asksForCredentials(plugin, route))
                    .forEach(route -> routes.paths(route).stream()
                            .filter(path -> routes.policies().stream()
                                    .noneMatch(policy -> policy.covers(path) || policy.covers(prefix + path)))
                            .forEach(path -> findings.add(closed(routes, route, path))));
        }
        return findings;
    }

    private static Finding closed(Routes routes, Routes.Route route, String path) {
        return Finding.at(
                new Place(route.call().source(), label(route)),
                DOC,
                "The health route " + path + " asks for a token.",
                repair(routes, path));
    }

    private static TsNode label(Routes.Route route) {
        return Syntax.arguments(route.call().node()).stream()
                .findFirst()
                .orElse(route.call().node());
    }

    private static Repair repair(Routes routes, String path) {
        List<Place> doors = routes.doors();
        Place door = doors.get(doors.size() - 1);
        Optional<TsNode> statement = Syntax.statement(door.node()).filter(each -> each.is("expression_statement"));
        String router =
                Syntax.receiver(door.node()).map(receiver -> receiver.text()).orElse("httpRouter");
        return statement
                .map(each -> Repair.safe(List.of(new Edit(
                        door.source().path(),
                        Rewrite.afterCall(
                                door.source(),
                                each,
                                router + ".addAuthPolicy",
                                List.of("path: '" + path + "'", "allow: 'unauthenticated'"))))))
                .orElse(Repair.NONE);
    }

    private static boolean asksForCredentials(Plugin plugin, Routes.Route route) {
        return route.handlers().stream()
                .anyMatch(handler -> plugin.calls().functions(handler).isEmpty()
                        || plugin.calls().functions(handler).stream()
                                .anyMatch(each -> new Reach(plugin, each).calls("credentials")));
    }

    private static boolean isHealth(Optional<String> path) {
        return path.map(each -> each.substring(each.lastIndexOf('/') + 1))
                .filter(NAMES::contains)
                .isPresent();
    }
}
