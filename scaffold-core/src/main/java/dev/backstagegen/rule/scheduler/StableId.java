package dev.backstagegen.rule.scheduler;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Chance;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.ScheduledTasks;
import dev.backstagegen.rule.code.ScheduledTasks.Task;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code scheduler/stable-id}: a task is the same task after a restart. */
public final class StableId implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "scheduler/stable-id",
            Severity.ERROR,
            "A task has the same id at every start",
            "The `id` of what is handed to `scheduleTask`, or to `run` of a task runner.",
            "The scheduler keeps a row for each id: with a new one at every start, each instance runs the task for"
                    + " itself, and the rows pile up.",
            "Give the task a fixed name, with the name of the provider in it where there are several.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("import { randomUUID } from 'node:crypto';\n", "`refresh-items-${randomUUID()}`"),
                    example("", "'refresh-items'"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Task> tasks = ScheduledTasks.of(plugin);
        if (tasks.isEmpty()) {
            return List.of();
        }
        Set<TsNode> handlers = plugin.routes().all().stream()
                .flatMap(route -> route.handlers().stream())
                .map(Place::node)
                .collect(Collectors.toSet());
        return tasks.stream()
                .filter(task -> !isLocal(task) && !isOnRequest(task, handlers))
                .flatMap(task -> id(task).stream())
                .filter(id -> Chance.isIn(plugin, id))
                .map(id -> Finding.at(id, DOC, "The id of this task is another one at every start."))
                .toList();
    }

    private static Optional<Place> id(Task task) {
        return Syntax.property(task.definition().node(), "id").map(task.definition()::at);
    }

    /** A task that lives in one process only has no row, and may be called anything. */
    private static boolean isLocal(Task task) {
        return task.schedule().stream()
                .anyMatch(schedule -> Syntax.property(schedule.node(), "scope")
                        .flatMap(Syntax::string)
                        .filter("local"::equals)
                        .isPresent());
    }

    /** What a request schedules is made for that request, and runs once. */
    private static boolean isOnRequest(Task task, Set<TsNode> handlers) {
        Optional<TsNode> function = Syntax.functionAround(task.call().node());
        while (function.isPresent()) {
            if (handlers.contains(function.get())) {
                return true;
            }
            function = Syntax.functionAround(function.get());
        }
        return false;
    }

    private static String example(String imported, String id) {
        return """
                --- src/tasks.ts
                %simport { SchedulerService } from '@backstage/backend-plugin-api';

                export async function schedule(
                  scheduler: SchedulerService,
                  refresh: () => Promise<void>,
                ) {
                  await scheduler.scheduleTask({
                    id: %s,
                    frequency: { minutes: 30 },
                    timeout: { minutes: 5 },
                    fn: refresh,
                  });
                }
                """.formatted(imported, id);
    }
}
