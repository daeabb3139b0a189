package dev.backstagegen.cli;

import dev.backstagegen.Draft;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.plan.Change;
import dev.backstagegen.tree.RelPath;
import java.io.PrintStream;
import java.util.List;

/**
 * What came of plugins, for people. Results come on standard output and what there is to know about them on standard
 * error; when a patch was asked for, it alone is the output.
 */
final class UpkeepText {

    private final List<String> notes;
    private final World world;
    private final boolean diff;
    private final PrintStream out;
    private final Ink ink;

    UpkeepText(List<String> notes, World world, boolean diff) {
        this.notes = notes;
        this.world = world;
        this.diff = diff;
        this.out = diff ? world.err() : world.out();
        this.ink = diff ? world.inkErr() : world.inkOut();
    }

    void print(UpkeepResult result) {
        patch(result);
        notes.forEach(note -> world.err().println("Note: " + Plain.line(note)));
        result.decided().notes().forEach(note -> world.err().println("Note: " + Plain.line(note)));
        world.err().flush();
        if (result.isStopped()) {
            conflicts(result);
            out.println(
                    "Nothing was written. Decide with --on-conflict markers, ours, theirs or new-file, or run it on a"
                            + " terminal to be asked.");
            return;
        }
        files(result);
        features(result);
        conflicts(result);
        left(result);
        wired(result);
        next(result);
    }

    /** Several plugins: a line for each, and what needs somebody in full. */
    void print(List<PluginOutcome> outcomes) {
        for (PluginOutcome outcome : outcomes) {
            if (outcome instanceof PluginOutcome.Done done) {
                patch(done.result());
            }
        }
        notes.forEach(note -> world.err().println("Note: " + Plain.line(note)));
        world.err().flush();
        int width = outcomes.stream()
                .mapToInt(outcome -> outcome.folder().value().length())
                .max()
                .orElse(0);
        for (PluginOutcome outcome : outcomes) {
            String name = Plain.line(outcome.folder().value());
            out.println(name + " ".repeat(width - name.length() + 2) + words(outcome));
            below(outcome);
        }
        if (outcomes.isEmpty()) {
            out.println("There is no plugin here that backstage-gen keeps up.");
        }
    }

    private void below(PluginOutcome outcome) {
        if (outcome instanceof PluginOutcome.Done done) {
            UpkeepResult result = done.result();
            result.decided().notes().forEach(note -> out.println("  Note: " + Plain.line(note)));
            result.places().forEach(this::place);
            result.left()
                    .forEach(path ->
                            out.println("  " + shown(path) + ": no longer generated, and left because you edited it"));
            unwired(result);
        } else if (outcome instanceof PluginOutcome.Failed failed
                && !failed.hint().isEmpty()) {
            out.println("  " + Plain.line(failed.hint()));
        }
    }

    private String words(PluginOutcome outcome) {
        if (outcome instanceof PluginOutcome.Failed failed) {
            return ink.red("failed: ") + Plain.line(failed.message());
        }
        UpkeepResult result = ((PluginOutcome.Done) outcome).result();
        if (result.isStopped()) {
            return ink.yellow("conflicts in " + result.draft().conflicts().size() + " files; nothing was written");
        }
        int files = writes(result).size();
        String written =
                files == 0 ? "up to date" : files + " files" + (result.dryRun() ? " would change" : " changed");
        return written
                + (result.places().isEmpty() ? "" : ", " + result.places().size() + " conflicts");
    }

    private void patch(UpkeepResult result) {
        if (diff) {
            world.out().print(PatchText.out(result.patch(), world));
            world.out().flush();
        }
    }

    private static List<Change> writes(UpkeepResult result) {
        return result.decided().plan().writes();
    }

    private void files(UpkeepResult result) {
        title("Files");
        for (Change change : writes(result)) {
            String sign = switch (change.kind()) {
                case CREATE -> ink.green("+");
                case DELETE -> ink.red("-");
                default -> ink.yellow("~");
            };
            String merged = change.kind() == Change.Kind.MERGE ? " (merged with your changes)" : "";
            out.println("  " + sign + " " + shown(change.path()) + merged);
        }
        if (writes(result).isEmpty()) {
            out.println("  All of them are as they should be.");
        }
    }

    /** Those that it did not have, those among them that nobody asked for. */
    private void features(UpkeepResult result) {
        List<Feature> had =
                FeatureSet.of(Features.load(), result.draft().before()).features();
        List<Feature> come = result.draft().features().features().stream()
                .filter(feature -> !had.contains(feature))
                .toList();
        if (!come.isEmpty()) {
            title("Features");
            for (Feature feature : come) {
                String reason = result.draft().features().pulledIn().getOrDefault(feature.name(), "");
                out.println("  " + feature.name() + (reason.isEmpty() ? "" : " (added: " + reason + ")"));
            }
        }
    }

    private void conflicts(UpkeepResult result) {
        List<UpkeepResult.Place> places = result.places();
        if (places.isEmpty()) {
            return;
        }
        title(
                switch (result.onConflict()) {
                    case MARKERS -> ink.yellow("Conflicts, marked in the files");
                    case OURS -> "Conflicts, decided for your lines";
                    case THEIRS -> "Conflicts, decided for the generated lines";
                    case NEW_FILE -> ink.yellow("Conflicts, with the generated file beside yours as .new");
                    case STOP, ASK -> result.isStopped() ? ink.yellow("Conflicts") : "Conflicts, decided";
                });
        places.forEach(this::place);
    }

    private void place(UpkeepResult.Place place) {
        out.println("  " + shown(place.change().path()) + ":" + place.line());
    }

    private void left(UpkeepResult result) {
        List<RelPath> left = result.left();
        if (!left.isEmpty()) {
            title("No longer generated, and left because you edited them");
            left.forEach(path -> out.println("  " + shown(path)));
        }
    }

    private void wired(UpkeepResult result) {
        List<Draft.Wiring> done =
                result.decided().wirings().stream().filter(Draft.Wiring::done).toList();
        if (!done.isEmpty()) {
            title(result.dryRun() ? "Would wire" : "Wired");
            done.forEach(wiring -> out.println("  " + shown(wiring.path()) + ": " + Plain.line(wiring.what())));
        }
        unwired(result);
    }

    private void unwired(UpkeepResult result) {
        for (Draft.Wiring wiring : result.decided().unwired()) {
            title(ink.yellow("Left to you"));
            out.println("  " + shown(wiring.path()) + ": " + Plain.line(wiring.reason()));
            Plain.lines(wiring.snippet()).lines().forEach(line -> out.println("      " + line));
        }
    }

    private void next(UpkeepResult result) {
        boolean installs = result.decided().plan().writes().stream()
                .anyMatch(change -> change.path().name().equals("package.json"));
        if (installs && !result.dryRun()) {
            title("Next");
            out.println("  yarn install");
            out.println(
                    "  yarn workspace " + result.draft().spec().packageName().orElse("") + " test");
        }
    }

    private static String shown(RelPath path) {
        return Plain.line(path.value());
    }

    private void title(String title) {
        out.println(ink.bold(title));
    }
}
