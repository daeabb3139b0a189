package dev.backstagegen.rule.auth;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Caller;
import dev.backstagegen.rule.code.Changes;
import dev.backstagegen.rule.code.PathPattern;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Request;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Syntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code auth/no-open-mutation}: nobody unknown changes anything. */
public final class NoOpenMutation implements Rule {

    private static final Set<String> CHANGING = Set.of("put", "patch", "delete");

    private static final RuleDoc DOC = new RuleDoc(
            "auth/no-open-mutation",
            Severity.ERROR,
            "What is open to everybody changes nothing",
            "The routes below the path of a policy that allows `unauthenticated`. A handler that looks at who calls in its"
                    + " own way, such as at a signature, is none of this rule's business.",
            "A policy covers everything below its path, and anybody who reaches the backend can change what this route"
                    + " changes.",
            "Open a path that no such route lies below.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("/items", ""),
                    example("/items/public", "    await httpAuth.credentials(req, { allow: ['user'] });\n"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.routes().policies().stream()
                .filter(Routes.Policy::isOpen)
                .filter(policy -> policy.path()
                        .filter(path -> !PathPattern.of(path).segments().isEmpty())
                        .filter(path -> !path.matches("/?\\*+"))
                        .isPresent())
                .flatMap(policy -> opened(plugin, policy)
                        .map(request -> Finding.at(
                                policy.call()
                                        .at(Syntax.argument(policy.call().node(), 0)
                                                .flatMap(object -> Syntax.property(object, "path"))
                                                .orElse(policy.call().node())),
                                DOC,
                                "This opens " + request.title() + ", which changes something."))
                        .stream())
                .toList();
    }

    private static Optional<Request> opened(Plugin plugin, Routes.Policy policy) {
        Changes changes = new Changes(plugin);
        return plugin.requests().all().stream()
                .filter(request -> !request.route().verb().equals("get"))
                .filter(request ->
                        plugin.routes().paths(request.route()).stream().anyMatch(policy::covers))
                .filter(request -> CHANGING.contains(request.route().verb())
                        || request.course().steps().stream()
                                .anyMatch(step -> changes.of(step.call()).isPresent()))
                .filter(request -> !Caller.mayBeKnown(request))
                .findFirst();
    }

    private static String example(String path, String asks) {
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
                        httpRouter.addAuthPolicy({ path: '%s', allow: 'unauthenticated' });
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
                  router.get('/items/public', async (_req, res) => {
                    res.json(await store.list());
                  });
                  router.delete('/items/:id', async (req, res) => {
                %s    await store.remove(req.params.id);
                    res.status(204).end();
                  });
                  return router;
                }
                """.formatted(path, asks);
    }
}
