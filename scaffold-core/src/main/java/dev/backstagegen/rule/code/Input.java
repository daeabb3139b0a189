package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One member of a request, such as its {@code body}, followed through the plugin's own functions to where others get
 * it as it came, and to where it is checked.
 */
public final class Input {

    private final Plugin plugin;
    private final Set<TsNode> handed = new HashSet<>();
    /** What compares a value with what it may be. */
    private static final List<String> LIMITS = List.of("instanceof", "in", "<", ">", "<=", ">=");

    private final Set<String> checked = new HashSet<>();
    private final List<Use> uses = new ArrayList<>();
    private final Deque<Carried> open = new ArrayDeque<>();
    private final Set<Carried> seen = new HashSet<>();

    private Input(Plugin plugin, Incoming incoming, String member) {
        this.plugin = plugin;
        incoming.handed().forEach(call -> handed.add(call.node()));
        for (Incoming.Read read : incoming.reads()) {
            if (read.member().equals(member)) {
                start(read);
            }
        }
        while (!open.isEmpty()) {
            Carried carried = open.pop();
            carried.binding()
                    .source()
                    .uses(carried.binding())
                    .forEach(use -> climb(carried.binding().place().at(use), carried.value()));
        }
    }

    /** Follows a member of what a request brings. */
    public static Input of(Plugin plugin, Incoming incoming, String member) {
        return new Input(plugin, incoming, member);
    }

    /**
     * Where somebody else gets it.
     *
     * @param read where it was taken from the request
     * @param key which part of it: a name, or {@code *} for the whole
     */
    public record Use(Place read, String key, Place call) {}

    /** Whether a function of that name may look at what it is given. */
    public static boolean isCheck(String function) {
        return Recipient.isCheck(function);
    }

    /** The uses of what nothing on the way looks at, in the order in which they are found. */
    public List<Use> unchecked() {
        return uses.stream()
                .filter(use -> use.key().equals("*")
                        ? checked.isEmpty()
                        : !checked.contains(use.key()) && !checked.contains("*"))
                .toList();
    }

    /**
     * What a value is of the member.
     *
     * @param path how to take it out of the value
     * @param key which part of the member it is
     * @param hidden the parts that something else was written over
     */
    private record Value(Place read, List<String> path, String key, Set<String> hidden) {
        Value {
            path = List.copyOf(path);
        }

        private Value with(List<String> otherPath, String otherKey) {
            return new Value(read, otherPath, otherKey, hidden);
        }
    }

    private record Carried(Binding binding, Value value) {}

    private void start(Incoming.Read read) {
        Value whole = new Value(read.place(), List.of(), "*", Set.of());
        if (read.isName()) {
            read.place()
                    .source()
                    .binding(read.place().node())
                    .ifPresent(name -> through(read.steps(), whole).ifPresent(rest -> carry(name, rest)));
        } else {
            climb(read.place(), whole);
        }
    }

    private void carry(Binding binding, Value value) {
        Carried carried = new Carried(binding, value);
        if (seen.add(carried)) {
            open.push(carried);
        }
    }

    private void carryInto(Place pattern, Value value) {
        pattern.node()
                .descendants("identifier", "shorthand_property_identifier_pattern")
                .flatMap(name -> pattern.source().binding(name).filter(binding -> binding.name() == name).stream())
                .forEach(binding -> through(binding.steps(), value).ifPresent(rest -> carry(binding, rest)));
    }

    /** What is left after some steps into a value; nothing if they lead past it. */
    private static Optional<Value> through(List<String> steps, Value value) {
        Value at = value;
        for (String step : steps) {
            if (step.equals("...")) {
                continue;
            }
            if (!at.path().isEmpty()) {
                if (!step.equals(at.path().get(0))) {
                    return Optional.empty();
                }
                at = at.with(at.path().subList(1, at.path().size()), at.key());
            } else if (at.hidden().contains(step)) {
                return Optional.empty();
            } else if (at.key().equals("*")) {
                at = at.with(List.of(), step);
            }
        }
        return Optional.of(at);
    }

    private void climb(Place from, Value start) {
        TsNode node = from.node();
        Value value = start;
        while (true) {
            TsNode parent = node.parent().orElse(node);
            switch (parent.type()) {
                case "parenthesized_expression",
                        "as_expression",
                        "satisfies_expression",
                        "non_null_expression",
                        "await_expression",
                        "template_substitution",
                        "template_string",
                        "array" -> {
                    // The value goes on as it is.
                }
                case "spread_element" -> value = overwritten(parent, value);
                case "member_expression", "subscript_expression" -> {
                    if (!node.field().equals("object")) {
                        return;
                    }
                    if (isMethodOf(parent)) {
                        changed(from.at(parent), value);
                        return;
                    }
                    Optional<Value> taken = through(List.of(taken(parent)), value);
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
                        look(parent, value);
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

    /** {@code { ...value, name }}: that name is another one then. */
    private static Value overwritten(TsNode spread, Value value) {
        Set<String> hidden = new HashSet<>(value.hidden());
        spread.parent().filter(each -> each.is("object")).map(TsNode::namedChildren).orElse(List.of()).stream()
                .filter(each -> each.start() > spread.end())
                .flatMap(each -> Syntax.key(each).stream())
                .forEach(hidden::add);
        return new Value(value.read(), value.path(), value.key(), Set.copyOf(hidden));
    }

    private static String taken(TsNode member) {
        return member.child("property")
                .map(TsNode::text)
                .or(() -> member.child("index").flatMap(Syntax::string))
                .orElse("?");
    }

    /** {@code value.trim()} is still what was sent; what other methods make of it is something new. */
    private void changed(Place method, Value value) {
        String name = method.node().child("property").map(TsNode::text).orElse("");
        Optional<TsNode> call = method.node().parent();
        if (call.filter(each -> Recipient.isChange(name) || name.equals("map") && onlyChanges(each))
                .isPresent()) {
            climb(method.at(call.get()), value);
        }
    }

    /** {@code map(each => each.trim())} */
    private static boolean onlyChanges(TsNode map) {
        return Syntax.argument(map, 0)
                .filter(Syntax::isFunction)
                .filter(each -> each.descendants("call_expression")
                        .allMatch(call ->
                                Syntax.method(call).filter(Recipient::isChange).isPresent()))
                .isPresent();
    }

    private static boolean isMethodOf(TsNode member) {
        return member.field().equals("function");
    }

    private void look(TsNode comparison, Value value) {
        if (LIMITS.stream().anyMatch(token -> Syntax.hasToken(comparison, token))) {
            checked.add(value.key());
        }
    }

    private void end(Place at, TsNode parent, Value value) {
        switch (parent.type()) {
            case "variable_declarator" -> parent.child("name").ifPresent(name -> carryInto(at.at(name), value));
            case "assignment_expression" ->
                parent.child("left")
                        .filter(left -> left != at.node())
                        .flatMap(left -> at.source().binding(left))
                        .ifPresent(binding -> carry(binding, value));
            case "arguments" -> hand(at, parent, value);
            case "unary_expression" -> {
                if (Syntax.hasToken(parent, "typeof")) {
                    checked.add(value.key());
                }
            }
            default -> {
                // A condition, an answer, a loop: nobody else gets it.
            }
        }
    }

    private void hand(Place at, TsNode arguments, Value value) {
        Place call = at.at(arguments.parent().orElse(arguments));
        switch (Recipient.of(plugin, call)) {
            case CHECK -> checked.add(value.key());
            case TEXT -> climb(call, value);
            case OWN -> enter(call, arguments.namedChildren().indexOf(at.node()), value);
            case OTHERS -> {
                // Who gets the whole request knows what to do with it.
                if (!handed.contains(call.node())) {
                    uses.add(new Use(value.read(), value.key(), call));
                }
            }
            case NUMBER -> climb(call, value);
            case CONVERSION, NOBODY -> {
                // Nothing of it goes on.
            }
        }
    }

    private void enter(Place call, int index, Value value) {
        for (Place function : plugin.calls().reached(call)) {
            List<TsNode> parameters = Syntax.parameters(function.node());
            if (index < parameters.size()) {
                carryInto(function.at(parameters.get(index)), value);
            }
        }
    }

    private static Value under(String key, Value value) {
        List<String> path = new ArrayList<>(List.of(key));
        path.addAll(value.path());
        return value.with(path, value.key());
    }
}
