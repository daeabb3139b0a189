package dev.backstagegen.cli.report;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report for programs of one's own; docs/check-report.schema.json says what each key means. */
final class JsonFormat implements CheckFormat {

    private static final int SCHEMA_VERSION = 1;

    @Override
    public String write(CheckReport report, Run run) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schemaVersion", SCHEMA_VERSION);
        document.put("command", "check");
        document.put("version", run.version());
        document.put("root", report.root().toString());
        document.put("plugins", report.plugins().stream().map(RelPath::value).toList());
        document.put(
                "findings",
                Entry.all(report, run).stream()
                        .map(entry -> finding(entry, report.texts()))
                        .toList());
        document.put("gone", report.gone().stream().map(JsonFormat::gone).toList());
        document.put("notes", report.notes());
        document.put("counts", counts(report));
        document.put("exitCode", run.exitCode());
        return Json.write(document);
    }

    private static Map<String, Object> finding(Entry entry, FileTree texts) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("rule", entry.rule());
        finding.put("severity", entry.severity());
        finding.put("plugin", entry.problem().plugin().value());
        finding.put("path", entry.path().value());
        region(entry.region(), finding);
        finding.put("message", entry.wrong());
        finding.put("why", entry.why());
        finding.put("todo", entry.todo());
        finding.put("fixable", entry.mending().text());
        finding.put(
                "edits",
                entry.problem().edits().stream().map(edit -> edit(edit, texts)).toList());
        finding.put("fingerprint", entry.problem().fingerprint());
        return finding;
    }

    private static Map<String, Object> edit(Edit edit, FileTree texts) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("path", edit.path().value());
        region(Region.of(edit, texts), document);
        document.put("replacement", edit.text().replacement());
        return document;
    }

    private static void region(Region region, Map<String, Object> document) {
        document.put("line", region.line());
        document.put("column", region.column());
        document.put("endLine", region.endLine());
        document.put("endColumn", region.endColumn());
    }

    private static Map<String, Object> gone(CheckReport.Gone gone) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("rule", gone.rule());
        document.put("path", gone.path().value());
        document.put("fingerprint", gone.fingerprint());
        return document;
    }

    private static Map<String, Object> counts(CheckReport report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Severity severity : List.of(Severity.values())) {
            counts.put(severity.name().toLowerCase(Locale.ROOT), report.count(severity));
        }
        Summary summary = new Summary(report);
        counts.put("safe", summary.mended(Mending.SAFE));
        counts.put("suggestion", summary.mended(Mending.SUGGESTION));
        counts.put("known", report.known());
        counts.put("gone", report.gone().size());
        return counts;
    }
}
