package dev.backstagegen.rule.mcp;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.ActionSchema;
import dev.backstagegen.rule.code.Actions;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.rule.code.ZodSchema;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code mcp/described-fields}: a model is told what an action is for, and what its fields mean. */
public final class DescribedFields implements Rule {

    private static final int MOST = 5;

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/described-fields",
            Severity.INFO,
            "An action and each field of its schemas are described",
            "The `description` of registered actions, and the fields of their schemas, which carry `.describe(...)`; an"
                    + " object among them may do without where its own fields have one.",
            "A model knows of an action and its fields only what is written there; where that is a name alone, it"
                    + " guesses.",
            "Say when to use the action, and describe each field, with an example of its format where it has one.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("z.object({ items: z.array(z.string()) })"),
                    example("z.object({ items: z.array(z.string()).describe('Their titles') })"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        ZodSchema zod = new ZodSchema(plugin);
        Set<TsNode> seen = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Actions.Action action : plugin.actions().all()) {
            echo(action).ifPresent(findings::add);
            for (ActionSchema schema : ActionSchema.of(plugin, action)) {
                // What several actions share is found once.
                List<ZodSchema.Field> mute = schema.expressions(plugin).stream()
                        .flatMap(each -> zod.mute(each).stream())
                        .filter(field -> seen.add(field.key().node()))
                        .toList();
                if (!mute.isEmpty()) {
                    findings.add(Finding.at(mute.get(0).key(), DOC, wrong(action, schema, mute)));
                }
            }
        }
        return findings;
    }

    private static String wrong(Actions.Action action, ActionSchema schema, List<ZodSchema.Field> mute) {
        String names = mute.stream().limit(MOST).map(ZodSchema.Field::name).collect(Collectors.joining(", "));
        String more = mute.size() > MOST ? " and " + (mute.size() - MOST) + " more" : "";
        return action.title() + " does not say what these fields of its " + schema.side() + " are: " + names + more
                + ".";
    }

    /** A description that says no more than the name or the title. */
    private static Optional<Finding> echo(Actions.Action action) {
        Optional<TsNode> description = action.property("description");
        Optional<String> text = description.flatMap(Syntax::string).map(DescribedFields::letters);
        boolean repeats = text.isPresent()
                && !text.get().isEmpty()
                && List.of("name", "title").stream()
                        .anyMatch(other -> action.property(other)
                                .flatMap(Syntax::string)
                                .map(DescribedFields::letters)
                                .equals(text));
        if (!repeats) {
            return Optional.empty();
        }
        Place place = action.definition().at(description.get());
        return Optional.of(Finding.at(
                place,
                DOC,
                "The description of " + action.title().replaceFirst("^T", "t") + " says no more than its name."));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String example(String output) {
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
                    attributes: { readOnly: true, destructive: false, idempotent: true },
                    schema: {
                      input: z => z.object({}),
                      output: z =>
                        %s,
                    },
                    action: async ({ credentials }) => ({
                      output: { items: await items.list({ credentials }) },
                    }),
                  });
                }
                """.formatted(output);
    }
}
