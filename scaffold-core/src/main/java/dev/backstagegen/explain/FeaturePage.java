package dev.backstagegen.explain;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Service;
import dev.backstagegen.plan.Change;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a feature's doc looks like as a page of Markdown. */
public final class FeaturePage {

    private FeaturePage() {}

    /** The page of one feature; {@code docs/features/<name>.md} holds it. */
    public static String of(FeatureDoc doc, Guides guides) {
        Feature feature = doc.feature();
        StringBuilder page = new StringBuilder("# " + feature.title() + "\n\n" + feature.summary() + "\n\n");
        page.append(feature.always() ? "Every plugin has it." : "Asked for with `" + feature.flag() + "`.");
        feature.since()
                .ifPresent(
                        since -> page.append(" Since Backstage ").append(since).append('.'));
        section(page, "What it is for", feature.purpose());
        section(page, "Services", list(doc.services(), service -> service(service, guides)));
        section(page, "Brings with it", list(feature.needs(), FeaturePage::need));
        section(page, "Cannot stand beside", list(feature.conflicts(), FeaturePage::link));
        section(page, "Pitfalls", list(feature.pitfalls(), pitfall -> pitfall));
        section(
                page,
                "Files",
                "In a plugin with the id `" + doc.example() + "`" + beside(doc.beside()) + ":\n\n"
                        + list(doc.changes().writes(), FeaturePage::file));
        return page.append('\n').toString();
    }

    /** The list of all features, each with a link to its page. */
    public static String index(List<FeatureDoc> docs) {
        StringBuilder index = new StringBuilder("# Features\n\n`backstage-gen explain <feature>` shows the same as its"
                + " page, and the difference the feature makes.\n\n| feature | brings | since | what it adds |\n"
                + "| --- | --- | --- | --- |\n");
        for (FeatureDoc doc : docs) {
            Feature feature = doc.feature();
            index.append("| ").append(link(feature.name())).append(" | ");
            index.append(
                    feature.needs().stream().map(need -> link(need.feature())).collect(Collectors.joining(", ")));
            index.append(" | ").append(feature.since().orElse(""));
            index.append(" | ").append(feature.summary()).append(" |\n");
        }
        return index.toString();
    }

    private static String beside(List<String> features) {
        return features.isEmpty() ? "" : features.stream().collect(Collectors.joining("` and `", " that has `", "`"));
    }

    private static void section(StringBuilder page, String title, String text) {
        if (!text.isEmpty()) {
            page.append("\n\n## ").append(title).append("\n\n").append(text);
        }
    }

    private static <T> String list(List<T> items, Function<T, String> words) {
        return items.stream().map(item -> "- " + words.apply(item)).collect(Collectors.joining("\n"));
    }

    private static String service(Service service, Guides guides) {
        String name = "`" + service.name() + "`";
        return guides.about(service)
                        .map(guide -> "[" + name + "](../guides/" + guide.name() + ".md)")
                        .orElse(name)
                + ": `" + service.ref() + "` of `" + service.module() + "`"
                + service.since().map(since -> ", since Backstage " + since).orElse("");
    }

    private static String need(Feature.Need need) {
        return link(need.feature()) + ": " + need.reason();
    }

    private static String link(String feature) {
        return "[`" + feature + "`](" + feature + ".md)";
    }

    private static String file(Change change) {
        String what = switch (change.kind()) {
            case CREATE -> "new";
            case DELETE -> "gone";
            default -> "changed";
        };
        return "`" + change.path() + "`: " + what;
    }
}
