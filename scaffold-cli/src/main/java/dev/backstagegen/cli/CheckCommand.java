package dev.backstagegen.cli;

import dev.backstagegen.Check;
import dev.backstagegen.CheckDraft;
import dev.backstagegen.CheckOrder;
import dev.backstagegen.CheckOrder.Repairs;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.cli.report.CheckFormat;
import dev.backstagegen.cli.report.Run;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.Diff;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.spec.Guess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code backstage-gen check}: where plugins do not follow the best practices. */
final class CheckCommand {

    static final String NAME = "check";

    private static final String RULE = "--rule";
    private static final String MIN_SEVERITY = "--min-severity";
    private static final String MAX_WARNINGS = "--max-warnings";
    private static final String CHANGED_SINCE = "--changed-since";
    private static final String BASELINE = "--baseline";
    private static final String WRITE_BASELINE = "--write-baseline";
    private static final String FIX = "--fix";
    private static final String FIX_SUGGESTIONS = "--fix-suggestions";

    private CheckCommand() {}

    static List<Flag> flags() {
        return List.of(
                Flag.value(RULE, "RULE", Flag.Group.WHAT, "Ask this rule only. May be given again."),
                Flag.value(
                        MIN_SEVERITY,
                        "SEVERITY",
                        Flag.Group.WHAT,
                        "Leave out what weighs less: error, warning or info. When nothing is said: info."),
                Flag.value(
                        CHANGED_SINCE,
                        "REF",
                        Flag.Group.WHAT,
                        "Speak only of files that changed since this commit or branch of git parted from here, those"
                                + " that are not committed yet among them."),
                Flag.value(
                        BASELINE,
                        "FILE",
                        Flag.Group.WHAT,
                        "Leave out what this file remembers, and say what of it is gone."),
                Flag.toggle(WRITE_BASELINE, Flag.Group.WHAT, "Have that file remember everything that is found now."),
                Flag.value(
                        Flag.ROOT,
                        "DIR",
                        Flag.Group.WHERE,
                        "The repository to look at. When nothing is said, it is looked for from the first PATH, or the"
                                + " current folder, upwards."),
                Flag.toggle(FIX, Flag.Group.HOW, "Make the repairs that surely leave the plugin as it was meant."),
                Flag.toggle(
                        FIX_SUGGESTIONS, Flag.Group.HOW, "Make the other repairs, too. Somebody should look at them."),
                Flag.toggle(Flag.DRY_RUN, Flag.Group.HOW, "Write nothing."),
                Flag.toggle(
                        Flag.DIFF,
                        Flag.Group.HOW,
                        "Print what is written as a patch on standard output, and everything else on standard error."),
                Flag.value(
                        MAX_WARNINGS,
                        "N",
                        Flag.Group.HOW,
                        "End with exit code 1 when there are more warnings than this."),
                new Flag(
                        List.of(Flag.FORMAT),
                        "FORMAT",
                        Flag.Group.HOW,
                        "How results are printed: " + String.join(", ", CheckFormat.names())
                                + ". When nothing is said: " + CheckFormat.DEFAULT + "."),
                CommonFlags.DEBUG,
                CommonFlags.HELP);
    }

    static Exit run(List<String> args, World world) {
        Arguments arguments = Arguments.parse(flags(), args);
        if (arguments.has(Flag.HELP)) {
            return Manual.printCheck(world);
        }
        CheckFormat format = format(arguments);
        refuseWhatDoesNothing(arguments);
        int most = maxWarnings(arguments);
        CheckDraft draft = Check.draft(order(arguments, world.cwd()));
        if (!arguments.has(Flag.DRY_RUN)) {
            Check.apply(draft, ShellText.of(command(args)));
        }
        boolean tooMany = most >= 0 && draft.report().count(Severity.WARNING) > most;
        Exit exit = draft.report().count(Severity.ERROR) > 0 || tooMany ? Exit.LEFT_TO_DO : Exit.CLEAN;
        print(draft, format, exit, arguments, world);
        return exit;
    }

    private static List<String> command(List<String> args) {
        List<String> command = new ArrayList<>(List.of(NAME));
        command.addAll(args);
        return command;
    }

    private static void print(CheckDraft draft, CheckFormat format, Exit exit, Arguments arguments, World world) {
        boolean dry = arguments.has(Flag.DRY_RUN);
        boolean diff = arguments.has(Flag.DIFF);
        for (Change change : draft.plan().writes()) {
            world.err()
                    .println((dry ? "Would write " : "Wrote ")
                            + Plain.line(change.path().value()));
        }
        if (diff) {
            world.out().print(PatchText.out(Diff.of(draft.plan().writes(), draft.crlf()), world));
        }
        Ink ink = diff ? world.inkErr() : world.inkOut();
        (diff ? world.err() : world.out())
                .print(format.write(draft.report(), Run.of(Version.number(), exit.code(), ink)));
        if (draft.repaired() > 0) {
            world.err().println(draft.repaired() + (dry ? " would be" : "") + " repaired.");
        }
    }

    private static CheckFormat format(Arguments arguments) {
        String name = arguments.value(Flag.FORMAT).orElse(CheckFormat.DEFAULT);
        return CheckFormat.named(name)
                .orElseThrow(() -> ScaffoldException.usage(
                        "'" + Plain.line(name) + "' is not a format.",
                        Guess.hint(name, CheckFormat.names(), "It is " + String.join(" or ", CheckFormat.names()))));
    }

    private static CheckOrder order(Arguments arguments, Path cwd) {
        return new CheckOrder(
                cwd,
                arguments.value(Flag.ROOT).map(root -> Places.path(cwd, root)),
                arguments.words().stream().map(word -> Places.path(cwd, word)).toList(),
                rules(arguments),
                arguments.value(MIN_SEVERITY).map(CheckCommand::severity).orElse(Severity.INFO),
                arguments.value(CHANGED_SINCE),
                arguments.value(BASELINE).map(file -> Places.path(cwd, file)),
                arguments.has(WRITE_BASELINE),
                repairs(arguments));
    }

    private static Repairs repairs(Arguments arguments) {
        if (arguments.has(FIX_SUGGESTIONS)) {
            return Repairs.ALL;
        }
        return arguments.has(FIX) ? Repairs.SAFE : Repairs.NONE;
    }

    private static List<Rule> rules(Arguments arguments) {
        List<String> ids = arguments.repeated().stream()
                .filter(given -> given.name().equals(RULE))
                .map(Arguments.Given::value)
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return Rules.ALL;
        }
        List<Rule> rules = new ArrayList<>();
        List<String> known = Rules.ALL.stream().map(rule -> rule.doc().id()).toList();
        for (String id : ids) {
            rules.add(Rules.byId(id)
                    .orElseThrow(() -> ScaffoldException.usage(
                            "There is no rule '" + Plain.line(id) + "'.",
                            Guess.hint(id, known, "backstage-gen rules lists them"))));
        }
        return rules;
    }

    private static Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> ScaffoldException.usage(
                        "'" + Plain.line(word) + "' is not a severity.", "It is error, warning or info"));
    }

    /** How many warnings are allowed; less than none where nobody said so. */
    private static int maxWarnings(Arguments arguments) {
        String number = arguments.value(MAX_WARNINGS).orElse("");
        if (number.matches("[0-9]{1,9}")) {
            return Integer.parseInt(number);
        }
        if (!number.isEmpty()) {
            throw ScaffoldException.usage(
                    "'" + Plain.line(number) + "' is not a number of warnings.", "Write for example: --max-warnings 0");
        }
        return -1;
    }

    private static void refuseWhatDoesNothing(Arguments arguments) {
        boolean writes = arguments.has(FIX) || arguments.has(FIX_SUGGESTIONS) || arguments.has(WRITE_BASELINE);
        for (String option : List.of(Flag.DRY_RUN, Flag.DIFF)) {
            if (arguments.has(option) && !writes) {
                throw ScaffoldException.usage(
                        option + " is about what is written, and nothing is.", "Add --fix to see the repairs");
            }
        }
        if (!arguments.has(WRITE_BASELINE)) {
            return;
        }
        if (!arguments.has(BASELINE)) {
            throw ScaffoldException.usage(
                    WRITE_BASELINE + " does not say which file.", "Add --baseline .backstage-gen-baseline.json");
        }
        for (String option : List.of(RULE, MIN_SEVERITY, CHANGED_SINCE)) {
            if (arguments.has(option)) {
                throw partial(option);
            }
        }
        if (!arguments.words().isEmpty()) {
            throw partial("a PATH");
        }
    }

    private static ScaffoldException partial(String what) {
        return ScaffoldException.usage(
                "A baseline with " + what + " would forget everything else.",
                "Write it for the whole repository, and check a part of it with --baseline alone");
    }
}
