package dev.backstagegen.cli;

import dev.backstagegen.Example;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.explain.FeatureDoc;
import dev.backstagegen.explain.FeaturePage;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.Guess;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.tree.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code backstage-gen explain}: all there is to know about one thing, or what there is to be explained. */
final class ExplainCommand {

    static final String NAME = "explain";

    private static final Format[] FORMATS = {Format.TEXT, Format.MARKDOWN, Format.JSON};

    private ExplainCommand() {}

    /** The options of its manual page, where one stands for those of all features. */
    static List<Flag> flags() {
        return List.of(
                new Flag(
                        List.of(Flag.ID),
                        "ID",
                        Flag.Group.HOW,
                        "The plugin that shows the difference. When nothing is said: " + Example.ID + "."),
                new Flag(
                        List.of("--with-FEATURE"),
                        "",
                        Flag.Group.HOW,
                        "Let that plugin have another feature anyway. May be said of several."),
                CommonFlags.format(FORMATS),
                CommonFlags.DEBUG,
                CommonFlags.HELP);
    }

    private static List<Flag> flags(Features features) {
        List<Flag> flags = new ArrayList<>();
        for (Flag flag : flags()) {
            if (flag.name().equals("--with-FEATURE")) {
                features.optional()
                        .forEach(
                                feature -> flags.add(new Flag(List.of(feature.flag()), "", flag.group(), flag.text())));
            } else {
                flags.add(flag);
            }
        }
        return flags;
    }

    static Exit run(List<String> args, World world) {
        Features features = Features.load();
        Arguments arguments = Arguments.parse(flags(features), args);
        if (arguments.has(Flag.HELP)) {
            return Manual.printExplain(world);
        }
        Format format = Format.of(arguments, FORMATS);
        List<Topic> topics = topics(features, arguments);
        if (arguments.words().isEmpty()) {
            refuseExampleOfNothing(arguments);
            printAll(topics, format, world);
        } else {
            print(named(topics, arguments.words()), format, world);
        }
        return Exit.CLEAN;
    }

    /** All that can be explained. Names are unlike one another across kinds, so that one word says which is meant. */
    private static List<Topic> topics(Features features, Arguments arguments) {
        PluginId id = arguments.value(Flag.ID).map(PluginId::of).orElse(Example.ID);
        Set<String> beside = features.optional().stream()
                .filter(feature -> arguments.has(feature.flag()))
                .map(Feature::name)
                .collect(Collectors.toSet());
        return features.all().stream()
                .map(feature -> new Topic("feature", feature.name(), feature.summary(), () -> {
                    FeatureDoc doc = Example.of(features, id, beside).explain(feature);
                    return new Topic.Explanation(FeaturePage.of(doc), doc.diff(), FeatureDocument.explained(doc));
                }))
                .toList();
    }

    private static Topic named(List<Topic> topics, List<String> words) {
        String word = words.get(0);
        if (words.size() > 1) {
            throw ScaffoldException.usage(
                    "'" + Plain.line(words.get(1)) + "' is one word too many.", "One thing is explained at a time");
        }
        List<String> names = topics.stream().map(Topic::name).toList();
        return topics.stream()
                .filter(topic -> topic.name().equals(word))
                .findFirst()
                .orElseThrow(() -> ScaffoldException.usage(
                        "There is nothing called '" + Plain.line(word) + "' to explain.",
                        Guess.hint(word, names, "There are: " + String.join(", ", names))));
    }

    private static void refuseExampleOfNothing(Arguments arguments) {
        arguments.options().keySet().stream()
                .filter(name -> !name.equals(Flag.FORMAT) && !name.equals(Flag.DEBUG))
                .findFirst()
                .ifPresent(name -> {
                    throw ScaffoldException.usage(
                            name + " needs something to explain.",
                            name.startsWith("--with-")
                                    ? "To explain it: backstage-gen explain " + name.substring("--with-".length())
                                    : "For example: backstage-gen explain db");
                });
    }

    private static void print(Topic topic, Format format, World world) {
        Topic.Explanation all = topic.explanation().get();
        switch (format) {
            case TEXT -> {
                world.out().print(PageText.of(all.page() + difference(all, ""), world.inkOut()));
                world.out().print(PatchText.of(all.patch(), world.inkOut()));
            }
            case MARKDOWN -> world.out().print(all.page() + difference(all, fenced(all.patch())));
            case JSON -> {
                Map<String, Object> document = new LinkedHashMap<>(all.document());
                document.put("diff", all.patch());
                world.out().print(Json.write(document));
            }
        }
    }

    private static String difference(Topic.Explanation all, String patch) {
        return all.patch().isEmpty() ? "" : "\n## The difference it makes\n\n" + patch;
    }

    /** A patch may hold fences of its own. */
    private static String fenced(String patch) {
        String fence = "```";
        while (patch.contains(fence)) {
            fence += "`";
        }
        return fence + "diff\n" + patch + fence + "\n";
    }

    private static void printAll(List<Topic> topics, Format format, World world) {
        switch (format) {
            case TEXT -> {
                Page page = new Page(world.inkOut()).title("WHAT CAN BE EXPLAINED");
                topics.forEach(topic -> page.term(topic.name(), topic.summary()));
                world.out().print(page);
            }
            case MARKDOWN ->
                topics.forEach(topic -> world.out().print("- `" + topic.name() + "`: " + topic.summary() + "\n"));
            case JSON ->
                world.out()
                        .print(Json.write(
                                topics.stream().map(ExplainCommand::row).toList()));
        }
    }

    private static Map<String, Object> row(Topic topic) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", topic.kind());
        row.put("name", topic.name());
        row.put("summary", topic.summary());
        return row;
    }
}
