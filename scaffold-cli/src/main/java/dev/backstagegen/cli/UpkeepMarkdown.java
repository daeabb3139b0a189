package dev.backstagegen.cli;

import dev.backstagegen.Draft;
import dev.backstagegen.cli.report.Inline;
import dev.backstagegen.cli.report.Unfolding;
import dev.backstagegen.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of plugins, for the body of a pull request or the summary of a job: a table, what is left to somebody, and
 * the files to unfold. It fits into a comment.
 */
final class UpkeepMarkdown {

    private UpkeepMarkdown() {}

    /** Goes to standard output, or to standard error beside a patch that was asked for. */
    static void print(
            String command, List<String> notes, List<PluginOutcome> outcomes, Arguments arguments, World world) {
        boolean diff = arguments.has(Flag.DIFF);
        if (diff) {
            done(outcomes)
                    .forEach(done ->
                            world.out().print(PatchText.out(done.result().patch(), world)));
        }
        (diff ? world.err() : world.out()).print(of(command, notes, outcomes));
    }

    static String of(String command, List<String> notes, List<PluginOutcome> outcomes) {
        StringBuilder text = new StringBuilder("## backstage-gen " + command + "\n\n");
        text.append(summary(outcomes)).append('\n');
        if (!outcomes.isEmpty()) {
            table(text, outcomes);
        }
        Unfolding lists = new Unfolding(text.toString());
        List<String> left = new ArrayList<>();
        outcomes.forEach(outcome -> left(left, outcome));
        if (!left.isEmpty()) {
            lists.list("Left to you", left);
        }
        List<String> edited = done(outcomes)
                .flatMap(done -> done.result().left().stream())
                .map(path -> "- " + Inline.of(path.value()) + "\n")
                .toList();
        if (!edited.isEmpty()) {
            lists.list("No longer generated, and left because you edited them", edited);
        }
        List<String> said = Stream.concat(
                        notes.stream(), done(outcomes).flatMap(done -> done.result().decided().notes().stream()))
                .distinct()
                .map(note -> "- " + Inline.of(note) + "\n")
                .toList();
        if (!said.isEmpty()) {
            lists.list("Notes", said);
        }
        done(outcomes)
                .filter(done -> !writes(done.result()).isEmpty())
                .forEach(done -> lists.fold(
                        done.folder() + ": " + number(writes(done.result()).size(), "file"),
                        writes(done.result()).stream().map(UpkeepMarkdown::item).toList()));
        return lists.text("more line");
    }

    private static String summary(List<PluginOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return "There is no plugin here that backstage-gen keeps up.";
        }
        List<String> words = new ArrayList<>();
        words.add(number(outcomes.size(), "plugin"));
        words.add(
                done(outcomes).filter(done -> !writes(done.result()).isEmpty()).count() + " with changes");
        long conflicts =
                done(outcomes).filter(done -> !done.result().places().isEmpty()).count();
        long failed = outcomes.size() - done(outcomes).count();
        if (conflicts > 0) {
            words.add(conflicts + " with conflicts");
        }
        if (failed > 0) {
            words.add(failed + " failed");
        }
        return String.join(", ", words) + ".";
    }

    private static void table(StringBuilder text, List<PluginOutcome> outcomes) {
        text.append("\n| plugin | what came of it | files | conflicts |\n| --- | --- | ---: | ---: |\n");
        for (PluginOutcome outcome : outcomes) {
            text.append("| ").append(Inline.of(outcome.folder().value())).append(" | ");
            if (outcome instanceof PluginOutcome.Done done) {
                UpkeepResult result = done.result();
                text.append(words(result)).append(" | ").append(writes(result).size());
                text.append(" | ").append(result.places().size()).append(" |\n");
            } else if (outcome instanceof PluginOutcome.Failed failed) {
                text.append("failed: ").append(Inline.of(failed.message()));
                text.append(" | 0 | 0 |\n");
            }
        }
    }

    private static String words(UpkeepResult result) {
        if (result.isStopped()) {
            return "left as it is, somebody has to decide";
        }
        if (writes(result).isEmpty()) {
            return "up to date";
        }
        String done = result.dryRun() ? "would change" : "changed";
        if (result.places().isEmpty()) {
            return done;
        }
        return done
                + switch (result.onConflict()) {
                    case MARKERS -> ", with conflicts marked in the files";
                    case OURS -> ", with your lines where both had changed";
                    case THEIRS -> ", with the generated lines where both had changed";
                    case NEW_FILE -> ", with generated files beside yours as .new";
                    case ASK, STOP -> ", as you decided";
                };
    }

    private static void left(List<String> left, PluginOutcome outcome) {
        if (outcome instanceof PluginOutcome.Failed failed) {
            String hint = failed.hint().isEmpty() ? "" : " " + Inline.of(failed.hint());
            left.add("- " + Inline.of(outcome.folder() + ": " + failed.message()) + hint + "\n");
        } else if (outcome instanceof PluginOutcome.Done done) {
            UpkeepResult result = done.result();
            if (result.exit() == Exit.CONFLICT) {
                result.places()
                        .forEach(place -> left.add(
                                "- Conflict: " + Inline.of(place.change().path() + ":" + place.line()) + "\n"));
            }
            result.decided().unwired().forEach(wiring -> left.add(unwired(wiring)));
        }
    }

    /** What to paste stands in a block that nothing in it can close. */
    private static String unwired(Draft.Wiring wiring) {
        String fence = "```";
        while (wiring.snippet().contains(fence)) {
            fence += "`";
        }
        StringBuilder item = new StringBuilder("- " + Inline.of(wiring.path() + ": " + wiring.reason()) + "\n\n");
        item.append("  ").append(fence).append('\n');
        Plain.lines(wiring.snippet())
                .lines()
                .forEach(line -> item.append("  ").append(line).append('\n'));
        return item.append("  ").append(fence).append('\n').toString();
    }

    private static String item(Change change) {
        String what = switch (change.kind()) {
            case CREATE -> "made";
            case DELETE -> "deleted";
            case MERGE -> "merged with your changes";
            default -> "changed";
        };
        return "- " + Inline.of(change.path().value()) + ": " + what + "\n";
    }

    private static List<Change> writes(UpkeepResult result) {
        return result.isStopped() ? List.of() : result.decided().plan().writes();
    }

    private static Stream<PluginOutcome.Done> done(List<PluginOutcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome instanceof PluginOutcome.Done done ? Stream.of(done) : Stream.empty());
    }

    private static String number(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
