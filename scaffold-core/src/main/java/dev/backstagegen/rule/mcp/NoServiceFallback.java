package dev.backstagegen.rule.mcp;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Actions;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.CredentialFlow;
import dev.backstagegen.rule.code.Origins;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Removal;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code mcp/no-service-fallback}: an action acts as its caller and never as the plugin. */
public final class NoServiceFallback implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/no-service-fallback",
            Severity.ERROR,
            "An action never falls back to the plugin's own credentials",
            "The `credentials` that an action is given, followed to where something else may take their place.",
            "They are never missing, so a fallback does nothing today; if it ever did, every permission check would be"
                    + " passed, because the plugin itself is allowed everything.",
            "Use the `credentials` as they are.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/actions.ts
                    import { AuthService } from '@backstage/backend-plugin-api';
                    import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
                    import { ItemService } from './ItemService';

                    export function registerActions(
                      actionsRegistry: ActionsRegistryService,
                      auth: AuthService,
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
                        action: async ({ credentials }) => {
                          const own = await auth.getOwnServiceCredentials();
                          return {
                            output: { items: await items.list({ credentials: credentials || own }) },
                          };
                        },
                      });
                    }
                    """, """
                    --- src/actions.ts
                    import { AuthService } from '@backstage/backend-plugin-api';
                    import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
                    import { ItemService } from './ItemService';

                    export function registerActions(
                      actionsRegistry: ActionsRegistryService,
                      auth: AuthService,
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
                        action: async ({ credentials }) => {
                          return {
                            output: { items: await items.list({ credentials }) },
                          };
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
        Map<TsNode, Fallback> fallbacks = new LinkedHashMap<>();
        for (Actions.Action action : plugin.actions().all()) {
            if (action.handler().isPresent()) {
                CredentialFlow flow =
                        new CredentialFlow(plugin, action.handler().get());
                flow.expressions()
                        .forEach(each -> choice(plugin, each)
                                .ifPresent(f -> fallbacks.putIfAbsent(f.whole().node(), f)));
                flow.variables()
                        .forEach(each -> overwritten(plugin, each)
                                .forEach(f -> fallbacks.putIfAbsent(f.whole().node(), f)));
            }
        }
        List<TsNode> gone =
                fallbacks.values().stream().flatMap(each -> each.own().stream()).toList();
        return fallbacks.values().stream()
                .map(each -> Finding.at(
                        each.whole(),
                        DOC,
                        "Here an action falls back to the plugin's own credentials.",
                        repair(each, gone)))
                .toList();
    }

    /**
     * A place where the plugin's own credentials may be taken instead.
     *
     * @param keep the caller's, where they can simply be kept
     * @param own the plugin's, where they are named
     */
    private record Fallback(Place whole, Optional<TsNode> keep, Optional<TsNode> own) {}

    /** {@code credentials || own}, {@code credentials ?? own}, {@code credentials ? credentials : own}. */
    private static Optional<Fallback> choice(Plugin plugin, Place expression) {
        TsNode node = expression.node();
        TsNode parent = node.parent().orElse(node);
        boolean either =
                parent.is("binary_expression") && (Syntax.hasToken(parent, "||") || Syntax.hasToken(parent, "??"));
        Optional<TsNode> other = Optional.empty();
        if (either) {
            other = parent.child(node.field().equals("left") ? "right" : "left");
        } else if (parent.is("ternary_expression")) {
            other = parent.child(node.field().equals("consequence") ? "alternative" : "consequence");
        }
        return other.filter(each -> isOwn(plugin, expression.at(each)))
                .map(each -> new Fallback(expression.at(parent), Optional.of(node), Optional.of(each)));
    }

    /** {@code if (!credentials) credentials = own} and {@code credentials ??= own}. */
    private static List<Fallback> overwritten(Plugin plugin, Binding variable) {
        return variable.source().uses(variable).stream()
                .filter(use -> use.field().equals("left"))
                .flatMap(use -> use.parent().stream())
                .filter(parent -> parent.is("assignment_expression", "augmented_assignment_expression"))
                .filter(parent -> parent.child("right")
                        .filter(right -> isOwn(plugin, variable.place().at(right)))
                        .isPresent())
                .map(parent -> new Fallback(variable.place().at(parent), Optional.empty(), Optional.empty()))
                .toList();
    }

    private static boolean isOwn(Plugin plugin, Place expression) {
        List<Origins.Origin> origins = List.copyOf(plugin.origins().of(expression));
        return !origins.isEmpty()
                && origins.stream()
                        .allMatch(origin -> origin.path().isEmpty()
                                && Syntax.calls(origin.place().node(), "getOwnServiceCredentials"));
    }

    private static Repair repair(Fallback fallback, List<TsNode> gone) {
        if (fallback.keep().isEmpty()) {
            return Repair.NONE;
        }
        Place whole = fallback.whole();
        List<Edit> edits = new ArrayList<>();
        // The parentheses around it, if any, were there for the choice.
        TsNode bare = whole.node()
                .parent()
                .filter(each -> each.is("parenthesized_expression"))
                .orElse(whole.node());
        String kept = fallback.keep().get().text();
        TsNode replaced = bare.parent()
                .filter(each ->
                        each.is("pair") && Syntax.key(each).filter(kept::equals).isPresent())
                .orElse(bare);
        edits.add(new Edit(whole.source().path(), new TextEdit(replaced.start(), replaced.end(), kept)));
        List<TsNode> taken = new ArrayList<>(
                gone.stream().filter(each -> whole.source().holds(each)).toList());
        fallback.own()
                .filter(each -> each.is("identifier"))
                .flatMap(whole.source()::binding)
                .ifPresent(binding -> Rewrite.withoutUnused(binding, gone).forEach(edit -> {
                    edits.add(new Edit(whole.source().path(), edit));
                    binding.declaration().parent().ifPresent(taken::add);
                }));
        if (whole.source().text().contains(DOC.id() + " --")) {
            // A place that is silenced stays, and still needs what the others leave.
            return Repair.suggested(edits);
        }
        Optional<List<TextEdit>> left = Removal.leftBy(whole.source(), taken);
        left.orElse(List.of()).forEach(edit -> edits.add(new Edit(whole.source().path(), edit)));
        return left.isPresent() ? Repair.safe(edits) : Repair.suggested(edits);
    }
}
