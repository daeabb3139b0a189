package dev.backstagegen.cli.report;

import dev.backstagegen.check.CheckReport;
import dev.backstagegen.cli.Ink;
import dev.backstagegen.cli.Plain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The report for people: each problem with its place, what the code there looks like, why it matters, what to do. */
final class TextFormat implements CheckFormat {

    private static final String MARGIN = "  ";
    private static final int WIDTH = 80;

    @Override
    public String write(CheckReport report, Run run) {
        StringBuilder text = new StringBuilder();
        Set<String> explained = new HashSet<>();
        for (Entry entry : Entry.all(report, run)) {
            // What a rule is good for is said once; twenty times it would hide the rest.
            problem(text, entry, explained.add(entry.rule()), run.ink());
            text.append('\n');
        }
        report.notes()
                .forEach(note -> text.append("Note: ").append(Plain.line(note)).append('\n'));
        report.gone()
                .forEach(gone -> text.append("Gone: ")
                        .append(Plain.line(gone.path() + " " + gone.rule()))
                        .append('\n'));
        text.append(run.ink().bold(String.join(" ", new Summary(report).sentences())))
                .append('\n');
        return text.toString();
    }

    private static void problem(StringBuilder text, Entry entry, boolean isNew, Ink ink) {
        text.append(ink.bold(Plain.line(entry.place()))).append(' ').append(coloured(entry, entry.severity(), ink));
        text.append(' ').append(Plain.line(entry.rule())).append('\n');
        text.append(MARGIN).append(Plain.line(entry.wrong())).append('\n');
        Excerpt.of(entry, marks -> coloured(entry, marks, ink))
                .forEach(line -> text.append(MARGIN).append(line).append('\n'));
        sentence(text, "Why: ", isNew ? entry.why() : "");
        sentence(text, "To do: ", entry.todo());
        sentence(text, "", entry.mending().sentence());
    }

    private static String coloured(Entry entry, String words, Ink ink) {
        return switch (entry.problem().severity()) {
            case ERROR -> ink.red(words);
            case WARNING -> ink.yellow(words);
            case INFO -> ink.bold(words);
        };
    }

    private static void sentence(StringBuilder text, String label, String words) {
        if (words.isEmpty()) {
            return;
        }
        String indent = MARGIN + label;
        for (String line : wrap(Plain.line(words), WIDTH - indent.length())) {
            text.append(indent).append(line).append('\n');
            indent = " ".repeat(indent.length());
        }
    }

    /** Broken at spaces only, so that a command or a piece of code that has none can be copied. */
    private static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
