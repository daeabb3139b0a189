package dev.backstagegen.explain;

import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody who writes a plugin has to know of one service of Backstage, or of one topic: a file below
 * {@code guides/}, of one form.
 *
 * @param name the word for it
 * @param title what its page is called
 * @param summary one sentence on it
 * @param service the service it is about, by the name in {@code templates/services.yaml}; empty for a topic
 * @param features what code on a topic is generated with; for a service that follows from the features
 * @param purpose what it is for, as Markdown
 * @param usage how it is used today, as Markdown with examples
 * @param traps what goes wrong, each a sentence or two of Markdown
 */
public record Guide(
        String name,
        String title,
        String summary,
        Optional<String> service,
        List<String> features,
        String purpose,
        String usage,
        List<String> traps) {

    static final String PURPOSE = "What it is for";
    static final String USAGE = "How it is used today";
    static final String TRAPS = "Traps";

    private static final Set<String> KEYS = Set.of("title", "summary", "service", "features");
    private static final Pattern FORM = Pattern.compile(
            "---\n(.*?)\n---\n\n## " + PURPOSE + "\n\n(.*?)\n\n## " + USAGE + "\n\n(.*?)\n\n## " + TRAPS + "\n\n(.*)\n",
            Pattern.DOTALL);
    private static final Pattern EXAMPLE =
            Pattern.compile("^`([^`\n]+)`\n\n```\\w+\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    public Guide {
        features = List.copyOf(features);
        traps = List.copyOf(traps);
    }

    /**
     * Code that a guide shows.
     *
     * @param path where it would stand in a plugin or in the repository
     */
    public record Example(String path, String code) {}

    /** @throws IllegalStateException when the text is not of the form that all guides have */
    static Guide of(String name, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalStateException(
                    "guides/" + name + ".md is not of the form that guides/README.md describes");
        }
        Map<?, ?> head = (Map<?, ?>) Yaml.read(form.group(1));
        if (!KEYS.containsAll(head.keySet())) {
            throw new IllegalStateException("guides/" + name + ".md has an unknown key at its head: " + head.keySet());
        }
        return new Guide(
                name,
                (String) head.get("title"),
                (String) head.get("summary"),
                Optional.ofNullable((String) head.get("service")),
                Guides.strings(head.get("features")),
                form.group(2),
                form.group(3),
                form.group(4).lines().map(line -> line.replaceFirst("^- ", "")).toList());
    }

    /** The code it shows, in the order of the page. */
    public List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(usage);
        while (example.find()) {
            examples.add(new Example(example.group(1), example.group(2)));
        }
        return examples;
    }
}
