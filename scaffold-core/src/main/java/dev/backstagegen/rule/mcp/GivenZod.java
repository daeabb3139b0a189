package dev.backstagegen.rule.mcp;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.ActionSchema;
import dev.backstagegen.rule.code.Actions;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.rule.code.ZodImport;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code mcp/given-zod}: schemas of actions are made with the zod of the registry. */
public final class GivenZod implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/given-zod",
            Severity.ERROR,
            "The schemas of an action are made with the z that is handed in",
            "Functions at `schema.input` and `schema.output` in which an imported zod makes something, and shared schemas"
                    + " of zod 4 that they use. Shared schemas of zod 3 are fine: the registry's zod is of that version.",
            "Schemas of another version or copy of zod cannot be converted to the JSON Schema that clients are given, so"
                    + " the action is listed without its fields, or not at all.",
            "Take `z` as the parameter of the function, and hand it on to functions that make shared schemas.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("import { z } from 'zod/v3';\n", "() => z.object({})"), example("", "z => z.object({})"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Map<TsNode, Misuse> misuses = new LinkedHashMap<>();
        List<Place> shared = new ArrayList<>();
        for (Actions.Action action : plugin.actions().all()) {
            for (ActionSchema schema : ActionSchema.of(plugin, action)) {
                Place written = schema.function(plugin).orElse(schema.value());
                boolean isHere =
                        Syntax.isFunction(written.node()) || written.node().is("call_expression");
                List<Place> own = isHere ? imported(plugin, written) : List.of();
                if (!own.isEmpty()) {
                    misuses.putIfAbsent(written.node(), new Misuse(schema.side(), written, own));
                } else {
                    shared(plugin, written).ifPresent(shared::add);
                }
            }
        }
        List<Misuse> all = List.copyOf(misuses.values());
        return Stream.concat(
                        all.stream().map(each -> finding(plugin, each, all)),
                        shared.stream()
                                .map(each -> Finding.at(each, DOC, "This schema is made with zod 4 and not here.")))
                .distinct()
                .toList();
    }

    /**
     * A schema that is made with an imported zod.
     *
     * @param written the function, or the schema itself where there is none
     * @param uses where the imported zod stands in it
     */
    private record Misuse(String side, Place written, List<Place> uses) {

        private boolean isSafe(Plugin plugin) {
            return uses.stream().allMatch(use -> ZodImport.isThree(plugin, use));
        }
    }

    private static Finding finding(Plugin plugin, Misuse misuse, List<Misuse> all) {
        Place first = misuse.uses().get(0);
        return Finding.at(
                first,
                DOC,
                "The " + misuse.side() + " schema is made with the imported "
                        + first.node().text() + " instead of the one that is handed in.",
                repair(plugin, misuse, all));
    }

    /** The uses of an imported zod that make something. */
    private static List<Place> imported(Plugin plugin, Place written) {
        return written.source()
                .places("identifier")
                .filter(each -> Syntax.within(each.node(), written.node()))
                .filter(each -> each.node().field().equals("object"))
                .filter(each -> ZodImport.module(plugin, each).isPresent())
                .toList();
    }

    /** A name in the schema that stands for something that zod 4 has made elsewhere. */
    private static Optional<Place> shared(Plugin plugin, Place written) {
        return written.source()
                .places("identifier", "shorthand_property_identifier")
                .filter(each -> Syntax.within(each.node(), written.node()) && !isHandedOn(each.node()))
                .filter(each -> plugin.origins().whole(each).stream()
                        .anyMatch(origin -> origin.node().is("call_expression")
                                && ZodImport.isFour(plugin, origin.at(Syntax.root(origin.node())))))
                .findFirst();
    }

    /** Whether a function gets it, which may make something else of it: {@code convert(schema)}. */
    private static boolean isHandedOn(TsNode name) {
        return name.parent()
                .filter(parent -> parent.is("arguments"))
                .flatMap(TsNode::parent)
                .flatMap(Syntax::called)
                .filter(called -> called.is("identifier"))
                .isPresent();
    }

    private static Repair repair(Plugin plugin, Misuse misuse, List<Misuse> all) {
        Place written = misuse.written();
        Optional<Binding> zod = written.source().binding(misuse.uses().get(0).node());
        boolean one = zod.isPresent()
                && misuse.uses().stream()
                        .allMatch(use -> written.source().binding(use.node()).equals(zod));
        if (!one) {
            return Repair.NONE;
        }
        String name = zod.get().name().text();
        List<TextEdit> texts = handIn(misuse, name);
        if (texts.isEmpty()) {
            return Repair.NONE;
        }
        boolean safe = misuse.isSafe(plugin);
        List<TsNode> gone = all.stream()
                .filter(each -> each.isSafe(plugin) || !safe)
                .filter(each -> !handIn(each, name).isEmpty())
                .flatMap(each -> each.uses().stream())
                .map(Place::node)
                .toList();
        texts.addAll(unimported(written.source(), zod.get(), gone));
        List<Edit> edits = texts.stream()
                .map(text -> new Edit(written.source().path(), text))
                .toList();
        return safe ? Repair.safe(edits) : Repair.suggested(edits);
    }

    /** What gives a schema the parameter, by the name that it uses. */
    private static List<TextEdit> handIn(Misuse misuse, String name) {
        TsNode written = misuse.written().node();
        List<TextEdit> edits = new ArrayList<>();
        if (!Syntax.isFunction(written)) {
            edits.add(TextEdit.insert(written.start(), name + " => "));
            return edits;
        }
        List<TsNode> parameters = Syntax.parameters(written);
        Optional<TsNode> list = written.child("parameters");
        if (parameters.isEmpty() && list.isPresent()) {
            boolean arrow = written.is("arrow_function");
            edits.add(new TextEdit(list.get().start(), list.get().end(), arrow ? name : "(" + name + ")"));
        } else if (parameters.size() == 1 && parameters.get(0).is("identifier")) {
            TsNode parameter = parameters.get(0);
            boolean used = misuse.written().source().binding(parameter).stream()
                    .anyMatch(each -> !misuse.written().source().uses(each).isEmpty());
            if (used) {
                misuse.uses()
                        .forEach(use -> edits.add(
                                new TextEdit(use.node().start(), use.node().end(), parameter.text())));
            } else {
                edits.add(new TextEdit(parameter.start(), parameter.end(), name));
            }
        }
        return edits;
    }

    private static List<TextEdit> unimported(Source source, Binding zod, List<TsNode> gone) {
        boolean used = source.uses(zod).stream().anyMatch(use -> gone.stream().noneMatch(each -> each == use));
        boolean exported = source.all("export_specifier")
                .anyMatch(each -> each.child("name")
                        .filter(name -> name.text().equals(zod.name().text()))
                        .isPresent());
        return used || exported ? List.of() : Rewrite.without(zod);
    }

    private static String example(String imports, String input) {
        return """
                --- src/actions.ts
                import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
                %simport { ItemService } from './ItemService';

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
                      input: %s,
                      output: z =>
                        z.object({ items: z.array(z.string()).describe('Their titles') }),
                    },
                    action: async ({ credentials }) => ({
                      output: { items: await items.list({ credentials }) },
                    }),
                  });
                }
                """.formatted(imports, input);
    }
}
