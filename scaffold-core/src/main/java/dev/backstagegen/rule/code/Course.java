package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The calls that are made while some functions run, through the plugin's own functions that they get to.
 *
 * <p>What is only put off is left out: timers, scheduled tasks, listeners, functions that are merely made.
 */
public final class Course {

    private static final Set<String> PUTTING_OFF = Set.of(
            "setTimeout",
            "setInterval",
            "setImmediate",
            "nextTick",
            "queueMicrotask",
            "scheduleTask",
            "createScheduledTaskRunner",
            "subscribe",
            "addStartupHook",
            "addShutdownHook",
            "addListener",
            "on",
            "once",
            "add",
            "enqueue");

    private static final String[] CHOICES = {
        "if_statement",
        "ternary_expression",
        "switch_case",
        "switch_default",
        "while_statement",
        "do_statement",
        "for_statement",
        "binary_expression"
    };

    private final Plugin plugin;
    private final Map<TsNode, Step> steps = new LinkedHashMap<>();
    private final Map<Place, Boolean> functions = new LinkedHashMap<>();
    private final Deque<Place> open = new ArrayDeque<>();

    /** Follows the functions to the end. */
    Course(Plugin plugin, List<Place> starts) {
        this.plugin = plugin;
        starts.forEach(start -> enter(start, true));
        while (!open.isEmpty()) {
            Place function = open.pop();
            walk(function, functions.get(function));
        }
    }

    /**
     * A call on the way.
     *
     * @param isCertain whether it is made in any case, unless something throws or returns before
     */
    public record Step(Place call, boolean isCertain) {}

    public List<Step> steps() {
        return List.copyOf(steps.values());
    }

    /** The plugin's own functions that run. */
    public Set<Place> functions() {
        return Set.copyOf(functions.keySet());
    }

    private void enter(Place function, boolean certain) {
        Boolean known = functions.get(function);
        if (known == null || (certain && !known)) {
            functions.put(function, certain);
            open.push(function);
        }
    }

    private void walk(Place function, boolean certain) {
        function.source()
                .inside(function.node(), "call_expression", "new_expression")
                .map(function::at)
                .forEach(call -> running(call, function).ifPresent(sure -> pass(new Step(call, certain && sure))));
    }

    private void pass(Step step) {
        steps.merge(step.call().node(), step, (first, second) -> first.isCertain() ? first : second);
        List<Place> reached = plugin.calls().reached(step.call());
        reached.forEach(each -> enter(each, step.isCertain()));
        if (!isPuttingOff(step.call().node())) {
            for (TsNode argument : Syntax.arguments(step.call().node())) {
                TsNode named = Syntax.bare(argument);
                if (named.is("identifier", "member_expression")) {
                    plugin.calls()
                            .functions(step.call().at(named))
                            .forEach(each -> enter(each, step.isCertain() && reached.isEmpty()));
                }
            }
        }
    }

    /** Nothing if a call is not made while the function runs, or else whether it surely is. */
    private static Optional<Boolean> running(Place call, Place function) {
        boolean certain = true;
        TsNode at = call.node();
        while (at != function.node()) {
            TsNode parent = at.parent().orElse(null);
            if (parent == null) {
                return Optional.empty();
            }
            certain &= !isChoice(parent, at) && !parent.is("catch_clause");
            if (Syntax.isFunction(parent) && parent != function.node()) {
                Optional<TsNode> runner = runner(parent);
                if (runner.isEmpty()) {
                    return Optional.empty();
                }
                certain &= !Syntax.calls(runner.get(), "catch");
                parent = runner.get();
            }
            at = parent;
        }
        return Optional.of(certain);
    }

    private static boolean isChoice(TsNode parent, TsNode child) {
        if (!parent.is(CHOICES)) {
            return false;
        }
        if (parent.is("binary_expression")) {
            return child.field().equals("right")
                    && (Syntax.hasToken(parent, "&&")
                            || Syntax.hasToken(parent, "||")
                            || Syntax.hasToken(parent, "??"));
        }
        return !child.field().equals("condition");
    }

    /** The call that runs a function which is written in its place: {@code list.map(x => ...)}, {@code (() => ...)()}. */
    private static Optional<TsNode> runner(TsNode function) {
        TsNode at = function;
        while (at.parent().filter(each -> each.is("parenthesized_expression")).isPresent()) {
            at = at.parent().get();
        }
        TsNode parent = at.parent().orElse(at);
        if (parent.is("call_expression")) {
            return Optional.of(parent);
        }
        return parent.is("arguments") ? parent.parent().filter(call -> !isPuttingOff(call)) : Optional.empty();
    }

    private static boolean isPuttingOff(TsNode call) {
        return Syntax.method(call)
                .or(() -> Syntax.called(call).map(TsNode::text))
                .filter(PUTTING_OFF::contains)
                .isPresent();
    }
}
