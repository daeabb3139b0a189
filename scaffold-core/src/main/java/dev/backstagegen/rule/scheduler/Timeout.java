package dev.backstagegen.rule.scheduler;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.ScheduledTasks;
import dev.backstagegen.rule.code.Syntax;
import java.util.List;
import java.util.stream.Stream;

/** {@code scheduler/timeout}: a task says how often it runs and how long it may take. */
public final class Timeout implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "scheduler/timeout",
            Severity.ERROR,
            "A task has a frequency and a timeout",
            "What is handed to `scheduleTask` and `createScheduledTaskRunner`, with what is spread into it.",
            "Without a frequency it never runs; without a timeout, an instance that dies in the middle keeps it from"
                    + " ever running again.",
            "Give both, written out or from `readSchedulerServiceTaskScheduleDefinitionFromConfig`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example(""), example("    timeout: { minutes: 5 },\n"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Stream<Place> tasks = ScheduledTasks.of(plugin).stream()
                .filter(task -> Syntax.calls(task.call().node(), "scheduleTask"))
                .map(ScheduledTasks.Task::definition);
        return Stream.concat(tasks, ScheduledTasks.schedules(plugin).stream())
                .flatMap(schedule -> Stream.of("frequency", "timeout")
                        .filter(member -> ScheduledTasks.lacks(plugin, schedule, member))
                        .map(member -> Finding.at(label(schedule), DOC, "This task has no `" + member + "`.")))
                .toList();
    }

    private static Place label(Place schedule) {
        return schedule.node().is("object")
                ? schedule.at(Syntax.member(schedule.node(), "id")
                        .orElse(schedule.node().children().get(0)))
                : schedule;
    }

    private static String example(String timeout) {
        return """
                --- src/tasks.ts
                import { SchedulerService } from '@backstage/backend-plugin-api';

                export async function schedule(
                  scheduler: SchedulerService,
                  refresh: () => Promise<void>,
                ) {
                  await scheduler.scheduleTask({
                    id: 'refresh-items',
                    frequency: { minutes: 30 },
                %s    fn: refresh,
                  });
                }
                """.formatted(timeout);
    }
}
