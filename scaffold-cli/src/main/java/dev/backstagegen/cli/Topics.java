package dev.backstagegen.cli;

import dev.backstagegen.Example;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.explain.FeatureDoc;
import dev.backstagegen.explain.FeaturePage;
import dev.backstagegen.explain.GuideDoc;
import dev.backstagegen.explain.GuidePage;
import dev.backstagegen.explain.Guides;
import dev.backstagegen.explain.Pitfalls;
import dev.backstagegen.explain.PitfallsPage;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import dev.backstagegen.layout.Markdown;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.RulePage;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.spec.Guess;
import dev.backstagegen.spec.PluginId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** All that can be explained, in the order in which it is listed. */
record Topics(List<Topic> all) {

    private static final String PITFALLS = "pitfalls";

    Topics {
        all = List.copyOf(all);
    }

    /**
     * @param id the plugin that shows what features do
     * @param beside the names of the features that the plugin has anyway
     */
    static Topics of(Features features, PluginId id, Set<String> beside) {
        Guides guides = Guides.load(features);
        List<Topic> all = new ArrayList<>();
        features.all().forEach(feature -> all.add(topic(feature, features, guides, id, beside)));
        for (Guides.Group group : guides.groups()) {
            group.guides().forEach(doc -> all.add(topic(group.title(), doc)));
        }
        Guides.Group last = guides.groups().get(guides.groups().size() - 1);
        all.add(new Topic(last.title(), Topic.Kind.PITFALLS, PITFALLS, PitfallsPage.SUMMARY, () -> {
            Pitfalls pitfalls = Pitfalls.load(features);
            return new Topic.Explanation(Markdown.format(PitfallsPage.of(pitfalls)), GuideDocument.explained(pitfalls));
        }));
        Rules.ALL.stream().map(Rule::doc).forEach(doc -> all.add(topic(doc)));
        return new Topics(all);
    }

    private static Topic topic(Feature feature, Features features, Guides guides, PluginId id, Set<String> beside) {
        return new Topic("Features", Topic.Kind.FEATURE, feature.name(), feature.summary(), () -> {
            FeatureDoc doc = Example.of(features, id, beside).explain(feature);
            return new Topic.Explanation(FeaturePage.of(doc, guides), doc.diff(), FeatureDocument.explained(doc));
        });
    }

    private static Topic topic(String group, GuideDoc doc) {
        return new Topic(
                group,
                Topic.Kind.GUIDE,
                doc.guide().name(),
                doc.guide().summary(),
                () -> new Topic.Explanation(GuidePage.of(doc), GuideDocument.explained(doc)));
    }

    private static Topic topic(RuleDoc doc) {
        return new Topic(
                "Rules",
                Topic.Kind.RULE,
                doc.id(),
                doc.title() + ".",
                () -> new Topic.Explanation(RulePage.of(doc), RuleDocument.explained(doc)));
    }

    /**
     * What has a name: one topic, or a guide and a feature.
     *
     * @throws ScaffoldException when nothing has it
     */
    List<Topic> named(String word) {
        List<Topic> named = all.stream()
                .filter(topic -> topic.name().equals(word))
                .sorted(Comparator.comparing(Topic::kind))
                .toList();
        if (named.isEmpty()) {
            List<String> names = all.stream().map(Topic::name).distinct().toList();
            throw ScaffoldException.usage(
                    "There is nothing called '" + Plain.line(word) + "' to explain.",
                    Guess.hints(word, names, "All that there is: backstage-gen explain"));
        }
        return named;
    }
}
