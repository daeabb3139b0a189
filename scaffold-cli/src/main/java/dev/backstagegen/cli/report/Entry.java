package dev.backstagegen.cli.report;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.check.Problem;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A problem, taken apart for printing.
 *
 * @param problem what it is about
 * @param text the file it is in, if that is known; then its range lies in it
 * @param region where it is; without an extent where the text is not known
 * @param wrong what is wrong here
 * @param why why it matters; may be empty
 * @param todo what to do; may be empty
 */
record Entry(Problem problem, Optional<String> text, Region region, String wrong, String why, String todo) {

    /** All of a report, in its order. */
    static List<Entry> all(CheckReport report, Run run) {
        return report.problems().stream()
                .map(problem -> of(problem, report, run))
                .toList();
    }

    private static Entry of(Problem problem, CheckReport report, Run run) {
        var spot = problem.finding().spot();
        Optional<String> text = report.texts().text(problem.path()).filter(known -> spot.end() <= known.length());
        Region region = text.map(known -> Region.of(known, spot.start(), spot.end()))
                .orElse(Region.at(spot.line(), spot.column()));
        Optional<RuleDoc> doc = run.rule(problem.finding().rule());
        return new Entry(
                problem,
                text,
                region,
                wrong(problem.finding().message(), doc),
                doc.map(RuleDoc::why).orElse(""),
                doc.map(RuleDoc::todo).orElse(""));
    }

    /** A message ends with its rule's why and what to do, which are told apart from it. */
    private static String wrong(String message, Optional<RuleDoc> doc) {
        String end = doc.map(each -> " " + each.why() + " " + each.todo()).orElse("");
        return message.endsWith(end) ? message.substring(0, message.length() - end.length()) : message;
    }

    RelPath path() {
        return problem.path();
    }

    String rule() {
        return problem.finding().rule();
    }

    /** The word for how bad it is. */
    String severity() {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }

    Mending mending() {
        return Mending.of(problem.finding().repair());
    }

    /** Path, line and column, as terminals and editors follow them. */
    String place() {
        return path() + ":" + region.line() + ":" + region.column();
    }

    /** What is wrong, why, and what to do; each that there is. */
    List<String> sentences() {
        return List.of(wrong, why, todo).stream()
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
