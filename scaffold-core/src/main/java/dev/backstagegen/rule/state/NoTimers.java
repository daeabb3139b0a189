package dev.backstagegen.rule.state;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Meaning;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code state/no-timers}: what runs again and again is a task. */
public final class NoTimers implements Rule {

    private static final Set<String> CLOCKS = Set.of("node-cron", "cron", "node-schedule", "croner");

    private static final Pattern SHORT_LIVED =
            Pattern.compile("Session|Connection|Socket|Stream|Heart|Keep|Lease|Lock|Task|Job|Progress|Request");

    private static final RuleDoc DOC = new RuleDoc(
            "state/no-timers",
            Severity.WARNING,
            "Background work goes through the scheduler",
            "`setInterval`, a `setTimeout` that sets itself again, and packages such as node-cron, for work that goes"
                    + " on as long as the process. What a request or a connection clears again is none.",
            "Every instance of the backend does it at once, nobody sees that it failed, and a shutdown does not wait"
                    + " for it.",
            "Use `scheduler.scheduleTask`, with `scope: 'local'` where each instance has to do it.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/tasks.ts
                    export function start(refresh: () => Promise<void>) {
                      setInterval(refresh, 30 * 60 * 1000);
                    }
                    """, """
                    --- src/tasks.ts
                    import { SchedulerService } from '@backstage/backend-plugin-api';

                    export async function start(
                      scheduler: SchedulerService,
                      refresh: () => Promise<void>,
                    ) {
                      await scheduler.scheduleTask({
                        id: 'refresh',
                        frequency: { minutes: 30 },
                        timeout: { minutes: 5 },
                        fn: refresh,
                      });
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.loaded().stream()
                .flatMap(source -> source.places("call_expression", "new_expression"))
                .flatMap(call -> wrong(plugin, call)
                        .map(wrong ->
                                Finding.at(call.at(Syntax.called(call.node()).orElse(call.node())), DOC, wrong))
                        .stream())
                .toList();
    }

    private static Optional<String> wrong(Plugin plugin, Place call) {
        if (isGlobal(call, "setInterval")) {
            return isCleared(call) || isTalk(call) || isOfConnection(call)
                    ? Optional.empty()
                    : Optional.of("This timer runs as long as the process.");
        }
        if (isGlobal(call, "setTimeout")) {
            return setsItselfAgain(plugin, call)
                    ? Optional.of("This timer sets itself again for ever.")
                    : Optional.empty();
        }
        return isClock(plugin, call)
                ? Optional.of("This runs by a clock that Backstage does not know.")
                : Optional.empty();
    }

    private static boolean isGlobal(Place call, String name) {
        Source source = call.source();
        return Syntax.called(call.node())
                .filter(called -> called.is("identifier")
                        ? called.text().equals(name) && source.binding(called).isEmpty()
                        : called.text().matches("(globalThis|global)\\." + name))
                .isPresent();
    }

    /** Whether the function that sets it clears it, other than at the end of the process. */
    private static boolean isCleared(Place call) {
        Optional<TsNode> function = Syntax.functionAround(call.node());
        Optional<TsNode> holder = call.node()
                .parent()
                .filter(parent -> parent.is("variable_declarator", "assignment_expression"))
                .flatMap(parent -> parent.child(parent.is("variable_declarator") ? "name" : "left"));
        if (function.isEmpty() || holder.isEmpty() || !holder.get().is("identifier")) {
            return false;
        }
        // The variable may belong to a function further out, which then clears it.
        TsNode around = call.source()
                .binding(holder.get())
                .flatMap(binding -> Syntax.functionAround(binding.name()))
                .orElse(function.get());
        return around.descendants("call_expression")
                .filter(each -> Syntax.called(each)
                        .filter(called -> called.text().matches("(globalThis\\.|global\\.)?clearInterval"))
                        .isPresent())
                .filter(each -> Syntax.argument(each, 0)
                        .filter(argument -> argument.text().equals(holder.get().text()))
                        .isPresent())
                .anyMatch(each -> !isAtShutdown(each, around));
    }

    private static boolean isAtShutdown(TsNode clearing, TsNode around) {
        Optional<TsNode> function = Syntax.functionAround(clearing);
        while (function.isPresent() && function.get() != around) {
            Optional<TsNode> registered = function.get().parent().flatMap(TsNode::parent);
            if (registered
                    .filter(each -> each.is("call_expression")
                            && (Syntax.calls(each, "addShutdownHook")
                                    || each.text().matches("(?s)process\\.(on|once)\\(.*")))
                    .isPresent()) {
                return true;
            }
            function = Syntax.functionAround(function.get());
        }
        return false;
    }

    /** What keeps a connection open, or tells its other end something, belongs to the connection. */
    private static boolean isTalk(Place call) {
        return Syntax.argument(call.node(), 0)
                .filter(Syntax::isFunction)
                .filter(function -> function.descendants("call_expression")
                        .anyMatch(each -> Syntax.calls(
                                each,
                                "write",
                                "send",
                                "ping",
                                "end",
                                "flush",
                                "terminate",
                                "emit",
                                "next",
                                "sendEvent")))
                .isPresent();
    }

    /** Whether it belongs to an object that ends before the process, and clears it then. */
    private static boolean isOfConnection(Place call) {
        return call.node()
                .ancestor("class_declaration", "abstract_class_declaration")
                .filter(owner -> owner.child("name")
                        .filter(name -> SHORT_LIVED.matcher(name.text()).find())
                        .isPresent())
                .filter(owner -> owner.descendants("identifier")
                        .anyMatch(each -> each.text().equals("clearInterval")))
                .isPresent();
    }

    /** Whether the last thing that a function always does is to have itself called later, with no way to stop it. */
    private static boolean setsItselfAgain(Plugin plugin, Place call) {
        if (call.node()
                .parent()
                .filter(parent -> parent.is("expression_statement"))
                .isEmpty()) {
            return false;
        }
        Optional<TsNode> function = Syntax.functionAround(call.node());
        Optional<TsNode> statement = Syntax.statement(call.node());
        if (function.isEmpty() || statement.isEmpty() || !isAlwaysReached(statement.get(), function.get())) {
            return false;
        }
        Optional<Place> later = Syntax.argument(call.node(), 0).map(call::at);
        return later.stream()
                .flatMap(each -> Stream.concat(
                        plugin.calls().functions(each).stream(),
                        Syntax.isFunction(each.node())
                                ? each.node()
                                        .descendants("call_expression")
                                        .filter(inner -> Syntax.functionAround(inner)
                                                .filter(each.node()::equals)
                                                .isPresent())
                                        .flatMap(inner -> plugin.calls().reached(each.at(inner)).stream())
                                : Stream.empty()))
                .anyMatch(each -> each.node() == function.get());
    }

    /** Whether no condition stands around a statement, and nothing leaves the function before it. */
    private static boolean isAlwaysReached(TsNode statement, TsNode function) {
        TsNode at = statement;
        while (at.parent().isPresent() && at.parent().get() != function) {
            at = at.parent().get();
            if (!at.is("statement_block", "try_statement", "finally_clause", "expression_statement")) {
                return false;
            }
        }
        return function.descendants("return_statement", "throw_statement")
                .filter(each ->
                        Syntax.functionAround(each).filter(function::equals).isPresent())
                .noneMatch(each -> each.start() < statement.start());
    }

    /** {@code cron.schedule(...)}, {@code new CronJob(...)} and the like, with the work to do. */
    private static boolean isClock(Plugin plugin, Place call) {
        Optional<TsNode> called = Syntax.called(call.node());
        Optional<TsNode> root = called.map(
                each -> each.is("member_expression") ? each.child("object").orElse(each) : each);
        if (root.isEmpty()
                || !(plugin.modules().meaning(call.source(), root.get()).orElse(null)
                        instanceof Meaning.Outside outside)
                || !CLOCKS.contains(outside.module())) {
            return false;
        }
        String name = called.get().is("member_expression")
                ? called.get().child("property").map(TsNode::text).orElse("")
                : outside.name();
        return name.matches("schedule|scheduleJob|CronJob|Cron|from")
                && (name.equals("from") || Syntax.arguments(call.node()).size() > 1);
    }
}
