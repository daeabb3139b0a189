package dev.backstagegen.cli;

import dev.backstagegen.UpkeepOrder;
import dev.backstagegen.feature.Features;
import java.util.List;

/** The options that the commands share which keep plugins up. */
final class UpkeepFlags {

    static final String ALL = "--all";
    static final String TO_RELEASE = "--to-release";
    static final String REASON = "--reason";

    static final Format[] FORMATS = {Format.TEXT, Format.JSON, Format.MARKDOWN};

    static final Flag ROOT = Flag.value(
            Flag.ROOT,
            "DIR",
            Flag.Group.WHERE,
            "The repository to work in. When nothing is said, it is looked for from PATH, or the current folder,"
                    + " upwards.");

    static final Flag ON_CONFLICT = Flag.value(
            OnConflict.FLAG,
            "HOW",
            Flag.Group.HOW,
            "What is done where you have edited lines that are generated anew: ask; stop and write nothing;"
                    + " markers, as git writes them; ours, your lines stay; theirs, the generated ones win;"
                    + " new-file, the generated file is put beside yours. When nothing is said: ask on a"
                    + " terminal, else stop.");

    private UpkeepFlags() {}

    /** What a command that writes takes, besides its own. */
    static List<Flag> writing() {
        return List.of(
                ROOT,
                ON_CONFLICT,
                Flag.value(
                        REASON,
                        "TEXT",
                        Flag.Group.HOW,
                        "Keep the choice of ours or theirs in the plugin's description, with this reason, so that it"
                                + " holds for these files from now on."),
                Flag.toggle(Flag.DRY_RUN, Flag.Group.HOW, "Say what would happen, and write nothing."),
                Flag.toggle(
                        Flag.DIFF,
                        Flag.Group.HOW,
                        "Print what is written as a patch on standard output, and everything else on standard error."),
                CommonFlags.format(FORMATS),
                CommonFlags.DEBUG,
                CommonFlags.HELP);
    }

    static Flag all(String what) {
        return Flag.toggle(ALL, Flag.Group.WHAT, what);
    }

    static UpkeepOrder order(Arguments arguments, List<String> paths, Features features, World world) {
        return new UpkeepOrder(
                world.cwd(),
                arguments.value(Flag.ROOT).map(root -> Places.path(world.cwd(), root)),
                paths.stream().map(word -> Places.path(world.cwd(), word)).toList(),
                features,
                arguments.value(TO_RELEASE));
    }
}
