package dev.backstagegen.rule.plugin;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Init;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Reach;
import dev.backstagegen.rule.code.RouterTrail;
import dev.backstagegen.rule.code.Routes.Router;
import java.util.List;

/** {@code plugin/router-mounted}: a router that is made is served. */
public final class RouterMounted implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "plugin/router-mounted",
            Severity.ERROR,
            "A router that init makes reaches httpRouter.use",
            "The express routers with routes that are made on the way from the `init` of a `registerInit`, and who gets"
                    + " them.",
            "Nobody can call its routes: each of them answers 404.",
            "Hand the router to `httpRouter.use`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("await createRouter()"), example("httpRouter.use(await createRouter())"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Router> served = plugin.routes().all().stream()
                .flatMap(route -> route.routers().stream())
                .distinct()
                .toList();
        if (served.isEmpty() || plugin.init().starts().isEmpty() || !plugin.isWhole()) {
            return List.of();
        }
        List<Reach> reaches = plugin.init().starts().stream()
                .map(Init.Start::function)
                .map(function -> new Reach(plugin, function))
                .toList();
        return served.stream()
                .filter(router -> reaches.stream().anyMatch(reach -> reach.covers(router.creation())))
                .filter(router -> !RouterTrail.arrives(plugin, router.creation()))
                .map(router -> Finding.at(
                        router.creation(), DOC, "This router has routes, and nobody gets it who could serve them."))
                .toList();
    }

    private static String example(String statement) {
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
                        %s;
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
                """.formatted(statement);
    }
}
