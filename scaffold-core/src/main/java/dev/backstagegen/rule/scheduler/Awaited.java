package dev.backstagegen.rule.scheduler;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Init;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.ScheduledTasks;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code scheduler/awaited}: a task that could not be scheduled is an error. */
public final class Awaited implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "scheduler/awaited",
            Severity.WARNING,
            "Scheduling is awaited",
            "Calls of `scheduleTask`, and of `run` of a task runner, whose promise nobody looks at.",
            "When it is rejected, such as by a database that is away, the task never runs, and an unhandled rejection"
                    + " may end the whole backend.",
            "Put `await` before it; it waits until the task is known, not until it has run.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example(""), example("await "))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return ScheduledTasks.of(plugin).stream()
                .map(ScheduledTasks.Task::call)
                .filter(call -> call.node()
                        .parent()
                        .filter(parent -> parent.is("expression_statement"))
                        .isPresent())
                .map(call -> Finding.at(
                        call.at(Syntax.called(call.node()).orElse(call.node())),
                        DOC,
                        "Nobody waits until this task is scheduled.",
                        repair(plugin, call)))
                .toList();
    }

    private static Repair repair(Plugin plugin, Place call) {
        Optional<TsNode> function = Syntax.functionAround(call.node());
        if (function.isEmpty()) {
            return Repair.NONE;
        }
        List<Edit> edits = new ArrayList<>();
        edits.add(edit(call, call.node().start(), "await "));
        boolean starts = plugin.init().starts().stream()
                .map(Init.Start::function)
                .anyMatch(init -> init.node() == function.get());
        boolean generates = function.get().type().startsWith("generator");
        if (!Syntax.isAsync(function.get())) {
            // Backstage waits for init whether it was asynchronous or not; other callers may not.
            if (!starts || function.get().child("return_type").isPresent()) {
                return Repair.NONE;
            }
            edits.add(edit(call, function.get().start(), "async "));
        }
        return generates ? Repair.NONE : Repair.safe(edits);
    }

    private static Edit edit(Place call, int position, String text) {
        return new Edit(call.source().path(), TextEdit.insert(position, text));
    }

    private static String example(String await) {
        return """
                --- src/tasks.ts
                import { SchedulerService } from '@backstage/backend-plugin-api';

                export async function schedule(
                  scheduler: SchedulerService,
                  refresh: () => Promise<void>,
                ) {
                  %sscheduler.scheduleTask({
                    id: 'refresh-items',
                    frequency: { minutes: 30 },
                    timeout: { minutes: 5 },
                    fn: refresh,
                  });
                }
                """.formatted(await);
    }
}
