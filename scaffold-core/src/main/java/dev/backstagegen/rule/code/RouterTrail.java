package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a router from where it is made to whatever gets it. */
public final class RouterTrail {

    private final Plugin plugin;
    private final Set<TsNode> seen = new HashSet<>();
    private boolean arrives;

    private RouterTrail(Plugin plugin) {
        this.plugin = plugin;
    }

    /**
     * Whether anybody gets the router who could serve it. It does not arrive where it is only given its routes, left in
     * a variable or dropped.
     */
    public static boolean arrives(Plugin plugin, Place creation) {
        RouterTrail trail = new RouterTrail(plugin);
        trail.climb(creation);
        return trail.arrives;
    }

    private void climb(Place from) {
        TsNode node = from.node();
        while (!arrives && seen.add(node)) {
            TsNode parent = node.parent().orElse(node);
            switch (parent.type()) {
                case "parenthesized_expression",
                        "as_expression",
                        "satisfies_expression",
                        "non_null_expression",
                        "await_expression",
                        "ternary_expression" -> {
                    // It goes on as it is.
                }
                case "member_expression" -> {
                    Optional<TsNode> call = chained(parent);
                    if (call.isEmpty()) {
                        arrives = true;
                        return;
                    }
                    parent = call.get();
                }
                case "expression_statement" -> {
                    return;
                }
                default -> {
                    end(from.at(node), parent);
                    return;
                }
            }
            node = parent;
        }
    }

    /** A call that puts something on the router and gives it back. */
    private static Optional<TsNode> chained(TsNode member) {
        Optional<TsNode> call = member.parent().filter(each -> each.is("call_expression"));
        boolean builds = member.child("property")
                .filter(name -> Routes.VERBS.contains(name.text())
                        || name.text().equals("use")
                        || name.text().equals("param"))
                .isPresent();
        return builds ? call : Optional.empty();
    }

    private void end(Place at, TsNode parent) {
        switch (parent.type()) {
            case "variable_declarator" -> kept(at, parent.child("name"));
            case "assignment_expression" -> kept(at, parent.child("left"));
            case "return_statement" -> Syntax.functionAround(parent).ifPresent(function -> givenBack(at.at(function)));
            case "arrow_function" -> givenBack(at.at(parent));
            case "arguments" -> handed(at, parent);
            default -> arrives = true;
        }
    }

    private void kept(Place at, Optional<TsNode> name) {
        Optional<Binding> variable = name.filter(each -> each.is("identifier")).flatMap(at.source()::binding);
        if (variable.isEmpty() || isExported(variable.get())) {
            arrives = true;
        } else {
            at.source().uses(variable.get()).stream()
                    .filter(use -> !use.field().equals("left"))
                    .forEach(use -> climb(at.at(use)));
        }
    }

    private static boolean isExported(Binding variable) {
        return variable.source()
                .topLevel(variable.name().text())
                .filter(variable::equals)
                .isPresent();
    }

    private void givenBack(Place function) {
        boolean starts = plugin.init().starts().stream()
                .anyMatch(start -> start.function().node() == function.node());
        List<Place> calls = plugin.calls().sites(function);
        if (starts) {
            return;
        }
        arrives |= calls.isEmpty();
        calls.forEach(this::climb);
    }

    private void handed(Place at, TsNode arguments) {
        Place call = at.at(arguments.parent().orElse(arguments));
        List<Routes.Router> outer = Syntax.calls(call.node(), "use")
                ? Syntax.receiver(call.node())
                        .map(receiver -> plugin.routes().routers(call.at(receiver)))
                        .orElse(List.of())
                : List.of();
        List<Place> functions = plugin.calls().reached(call);
        int index = arguments.namedChildren().indexOf(at.node());
        if (!outer.isEmpty()) {
            outer.forEach(router -> climb(router.creation()));
        } else if (functions.isEmpty()) {
            arrives = true;
        } else {
            functions.forEach(function -> enter(function, index));
        }
    }

    private void enter(Place function, int index) {
        List<TsNode> parameters = Syntax.parameters(function.node());
        Optional<Binding> parameter = index >= 0 && index < parameters.size()
                ? Optional.of(parameters.get(index))
                        .filter(each -> each.is("identifier"))
                        .flatMap(function.source()::binding)
                : Optional.empty();
        boolean field = parameter
                .flatMap(each -> each.name().parent())
                .filter(each -> Syntax.hasToken(each, "readonly")
                        || each.namedChildren().stream().anyMatch(child -> child.is("accessibility_modifier")))
                .isPresent();
        if (parameter.isEmpty() || field) {
            arrives = true;
        } else {
            function.source().uses(parameter.get()).forEach(use -> climb(function.at(use)));
        }
    }
}
