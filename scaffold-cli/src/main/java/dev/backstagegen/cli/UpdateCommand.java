package dev.backstagegen.cli;

import dev.backstagegen.Upkeep;
import dev.backstagegen.feature.Features;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code backstage-gen update}: plugins as today's templates and the repository's release have them. */
final class UpdateCommand {

    static final String NAME = "update";

    private UpdateCommand() {}

    static List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        flags.add(UpkeepFlags.all("Every plugin of the repository that is kept up."));
        flags.add(Flag.value(
                UpkeepFlags.TO_RELEASE,
                "RELEASE",
                Flag.Group.WHAT,
                "Go to this release of Backstage. When nothing is said: the one that the repository has."));
        flags.addAll(UpkeepFlags.writing());
        return List.copyOf(flags);
    }

    static Exit run(List<String> args, World world) {
        Features features = Features.load();
        Arguments arguments = Arguments.parse(flags(), args);
        if (arguments.has(Flag.HELP)) {
            return UpkeepManual.printUpdate(world);
        }
        Format format = Format.of(arguments, UpkeepFlags.FORMATS);
        Selected selected = Selected.of(arguments, features, world);
        Upkeep upkeep = selected.upkeep();
        SpecWish wish = SpecWish.updating(arguments.words());
        if (selected.isOne()) {
            return OnePlugin.run(NAME, upkeep, selected.folders().get(0), wish, arguments, world);
        }
        boolean diff = arguments.has(Flag.DIFF);
        UpkeepRun run = new UpkeepRun(upkeep, arguments, world);
        List<PluginOutcome> outcomes =
                run.run(selected.folders(), wish, ShellText.of(NAME, arguments), new Progress(world));
        switch (format) {
            case JSON -> world.out().print(UpkeepDocument.of(NAME, upkeep, outcomes, diff));
            case MARKDOWN -> UpkeepMarkdown.print(NAME, upkeep.notes(), outcomes, arguments, world);
            default -> new UpkeepText(upkeep.notes(), world, diff).print(outcomes);
        }
        return worst(outcomes);
    }

    /** The exit of several: that of the one which ended worst. */
    static Exit worst(List<PluginOutcome> outcomes) {
        List<Exit> order = List.of(Exit.CLEAN, Exit.LEFT_TO_DO, Exit.CONFLICT, Exit.USAGE, Exit.FAILED);
        return outcomes.stream()
                .map(PluginOutcome::exit)
                .max(Comparator.comparing(order::indexOf))
                .orElse(Exit.CLEAN);
    }
}
