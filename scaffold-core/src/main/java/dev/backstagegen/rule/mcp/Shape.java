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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code mcp/shape}: an action has all its parts, and answers with an output. */
public final class Shape implements Rule {

    private static final List<String> PARTS = List.of("name", "title", "description", "schema", "action");
    private static final List<String> TEXTS = List.of("name", "title", "description");
    private static final List<String> NO_OBJECTS =
            List.of("string", "number", "boolean", "array", "date", "bigint", "enum", "literal", "tuple", "set");

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/shape",
            Severity.ERROR,
            "An action has name, title, description, both schemas and a handler that returns { output }",
            "The object that is handed to `actionsRegistry.register`, its schemas, and what its handler returns.",
            "A client cannot offer an action that does not say what it is, and a call fails when its result does not fit"
                    + " the output schema.",
            "Give the action all its parts, let both schemas be objects, and return `{ output }`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("return { items: await items.list({ credentials }) };"),
                    example("return { output: { items: await items.list({ credentials }) } };"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        ZodSchema zod = new ZodSchema(plugin);
        List<Finding> findings = new ArrayList<>();
        for (Actions.Action action : plugin.actions().all()) {
            missing(plugin, action).ifPresent(findings::add);
            TEXTS.forEach(name -> empty(action, name).ifPresent(findings::add));
            ActionSchema.of(plugin, action)
                    .forEach(schema -> schema.expressions(plugin)
                            .forEach(each -> zod.kind(each)
                                    .filter(NO_OBJECTS::contains)
                                    .ifPresent(kind -> findings.add(Finding.at(
                                            each,
                                            DOC,
                                            "The " + schema.side() + " of " + lower(action) + " is no object but a z."
                                                    + kind + ".")))));
            action.handler().ifPresent(handler -> findings.addAll(answers(action, handler)));
        }
        return findings.stream().distinct().toList();
    }

    private static Optional<Finding> missing(Plugin plugin, Actions.Action action) {
        if (action.isOpen()) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>(
                PARTS.stream().filter(name -> action.property(name).isEmpty()).toList());
        ActionSchema.object(plugin, action)
                .filter(schema -> !Syntax.hasSpread(schema.node()))
                .ifPresent(schema -> Stream.of("input", "output")
                        .filter(side -> Syntax.member(schema.node(), side).isEmpty())
                        .forEach(side -> missing.add("schema." + side)));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.at(
                        action.label(), DOC, action.title() + " has no " + String.join(", ", missing) + "."));
    }

    private static Optional<Finding> empty(Actions.Action action, String name) {
        return action.property(name)
                .filter(value -> Syntax.string(value).filter(String::isBlank).isPresent())
                .map(value -> Finding.at(
                        action.definition().at(value), DOC, "The " + name + " of " + lower(action) + " is empty."));
    }

    private static List<Finding> answers(Actions.Action action, Place handler) {
        TsNode function = handler.node();
        List<TsNode> returned =
                Syntax.returned(function).flatMap(Shape::alternatives).toList();
        if (returned.isEmpty() && isSilent(function)) {
            return List.of(Finding.at(action.label(), DOC, action.title() + " returns nothing."));
        }
        return returned.stream()
                .filter(Shape::isNoOutput)
                .map(each ->
                        Finding.at(handler.at(each), DOC, action.title() + " returns something else than an output."))
                .toList();
    }

    /** A handler with a body to its end, in which nothing is returned or thrown. */
    private static boolean isSilent(TsNode function) {
        Optional<TsNode> body = function.child("body").filter(each -> each.is("statement_block"));
        return body.isPresent()
                && body.get()
                        .descendants("throw_statement", "return_statement")
                        .findAny()
                        .isEmpty()
                && !Syntax.hasToken(function, "*");
    }

    private static Stream<TsNode> alternatives(TsNode expression) {
        TsNode node = Syntax.awaited(expression);
        return node.is("ternary_expression")
                ? Stream.of("consequence", "alternative")
                        .flatMap(each -> node.child(each).stream())
                        .flatMap(Shape::alternatives)
                : Stream.of(node);
    }

    private static boolean isNoOutput(TsNode answer) {
        return switch (answer.type()) {
            case "object" ->
                !Syntax.hasSpread(answer)
                        && Syntax.member(answer, "output").isEmpty()
                        && answer.namedChildren().stream()
                                .noneMatch(each -> each.child("key")
                                        .filter(key -> key.is("computed_property_name"))
                                        .isPresent());
            case "array", "string", "template_string", "number", "true", "false", "null" -> true;
            default -> false;
        };
    }

    private static String lower(Actions.Action action) {
        String title = action.title();
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }

    private static String example(String answer) {
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
                        z.object({ items: z.array(z.string()).describe('Their titles') }),
                    },
                    action: async ({ credentials }) => {
                      %s
                    },
                  });
                }
                """.formatted(answer);
    }
}
