package dev.backstagegen.cli.report;

import dev.backstagegen.FileStatus;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.StatusReport;
import dev.backstagegen.cli.Plain;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.RelPath;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How plugins stand, as annotations: one on the spec of each plugin that is behind, with what to run, and one on each
 * of its files. GitHub shows few of a kind, so those of the plugins weigh more than those of the files.
 */
final class StatusGithub implements StatusFormat {

    @Override
    public String write(StatusReport report, Run run) {
        Annotations annotations = new Annotations();
        for (StatusReport.Standing plugin : report.failed()) {
            ScaffoldException wrong = plugin.failure().orElseThrow();
            String hint = wrong.hint().isEmpty() ? "" : "\n" + Plain.line(wrong.hint());
            annotations.add(Severity.ERROR, spec(plugin), Plain.line(wrong.getMessage()) + hint);
        }
        Severity weight = run.exitCode() == 0 ? Severity.WARNING : Severity.ERROR;
        for (StatusReport.Standing plugin : report.behind()) {
            annotations.add(weight, spec(plugin), words(plugin));
        }
        for (StatusReport.Standing plugin : report.behind()) {
            plugin.behind().forEach(file -> annotations.add(weight(file), file.path(), words(file)));
        }
        report.notes().forEach(annotations::note);
        return annotations.text() + StatusFormat.summary(report) + "\n";
    }

    private static RelPath spec(StatusReport.Standing plugin) {
        return plugin.folder().resolve(SpecFile.PATH);
    }

    private static String words(StatusReport.Standing plugin) {
        return Plain.line(plugin.folder().value()) + " is behind in "
                + Summary.number(plugin.behind().size(), "file") + ".\n" + Plain.line(StatusFormat.update(plugin));
    }

    private static String words(FileStatus file) {
        return Plain.line(file.path().name()) + ": " + Plain.line(file.words());
    }

    private static Severity weight(FileStatus file) {
        return switch (file.state()) {
            case CONFLICT, MARKED -> Severity.WARNING;
            default -> Severity.INFO;
        };
    }

    /** The lines, and whether GitHub leaves some of them out. */
    private static final class Annotations {

        private final StringBuilder text = new StringBuilder();
        private final Map<Severity, Integer> counts = new LinkedHashMap<>();

        void add(Severity severity, RelPath file, String message) {
            Map<String, String> properties = new LinkedHashMap<>();
            properties.put("file", Plain.line(file.value()));
            properties.put("title", "backstage-gen status");
            put(severity, properties, message);
        }

        void note(String note) {
            put(Severity.INFO, Map.of("title", "backstage-gen"), Plain.line(note));
        }

        String text() {
            boolean isCut = counts.values().stream().anyMatch(count -> count > WorkflowCommand.SHOWN);
            return isCut ? text + WorkflowCommand.CUT : text.toString();
        }

        private void put(Severity severity, Map<String, String> properties, String message) {
            text.append(WorkflowCommand.of(severity, properties, message));
            counts.merge(severity, 1, Integer::sum);
        }
    }
}
