package dev.backstagegen.rule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a rule's doc looks like as a page of Markdown. */
public final class RulePage {

    /** A file of an example in which no comment is read. */
    private static final Pattern OUTSIDE = Pattern.compile("^--- (?!(?:src|dev)/.*\\.tsx?$)", Pattern.MULTILINE);

    private RulePage() {}

    /** The page of one rule; {@code docs/rules/<id>.md} holds it. */
    public static String of(RuleDoc doc) {
        StringBuilder page = new StringBuilder("# " + doc.id() + "\n\n" + doc.title() + ".\n\n");
        page.append("Severity: ")
                .append(doc.severity().name().toLowerCase(Locale.ROOT))
                .append(". ");
        page.append(doc.fixable() ? "`check --fix` repairs the clear cases." : "There is no repair by `--fix`.");
        page.append(" Since ").append(doc.since()).append(".");
        page.append("\n\n## What it looks at\n\n").append(doc.what());
        page.append("\n\n## Why\n\n").append(doc.why());
        page.append("\n\n## What to do\n\n").append(doc.todo()).append("\n");
        for (RuleDoc.Example example : doc.examples()) {
            page.append("\n## Bad\n").append(files(example.bad()));
            page.append("\n## Good\n").append(files(example.good()));
        }
        page.append(
                        "\n## How to suppress it\n\nOn the line before, with the reason, without which nothing is suppressed:"
                                + "\n\n```ts\n// backstage-gen-ignore ")
                .append(doc.id())
                .append(" -- <reason>\n```\n");
        if (doc.examples().stream()
                .anyMatch(example -> OUTSIDE.matcher(example.bad()).find())) {
            page.append("\nThe comment is read in the code below `src` and `dev`. A finding in another file stays.\n");
        }
        return page.toString();
    }

    /** The list of all rules, each with a link to its page. */
    public static String index(List<Rule> rules) {
        return rules.stream()
                .map(Rule::doc)
                .map(doc -> "| [`" + doc.id() + "`](" + doc.id() + ".md) | "
                        + doc.severity().name().toLowerCase(Locale.ROOT) + " | "
                        + (doc.fixable() ? "yes" : "") + " | " + doc.title() + " |\n")
                .collect(Collectors.joining(
                        "", "# Rules\n\n| rule | severity | repair | holds when |\n|---|---|---|---|\n", ""));
    }

    private static String files(String example) {
        StringBuilder files = new StringBuilder();
        for (String file : example.split("(?m)^--- ")) {
            if (!file.isBlank()) {
                int end = file.indexOf('\n');
                String path = file.substring(0, end);
                String language = path.substring(path.lastIndexOf('.') + 1);
                files.append("\n`")
                        .append(path)
                        .append("`\n\n```")
                        .append(language)
                        .append('\n');
                files.append(file.substring(end + 1)).append("```\n");
            }
        }
        return files.toString();
    }
}
