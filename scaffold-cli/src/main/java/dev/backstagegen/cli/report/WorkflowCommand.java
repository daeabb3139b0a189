package dev.backstagegen.cli.report;

import dev.backstagegen.rule.Severity;
import java.util.Map;
import java.util.stream.Collectors;

/** A line of a log that GitHub turns into an annotation. Nothing in a value or a message is a command of its own. */
final class WorkflowCommand {

    /** How many of a kind GitHub shows in a step. */
    static final int SHOWN = 10;

    /** What is said where there are more. */
    static final String CUT = "GitHub shows the first " + SHOWN + " annotations of a kind; this log has all.\n";

    private WorkflowCommand() {}

    static String of(Severity severity, Map<String, String> properties, String message) {
        String name = switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
        String list = properties.entrySet().stream()
                .map(each -> each.getKey() + "=" + property(each.getValue()))
                .collect(Collectors.joining(","));
        return "::" + name + " " + list + "::" + data(message) + "\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
