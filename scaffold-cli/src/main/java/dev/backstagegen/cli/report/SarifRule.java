package dev.backstagegen.cli.report;

import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.RulePage;
import dev.backstagegen.rule.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What SARIF says of a rule. Its page comes along, since there is no address to point to. */
final class SarifRule {

    private SarifRule() {}

    static Map<String, Object> of(RuleDoc doc) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", doc.id());
        rule.put("shortDescription", Map.of("text", doc.title() + "."));
        rule.put("fullDescription", Map.of("text", doc.what() + " " + doc.why()));
        Map<String, Object> help = new LinkedHashMap<>();
        help.put("text", doc.why() + " " + doc.todo());
        help.put("markdown", RulePage.of(doc));
        rule.put("help", help);
        rule.put("defaultConfiguration", Map.of("level", SarifFormat.level(doc.severity())));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tags", List.of(doc.group()));
        properties.put("precision", "high");
        properties.put("problem.severity", problem(doc.severity()));
        properties.put("since", doc.since());
        properties.put("fixable", doc.fixable());
        rule.put("properties", properties);
        return rule;
    }

    /** As GitHub's code scanning calls it. */
    private static String problem(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "recommendation";
        };
    }
}
