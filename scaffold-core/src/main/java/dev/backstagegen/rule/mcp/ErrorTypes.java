package dev.backstagegen.rule.mcp;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Actions;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Reach;
import dev.backstagegen.rule.code.Throws;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code mcp/error-types}: whoever calls an action can tell a refusal, an absence, a wrong input and a fault apart. */
public final class ErrorTypes implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/error-types",
            Severity.WARNING,
            "Refusals and absences are errors of their own types, and a fault is no InputError",
            "What the handlers of actions throw, and the functions of the plugin that they call: an error after a refused"
                    + " permission, an error after something was looked for in vain, and an `InputError` made of whatever"
                    + " went wrong.",
            "The type decides about the status and about what a model does next: an InputError (400) makes it try other"
                    + " input, a plain Error (500) makes it try again.",
            "Throw `NotAllowedError` for a refusal and `NotFoundError` for an absence, both of `@backstage/errors`, and"
                    + " let other errors pass.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("InputError"), example("NotFoundError"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Set<Place> seen = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        Throws thrown = new Throws(plugin);
        for (Actions.Action action : plugin.actions().all()) {
            if (action.handler().isEmpty()) {
                continue;
            }
            for (Place function : new Reach(plugin, action.handler().get()).functions()) {
                for (Throws.Thrown each : thrown.in(function)) {
                    if (seen.add(each.error())) {
                        wrong(each).ifPresent(wrong -> findings.add(Finding.at(each.error(), DOC, wrong)));
                    }
                }
            }
        }
        return findings;
    }

    private static Optional<String> wrong(Throws.Thrown thrown) {
        if (thrown.isRefusal()) {
            return Optional.of("A refusal is thrown as " + thrown.shown() + ".");
        }
        if (thrown.isAbsence()) {
            return Optional.of("What is not there is thrown as " + thrown.shown() + ".");
        }
        return thrown.isFault() && thrown.isInputError()
                ? Optional.of("Whatever goes wrong here is thrown as " + thrown.shown() + ".")
                : Optional.empty();
    }

    private static String example(String error) {
        return """
                --- src/actions.ts
                import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
                import { %1$s } from '@backstage/errors';
                import { ItemService } from './ItemService';

                export function registerActions(
                  actionsRegistry: ActionsRegistryService,
                  items: ItemService,
                ) {
                  actionsRegistry.register({
                    name: 'get_item',
                    title: 'Get Item',
                    description: 'Returns the item with an id.',
                    attributes: { readOnly: true, destructive: false, idempotent: true },
                    schema: {
                      input: z => z.object({ id: z.string().describe('Its id, a UUID') }),
                      output: z => z.object({ title: z.string().describe('Its title') }),
                    },
                    action: async ({ input, credentials }) => {
                      const item = await items.find(input.id, { credentials });
                      if (!item) {
                        throw new %1$s(`Item not found: ${input.id}`);
                      }
                      return { output: { title: item.title } };
                    },
                  });
                }
                """.formatted(error);
    }
}
