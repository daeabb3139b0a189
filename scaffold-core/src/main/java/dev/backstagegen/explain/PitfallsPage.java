package dev.backstagegen.explain;

import java.util.stream.Collectors;

/** What the pitfalls look like as a page of Markdown. */
public final class PitfallsPage {

    /** What there is to know of them in one sentence. */
    public static final String SUMMARY = "What goes wrong most often, what to do instead, and what finds it.";

    private PitfallsPage() {}

    /** The whole page; {@code docs/guides/pitfalls.md} holds it. */
    public static String of(Pitfalls pitfalls) {
        StringBuilder page = new StringBuilder("# Pitfalls\n\n" + SUMMARY
                + " `backstage-gen check` knows the rules; what a flag generates does it right.\n");
        for (Pitfalls.Group group : pitfalls.groups()) {
            page.append("\n## ").append(group.title()).append("\n\n");
            page.append("| Pitfall | What happens | What to do | Found by | Done right by |\n");
            page.append("| --- | --- | --- | --- | --- |\n");
            for (Pitfalls.Pitfall pitfall : group.pitfalls()) {
                page.append("| ").append(pitfall.what());
                page.append(" | ").append(pitfall.happens());
                page.append(" | ").append(pitfall.todo());
                page.append(" | ")
                        .append(pitfall.rules().stream()
                                .map(rule -> "[`" + rule + "`](../rules/" + rule + ".md)")
                                .collect(Collectors.joining(", ")));
                page.append(" | ").append(GuidePage.flags(pitfall.avoiding())).append(" |\n");
            }
        }
        return page.toString();
    }
}
