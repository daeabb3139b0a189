package dev.backstagegen.rule.mcp;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Actions;
import dev.backstagegen.rule.code.CredentialFlow;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Reach;
import java.util.List;

/** {@code mcp/checks-permission}: somebody decides whether the caller of an action may do that. */
public final class ChecksPermission implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/checks-permission",
            Severity.ERROR,
            "An action is decided upon with the credentials of its caller",
            "What an action registered with the actions registry does with the `credentials` that it is given. It is"
                    + " enough to hand them to a service that decides with them: the plugin's own, the catalog, another"
                    + " plugin. An action that only computes on its input needs none.",
            "Everybody who may call actions at all may call this one, with the rights that the plugin itself has.",
            "Check a permission with the `credentials`, hand them to a service that does, or set"
                    + " `visibilityPermission`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/actions.ts
                    import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
                    import { Knex } from 'knex';

                    export function registerActions(
                      actionsRegistry: ActionsRegistryService,
                      client: Knex,
                    ) {
                      actionsRegistry.register({
                        name: 'delete_item',
                        title: 'Delete Item',
                        description: 'Deletes an item for good.',
                        attributes: { readOnly: false, destructive: true, idempotent: true },
                        schema: {
                          input: z => z.object({ id: z.string().describe('Its id') }),
                          output: z => z.object({ id: z.string().describe('Its id') }),
                        },
                        action: async ({ input }) => {
                          await client('items').where({ id: input.id }).delete();
                          return { output: { id: input.id } };
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
                        name: 'delete_item',
                        title: 'Delete Item',
                        description: 'Deletes an item for good.',
                        attributes: { readOnly: false, destructive: true, idempotent: true },
                        schema: {
                          input: z => z.object({ id: z.string().describe('Its id') }),
                          output: z => z.object({ id: z.string().describe('Its id') }),
                        },
                        action: async ({ input, credentials }) => {
                          await items.delete(input.id, { credentials });
                          return { output: { id: input.id } };
                        },
                      });
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.actions().all().stream()
                .filter(action -> !action.isOpen()
                        && action.property("visibilityPermission").isEmpty())
                .filter(action -> action.handler()
                        .filter(handler -> isUndecided(plugin, handler))
                        .isPresent())
                .map(action -> Finding.at(action.label(), DOC, wrong(action)))
                .toList();
    }

    private static boolean isUndecided(Plugin plugin, Place handler) {
        Reach reach = new Reach(plugin, handler);
        return !reach.calls("authorize", "authorizeConditional")
                && reach.leavesInput()
                && !new CredentialFlow(plugin, handler).decides();
    }

    private static String wrong(Actions.Action action) {
        return action.title() + " does something that nobody has allowed its caller.";
    }
}
