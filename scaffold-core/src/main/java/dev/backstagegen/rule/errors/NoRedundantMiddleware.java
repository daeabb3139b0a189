package dev.backstagegen.rule.errors;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Meaning;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Removal;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code errors/no-redundant-middleware}: one error middleware is enough. */
public final class NoRedundantMiddleware implements Rule {

    private static final String DEFAULTS = "@backstage/backend-defaults";

    /** Releases whose {@code httpRouter} had none yet. */
    private static final String EARLY = "[\\^~>=v]*0\\.[0-6](\\..*)?";

    private static final RuleDoc DOC = new RuleDoc(
            "errors/no-redundant-middleware",
            Severity.INFO,
            "No second error middleware on a plugin's router",
            "Routers that a plugin's `httpRouter` uses, and `MiddlewareFactory.create(...).error()` on them.",
            "Every `httpRouter` has this very middleware behind the plugin's routers.",
            "Take it away.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example("""
                    import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
                    import {
                      LoggerService,
                      RootConfigService,
                    } from '@backstage/backend-plugin-api';
                    import Router from 'express-promise-router';

                    export async function createRouter(options: {
                      config: RootConfigService;
                      logger: LoggerService;
                    }) {
                      const { config, logger } = options;

                      const router = Router();
                      router.get('/items', (_req, res) => {
                        logger.info('Somebody lists the items');
                        res.json({ items: [], source: config.getString('app.title') });
                      });

                      const middleware = MiddlewareFactory.create({ config, logger });
                      router.use(middleware.error());
                      return router;
                    }
                    """), example("""
                    import {
                      LoggerService,
                      RootConfigService,
                    } from '@backstage/backend-plugin-api';
                    import Router from 'express-promise-router';

                    export async function createRouter(options: {
                      config: RootConfigService;
                      logger: LoggerService;
                    }) {
                      const { config, logger } = options;

                      const router = Router();
                      router.get('/items', (_req, res) => {
                        logger.info('Somebody lists the items');
                        res.json({ items: [], source: config.getString('app.title') });
                      });

                      return router;
                    }
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        boolean early = plugin.manifest()
                .flatMap(manifest -> manifest.range(DEFAULTS))
                .filter(range -> range.matches(EARLY))
                .isPresent();
        if (early) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Routes.Mount mount : plugin.routes().mounts()) {
            List<TsNode> arguments = Syntax.arguments(mount.call().node());
            boolean served = mount.routers().stream()
                    .noneMatch(router -> plugin.routes().prefixes(router).isEmpty());
            if (served
                    && arguments.size() == 1
                    && isErrorMiddleware(plugin, mount.call().at(arguments.get(0)))) {
                findings.add(Finding.at(
                        mount.call(),
                        DOC,
                        "The `httpRouter` of this plugin has an error middleware already.",
                        repair(plugin, mount)));
            }
        }
        return findings;
    }

    /** {@code MiddlewareFactory.create(...).error()}, with nothing that sets it apart. */
    private static boolean isErrorMiddleware(Plugin plugin, Place used) {
        List<Place> origins = plugin.origins().whole(used);
        return !origins.isEmpty()
                && origins.stream()
                        .allMatch(each -> Syntax.calls(each.node(), "error")
                                && Syntax.arguments(each.node()).isEmpty()
                                && Syntax.receiver(each.node())
                                        .filter(factory -> isFactory(plugin, each.at(factory)))
                                        .isPresent());
    }

    private static boolean isFactory(Plugin plugin, Place factory) {
        List<Place> origins = plugin.origins().whole(factory);
        return !origins.isEmpty()
                && origins.stream()
                        .allMatch(each -> Syntax.calls(each.node(), "create")
                                && Syntax.receiver(each.node())
                                        .flatMap(name -> plugin.modules().meaning(each.source(), name))
                                        .filter(meaning -> meaning instanceof Meaning.Outside outside
                                                && outside.name().equals("MiddlewareFactory")
                                                && outside.module().startsWith(DEFAULTS))
                                        .isPresent());
    }

    private static Repair repair(Plugin plugin, Routes.Mount mount) {
        Source source = mount.call().source();
        Optional<TsNode> statement = mount.call().node().parent().filter(each -> each.is("expression_statement"));
        Optional<List<TextEdit>> edits = statement.flatMap(each -> Removal.of(source, each));
        if (edits.isEmpty()) {
            return Repair.NONE;
        }
        List<Edit> all =
                edits.get().stream().map(edit -> new Edit(source.path(), edit)).toList();
        return isServedElsewhere(plugin, mount) ? Repair.suggested(all) : Repair.safe(all);
    }

    /** Tests and hosts of the time before may serve the router without the framework's middleware behind it. */
    private static boolean isServedElsewhere(Plugin plugin, Routes.Mount mount) {
        String maker = Syntax.functionAround(mount.call().node())
                .flatMap(function -> function.child("name"))
                .map(TsNode::text)
                .orElse("createRouter");
        boolean tested = plugin.tests().stream().anyMatch(test -> test.mentions(maker));
        boolean exported = plugin.source("src/index.ts")
                .filter(index -> plugin.modules().exported(index, maker).isPresent())
                .isPresent();
        return tested || exported;
    }

    private static String example(String router) {
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
                      deps: {
                        config: coreServices.rootConfig,
                        httpRouter: coreServices.httpRouter,
                        logger: coreServices.logger,
                      },
                      async init({ config, httpRouter, logger }) {
                        httpRouter.use(await createRouter({ config, logger }));
                      },
                    });
                  },
                });
                --- src/router.ts
                """ + router;
    }
}
