package dev.backstagegen.cli;

import dev.backstagegen.Draft;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.plan.Diff;
import dev.backstagegen.spec.PluginId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of {@code new}, or would; the same for people and for programs.
 *
 * @param draft what was worked out
 * @param dryRun whether it was only to be shown
 * @param diff the patch, where it was asked for
 */
record Report(Draft draft, boolean dryRun, Optional<String> diff) {

    static Report of(Draft draft, Arguments arguments) {
        return new Report(
                draft,
                arguments.has(Flag.DRY_RUN),
                arguments.has(Flag.DIFF) ? Optional.of(diff(draft.plan())) : Optional.empty());
    }

    /** Whether the disk is touched. */
    boolean isWritten() {
        return !dryRun && !isBlocked();
    }

    boolean isBlocked() {
        return !draft.inTheWay().isEmpty();
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

    /** With what is in the way as well, so that it shows what force would do. */
    private static String diff(ChangePlan plan) {
        return Diff.of(
                plan.changes().stream()
                        .filter(change -> change.writes() || change.kind() == Change.Kind.CONFLICT)
                        .toList(),
                Set.of());
    }
}
