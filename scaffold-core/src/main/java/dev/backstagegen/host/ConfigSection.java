package dev.backstagegen.host;

import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.tree.Yaml;
import dev.backstagegen.tree.Yaml.Entry;
import dev.backstagegen.tree.Yaml.Mapping;
import dev.backstagegen.tree.Yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * The plugin's own section of app-config.yaml, without which it would not start. It is put at the end; a section that
 * is there already is the user's, and is left alone.
 *
 * @param yaml the section, with its key on the first line
 */
record ConfigSection(String yaml) implements Target {

    @Override
    public String paste() {
        return yaml.stripTrailing();
    }

    @Override
    public Step edit(String text) {
        Optional<Node> root;
        try {
            root = Yaml.tree(text);
        } catch (IllegalArgumentException wrong) {
            return Step.left("It cannot be edited safely: " + wrong.getMessage() + ".", paste());
        }
        if (root.isPresent() && !(root.get() instanceof Mapping mapping && !mapping.isFlow())) {
            return Step.left("It is not a list of keys and values.", paste());
        }
        Optional<Node> section = root.flatMap(keys -> keys.get(key()));
        if (section.isPresent()) {
            List<String> missing = missing(section.get());
            return missing.isEmpty()
                    ? Step.NOTHING
                    : Step.left("Its section " + key() + " lacks " + String.join(", ", missing) + ".", paste());
        }
        if (text.lines().anyMatch(line -> line.startsWith("...") || line.startsWith("---"))) {
            return Step.left("It has marks of documents, whose end is not certain.", paste());
        }
        Lines lines = new Lines(text);
        String lineBreak = lines.lineBreak(text.length());
        String gap = text.isBlank() ? "" : text.endsWith("\n") ? lineBreak : lineBreak + lineBreak;
        return Step.edit(TextEdit.insert(text.length(), gap + yaml.replace("\n", lineBreak)), "section " + key());
    }

    private String key() {
        return yaml.substring(0, yaml.indexOf(':'));
    }

    private List<String> missing(Node section) {
        Mapping wanted = (Mapping) Yaml.tree(yaml).orElseThrow().get(key()).orElseThrow();
        return wanted.entries().stream()
                .map(Entry::key)
                .map(Yaml.Scalar::value)
                .filter(key -> section.get(key).isEmpty())
                .toList();
    }
}
