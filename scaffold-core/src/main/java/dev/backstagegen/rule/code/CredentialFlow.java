package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the {@code credentials} that an action is given through the plugin's own code.
 *
 * <p>Whatever could decide something with them counts as deciding: a call that leads outside, a comparison, anything
 * that cannot be followed. They do not when they are only logged, or never used.
 */
public final class CredentialFlow {

    private final Plugin plugin;
    private final Place handler;
    private final List<Place> expressions = new ArrayList<>();
    private final List<Binding> holders = new ArrayList<>();
    private final Deque<Carried> open = new ArrayDeque<>();
    private final Set<Carried> seen = new HashSet<>();
    private final Map<TsNode, List<Place>> entered = new HashMap<>();
    private final Map<TsNode, Set<Value>> returned = new HashMap<>();
    private boolean decides;

    /** Follows them to the end. */
    public CredentialFlow(Plugin plugin, Place handler) {
        this.plugin = plugin;
        this.handler = handler;
        enter(handler, 0, new Value(List.of("credentials"), false));
        while (!open.isEmpty()) {
            Carried carried = open.pop();
            carried.binding()
                    .source()
                    .uses(carried.binding())
                    .forEach(use -> climb(carried.binding().place().at(use), carried.value()));
        }
    }

    /** How the credentials are taken out of a value, or whether it was only made of them. */
    private record Value(List<String> path, boolean isDerived) {
        Value {
            path = List.copyOf(path);
        }

        private boolean isItself() {
            return path.isEmpty() && !isDerived;
        }
    }

    private record Carried(Binding binding, Value value) {}

    /** Whether something may be decided with them. */
    public boolean decides() {
        return decides;
    }

    /** Every expression that is these credentials. */
    public List<Place> expressions() {
        return List.copyOf(expressions);
    }

    /** Every variable that holds these credentials and nothing around them. */
    public List<Binding> variables() {
        return List.copyOf(holders);
    }

    private void enter(Place function, int parameter, Value value) {
        List<TsNode> parameters = Syntax.parameters(function.node());
        if (parameter < parameters.size()) {
            carryInto(function.at(parameters.get(parameter)), value);
        } else if (!parameters.isEmpty()
                && parameters.get(parameters.size() - 1).is("rest_pattern")) {
            decides = true;
        }
    }

    private void carryInto(Place pattern, Value value) {
        pattern.node()
                .descendants("identifier", "shorthand_property_identifier_pattern")
                .flatMap(name -> pattern.source().binding(name).filter(binding -> binding.name() == name).stream())
                .forEach(binding -> through(binding.steps(), value).ifPresent(rest -> carry(binding, rest)));
    }

    private void carry(Binding binding, Value value) {
        Carried carried = new Carried(binding, value);
        if (seen.add(carried)) {
            open.push(carried);
            if (value.isItself()) {
                holders.add(binding);
            }
        }
    }

    /** What is left to take after a pattern took its steps. */
    private static Optional<Value> through(List<String> steps, Value value) {
        List<String> path = value.path();
        for (String step : steps) {
            if (path.isEmpty()) {
                return Optional.of(new Value(List.of(), true));
            }
            if (step.equals("...") || step.equals("?")) {
                return Optional.of(new Value(path, value.isDerived()));
            }
            if (!step.equals(path.get(0))) {
                return Optional.empty();
            }
            path = path.subList(1, path.size());
        }
        return Optional.of(new Value(path, value.isDerived()));
    }

    private void climb(Place from, Value start) {
        TsNode node = from.node();
        Value value = start;
        while (true) {
            if (value.isItself()) {
                expressions.add(from.at(node));
            }
            TsNode parent = node.parent().orElse(node);
            switch (parent.type()) {
                case "parenthesized_expression",
                        "as_expression",
                        "satisfies_expression",
                        "non_null_expression",
                        "await_expression",
                        "template_substitution",
                        "template_string",
                        "array",
                        "spread_element" -> {
                    // The value goes on as it is.
                }
                case "member_expression" -> {
                    Optional<Value> taken = through(
                            List.of(parent.child("property").map(TsNode::text).orElse("?")), value);
                    if (taken.isEmpty()) {
                        return;
                    }
                    value = taken.get();
                }
                case "pair" -> {
                    value = under(Syntax.key(parent).orElse("?"), value);
                    parent = parent.parent().orElse(parent);
                }
                case "object" -> {
                    if (node.is("shorthand_property_identifier")) {
                        value = under(node.text(), value);
                    }
                }
                case "binary_expression" -> {
                    if (!Syntax.hasToken(parent, "||") && !Syntax.hasToken(parent, "??")) {
                        decides = true;
                        return;
                    }
                }
                case "ternary_expression" -> {
                    if (node.field().equals("condition")) {
                        return;
                    }
                }
                default -> {
                    end(from.at(node), parent, value);
                    return;
                }
            }
            node = parent;
        }
    }

    private void end(Place at, TsNode parent, Value value) {
        switch (parent.type()) {
            case "variable_declarator" -> parent.child("name").ifPresent(name -> carryInto(at.at(name), value));
            case "assignment_expression", "augmented_assignment_expression" -> assigned(at, parent, value);
            case "arguments" -> handed(at, parent, value);
            case "return_statement" ->
                Syntax.functionAround(parent).ifPresent(function -> givenBack(at.at(function), value));
            case "arrow_function" -> givenBack(at.at(parent), value);
            case "expression_statement" -> {
                // Mentioned, and nothing done with it.
            }
            case "unary_expression" -> decides |= !Syntax.hasToken(parent, "void");
            default -> decides = true;
        }
    }

    private void assigned(Place at, TsNode assignment, Value value) {
        if (at.node().field().equals("left")) {
            return;
        }
        Optional<Binding> target =
                assignment.child("left").flatMap(left -> at.source().binding(left));
        target.ifPresentOrElse(binding -> carry(binding, value), () -> decides = true);
    }

    private void handed(Place at, TsNode arguments, Value value) {
        Place call = at.at(arguments.parent().orElse(arguments));
        List<Place> functions = plugin.calls().reached(call);
        int index = arguments.namedChildren().indexOf(at.node());
        if (functions.isEmpty()) {
            decides |= !Reach.isTalk(plugin, call);
            return;
        }
        for (Place function : functions) {
            entered.computeIfAbsent(function.node(), key -> new ArrayList<>()).add(call);
            enter(function, index, value);
            List.copyOf(returned.getOrDefault(function.node(), Set.of())).forEach(result -> climb(call, result));
        }
    }

    private void givenBack(Place function, Value value) {
        List<Place> calls = entered.getOrDefault(function.node(), List.of());
        if (function.node() == handler.node() || calls.isEmpty()) {
            decides = true;
        } else if (returned.computeIfAbsent(function.node(), key -> new HashSet<>())
                .add(value)) {
            List.copyOf(calls).forEach(call -> climb(call, value));
        }
    }

    private static Value under(String key, Value value) {
        List<String> path = new ArrayList<>(List.of(key));
        path.addAll(value.path());
        return new Value(path, value.isDerived());
    }
}
