package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.Upkeep;
import dev.backstagegen.UpkeepDraft;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.Decision;
import dev.backstagegen.spec.Choice;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings plugins, one after another, to what is wanted of them. */
final class UpkeepRun {

    private final Upkeep upkeep;
    private final OnConflict onConflict;
    private final boolean dryRun;
    private final ConflictQuestions questions;
    private final Optional<String> reason;

    UpkeepRun(Upkeep upkeep, Arguments arguments, World world) {
        this.upkeep = upkeep;
        this.onConflict = OnConflict.of(arguments, world);
        this.dryRun = arguments.has(Flag.DRY_RUN);
        this.questions = new ConflictQuestions(world);
        this.reason = reason(arguments, onConflict);
    }

    /**
     * One plugin.
     *
     * @throws ScaffoldException when that cannot be
     */
    UpkeepResult run(RelPath folder, SpecWish wish, String command) {
        UpkeepResult result = planned(folder, wish);
        upkeep.apply(command);
        return result;
    }

    private UpkeepResult planned(RelPath folder, SpecWish wish) {
        UpkeepDraft draft = wish.draft(upkeep, folder);
        refuseMarked(draft);
        UpkeepDraft chosen = reason.filter(why -> !draft.conflicts().isEmpty())
                .map(why -> wish.choosing(upkeep, draft, side(), why))
                .orElse(draft);
        UpkeepDraft decided =
                dryRun && onConflict == OnConflict.ASK ? chosen : chosen.decided(each -> decide(draft, each));
        boolean stopped = !decided.conflicts().isEmpty();
        boolean written = !dryRun && !stopped && !decided.plan().isEmpty();
        if (written) {
            upkeep.plan(decided);
        }
        return new UpkeepResult(draft, decided, onConflict, dryRun, written);
    }

    /** Several, written at once; one that cannot be brought there does not keep the others from it. */
    List<PluginOutcome> run(List<RelPath> folders, SpecWish wish, String command, Progress progress) {
        List<PluginOutcome> outcomes = new ArrayList<>();
        for (RelPath folder : folders) {
            progress.at(outcomes.size(), folders.size(), folder);
            try {
                outcomes.add(new PluginOutcome.Done(folder, planned(folder, wish)));
            } catch (ScaffoldException wrong) {
                outcomes.add(PluginOutcome.Failed.of(folder, wrong));
            }
        }
        progress.end();
        upkeep.apply(command);
        return outcomes;
    }

    private Decision decide(UpkeepDraft draft, Change conflict) {
        return switch (onConflict) {
            case ASK -> questions.ask(draft, conflict);
            case STOP -> Decision.OPEN;
            case MARKERS -> new Decision.Settled(draft.merged(conflict).marked());
            case OURS -> draft.decision(conflict, Choice.Side.OURS);
            case THEIRS -> draft.decision(conflict, Choice.Side.THEIRS);
            case NEW_FILE -> Decision.BESIDE;
        };
    }

    private Choice.Side side() {
        return onConflict == OnConflict.OURS ? Choice.Side.OURS : Choice.Side.THEIRS;
    }

    private static Optional<String> reason(Arguments arguments, OnConflict onConflict) {
        Optional<String> reason = arguments.value(UpkeepFlags.REASON);
        if (reason.isPresent() && onConflict != OnConflict.OURS && onConflict != OnConflict.THEIRS) {
            throw ScaffoldException.usage(
                    UpkeepFlags.REASON + " goes with a choice that holds for good.",
                    "Add " + OnConflict.FLAG + " ours or theirs");
        }
        return reason;
    }

    private static void refuseMarked(UpkeepDraft draft) {
        if (!draft.marked().isEmpty()) {
            throw ScaffoldException.usage(
                    draft.marked().get(0)
                            + " holds the marks of a conflict that was not decided; nothing of the plugin was written.",
                    "Decide it, take the marks out, then run the command again");
        }
    }
}
