package dev.backstagegen.cli.report;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.cli.Plain;
import dev.backstagegen.rule.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as commands that a workflow of GitHub turns into annotations of the files. */
final class GithubFormat implements CheckFormat {

    @Override
    public String write(CheckReport report, Run run) {
        StringBuilder text = new StringBuilder();
        Entry.all(report, run).forEach(entry -> text.append(problem(entry)));
        report.notes()
                .forEach(note -> text.append(
                        WorkflowCommand.of(Severity.INFO, Map.of("title", "backstage-gen"), Plain.line(note))));
        new Summary(report)
                .sentences()
                .forEach(sentence -> text.append(sentence).append('\n'));
        if (isCut(report)) {
            text.append(WorkflowCommand.CUT);
        }
        return text.toString();
    }

    private static boolean isCut(CheckReport report) {
        for (Severity severity : Severity.values()) {
            if (report.count(severity) > WorkflowCommand.SHOWN) {
                return true;
            }
        }
        return false;
    }

    private static String problem(Entry entry) {
        Region region = entry.region();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("file", Plain.line(entry.path().value()));
        properties.put("line", Integer.toString(region.line()));
        if (entry.text().isPresent()) {
            properties.put("endLine", Integer.toString(region.lastLine()));
        }
        // Columns are refused for what spans lines.
        if (region.isInOneLine()) {
            properties.put("col", Integer.toString(region.column()));
            properties.put("endColumn", Integer.toString(region.endColumn()));
        }
        properties.put("title", Plain.line(entry.rule()));
        String message = entry.sentences().stream().map(Plain::line).collect(Collectors.joining("\n"));
        return WorkflowCommand.of(entry.problem().severity(), properties, message);
    }
}
