package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.Upkeep;
import dev.backstagegen.UpkeepDraft;
import dev.backstagegen.feature.Features;
import dev.backstagegen.plan.Diff;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** {@code backstage-gen diff}: what was changed by hand, or what a command would change, as a patch. */
final class DiffCommand {

    static final String NAME = "diff";

    private static final String UPDATE = "--update";
    private static final String WITH = "--with";
    private static final String WITHOUT = "--without";

    private DiffCommand() {}

    static List<Flag> flags() {
        return List.of(
                Flag.toggle(UPDATE, Flag.Group.WHAT, "What an update would change in your files."),
                Flag.value(
                        WITH,
                        "FEATURE",
                        Flag.Group.WHAT,
                        "What a feature would change in your files. With commas for" + " several."),
                Flag.value(
                        WITHOUT,
                        "FEATURE",
                        Flag.Group.WHAT,
                        "What your files would be without a feature. With commas" + " for several."),
                UpkeepFlags.ROOT,
                CommonFlags.DEBUG,
                CommonFlags.HELP);
    }

    static Exit run(List<String> args, World world) {
        Features features = Features.load();
        Arguments arguments = Arguments.parse(flags(), args);
        if (arguments.has(Flag.HELP)) {
            return UpkeepManual.printDiff(world);
        }
        long asked =
                List.of(UPDATE, WITH, WITHOUT).stream().filter(arguments::has).count();
        if (asked > 1) {
            throw ScaffoldException.usage(
                    "A difference is shown between two things at a time.",
                    "Give one of " + UPDATE + ", " + WITH + " and " + WITHOUT);
        }
        Selected selected = Selected.of(arguments, features, world);
        UnaryOperator<PluginSpec> wish = wish(arguments, features);
        Set<String> open = new TreeSet<>();
        for (RelPath folder : selected.folders()) {
            UpkeepDraft draft = selected.upkeep().draft(folder, wish);
            String patch = asked == 0 ? Diff.of(draft.edits(), draft.crlf()) : draft.certainPatch();
            world.out().print(PatchText.out(patch, world));
            if (asked > 0) {
                draft.conflicts().forEach(conflict -> open.add(conflict.path().value()));
            }
        }
        notes(selected.upkeep(), open, world);
        return open.isEmpty() ? Exit.CLEAN : Exit.CONFLICT;
    }

    private static UnaryOperator<PluginSpec> wish(Arguments arguments, Features features) {
        return arguments
                .value(WITH)
                .map(names ->
                        SpecWish.adding(features, List.of(names.split(","))).change())
                .or(() -> arguments
                        .value(WITHOUT)
                        .map(names -> SpecWish.removing(features, List.of(names.split(",")))
                                .change()))
                .orElse(UnaryOperator.identity());
    }

    private static void notes(Upkeep upkeep, Set<String> open, World world) {
        world.out().flush();
        upkeep.notes().forEach(note -> world.err().println("Note: " + Plain.line(note)));
        open.forEach(path -> world.err()
                .println("Note: " + Plain.line(path) + " has conflicts; where they are, it is shown as it stands."));
    }
}
