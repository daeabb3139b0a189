package dev.backstagegen.rule;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The examples of a rule: those of its doc, and those of {@code rules/<id>.txt}, where each begins with a line
 * {@code === bad: title} or {@code === good: title}; {@code === fixed} is what the repair makes of the one before.
 */
final class Cases {

    private static final String PAGE = "the page's ";

    private Cases() {}

    /**
     * One example, laid over a whole and good plugin, so that only what it shows can be wrong with it.
     *
     * @param fixed what the repair makes of it, where that is written down
     */
    record Case(String rule, String title, boolean isBad, FileTree plugin, Optional<FileTree> fixed) {

        boolean isOnThePage() {
            return title.startsWith(PAGE);
        }

        @Override
        public String toString() {
            return rule + ": " + title;
        }
    }

    static List<Case> of(Rule rule) {
        List<Case> cases = new ArrayList<>();
        RuleDoc doc = rule.doc();
        for (RuleDoc.Example example : doc.examples()) {
            Optional<FileTree> fixed = doc.fixable() ? Optional.of(tree(example.good())) : Optional.empty();
            cases.add(new Case(doc.id(), PAGE + "bad example", true, tree(example.bad()), fixed));
            cases.add(new Case(doc.id(), PAGE + "good example", false, tree(example.good()), Optional.empty()));
        }
        for (String block : read("/rules/" + doc.id() + ".txt").split("(?m)^=== ")) {
            if (block.isBlank()) {
                continue;
            }
            String head = block.substring(0, block.indexOf('\n'));
            FileTree tree = tree(block.substring(block.indexOf('\n') + 1));
            if (head.equals("fixed")) {
                Case bad = cases.remove(cases.size() - 1);
                cases.add(new Case(bad.rule, bad.title, true, bad.plugin, Optional.of(tree)));
            } else {
                cases.add(new Case(doc.id(), head, head.startsWith("bad"), tree, Optional.empty()));
            }
        }
        return cases;
    }

    /** Files after lines {@code --- path}, laid over the whole plugin; one without a line is not there at all. */
    static FileTree tree(String text) {
        FileTree tree = files(read("/rules/ground.txt")).and(files(text));
        for (RelPath path : tree.paths().toArray(RelPath[]::new)) {
            tree = tree.text(path).filter(String::isEmpty).isPresent() ? tree.without(path) : tree;
        }
        return tree;
    }

    private static FileTree files(String text) {
        TreeMap<RelPath, String> files = new TreeMap<>();
        for (String file : text.split("(?m)^--- ")) {
            if (!file.isBlank()) {
                int end = file.indexOf('\n');
                files.put(RelPath.of(file.substring(0, end)), file.substring(end + 1));
            }
        }
        return FileTree.of(files);
    }

    private static String read(String resource) {
        try (InputStream in = Cases.class.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
