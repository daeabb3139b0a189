package dev.backstagegen.cli.report;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.check.Problem;
import dev.backstagegen.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a report comes to, in numbers; nothing in it is from a file. */
record Summary(CheckReport report) {

    /** The numbers of some problems, those that are not zero; or that there are none. */
    static String counted(List<Problem> problems) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = problems.stream()
                    .filter(each -> each.severity() == severity)
                    .count();
            if (count > 0) {
                counts.add(number(count, severity.name().toLowerCase(Locale.ROOT)));
            }
        }
        return counts.isEmpty() ? "no problems" : String.join(", ", counts);
    }

    static String number(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    long mended(Mending mending) {
        return report.problems().stream()
                .filter(each -> Mending.of(each.finding().repair()) == mending)
                .count();
    }

    /** The numbers and what they are about, then what else there is to know. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                report.plugins().isEmpty() && report.problems().isEmpty()
                        ? "There was no plugin to look at."
                        : "Looked at " + number(report.plugins().size(), "plugin") + ": " + counted(report.problems())
                                + ".");
        long safe = mended(Mending.SAFE);
        if (safe > 0) {
            sentences.add("`--fix` repairs " + safe + " of them.");
        }
        long suggested = mended(Mending.SUGGESTION);
        if (suggested > 0) {
            sentences.add("For " + suggested + (safe > 0 ? " more" : "") + " a repair is suggested.");
        }
        if (report.known() > 0) {
            sentences.add("The baseline knows " + report.known() + " more.");
        }
        if (!report.gone().isEmpty()) {
            sentences.add("Of what the baseline knows, " + report.gone().size()
                    + (report.gone().size() == 1 ? " is" : " are") + " gone.");
        }
        return sentences;
    }
}
