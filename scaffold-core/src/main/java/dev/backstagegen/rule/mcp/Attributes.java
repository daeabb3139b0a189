package dev.backstagegen.rule.mcp;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Actions;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;

/** {@code mcp/attributes}: an action says what it does to the world. */
public final class Attributes implements Rule {

    private static final List<String> NAMES = List.of("readOnly", "destructive", "idempotent");

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/attributes",
            Severity.WARNING,
            "An action states readOnly, destructive and idempotent",
            "The `attributes` of registered actions.",
            "What is not stated counts as destructive and not read-only, so that clients ask before each read, or do not"
                    + " offer it.",
            "State `readOnly`, `destructive` and `idempotent` in `attributes`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example(""),
                    example("    attributes: { readOnly: true, destructive: false, idempotent: true },\n"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.actions().all().stream()
                .filter(action -> !action.isOpen())
                .flatMap(action ->
                        wrong(action).map(wrong -> Finding.at(action.label(), DOC, wrong, repair(action))).stream())
                .toList();
    }

    private static Optional<String> wrong(Actions.Action action) {
        Optional<TsNode> attributes = action.property("attributes");
        if (attributes.isEmpty()) {
            return Optional.of(action.title() + " has no attributes.");
        }
        if (!attributes.get().is("object") || Syntax.hasSpread(attributes.get())) {
            return Optional.empty();
        }
        List<String> missing = NAMES.stream()
                .filter(name -> Syntax.member(attributes.get(), name).isEmpty())
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(action.title() + " does not state " + String.join(" and ", missing) + ".");
    }

    /** Only a suggestion: what the name promises may not be what the action does. */
    private static Repair repair(Actions.Action action) {
        Optional<TsNode> after = Syntax.member(action.definition().node(), "description")
                .or(() -> Syntax.member(action.definition().node(), "name"));
        Optional<String> name = action.property("name").flatMap(Syntax::string);
        boolean reads = name.filter(each -> each.matches("(get|list|search|find|read|query|describe|count)[_-].*"))
                .isPresent();
        if (!reads || after.isEmpty() || action.property("attributes").isPresent()) {
            return Repair.NONE;
        }
        return Repair.suggested(List.of(new Edit(
                action.definition().source().path(),
                Rewrite.memberAfter(
                        action.definition().source(),
                        after.get(),
                        "attributes: { readOnly: true, destructive: false, idempotent: true }"))));
    }

    private static String example(String attributes) {
        return """
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
                %s    schema: {
                      input: z => z.object({}),
                      output: z =>
                        z.object({ items: z.array(z.string()).describe('Their titles') }),
                    },
                    action: async ({ credentials }) => ({
                      output: { items: await items.list({ credentials }) },
                    }),
                  });
                }
                """.formatted(attributes);
    }
}
