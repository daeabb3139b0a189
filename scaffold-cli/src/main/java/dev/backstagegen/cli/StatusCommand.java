package dev.backstagegen.cli;

import dev.backstagegen.StatusReport;
import dev.backstagegen.cli.report.Run;
import dev.backstagegen.cli.report.StatusFormat;
import dev.backstagegen.feature.Features;
import java.util.List;

/** {@code backstage-gen status}: how the files of plugins stand to what is generated. */
final class StatusCommand {

    static final String NAME = "status";

    private static final String CHECK = "--check";
    private static final Format[] FORMATS = {Format.TEXT, Format.JSON, Format.GITHUB, Format.MARKDOWN};

    private StatusCommand() {}

    static List<Flag> flags() {
        return List.of(
                UpkeepFlags.all("Every plugin of the repository that is kept up."),
                Flag.toggle(
                        CHECK,
                        Flag.Group.HOW,
                        "End with exit code 1 when something is behind, or a conflict was left undecided."),
                Flag.value(
                        UpkeepFlags.TO_RELEASE,
                        "RELEASE",
                        Flag.Group.WHAT,
                        "Compare with this release of Backstage. When nothing is said: the one that the repository"
                                + " has."),
                UpkeepFlags.ROOT,
                CommonFlags.format(FORMATS),
                CommonFlags.DEBUG,
                CommonFlags.HELP);
    }

    static Exit run(List<String> args, World world) {
        Features features = Features.load();
        Arguments arguments = Arguments.parse(flags(), args);
        if (arguments.has(Flag.HELP)) {
            return UpkeepManual.printStatus(world);
        }
        Format format = Format.of(arguments, FORMATS);
        Selected selected = Selected.of(arguments, features, world);
        StatusReport report = StatusReport.of(selected.upkeep(), selected.folders());
        if (selected.isOne()) {
            report.plugins().get(0).failure().ifPresent(wrong -> {
                throw wrong;
            });
        }
        Exit exit = exit(report, arguments.has(CHECK));
        report.notes().forEach(note -> world.err().println("Note: " + Plain.line(note)));
        world.err().flush();
        // No rule is asked, and loading them all takes time.
        Run run = new Run(Version.number(), exit.code(), world.inkOut(), List.of());
        world.out().print(StatusFormat.named(format.text()).orElseThrow().write(report, run));
        return exit;
    }

    private static Exit exit(StatusReport report, boolean isGate) {
        if (!report.failed().isEmpty()) {
            return Exit.FAILED;
        }
        return isGate && !report.behind().isEmpty() ? Exit.LEFT_TO_DO : Exit.CLEAN;
    }
}
