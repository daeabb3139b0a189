package dev.backstagegen.rule.auth;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.PathPattern;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code auth/policy-has-route}: what is opened is there. */
public final class PolicyHasRoute implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "auth/policy-has-route",
            Severity.WARNING,
            "Each policy is for a route that exists",
            "The paths of `addAuthPolicy` calls and the routes of the plugin's routers, where all of both are known.",
            "A policy for a path where nothing answers is a leftover or a mistake in the path, and opens whatever somebody"
                    + " puts there later.",
            "Correct the path, or take the policy away.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("/v1/version"), example("/version"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Routes routes = plugin.routes();
        if (routes.policies().isEmpty()
                || routes.doors().isEmpty()
                || !routes.areKnown()
                || routes.all().stream().anyMatch(route -> routes.paths(route).isEmpty())
                || answersAnywhere(plugin)
                || plugin.requests().mayBeMore()) {
            return List.of();
        }
        return routes.policies().stream()
                .filter(policy ->
                        policy.path().filter(path -> isOwn(plugin, path)).isPresent())
                .filter(policy -> !isServed(routes, PathPattern.of(policy.path().orElse(""))))
                .map(policy -> Finding.at(
                        path(policy),
                        DOC,
                        "There is a policy for " + policy.path().orElse("") + ", but no route answers there."))
                .toList();
    }

    /** Paths with a dot in front are the framework's; those with a prefix are for {@code router/no-api-prefix}. */
    private static boolean isOwn(Plugin plugin, String path) {
        Optional<String> prefix = plugin.init().pluginId().map(id -> "/api/" + id);
        return !PathPattern.of(path).segments().isEmpty()
                && !path.startsWith("/.")
                && prefix.filter(each -> path.equals(each) || path.startsWith(each + "/"))
                        .isEmpty();
    }

    private static boolean isServed(Routes routes, PathPattern policy) {
        return routes.all().stream()
                        .flatMap(route -> routes.paths(route).stream())
                        .anyMatch(policy::mayMeet)
                || routes.mounts().stream()
                        .flatMap(mount -> mount.path().stream())
                        .anyMatch(path -> policy.mayMeet(path)
                                || PathPattern.of(path).mayMeet(String.join("/", policy.segments())));
    }

    /** Whether something is used without a path that may answer any: files, a proxy, a function that writes an answer. */
    private static boolean answersAnywhere(Plugin plugin) {
        return plugin.routes().mounts().stream()
                .filter(mount -> mount.path().isEmpty())
                .flatMap(mount -> Syntax.arguments(mount.call().node()).stream().map(mount.call()::at))
                .filter(used -> plugin.routes().routers(used).isEmpty())
                .anyMatch(used -> mayAnswer(plugin, used));
    }

    private static boolean mayAnswer(Plugin plugin, Place used) {
        List<Place> functions = plugin.calls().functions(used);
        if (functions.isEmpty()) {
            return plugin.origins().whole(used).stream()
                    .noneMatch(each -> Syntax.method(each.node())
                            .or(() -> Syntax.called(each.node()).map(TsNode::text))
                            .filter(Set.of(
                                    "json",
                                    "urlencoded",
                                    "text",
                                    "raw",
                                    "error",
                                    "logging",
                                    "cors",
                                    "helmet",
                                    "compression",
                                    "cookieParser")::contains)
                            .isPresent());
        }
        return functions.stream().anyMatch(PolicyHasRoute::usesResponse);
    }

    private static boolean usesResponse(Place function) {
        List<TsNode> parameters = Syntax.parameters(function.node());
        return parameters.size() < 2
                || (parameters.size() < 4
                        && function.source()
                                .binding(parameters.get(1))
                                .filter(name -> function.source().uses(name).isEmpty())
                                .isEmpty());
    }

    private static Place path(Routes.Policy policy) {
        return policy.call()
                .at(Syntax.argument(policy.call().node(), 0)
                        .flatMap(object -> Syntax.property(object, "path"))
                        .orElse(policy.call().node()));
    }

    private static String example(String policy) {
        return """
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
                        httpRouter.addAuthPolicy({
                          path: '%s',
                          allow: 'unauthenticated',
                        });
                      },
                    });
                  },
                });
                --- src/router.ts
                import Router from 'express-promise-router';

                export async function createRouter() {
                  const router = Router();
                  router.get('/version', (_req, res) => {
                    res.json({ version: '1.2.3' });
                  });
                  return router;
                }
                """.formatted(policy);
    }
}
