package dev.backstagegen.rule.auth;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Caller;
import dev.backstagegen.rule.code.Changes;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Request;
import dev.backstagegen.rule.code.Routes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code auth/credentials-in-mutations}: who changes something is asked who that is. */
public final class CredentialsInMutations implements Rule {

    private static final Set<String> VERBS = Set.of("put", "patch", "delete", "post", "all");

    private static final RuleDoc DOC = new RuleDoc(
            "auth/credentials-in-mutations",
            Severity.WARNING,
            "A handler that changes something obtains the credentials of its caller",
            "Handlers of `put`, `patch` and `delete`, and those of `post` that surely change something, such as rows of a"
                    + " database. A search that is sent by `post` is none of them. Credentials that a middleware or a helper"
                    + " obtains are as good.",
            "Everybody who is signed in, and every other plugin, may make this change, and nobody can tell afterwards who it"
                    + " was.",
            "Call `httpAuth.credentials(req, { allow: [...] })` in the handler, and decide and log with what it gives.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("", ""),
                    example(
                            "    const credentials = await httpAuth.credentials(req, { allow: ['user'] });\n",
                            ", { credentials }"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Routes routes = plugin.routes();
        return plugin.requests().all().stream()
                .filter(request -> VERBS.contains(request.route().verb()))
                .filter(request -> isServed(routes, request.route()))
                .filter(request -> !Caller.mayBeKnown(request))
                .flatMap(request -> change(plugin, request)
                        .map(change -> Finding.at(
                                request.label(),
                                DOC,
                                "The handler of " + request.title() + " " + change + " without asking who calls."))
                        .stream())
                .toList();
    }

    /** What is open has no caller; it is for {@code auth/no-open-mutation}. */
    private static boolean isServed(Routes routes, Routes.Route route) {
        Set<String> paths = routes.paths(route);
        return !paths.isEmpty()
                && routes.policies().stream()
                        .filter(Routes.Policy::isOpen)
                        .noneMatch(policy ->
                                policy.path().isEmpty() || paths.stream().anyMatch(policy::covers));
    }

    private static Optional<String> change(Plugin plugin, Request request) {
        Changes changes = new Changes(plugin);
        Optional<String> proven = request.course().steps().stream()
                .flatMap(step -> changes.of(step.call()).stream())
                .findFirst();
        boolean proxy = request.route().verb().equals("all")
                && request.course().steps().stream().anyMatch(step -> changes.passesOn(step.call()));
        if (proxy) {
            return Optional.of("passes on whatever is sent");
        }
        boolean byName = Set.of("put", "patch", "delete")
                        .contains(request.route().verb())
                && request.course().steps().stream()
                        .anyMatch(step -> !plugin.calls().reached(step.call()).isEmpty()
                                || step.call()
                                        .node()
                                        .ancestor("await_expression")
                                        .isPresent());
        return proven.or(() -> byName ? Optional.of("changes something") : Optional.empty());
    }

    private static String example(String asks, String handed) {
        return """
                --- src/plugin.ts
                import {
                  coreServices,
                  createBackendPlugin,
                } from '@backstage/backend-plugin-api';
                import { createRouter } from './router';
                import { ItemStore } from './ItemStore';

                export const examplePlugin = createBackendPlugin({
                  pluginId: 'example',
                  register(env) {
                    env.registerInit({
                      deps: {
                        httpAuth: coreServices.httpAuth,
                        httpRouter: coreServices.httpRouter,
                      },
                      async init({ httpAuth, httpRouter }) {
                        httpRouter.use(await createRouter(httpAuth, new ItemStore()));
                      },
                    });
                  },
                });
                --- src/router.ts
                import { HttpAuthService } from '@backstage/backend-plugin-api';
                import Router from 'express-promise-router';
                import { ItemStore } from './ItemStore';

                export async function createRouter(httpAuth: HttpAuthService, store: ItemStore) {
                  const router = Router();
                  router.delete('/items/:id', async (req, res) => {
                %s    await store.remove(req.params.id%s);
                    res.status(204).end();
                  });
                  return router;
                }
                """.formatted(asks, handed);
    }
}
