package dev.backstagegen.cli;

import dev.backstagegen.Example;
import dev.backstagegen.ScaffoldException;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.tree.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        Topics topics = topics(features, arguments);
        if (arguments.words().isEmpty()) {
            refuseExampleOfNothing(arguments);
            printAll(topics.all(), format, world);
        } else {
            List<Topic> named = topics.named(word(arguments.words()));
            refuseExampleOfNoFeature(named, arguments);
            print(explanation(named), format, world);
        }
        return Exit.CLEAN;
    }

    private static Topics topics(Features features, Arguments arguments) {
        PluginId id = arguments.value(Flag.ID).map(PluginId::of).orElse(Example.ID);
        Set<String> beside = features.optional().stream()
                .filter(feature -> arguments.has(feature.flag()))
                .map(Feature::name)
                .collect(Collectors.toSet());
        return Topics.of(features, id, beside);
    }

    private static String word(List<String> words) {
        if (words.size() > 1) {
            throw ScaffoldException.usage(
                    "'" + Plain.line(words.get(1)) + "' is one word too many.", "One thing is explained at a time");
        }
        return words.get(0);
    }

    private static Topic.Explanation explanation(List<Topic> named) {
        return named.stream()
                .map(topic -> topic.explanation().get())
                .reduce(Topic.Explanation::and)
                .orElseThrow();
    }

    private static void refuseExampleOfNothing(Arguments arguments) {
        aboutTheExample(arguments).ifPresent(name -> {
            throw ScaffoldException.usage(
                    name + " needs something to explain.",
                    name.startsWith("--with-")
                            ? "To explain it: backstage-gen explain " + name.substring("--with-".length())
                            : "For example: backstage-gen explain db");
        });
    }

    private static void refuseExampleOfNoFeature(List<Topic> named, Arguments arguments) {
        if (named.stream().noneMatch(topic -> topic.kind() == Topic.Kind.FEATURE)) {
            aboutTheExample(arguments).ifPresent(name -> {
                throw ScaffoldException.usage(
                        name + " is about the plugin that shows what a feature does, and '"
                                + named.get(0).name() + "' is no feature.",
                        "Leave it out");
            });
        }
    }

    private static Optional<String> aboutTheExample(Arguments arguments) {
        return arguments.options().keySet().stream()
                .filter(name -> !name.equals(Flag.FORMAT) && !name.equals(Flag.DEBUG))
                .findFirst();
    }

    private static void print(Topic.Explanation all, Format format, World world) {
        switch (format) {
            case TEXT -> {
                world.out().print(PageText.of(all.page() + difference(all, ""), world.inkOut()));
                world.out().print(PatchText.out(all.patch(), world));
            }
            case MARKDOWN -> world.out().print(all.page() + difference(all, fenced(all.patch())));
            default -> {
                Map<String, Object> document = new LinkedHashMap<>(all.document());
                if (!all.patch().isEmpty()) {
                    document.put("diff", all.patch());
                }
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
            case TEXT -> world.out().print(list(topics, world.inkOut()));
            case MARKDOWN -> world.out().print(list(topics));
            default ->
                world.out()
                        .print(Json.write(
                                topics.stream().map(ExplainCommand::row).toList()));
        }
    }

    private static Page list(List<Topic> topics, Ink ink) {
        Page page = new Page(ink);
        groups(topics).forEach((title, group) -> {
            page.title(title.toUpperCase(Locale.ROOT));
            group.forEach(topic -> page.term(topic.name(), topic.summary()));
        });
        return page;
    }

    private static String list(List<Topic> topics) {
        StringBuilder list = new StringBuilder();
        groups(topics).forEach((title, group) -> {
            list.append(list.isEmpty() ? "## " : "\n## ").append(title).append("\n\n");
            group.forEach(topic -> list.append("- `")
                    .append(topic.name())
                    .append("`: ")
                    .append(topic.summary())
                    .append('\n'));
        });
        return list.toString();
    }

    private static Map<String, List<Topic>> groups(List<Topic> topics) {
        return topics.stream().collect(Collectors.groupingBy(Topic::group, LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<String, Object> row(Topic topic) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", topic.kind().text());
        row.put("name", topic.name());
        row.put("summary", topic.summary());
        row.put("group", topic.group());
        return row;
    }
}
