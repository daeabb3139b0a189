package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values that are handed to the plugin's own functions among the members of an object. */
public final class Options {

    private Options() {}

    /**
     * The parameter that is given a value under a name and never asked for it, if the value goes nowhere else.
     *
     * @param name how the message and the member name it
     * @param variable what holds the value
     */
    public static Optional<Place> ignored(Plugin plugin, String name, Optional<Binding> variable) {
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        Source source = variable.get().source();
        List<TsNode> uses = source.uses(variable.get());
        List<Place> parameters = new ArrayList<>();
        for (TsNode use : uses) {
            Optional<Place> parameter = given(plugin, new Place(source, use));
            if (parameter.isEmpty()) {
                return Optional.empty();
            }
            parameters.add(parameter.get());
        }
        return parameters.stream().findFirst();
    }

    private static Optional<Place> given(Plugin plugin, Place use) {
        TsNode node = use.node();
        TsNode parent = node.parent().orElse(node);
        TsNode member = parent.is("pair") ? parent : node;
        Optional<TsNode> object = member.parent().filter(each -> each.is("object"));
        Optional<TsNode> arguments = object.flatMap(TsNode::parent).filter(each -> each.is("arguments"));
        Optional<TsNode> call = arguments.flatMap(TsNode::parent);
        Optional<String> name = Syntax.key(member);
        if (call.isEmpty()
                || name.isEmpty()
                || (parent.is("pair") && !node.field().equals("value"))) {
            return Optional.empty();
        }
        int index = arguments.get().namedChildren().indexOf(object.get());
        List<Place> functions = plugin.calls().reached(use.at(call.get()));
        // A function of a package beside it has other callers, too.
        if (functions.size() != 1
                || functions.get(0).source().path().startsWith(Plugin.REPOSITORY)
                || mayBeOverridden(functions.get(0).node())) {
            return Optional.empty();
        }
        Place function = functions.get(0);
        return parameter(function.node(), index).map(function::at).filter(each -> ignores(each, name.get()));
    }

    private static boolean mayBeOverridden(TsNode function) {
        return function.is("method_definition")
                && !Syntax.hasToken(function, "static")
                && Syntax.key(function).filter("constructor"::equals).isEmpty();
    }

    /** A parameter that is not a field of a class at the same time. */
    private static Optional<TsNode> parameter(TsNode function, int index) {
        List<TsNode> parameters = Syntax.parameters(function);
        boolean spread = parameters.stream().anyMatch(each -> each.is("rest_pattern"));
        if (spread || index < 0 || index >= parameters.size()) {
            return Optional.empty();
        }
        TsNode pattern = parameters.get(index);
        boolean field = pattern.parent()
                .filter(each -> Syntax.hasToken(each, "readonly")
                        || each.namedChildren().stream().anyMatch(child -> child.is("accessibility_modifier")))
                .isPresent();
        return field ? Optional.empty() : Optional.of(pattern);
    }

    private static boolean ignores(Place parameter, String name) {
        TsNode pattern = parameter.node();
        if (pattern.is("object_pattern")) {
            return takesNot(pattern, name);
        }
        Optional<Binding> whole = parameter.source().binding(pattern);
        return pattern.is("identifier")
                && whole.isPresent()
                && parameter.source().uses(whole.get()).stream().allMatch(use -> {
                    TsNode parent = use.parent().orElse(use);
                    boolean member = parent.is("member_expression")
                            && use.field().equals("object")
                            && parent.child("property")
                                    .filter(each -> !each.text().equals(name))
                                    .isPresent();
                    boolean taken = parent.is("variable_declarator")
                            && parent.child("name")
                                    .filter(each -> each.is("object_pattern") && takesNot(each, name))
                                    .isPresent();
                    return member || taken;
                });
    }

    private static boolean takesNot(TsNode pattern, String name) {
        return pattern.namedChildren().stream()
                .allMatch(item -> !item.is("rest_pattern")
                        && Syntax.key(item).filter(each -> !each.equals(name)).isPresent());
    }
}
