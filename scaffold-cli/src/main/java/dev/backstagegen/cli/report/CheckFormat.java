package dev.backstagegen.cli.report;

import dev.backstagegen.check.CheckReport;
import java.util.List;
import java.util.Optional;

/** A form in which the report of {@code check} is printed. The same report gives the same text. */
public interface CheckFormat {

    /** The one for people, when none is asked for. */
    String DEFAULT = "text";

    /** All that goes to standard output; it ends with a line feed and has no other line breaks. */
    String write(CheckReport report, Run run);

    /** The words for the forms there are. */
    static List<String> names() {
        return List.of(DEFAULT, "json", "sarif", "github", "junit", "markdown");
    }

    /** The form of that name; only this one is loaded. */
    static Optional<CheckFormat> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case DEFAULT -> new TextFormat();
                    case "json" -> new JsonFormat();
                    case "sarif" -> new SarifFormat();
                    case "github" -> new GithubFormat();
                    case "junit" -> new JunitFormat();
                    case "markdown" -> new MarkdownFormat();
                    default -> null;
                });
    }
}
