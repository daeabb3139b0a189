package dev.backstagegen.cli;

import dev.backstagegen.Draft;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.plan.Diff;
import dev.backstagegen.spec.PluginId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What came of {@code new}, or would; the same for people and for programs.
 *
 * @param draft what was worked out
 * @param dryRun whether it was only to be shown
 * @param blocking the changes that keep all of it from being written: files that are in the way
 * @param diff the patch, where it was asked for
 */
record Report(Draft draft, boolean dryRun, List<Change> blocking, String diff) {

    static Report of(Draft draft, boolean dryRun, boolean force, boolean wantsDiff) {
        ChangePlan plan = draft.plan();
        List<Change> shown = new ArrayList<>(plan.writes());
        shown.addAll(plan.conflicts());
        String diff = wantsDiff ? Diff.of(new ChangePlan(shown).changes(), Set.of()) : "";
        return new Report(draft, dryRun, blocking(draft, force), diff);
    }

    /** Whether the disk is touched. */
    boolean isWritten() {
        return !dryRun && !isBlocked();
    }

    boolean isBlocked() {
        return !blocking.isEmpty();
    }

    Exit exit() {
        return isBlocked() || !draft.unwired().isEmpty() ? Exit.LEFT_TO_DO : Exit.CLEAN;
    }

    PluginId id() {
        return draft.spec().id();
    }

    /** The name of the plugin's package. */
    String packageName() {
        return draft.spec().packageName().orElse("");
    }

    /** The features that somebody asked for, or that those brought with them. */
    List<Feature> features() {
        return draft.features().features().stream()
                .filter(feature -> !feature.always())
                .toList();
    }

    /** What connects the plugin with the repository. */
    List<Draft.Wiring> wired() {
        return draft.wirings().stream().filter(Draft.Wiring::done).toList();
    }

    /** The commands to go on with. */
    List<String> next() {
        if (isBlocked()) {
            return List.of();
        }
        return List.of("yarn install", ShellText.of(List.of("yarn", "workspace", packageName(), "test")), "yarn start");
    }

    /**
     * A new plugin does not move in where something lives, be it its own twin: whoever runs the same command twice
     * shall know that the second one made nothing.
     */
    private static List<Change> blocking(Draft draft, boolean force) {
        return draft.plan().changes().stream()
                .filter(change -> change.kind() == Change.Kind.CONFLICT
                        || !force
                                && change.before().isPresent()
                                && change.path().startsWith(draft.folder()))
                .toList();
    }
}
