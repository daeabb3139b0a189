package dev.backstagegen.cli.report;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.tree.RelPath;
import java.util.List;

/** The report for the summary of a job or a comment on a pull request: a table of numbers, and lists to unfold. */
final class MarkdownFormat implements CheckFormat {

    @Override
    public String write(CheckReport report, Run run) {
        StringBuilder text = new StringBuilder("## backstage-gen check\n\n");
        text.append(String.join(" ", new Summary(report).sentences())).append('\n');
        if (!report.plugins().isEmpty()) {
            table(text, report);
        }
        if (!report.notes().isEmpty()) {
            text.append('\n');
            report.notes()
                    .forEach(note ->
                            text.append("- Note: ").append(Inline.of(note)).append('\n'));
        }
        return problems(text.toString(), Entry.all(report, run));
    }

    private static void table(StringBuilder text, CheckReport report) {
        text.append("\n| plugin | errors | warnings | infos |\n| --- | ---: | ---: | ---: |\n");
        for (RelPath plugin : report.plugins()) {
            text.append("| ").append(Inline.of(plugin.value()));
            for (Severity severity : Severity.values()) {
                text.append(" | ")
                        .append(report.problems().stream()
                                .filter(each -> each.plugin().equals(plugin) && each.severity() == severity)
                                .count());
            }
            text.append(" |\n");
        }
    }

    private static String problems(String text, List<Entry> entries) {
        Unfolding lists = new Unfolding(text);
        List<RelPath> plugins = entries.stream()
                .map(entry -> entry.problem().plugin())
                .distinct()
                .toList();
        for (RelPath plugin : plugins) {
            List<Entry> own = entries.stream()
                    .filter(entry -> entry.problem().plugin().equals(plugin))
                    .toList();
            String count = Summary.counted(own.stream().map(Entry::problem).toList());
            lists.fold(
                    plugin.value() + ": " + count,
                    own.stream().map(MarkdownFormat::item).toList());
        }
        return lists.text("more problem");
    }

    private static String item(Entry entry) {
        Region region = entry.region();
        String lines = "#L" + region.line() + (region.lastLine() > region.line() ? "-L" + region.lastLine() : "");
        StringBuilder item = new StringBuilder("- **").append(entry.severity()).append("** ");
        item.append(Inline.of(entry.rule()))
                .append(" in [")
                .append(Inline.of(entry.place()))
                .append("](");
        item.append(Uri.of(entry.path())).append(lines).append("): ").append(Inline.of(entry.wrong()));
        // What a rule says is our own Markdown.
        item.append(entry.todo().isEmpty() ? "" : " " + entry.todo());
        String mending = entry.mending().sentence();
        return item.append(mending.isEmpty() ? "" : " " + mending).append('\n').toString();
    }
}
