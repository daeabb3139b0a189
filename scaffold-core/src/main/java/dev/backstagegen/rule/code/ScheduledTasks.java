package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks that a plugin hands to the scheduler. */
public final class ScheduledTasks {

    private ScheduledTasks() {}

    /**
     * A call of {@code scheduler.scheduleTask(...)} or of {@code run(...)} on a task runner.
     *
     * @param definition the object with {@code id} and {@code fn}
     * @param schedule the objects or values that may say when it runs; nothing where that cannot be told
     */
    public record Task(Place call, Place definition, List<Place> schedule) {

        public Task {
            schedule = List.copyOf(schedule);
        }
    }

    /** All of them; {@code fn} tells them from calls of other things with the same name. */
    public static List<Task> of(Plugin plugin) {
        List<Task> tasks = new ArrayList<>();
        for (Source source : plugin.loaded()) {
            source.places("call_expression")
                    .filter(call -> Syntax.calls(call.node(), "scheduleTask", "run"))
                    .filter(call -> plugin.calls().reached(call).isEmpty())
                    .forEach(call -> definition(plugin, call)
                            .map(definition -> new Task(call, definition, schedule(plugin, call, definition)))
                            .ifPresent(tasks::add));
        }
        return tasks;
    }

    /** What task runners are made of: the arguments of {@code createScheduledTaskRunner}. */
    public static List<Place> schedules(Plugin plugin) {
        return plugin.loaded().stream()
                .flatMap(source -> source.places("call_expression"))
                .filter(call -> Syntax.calls(call.node(), "createScheduledTaskRunner"))
                .flatMap(call -> Syntax.argument(call.node(), 0).map(call::at).stream())
                .toList();
    }

    private static Optional<Place> definition(Plugin plugin, Place call) {
        Optional<TsNode> argument = Syntax.argument(call.node(), 0);
        if (argument.isEmpty()
                || Syntax.arguments(call.node()).size() != 1
                || !argument.get().is("object", "identifier")) {
            return Optional.empty();
        }
        List<Place> objects = plugin.origins().whole(call.at(argument.get()));
        return objects.size() == 1
                ? objects.stream().filter(ScheduledTasks::isTask).findFirst()
                : Optional.empty();
    }

    private static boolean isTask(Place object) {
        return Syntax.property(object.node(), "fn").isPresent()
                && (Syntax.property(object.node(), "id").isPresent() || Syntax.hasSpread(object.node()));
    }

    private static List<Place> schedule(Plugin plugin, Place call, Place definition) {
        if (Syntax.calls(call.node(), "scheduleTask")) {
            return List.of(definition);
        }
        List<Place> runners = Syntax.receiver(call.node())
                .map(receiver -> plugin.origins().whole(call.at(receiver)))
                .orElse(List.of());
        List<Place> schedules = runners.stream()
                .filter(runner -> Syntax.calls(runner.node(), "createScheduledTaskRunner"))
                .flatMap(runner -> Syntax.argument(runner.node(), 0).map(runner::at).stream())
                .toList();
        return schedules.size() == runners.size() ? schedules : List.of();
    }

    /** Whether a value, or what is spread into it, surely lacks a member; what cannot be followed may have any. */
    public static boolean lacks(Plugin plugin, Place value, String member) {
        List<Origins.Origin> origins = List.copyOf(plugin.origins().of(value));
        return !origins.isEmpty()
                && origins.stream()
                        .allMatch(origin -> origin.path().isEmpty() && isWithout(plugin, origin.place(), member));
    }

    private static boolean isWithout(Plugin plugin, Place object, String member) {
        if (!object.node().is("object") || Syntax.member(object.node(), member).isPresent()) {
            return false;
        }
        Stream<Place> spread = object.node().namedChildren().stream()
                .filter(each -> each.is("spread_element"))
                .flatMap(each -> each.namedChildren().stream())
                .map(object::at);
        boolean computed = object.node().namedChildren().stream()
                .anyMatch(each -> each.is("pair") && Syntax.key(each).isEmpty());
        return !computed && spread.allMatch(each -> lacks(plugin, each, member));
    }
}
