package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a function gets to, through the plugin's own functions that it calls. */
public final class Reach {

    private static final Pattern OUTSIDE_WORLD = Pattern.compile(
            "(node:)?(fs|fs/promises|fs-extra|child_process|http|https|net)|node-fetch|cross-fetch|undici|axios|got|knex|pg"
                    + "|@aws-sdk/.*|@kubernetes/.*|@octokit/.*|@azure/.*|@google-cloud/.*");

    private final Plugin plugin;
    private final Set<Place> functions = new LinkedHashSet<>();

    /** Follows the calls of a function to the end. */
    public Reach(Plugin plugin, Place function) {
        this.plugin = plugin;
        Deque<Place> open = new ArrayDeque<>(List.of(function));
        while (!open.isEmpty()) {
            Place next = open.pop();
            if (functions.add(next)) {
                calls(next).forEach(call -> open.addAll(plugin.calls().reached(call)));
            }
        }
    }

    /** Whether something stands in one of the functions on the way. */
    public boolean covers(Place place) {
        return functions.stream()
                .anyMatch(each -> each.source() == place.source() && Syntax.within(place.node(), each.node()));
    }

    /** Whether a method of that name is called anywhere on the way. */
    public boolean calls(String... methods) {
        return functions.stream()
                .flatMap(function -> calls(function).stream())
                .anyMatch(call -> Syntax.calls(call.node(), methods)
                        || Syntax.called(call.node())
                                .filter(c ->
                                        c.is("identifier") && List.of(methods).contains(c.text()))
                                .isPresent());
    }

    /** Whether it asks anybody for anything: a service, a client, the network. Computing on what it is given is none. */
    public boolean leavesInput() {
        return functions.stream()
                .anyMatch(function -> calls(function).stream().anyMatch(call -> leaves(function, call)));
    }

    /** Whether a call only writes something to a log. */
    static boolean isTalk(Plugin plugin, Place call) {
        Optional<TsNode> receiver = Syntax.receiver(call.node());
        if (receiver.isEmpty()) {
            return false;
        }
        String name = receiver.get().is("member_expression")
                ? receiver.get().child("property").map(TsNode::text).orElse("")
                : receiver.get().text();
        return name.equals("console")
                || name.replace("#", "").replace("_", "").matches("log|(.*[lL])ogger")
                || name.equals("JSON")
                || plugin.types().is(call.at(receiver.get()), "LoggerService");
    }

    private List<Place> calls(Place function) {
        return function.source()
                .places("call_expression", "new_expression")
                .filter(call -> Syntax.within(call.node(), function.node()))
                .toList();
    }

    private boolean leaves(Place function, Place call) {
        if (!plugin.calls().reached(call).isEmpty() || isTalk(plugin, call)) {
            return false;
        }
        TsNode root = root(call.node());
        if (root.is("this")) {
            return call.node().is("call_expression");
        }
        if (!root.is("identifier")) {
            return false;
        }
        Optional<Binding> binding = call.source().binding(root);
        if (binding.isEmpty()) {
            return root.text().equals("fetch");
        }
        if (binding.get().is(Kind.IMPORT)) {
            return plugin.modules().meaning(binding.get()).orElse(null) instanceof Meaning.Outside outside
                    && OUTSIDE_WORLD.matcher(outside.module()).matches();
        }
        boolean own = Syntax.within(binding.get().name(), function.node());
        if (own) {
            return binding.get().is(Kind.PARAMETER)
                    && plugin.types()
                            .of(call.at(root))
                            .filter(Type.Named.class::isInstance)
                            .filter(type -> !type.isNamed("LoggerService"))
                            .isPresent()
                    && root.text().matches(".*(Service|Api|Client|Store|Repository|database|knex|auth|permissions)");
        }
        boolean global = binding.get()
                        .declaration()
                        .ancestor("arrow_function", "function_declaration", "function_expression", "method_definition")
                        .isEmpty()
                && !binding.get().is(Kind.PARAMETER);
        return !global && (binding.get().is(Kind.PARAMETER) || binding.get().is(Kind.VARIABLE));
    }

    /** The first name of {@code a.b.c()}. */
    private static TsNode root(TsNode call) {
        TsNode at = call;
        while (true) {
            Optional<TsNode> inner = at.is("call_expression", "new_expression")
                    ? Syntax.called(at)
                    : at.is("member_expression", "subscript_expression") ? at.child("object") : Optional.empty();
            if (inner.isEmpty()) {
                return at;
            }
            at = Syntax.awaited(inner.get());
        }
    }
}
