package dev.backstagegen.rule.router;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.PathPattern;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code router/no-api-prefix}: paths of a plugin begin below {@code /api/<pluginId>}. */
public final class NoApiPrefix implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "router/no-api-prefix",
            Severity.ERROR,
            "Paths of routes and policies begin below /api/<pluginId>",
            "The paths of routes, mounted routers and `addAuthPolicy` calls of a plugin's `httpRouter`.",
            "The framework puts `/api/<pluginId>` in front by itself: with it, a route answers below"
                    + " `/api/<pluginId>/api/<pluginId>`, and a policy opens nothing.",
            "Leave the prefix away.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example("/api/example/version"), example("/version"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<String> prefix = plugin.init().pluginId().map(id -> "/api/" + id);
        return prefix.map(each -> new Search(plugin, each).findings()).orElse(List.of());
    }

    /** One look at a plugin. */
    private record Search(Plugin plugin, String prefix) {

        private List<Finding> findings() {
            Routes routes = plugin.routes();
            List<Finding> findings = new ArrayList<>();
            for (Routes.Route route : routes.all()) {
                if (isPrefixed(route.path()) && isOutermost(route.routers())) {
                    Optional<Place> path = pathOf(route);
                    findings.add(Finding.at(
                            path.orElse(route.call()),
                            DOC,
                            "This route answers at " + prefix + route.path().orElse("") + ".",
                            path.map(each -> Repair.suggested(shortened(each))).orElse(Repair.NONE)));
                }
            }
            for (Routes.Mount mount : routes.mounts()) {
                if (isPrefixed(mount.path()) && isOutermost(mount.routers())) {
                    Optional<Place> path = argument(mount.call());
                    findings.add(Finding.at(
                            path.orElse(mount.call()),
                            DOC,
                            "What is used here answers below " + prefix
                                    + mount.path().orElse("") + ".",
                            path.map(each -> Repair.suggested(shortened(each))).orElse(Repair.NONE)));
                }
            }
            routes.policies().stream()
                    .filter(policy -> isPrefixed(policy.path()))
                    .forEach(policy -> findings.add(ofPolicy(policy)));
            return findings;
        }

        private Finding ofPolicy(Routes.Policy policy) {
            String path = policy.path().orElse("");
            String meant = without(path);
            Optional<Place> written = Syntax.argument(policy.call().node(), 0)
                    .flatMap(object -> Syntax.property(object, "path"))
                    .map(policy.call()::at);
            boolean sure = anyRoute(meant) && !anyRoute(path);
            List<Edit> edits = written.map(this::shortened).orElse(List.of());
            return Finding.at(
                    written.orElse(policy.call()),
                    DOC,
                    "This policy is for " + prefix + path + ".",
                    sure ? Repair.safe(edits) : Repair.suggested(edits));
        }

        private boolean anyRoute(String path) {
            return plugin.routes().all().stream()
                    .flatMap(route -> plugin.routes().paths(route).stream())
                    .anyMatch(PathPattern.of(path)::opens);
        }

        private boolean isPrefixed(Optional<String> path) {
            return path.filter(each -> each.equals(prefix) || each.startsWith(prefix + "/"))
                    .isPresent();
        }

        private boolean isOutermost(List<Routes.Router> routers) {
            return routers.stream()
                    .anyMatch(router -> plugin.routes().prefixes(router).contains(""));
        }

        private Optional<Place> pathOf(Routes.Route route) {
            TsNode call = route.call().node();
            Optional<TsNode> inner = Optional.of(call);
            while (inner.isPresent()) {
                if (Syntax.calls(inner.get(), "route")) {
                    return argument(route.call().at(inner.get()));
                }
                inner = Syntax.receiver(inner.get());
            }
            return argument(route.call());
        }

        private Optional<Place> argument(Place call) {
            return Syntax.argument(call.node(), 0).map(call::at);
        }

        /** Only the text that is meant for this place alone. */
        private List<Edit> shortened(Place path) {
            List<Place> origins = plugin.origins().whole(path);
            if (origins.size() != 1 || Syntax.string(origins.get(0).node()).isEmpty()) {
                return List.of();
            }
            Place text = origins.get(0);
            boolean here = text.node() == path.node();
            boolean alone = text.node()
                    .parent()
                    .filter(each -> each.is("variable_declarator"))
                    .flatMap(each -> each.child("name"))
                    .flatMap(text.source()::binding)
                    .filter(name -> text.source().uses(name).size() == 1)
                    .isPresent();
            if (!here && !alone) {
                return List.of();
            }
            int start = text.node().start() + 1;
            String old = Syntax.string(text.node()).orElse("");
            boolean all = old.equals(prefix);
            return List.of(
                    new Edit(text.source().path(), new TextEdit(start + (all ? 1 : 0), start + prefix.length(), "")));
        }

        private String without(String path) {
            return path.length() == prefix.length() ? "/" : path.substring(prefix.length());
        }
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
