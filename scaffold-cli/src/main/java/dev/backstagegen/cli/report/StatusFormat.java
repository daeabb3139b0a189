package dev.backstagegen.cli.report;

import dev.backstagegen.StatusReport;
import java.util.Optional;

/** A form in which the report of {@code status} is printed. The same report gives the same text. */
public interface StatusFormat {

    /** All that goes to standard output; it ends with a line feed and has no other line breaks. */
    String write(StatusReport report, Run run);

    /** The form of that name; only this one is loaded. */
    static Optional<StatusFormat> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "text" -> new StatusText();
                    case "json" -> new StatusJson();
                    case "github" -> new StatusGithub();
                    case "markdown" -> new StatusMarkdown();
                    default -> null;
                });
    }

    /** What brings a plugin up. */
    static String update(StatusReport.Standing plugin) {
        return "backstage-gen update " + plugin.folder();
    }

    /** How all of them stand, in a sentence. */
    static String summary(StatusReport report) {
        if (report.plugins().isEmpty()) {
            return "There is no plugin here that backstage-gen keeps up.";
        }
        int failed = report.failed().size();
        return Summary.number(report.plugins().size(), "plugin") + ", "
                + report.behind().size() + " behind"
                + (failed > 0 ? ", " + failed + " could not be looked at." : ".");
    }
}
