package dev.backstagegen.rule.permissions;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Meaning;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code permissions/real-rules}: decisions on resources are made with the resources. */
public final class RealRules implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "permissions/real-rules",
            Severity.WARNING,
            "getResources and the rules look at what they are given",
            "`getResources` of resource types, and `apply` of permission rules.",
            "A rule that does not look at the resource decides the same for each, and a `getResources` that does not look"
                    + " at the references has it decide about made-up ones.",
            "Load the resources that the references name, undefined for those that are not there, and compare them with"
                    + " the parameters of the rule.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("(_item, { owner }) => owner.length > 0"),
                    example("(item, { owner }) => owner.includes(item.owner)"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Finding> findings = new ArrayList<>();
        for (Source source : plugin.sources()) {
            source.places("call_expression").forEach(call -> {
                if (isRule(plugin, call)) {
                    function(plugin, call, "apply")
                            .filter(RealRules::isBlind)
                            .ifPresent(apply -> findings.add(
                                    Finding.at(label(apply), DOC, "This rule does not look at the resource.")));
                } else if (isType(plugin, call)) {
                    function(plugin, call, "getResources").ifPresent(load -> {
                        if (isBlind(load)) {
                            findings.add(Finding.at(
                                    label(load), DOC, "This function does not look at the references to resources."));
                        } else {
                            invented(load)
                                    .ifPresent(each -> findings.add(Finding.at(
                                            each,
                                            DOC,
                                            "Here each reference becomes a resource that nobody has looked" + " up.")));
                        }
                    });
                }
            });
        }
        return findings;
    }

    private static boolean isRule(Plugin plugin, Place call) {
        TsNode called = Syntax.called(call.node()).orElse(call.node());
        Meaning meaning = plugin.modules().meaning(call.source(), called).orElse(null);
        if (meaning instanceof Meaning.Outside outside) {
            return outside.name().matches("createPermissionRule|create\\w+PermissionRule");
        }
        // const createItemRule = makeCreatePermissionRule<...>();
        return meaning instanceof Meaning.Declared declared
                && declared.binding()
                        .declaration()
                        .child("value")
                        .map(Syntax::bare)
                        .filter(value -> value.is("call_expression"))
                        .flatMap(Syntax::called)
                        .filter(name -> name.text().equals("makeCreatePermissionRule"))
                        .isPresent();
    }

    private static boolean isType(Plugin plugin, Place call) {
        return Syntax.calls(call.node(), "addResourceType")
                || Syntax.called(call.node())
                        .filter(called -> plugin.modules()
                                .isOutside(
                                        call.source(),
                                        called,
                                        "@backstage/plugin-permission-node",
                                        "createPermissionIntegrationRouter"))
                        .isPresent();
    }

    /** The function at a name of the call's object, where it is written there or can be found. */
    private static Optional<Place> function(Plugin plugin, Place call, String name) {
        List<Place> functions = Syntax.argument(call.node(), 0)
                .flatMap(options -> Syntax.property(options, name))
                .map(value -> plugin.calls().functions(call.at(value)))
                .orElse(List.of());
        return functions.size() == 1 ? Optional.of(functions.get(0)) : Optional.empty();
    }

    /** Whether a function answers without its first parameter. */
    private static boolean isBlind(Place function) {
        TsNode node = function.node();
        boolean answers = Syntax.returned(node).findAny().isPresent();
        boolean refuses = node.child("body").stream()
                .flatMap(body -> body.descendants("throw_statement"))
                .anyMatch(
                        each -> Syntax.functionAround(each).filter(node::equals).isPresent());
        boolean indirect =
                node.descendants("identifier").anyMatch(each -> each.text().equals("arguments"));
        if (!answers || refuses || indirect) {
            return false;
        }
        List<TsNode> parameters = Syntax.parameters(node);
        return parameters.isEmpty() || names(function.at(parameters.get(0))).noneMatch(name -> isUsed(function, name));
    }

    private static Stream<Binding> names(Place pattern) {
        return pattern.node()
                .descendants("identifier", "shorthand_property_identifier_pattern")
                .flatMap(name -> pattern.source().binding(name).filter(each -> each.name() == name).stream());
    }

    private static boolean isUsed(Place function, Binding name) {
        return !function.source().uses(name).isEmpty();
    }

    /** The object that stands for any reference, made of it and of constants. */
    private static Optional<Place> invented(Place load) {
        List<TsNode> returned =
                Syntax.returned(load.node()).map(Syntax::awaited).toList();
        if (returned.size() != 1 || !Syntax.calls(returned.get(0), "map")) {
            return Optional.empty();
        }
        Optional<TsNode> each = Syntax.argument(returned.get(0), 0).filter(Syntax::isFunction);
        List<TsNode> made = each.map(Syntax::returned).orElse(Stream.empty()).toList();
        boolean plain = each.isPresent()
                && made.size() == 1
                && made.get(0).is("object")
                && load.node()
                                .descendants("call_expression", "await_expression", "new_expression")
                                .count()
                        == 1
                && isParameter(load, returned.get(0));
        return plain && made.get(0).namedChildren().stream().anyMatch(RealRules::isConstant)
                ? Optional.of(load.at(made.get(0)))
                : Optional.empty();
    }

    private static boolean isParameter(Place load, TsNode call) {
        return Syntax.receiver(call)
                .flatMap(load.source()::binding)
                .filter(binding -> binding.is(Binding.Kind.PARAMETER))
                .isPresent();
    }

    /** A member that is the same for every reference, and is no mere kind of thing. */
    private static boolean isConstant(TsNode member) {
        return member.is("pair")
                && member.child("value")
                        .map(Syntax::bare)
                        .filter(value -> value.is("string", "number", "true", "false", "null", "array"))
                        .isPresent()
                && Syntax.key(member)
                        .filter(key -> !key.matches("kind|type|resourceType|apiVersion|namespace"))
                        .isPresent();
    }

    private static Place label(Place function) {
        TsNode node = function.node();
        TsNode member = node.is("method_definition")
                ? node
                : node.parent().filter(parent -> parent.is("pair")).orElse(node);
        return function.at(member.child("key").or(() -> member.child("name")).orElse(node));
    }

    private static String example(String apply) {
        return """
                --- src/rules.ts
                import {
                  createPermissionResourceRef,
                  createPermissionRule,
                } from '@backstage/plugin-permission-node';
                import { z } from 'zod/v3';

                export interface Item {
                  owner: string;
                }

                export const itemResourceRef = createPermissionResourceRef<
                  Item,
                  { owner: string[] }
                >().with({ pluginId: 'example', resourceType: 'item' });

                export const isOwner = createPermissionRule({
                  name: 'IS_OWNER',
                  description: 'Allow those who own the item',
                  resourceRef: itemResourceRef,
                  paramsSchema: z.object({
                    owner: z.array(z.string()).describe('Their entity references'),
                  }),
                  apply: %s,
                  toQuery: ({ owner }) => ({ owner }),
                });
                """.formatted(apply);
    }
}
