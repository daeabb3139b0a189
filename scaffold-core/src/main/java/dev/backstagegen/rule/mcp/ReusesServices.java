package dev.backstagegen.rule.mcp;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Reach;
import dev.backstagegen.rule.code.Syntax;
import java.util.List;
import java.util.Optional;

/** {@code mcp/reuses-services}: actions and routes share the plugin's services. */
public final class ReusesServices implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/reuses-services",
            Severity.INFO,
            "An action calls the plugin's services and not its own HTTP API",
            "Tokens that actions ask for, directly or in functions of the plugin, in order to call the very plugin that"
                    + " they belong to, and requests to its address.",
            "The detour costs a token and a request, loses the types, and turns each error into one of the transport.",
            "Hand the service that the routes use to the function that registers the actions, and call that.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/actions.ts
                    import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
                    import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

                    export function registerActions(
                      actionsRegistry: ActionsRegistryService,
                      auth: AuthService,
                      discovery: DiscoveryService,
                    ) {
                      actionsRegistry.register({
                        name: 'get_items',
                        title: 'Get Items',
                        description: 'Lists the items.',
                        attributes: { readOnly: true, destructive: false, idempotent: true },
                        schema: {
                          input: z => z.object({}),
                          output: z =>
                            z.object({ items: z.array(z.string()).describe('Their titles') }),
                        },
                        action: async ({ credentials }) => {
                          const { token } = await auth.getPluginRequestToken({
                            onBehalfOf: credentials,
                            targetPluginId: 'example',
                          });
                          const baseUrl = await discovery.getBaseUrl('example');
                          const response = await fetch(`${baseUrl}/items`, {
                            headers: { Authorization: `Bearer ${token}` },
                          });
                          return { output: { items: await response.json() } };
                        },
                      });
                    }
                    """, """
                    --- src/actions.ts
                    import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
                    import { ItemService } from './ItemService';

                    export function registerActions(
                      actionsRegistry: ActionsRegistryService,
                      items: ItemService,
                    ) {
                      actionsRegistry.register({
                        name: 'get_items',
                        title: 'Get Items',
                        description: 'Lists the items.',
                        attributes: { readOnly: true, destructive: false, idempotent: true },
                        schema: {
                          input: z => z.object({}),
                          output: z =>
                            z.object({ items: z.array(z.string()).describe('Their titles') }),
                        },
                        action: async ({ credentials }) => ({
                          output: { items: await items.list({ credentials }) },
                        }),
                      });
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<String> id = plugin.init().pluginId();
        if (id.isEmpty()) {
            return List.of();
        }
        return plugin.actions().all().stream()
                .flatMap(action -> action.handler().stream())
                .flatMap(handler -> detours(plugin, new Reach(plugin, handler), id.get()).stream())
                .distinct()
                .map(each ->
                        Finding.at(each, DOC, "An action of the plugin '" + id.get() + "' calls that plugin here."))
                .toList();
    }

    /** A token for the plugin itself; without one, a request to the plugin's own address. */
    private static List<Place> detours(Plugin plugin, Reach reach, String id) {
        List<Place> tokens = reach.calls().stream()
                .filter(call -> Syntax.calls(call.node(), "getPluginRequestToken"))
                .filter(call -> Syntax.argument(call.node(), 0)
                        .flatMap(options -> Syntax.property(options, "targetPluginId"))
                        .flatMap(target -> plugin.origins().text(call.at(target)))
                        .filter(id::equals)
                        .isPresent())
                .toList();
        return tokens.isEmpty() ? requests(plugin, reach, id) : tokens;
    }

    private static List<Place> requests(Plugin plugin, Reach reach, String id) {
        return reach.calls().stream()
                .filter(call -> Syntax.called(call.node())
                        .filter(called -> called.text().equals("fetch"))
                        .isPresent())
                .filter(call -> Syntax.argument(call.node(), 0)
                        .filter(address -> address.descendants("identifier", "call_expression")
                                .anyMatch(each -> isOwnAddress(plugin, call.at(each), id)))
                        .isPresent())
                .toList();
    }

    private static boolean isOwnAddress(Plugin plugin, Place value, String id) {
        return plugin.origins().whole(value).stream()
                .anyMatch(origin -> Syntax.calls(origin.node(), "getBaseUrl")
                        && Syntax.argument(origin.node(), 0)
                                .flatMap(argument -> plugin.origins().text(origin.at(argument)))
                                .filter(id::equals)
                                .isPresent());
    }
}
