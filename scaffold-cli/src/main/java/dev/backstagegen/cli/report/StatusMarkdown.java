package dev.backstagegen.cli.report;

import dev.backstagegen.FileStatus;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.StatusReport;

/** How plugins stand, for the summary of a job: a table with what to run, and the files to unfold. */
final class StatusMarkdown implements StatusFormat {

    @Override
    public String write(StatusReport report, Run run) {
        StringBuilder text = new StringBuilder("## backstage-gen status\n\n");
        text.append(StatusFormat.summary(report)).append('\n');
        if (!report.plugins().isEmpty()) {
            table(text, report);
        }
        Unfolding lists = new Unfolding(text.toString());
        if (!report.notes().isEmpty()) {
            lists.list(
                    "Notes", report.notes().stream().map(StatusMarkdown::note).toList());
        }
        for (StatusReport.Standing plugin : report.behind()) {
            lists.fold(
                    plugin.folder() + ": " + Summary.number(plugin.behind().size(), "file") + " behind",
                    plugin.behind().stream().map(StatusMarkdown::item).toList());
        }
        return lists.text("more file");
    }

    private static void table(StringBuilder text, StatusReport report) {
        text.append("\n| plugin | how it stands | files behind | files you edited | what to run |\n");
        text.append("| --- | --- | ---: | ---: | --- |\n");
        for (StatusReport.Standing plugin : report.plugins()) {
            text.append("| ").append(Inline.of(plugin.folder().value()));
            text.append(" | ").append(words(plugin));
            text.append(" | ").append(plugin.behind().size());
            text.append(" | ").append(edited(plugin));
            text.append(" | ").append(plugin.isBehind() ? Inline.command(StatusFormat.update(plugin)) : "");
            text.append(" |\n");
        }
    }

    private static String words(StatusReport.Standing plugin) {
        return plugin.failure()
                .map(ScaffoldException::getMessage)
                .map(Inline::of)
                .orElseGet(() -> {
                    if (has(plugin, FileStatus.State.MARKED)) {
                        return "with marks of a conflict left in it";
                    }
                    if (has(plugin, FileStatus.State.CONFLICT)) {
                        return "behind, and somebody has to decide";
                    }
                    return plugin.isBehind() ? "behind" : "up to date";
                });
    }

    private static boolean has(StatusReport.Standing plugin, FileStatus.State state) {
        return plugin.files().stream().anyMatch(file -> file.state() == state);
    }

    private static long edited(StatusReport.Standing plugin) {
        return plugin.files().stream()
                .filter(file -> switch (file.state()) {
                    case EDITED, BOTH, CONFLICT, MARKED -> true;
                    case GENERATED, BEHIND, DELETED -> false;
                })
                .count();
    }

    private static String item(FileStatus file) {
        return "- [" + Inline.of(file.path().value()) + "](" + Uri.of(file.path()) + "): " + file.words() + "\n";
    }

    private static String note(String note) {
        return "- " + Inline.of(note) + "\n";
    }
}
