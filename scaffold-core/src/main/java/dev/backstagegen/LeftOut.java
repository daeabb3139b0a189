package dev.backstagegen;

import dev.backstagegen.moved.Yours;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.stream.Collectors;

/** What a feature does to files that a plugin of other making never had: nothing, and that is said. */
final class LeftOut {

    private LeftOut() {}

    /** Whole sentences; none for a plugin that was generated. */
    static List<String> of(Memory base, Yours yours, ChangePlan plan) {
        if (base.byHand().isEmpty()) {
            return List.of();
        }
        String files = plan.of(Change.Kind.KEEP_DELETED).stream()
                .map(Change::path)
                .filter(path -> path.extension().equals("ts") && !path.name().contains(".test."))
                .filter(path -> yours.base().has(path))
                .filter(path -> !yours.base().text(path).equals(yours.fresh().text(path)))
                .filter(path -> path.startsWith(base.plugin()))
                .map(path -> path.relativeTo(base.plugin()))
                .map(RelPath::value)
                .collect(Collectors.joining(", "));
        return files.isEmpty()
                ? List.of()
                : List.of("The plugin does not have " + files + ": what changes there is left out.");
    }
}
