package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code req} that handlers are given, followed by its names through the plugin's own functions. */
public final class Incoming {

    private final Plugin plugin;
    private final Deque<Binding> open = new ArrayDeque<>();
    private final Set<Binding> names = new LinkedHashSet<>();
    private final Set<Read> reads = new LinkedHashSet<>();
    private final List<Place> handed = new ArrayList<>();
    private boolean kept;

    Incoming(Plugin plugin, List<Place> handlers) {
        this.plugin = plugin;
        for (Place handler : handlers) {
            // (error, req, res, next) handles errors.
            boolean forErrors = Syntax.parameters(handler.node()).size() == 4;
            enter(handler, forErrors ? 1 : 0);
        }
        Set<TsNode> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Binding name = open.pop();
            for (TsNode use : name.source().uses(name)) {
                if (seen.add(use)) {
                    follow(name.place().at(use));
                }
            }
        }
    }

    /**
     * Where a member of the request is taken.
     *
     * @param member its name, such as {@code body}
     * @param place the expression {@code req.body}, or the name in a pattern
     * @param steps what the pattern takes further
     */
    public record Read(String member, Place place, List<String> steps) {

        public Read {
            steps = List.copyOf(steps);
        }

        /** Whether it is a name that a pattern declares. */
        public boolean isName() {
            return !place.node().is("member_expression", "subscript_expression");
        }
    }

    /** Where its members are taken, in the order in which they are come by. */
    public List<Read> reads() {
        return List.copyOf(reads);
    }

    public boolean reads(String... members) {
        return reads.stream().anyMatch(read -> List.of(members).contains(read.member()));
    }

    /** The calls of others that are given the whole request. */
    public List<Place> handed() {
        return List.copyOf(handed);
    }

    /** Whether the whole request goes somewhere else, where it is not seen any more. */
    public boolean isKept() {
        return kept;
    }

    private void enter(Place function, int index) {
        List<TsNode> parameters = Syntax.parameters(function.node());
        if (index < parameters.size()) {
            into(function.at(parameters.get(index)));
        }
    }

    /** A pattern that the request is put into. */
    private void into(Place pattern) {
        pattern.node()
                .descendants("identifier", "shorthand_property_identifier_pattern")
                .flatMap(name -> pattern.source().binding(name).filter(binding -> binding.name() == name).stream())
                .forEach(binding -> {
                    List<String> steps = binding.steps();
                    if (steps.isEmpty()) {
                        if (names.add(binding)) {
                            open.push(binding);
                        }
                    } else if (steps.get(0).equals("...")) {
                        kept = true;
                    } else {
                        reads.add(new Read(steps.get(0), pattern.at(binding.name()), steps.subList(1, steps.size())));
                    }
                });
    }

    private void follow(Place use) {
        TsNode at = use.node();
        TsNode parent = at.parent().orElse(at);
        while (parent.is("parenthesized_expression", "as_expression", "non_null_expression", "satisfies_expression")) {
            at = parent;
            parent = at.parent().orElse(at);
        }
        boolean inner = at.field().equals("object");
        if (parent.is("member_expression") && inner) {
            reads.add(new Read(parent.child("property").map(TsNode::text).orElse("?"), use.at(parent), List.of()));
        } else if (parent.is("subscript_expression") && inner) {
            reads.add(new Read(parent.child("index").flatMap(Syntax::string).orElse("?"), use.at(parent), List.of()));
        } else if (parent.is("variable_declarator")) {
            parent.child("name").ifPresent(name -> into(use.at(name)));
        } else if (parent.is("arguments")) {
            hand(use.at(at), parent);
        } else if (!parent.is("expression_statement")) {
            Optional<Place> call = callOfObject(use.at(at));
            call.ifPresentOrElse(handed::add, () -> kept = true);
        }
    }

    /** The call of somebody else that gets the request as a member of an object: {@code createEvent({ request: req })}. */
    private Optional<Place> callOfObject(Place value) {
        TsNode member = value.node().parent().filter(each -> each.is("pair")).orElse(value.node());
        return member.parent()
                .filter(each -> each.is("object"))
                .flatMap(TsNode::parent)
                .filter(each -> each.is("arguments"))
                .flatMap(TsNode::parent)
                .map(value::at)
                .filter(call -> plugin.calls().reached(call).isEmpty());
    }

    private void hand(Place argument, TsNode arguments) {
        Place call = argument.at(arguments.parent().orElse(arguments));
        List<Place> functions = plugin.calls().reached(call);
        if (functions.isEmpty()) {
            handed.add(call);
        }
        int index = arguments.namedChildren().indexOf(argument.node());
        functions.forEach(each -> enter(each, index));
    }
}
