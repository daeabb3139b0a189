package dev.backstagegen.cli.report;

import dev.backstagegen.FileStatus;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.StatusReport;
import dev.backstagegen.cli.Ink;
import dev.backstagegen.cli.Plain;

/** How plugins stand, for people: a line for each, and below it each file that is not as generated. */
final class StatusText implements StatusFormat {

    @Override
    public String write(StatusReport report, Run run) {
        StringBuilder text = new StringBuilder();
        for (StatusReport.Standing plugin : report.plugins()) {
            text.append(run.ink().bold(Plain.line(plugin.folder().value())))
                    .append(": ")
                    .append(Plain.line(words(plugin)))
                    .append('\n');
            plugin.files().stream()
                    .filter(file -> !file.isAsGenerated())
                    .forEach(file -> text.append("  ")
                            .append(Plain.line(file.path().value()))
                            .append(": ")
                            .append(words(file, run.ink()))
                            .append('\n'));
        }
        if (report.plugins().size() != 1) {
            text.append(StatusFormat.summary(report)).append('\n');
        }
        return text.toString();
    }

    private static String words(StatusReport.Standing plugin) {
        if (plugin.isMarked()) {
            return "conflicts are marked; decide them and take the marks out";
        }
        return plugin.failure()
                .map(ScaffoldException::getMessage)
                .orElse(plugin.isBehind() ? "behind; " + StatusFormat.update(plugin) : "up to date");
    }

    private static String words(FileStatus file, Ink ink) {
        String words = Plain.line(file.words());
        return file.state().isBehind() ? ink.yellow(words) : words;
    }
}
