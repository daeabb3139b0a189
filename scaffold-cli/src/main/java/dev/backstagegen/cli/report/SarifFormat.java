package dev.backstagegen.cli.report;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report as SARIF 2.1.0, which code scanning and editors read. */
final class SarifFormat implements CheckFormat {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String VERSION = "2.1.0";

    /** What paths are relative to; where it lies, the reader knows, and each machine has it elsewhere. */
    private static final String ROOT = "%SRCROOT%";

    @Override
    public String write(CheckReport report, Run run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", SCHEMA);
        document.put("version", VERSION);
        document.put("runs", List.of(run(report, run)));
        return Json.write(document);
    }

    private static Map<String, Object> run(CheckReport report, Run run) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "backstage-gen");
        driver.put("version", run.version());
        driver.put("rules", run.rules().stream().map(SarifRule::of).toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("tool", Map.of("driver", driver));
        document.put("invocations", List.of(invocation(report, run)));
        document.put("originalUriBaseIds", Map.of(ROOT, Map.of("description", message("The root of the repository."))));
        document.put("columnKind", "utf16CodeUnits");
        document.put(
                "results",
                Entry.all(report, run).stream()
                        .map(entry -> SarifResult.of(entry, report.texts(), run))
                        .toList());
        document.put("properties", properties(report));
        return document;
    }

    private static Map<String, Object> invocation(CheckReport report, Run run) {
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", true);
        invocation.put("exitCode", run.exitCode());
        invocation.put(
                "toolExecutionNotifications",
                report.notes().stream().map(SarifFormat::notification).toList());
        return invocation;
    }

    private static Map<String, Object> notification(String note) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("level", level(Severity.WARNING));
        notification.put("message", message(note));
        return notification;
    }

    private static Map<String, Object> properties(CheckReport report) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("plugins", report.plugins().stream().map(RelPath::value).toList());
        properties.put("known", report.known());
        properties.put("gone", report.gone().size());
        return properties;
    }

    static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    static Map<String, Object> file(RelPath path) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("uri", Uri.of(path));
        file.put("uriBaseId", ROOT);
        return file;
    }

    /** In a message braces hold the place of an argument, and brackets before parentheses are a link. */
    static Map<String, Object> message(String text) {
        return Map.of("text", text.replace("{", "{{").replace("}", "}}").replace("](", "] ("));
    }
}
