package dev.backstagegen.cli;

import dev.backstagegen.Draft;
import dev.backstagegen.Order;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.plan.Change;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * A report for people. What was made comes on standard output and what there is to know about it on standard error;
 * when a patch was asked for, it alone is the output.
 */
final class TextReport {

    private final Report report;
    private final Order order;
    private final World world;
    private final PrintStream out;
    private final Ink ink;

    TextReport(Report report, Order order, World world) {
        this.report = report;
        this.order = order;
        this.world = world;
        boolean asTalk = report.diff().isPresent() || report.isBlocked();
        this.out = asTalk ? world.err() : world.out();
        this.ink = asTalk ? world.inkErr() : world.inkOut();
    }

    void print() {
        patch();
        notes();
        if (report.isBlocked()) {
            blocked();
            return;
        }
        files();
        features();
        made();
        wired();
        unwired();
        next();
    }

    private void patch() {
        // To a file or a pipe it has to be exact; a terminal would obey what stands in it.
        report.diff().ifPresent(diff -> world.out().print(world.terminals().out() ? Plain.lines(diff) : diff));
        world.out().flush();
    }

    private void notes() {
        for (String note : report.draft().notes()) {
            world.err().println("Note: " + Plain.line(note));
        }
        world.err().flush();
    }

    private void blocked() {
        boolean byForce = !order.force();
        out.println(ink.red("backstage-gen:") + " " + report.draft().folder() + " is there already; nothing "
                + (report.dryRun() ? "would be" : "was") + " written. In the way:");
        report.draft().inTheWay().forEach(path -> out.println("  " + path));
        out.println(
                byForce
                        ? "Take another --id, or overwrite these files with --force (with --dry-run --diff as well, it"
                                + " shows what would change)."
                        : "These cannot be overwritten; move them away first.");
    }

    private void files() {
        title("Files");
        for (Change change : report.draft().plan().writes()) {
            String sign = switch (change.kind()) {
                case CREATE -> ink.green("+");
                case DELETE -> ink.red("-");
                case OVERWRITE -> ink.yellow("!");
                default -> ink.yellow("~");
            };
            out.println("  " + sign + " " + change.path());
        }
        if (report.draft().plan().isEmpty()) {
            out.println("  All of them are there already, as they should be.");
        }
    }

    private void features() {
        if (!report.features().isEmpty()) {
            title("Features");
        }
        for (Feature feature : report.features()) {
            String reason = report.draft().features().pulledIn().getOrDefault(feature.name(), "");
            out.println("  " + feature.name() + (reason.isEmpty() ? "" : " (added: " + reason + ")"));
        }
    }

    private void made() {
        title(report.dryRun() ? "Would make" : "Made");
        out.println("  " + report.packageName() + " in " + report.draft().folder() + ", for Backstage "
                + Plain.line(report.draft().release()));
    }

    private void wired() {
        if (!report.wired().isEmpty()) {
            title(report.dryRun() ? "Would wire" : "Wired");
        }
        report.wired().forEach(wiring -> out.println("  " + wiring.path() + ": " + Plain.line(wiring.what())));
    }

    private void unwired() {
        if (!report.draft().unwired().isEmpty()) {
            title(ink.yellow("Could not wire, left to you"));
        }
        for (Draft.Wiring wiring : report.draft().unwired()) {
            out.println("  " + wiring.path() + ": " + Plain.line(wiring.what()));
            out.println("    " + Plain.line(wiring.reason()));
            if (!wiring.snippet().isEmpty()) {
                out.println("    Paste:");
                Plain.lines(wiring.snippet()).lines().forEach(line -> out.println("      " + line));
            }
        }
    }

    private void next() {
        Path root = report.draft().root();
        String place = !report.draft().isInRepository()
                ? ", in the Backstage repository that gets " + report.draft().folder()
                : root.equals(world.cwd()) ? "" : ", in " + Plain.line(root.toString());
        title((report.dryRun() ? "Then" : "Next") + place);
        report.next().forEach(command -> out.println("  " + ink.bold(command)));
        out.flush();
    }

    private void title(String text) {
        out.println(ink.bold(text));
    }
}
