package dev.backstagegen.rule.integration;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.PluginRequests;
import dev.backstagegen.rule.code.Shipped;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code integration/catalog-service}: the catalog is a service like any other. */
public final class CatalogService implements Rule {

    /** What the service surely has a method for. */
    private static final Pattern SERVED = Pattern.compile("/(entities|locations|refresh)\\b.*");

    private static final RuleDoc DOC = new RuleDoc(
            "integration/catalog-service",
            Severity.WARNING,
            "The catalog is reached through catalogServiceRef",
            "Clients of the catalog that a plugin builds by hand, and its own requests for entities and locations.",
            "The service takes the credentials of the caller and fetches tokens by itself, and tests replace it with"
                    + " `catalogServiceMock`; a client of one's own needs a token with every call.",
            "Depend on `catalogServiceRef` of `@backstage/plugin-catalog-node`, and hand its methods `{ credentials }`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("""
                    import {
                      coreServices,
                      createBackendPlugin,
                    } from '@backstage/backend-plugin-api';
                    import { CatalogClient } from '@backstage/catalog-client';
                    """, """
                          deps: {
                            discovery: coreServices.discovery,
                            httpAuth: coreServices.httpAuth,
                            httpRouter: coreServices.httpRouter,
                          },
                          async init({ discovery, httpAuth, httpRouter }) {
                            const catalog = new CatalogClient({ discoveryApi: discovery });
                    """), example("""
                    import {
                      coreServices,
                      createBackendPlugin,
                    } from '@backstage/backend-plugin-api';
                    import { catalogServiceRef } from '@backstage/plugin-catalog-node';
                    """, """
                          deps: {
                            catalog: catalogServiceRef,
                            httpAuth: coreServices.httpAuth,
                            httpRouter: coreServices.httpRouter,
                          },
                          async init({ catalog, httpAuth, httpRouter }) {
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        if (plugin.init().creations().isEmpty()) {
            return List.of();
        }
        List<Source> sources = Shipped.sources(plugin);
        boolean known = sources.stream()
                .flatMap(source -> source.all("identifier"))
                .anyMatch(name -> name.text().equals("catalogServiceRef"));
        Stream<Finding> clients = sources.stream()
                .flatMap(source -> source.places("new_expression"))
                .filter(each -> isClient(plugin, each))
                .filter(each -> !(known && isFallback(each.node())))
                .map(each -> Finding.at(
                        Syntax.called(each.node()).map(each::at).orElse(each),
                        DOC,
                        "This client of the catalog is built by hand."));
        Stream<Finding> requests = PluginRequests.of(plugin).stream()
                .filter(each -> each.target().equals("catalog")
                        && SERVED.matcher(each.path()).matches())
                // What lacks a token is the matter of another rule, and its repair is this one's.
                .filter(each -> !TokenOnFetch.isWrong(plugin, each))
                .map(each ->
                        Finding.at(each.fetch().address(), DOC, "This request goes to the catalog past its service."));
        return Stream.concat(clients, requests).toList();
    }

    private static boolean isClient(Plugin plugin, Place creation) {
        return Syntax.called(creation.node())
                        .filter(name -> name.is("identifier")
                                && plugin.modules()
                                        .isOutside(
                                                creation.source(), name, "@backstage/catalog-client", "CatalogClient"))
                        .isPresent()
                && !isOfOther(plugin, creation);
    }

    /** Whether the addresses are made up here, which leads to the catalog of somebody else. */
    private static boolean isOfOther(Plugin plugin, Place creation) {
        return Syntax.argument(creation.node(), 0)
                .flatMap(options -> Syntax.property(options, "discoveryApi"))
                .map(value -> plugin.origins().whole(creation.at(value)))
                .filter(origins -> origins.stream().anyMatch(CatalogService::isMade))
                .isPresent();
    }

    private static boolean isMade(Place discovery) {
        TsNode node = discovery.node();
        return node.is("object", "new_expression")
                || node.is("call_expression")
                        && Syntax.called(node)
                                .filter(name -> name.text().startsWith("HostDiscovery"))
                                .isEmpty();
    }

    /** What stands in only where nobody hands a catalog over, as it happens in the legacy backend. */
    private static boolean isFallback(TsNode creation) {
        Optional<TsNode> parent = creation.parent();
        return parent.filter(each -> each.is("binary_expression")
                                && (Syntax.hasToken(each, "??") || Syntax.hasToken(each, "||")))
                        .isPresent()
                || parent.filter(each ->
                                each.is("ternary_expression", "assignment_pattern", "object_assignment_pattern"))
                        .isPresent();
    }

    private static String example(String imports, String start) {
        return """
                --- src/plugin.ts
                %simport { createRouter } from './router';

                export const examplePlugin = createBackendPlugin({
                  pluginId: 'example',
                  register(env) {
                    env.registerInit({
                %s        httpRouter.use(await createRouter(catalog, httpAuth));
                      },
                    });
                  },
                });
                --- src/router.ts
                import { HttpAuthService } from '@backstage/backend-plugin-api';
                import { CatalogService } from '@backstage/plugin-catalog-node';
                import Router from 'express-promise-router';

                export async function createRouter(
                  catalog: CatalogService,
                  httpAuth: HttpAuthService,
                ) {
                  const router = Router();
                  router.get('/groups', async (req, res) => {
                    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
                    const { items } = await catalog.getEntities(
                      { filter: { kind: 'Group' } },
                      { credentials },
                    );
                    res.json(items);
                  });
                  return router;
                }
                """.formatted(imports, start);
    }
}
