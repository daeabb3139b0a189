package dev.backstagegen.host;

import dev.backstagegen.tree.Lines;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.tree.Yaml;
import dev.backstagegen.tree.Yaml.Entry;
import dev.backstagegen.tree.Yaml.Mapping;
import dev.backstagegen.tree.Yaml.Node;
import dev.backstagegen.tree.Yaml.Scalar;
import dev.backstagegen.tree.Yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The plugin's own section of app-config.yaml, without which it would not start. It is put at the end; a section that
 * is there already is the user's, and is left alone, and one that was edited is not taken out.
 *
 * @param yaml the section, with its key on the first line
 */
record ConfigSection(String yaml) implements Target {

    private static final Node NOTHING = new Mapping(List.of(), false, false, new Yaml.Span(0, 0, 1, 1));

    @Override
    public String paste() {
        return yaml.stripTrailing();
    }

    @Override
    public Step edit(String text) {
        try {
            return step(text);
        } catch (IllegalArgumentException wrong) {
            return Step.left("It cannot be edited safely: " + wrong.getMessage() + ".", paste());
        }
    }

    private Step step(String text) {
        Optional<Node> root = Yaml.tree(text);
        if (root.isPresent() && !isPlain(root.get())) {
            return Step.left("It is written in an unusual way.", paste());
        }
        Optional<Node> section = root.flatMap(keys -> keys.get(key()));
        return section.isPresent() ? present(section.get()) : atEnd(text, root);
    }

    @Override
    public Step takeOut(String text) {
        try {
            return out(text);
        } catch (IllegalArgumentException wrong) {
            return Step.left("It cannot be edited safely: " + wrong.getMessage() + ".", paste());
        }
    }

    private Step out(String text) {
        Optional<Node> root = Yaml.tree(text);
        Optional<Entry> entry = entries(root.filter(node -> node instanceof Mapping)).stream()
                .filter(each -> each.key().value().equals(key()))
                .findFirst();
        if (entry.isEmpty()) {
            return Step.NOTHING;
        }
        int start = entry.get().key().span().start();
        int end = entry.get().value().span().end();
        Lines lines = new Lines(text);
        String there = text.substring(start, Math.max(start, lines.end(end))).replace("\r\n", "\n");
        if (!isPlain(root.get()) || !there.equals(paste())) {
            return Step.left("Its section " + key() + " was edited.", there);
        }
        Inverse inverse = new Inverse(this, text);
        return Step.edit(inverse.of(inverse.lines(start, end), inverse.bare(start, end)), "no longer section " + key());
    }

    /** Whether a text has a key at its top. */
    static boolean isIn(String text, String key) {
        return Yaml.tree(text).flatMap(root -> root.get(key)).isPresent();
    }

    /** Whether a key more would be just that, in the text as in the section. */
    boolean isEditable(String text) {
        Optional<Node> root = Yaml.tree(text);
        return root.filter(ConfigSection::isPlain)
                .flatMap(this::section)
                .filter(ConfigSection::isReadable)
                .isPresent();
    }

    /** The keys that one text has and another does not, where it has a section for them at all. */
    static List<String> missing(String wanted, String there) {
        List<String> missing = new ArrayList<>();
        Optional<Node> root = Yaml.tree(wanted);
        root.ifPresent(node -> addMissing(missing, "", node, Yaml.tree(there).orElse(NOTHING)));
        return missing;
    }

    private Step present(Node section) {
        if (!isReadable(section)) {
            return Step.left("Its section " + key() + " is written in an unusual way.", paste());
        }
        List<String> missing = new ArrayList<>();
        addMissing(missing, "", section(Yaml.tree(yaml)).orElseThrow(), section);
        return missing.isEmpty()
                ? Step.NOTHING
                : Step.left("Its section " + key() + " lacks " + String.join(", ", missing) + ".", paste());
    }

    private Step atEnd(String text, Optional<Node> root) {
        Lines lines = new Lines(text);
        String lineBreak = lines.lineBreak(text.length());
        String gap = text.isBlank() || text.endsWith("\n\n") || text.endsWith("\r\n\r\n")
                ? ""
                : text.endsWith("\n") ? lineBreak : lineBreak + lineBreak;
        TextEdit edit = TextEdit.insert(text.length(), gap + yaml.replace("\n", lineBreak));
        Optional<Node> after = Yaml.tree(TextEdit.apply(text, List.of(edit)));
        boolean kept = entries(root).stream()
                .allMatch(entry -> after.flatMap(keys -> keys.get(entry.key().value()))
                        .filter(value -> isSame(entry.value(), value))
                        .isPresent());
        return kept && section(after).isPresent()
                ? Step.edit(edit, "section " + key())
                : Step.left("What its end would mean with more lines after it is not certain.", paste());
    }

    String key() {
        return yaml.substring(0, yaml.indexOf(':'));
    }

    private Optional<Node> section(Optional<Node> root) {
        return root.flatMap(this::section);
    }

    private Optional<Node> section(Node root) {
        return root.get(key());
    }

    private static List<Entry> entries(Optional<Node> root) {
        return root.map(node -> ((Mapping) node).entries()).orElse(List.of());
    }

    /** What is wanted and not there, by the names of the keys that lead to it. */
    private static void addMissing(List<String> missing, String prefix, Node wanted, Node there) {
        if (wanted instanceof Mapping mapping && isReadable(there)) {
            for (Entry entry : mapping.entries()) {
                String name = prefix + entry.key().value();
                there.get(entry.key().value())
                        .ifPresentOrElse(
                                value -> addMissing(missing, name + ".", entry.value(), value),
                                () -> missing.add(name));
            }
        }
    }

    /** Neither a flow mapping nor marked, and all of it in this file, so that a key more is just that. */
    private static boolean isPlain(Node root) {
        return isReadable(root) && root instanceof Mapping mapping && !mapping.isFlow() && !mapping.isMarked();
    }

    /** A mapping whose keys all stand in it: no {@code $include}, no merge. */
    private static boolean isReadable(Node node) {
        return node instanceof Mapping mapping
                && mapping.entries().stream()
                        .noneMatch(entry -> entry.key().value().matches("\\$.*|<<"));
    }

    /** Whether two nodes say the same, wherever they stand. */
    private static boolean isSame(Node one, Node other) {
        if (one instanceof Mapping mapping) {
            return other instanceof Mapping its
                    && its.entries().size() == mapping.entries().size()
                    && mapping.entries().stream()
                            .allMatch(entry -> its.get(entry.key().value())
                                    .filter(value -> isSame(entry.value(), value))
                                    .isPresent());
        }
        if (one instanceof Sequence list) {
            return other instanceof Sequence its
                    && its.items().size() == list.items().size()
                    && IntStream.range(0, list.items().size())
                            .allMatch(
                                    i -> isSame(list.items().get(i), its.items().get(i)));
        }
        return one instanceof Scalar scalar
                ? other instanceof Scalar its && its.value().equals(scalar.value())
                : other.getClass() == one.getClass();
    }
}
