package dev.backstagegen.merge;

import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tests of yours start the plugin as well, and a plugin that cannot start without its configuration would fail them. To
 * those that give it none it is given, as if the tests had been generated.
 */
final class Configured {

    private static final String FEATURES = "features";
    private static final String FACTORY = "mockServices.rootConfig";

    private Configured() {}

    /** @param all the generated code before anything was left out of it */
    static Overlap with(Overlap overlap, TsFile yours, TsFile all) {
        Optional<TsNode> generated = all.root()
                .descendants("variable_declarator")
                .filter(each -> each.child("name")
                        .filter(name -> name.text().equals(FEATURES))
                        .isPresent())
                .flatMap(each -> each.child("value").stream())
                .filter(value -> value.is("array"))
                .findFirst();
        Optional<String> configuration = generated.stream()
                .flatMap(array -> array.namedChildren().stream())
                .map(TsNode::text)
                .filter(text -> text.startsWith(FACTORY))
                .findFirst();
        Optional<TsNode> plugin =
                generated.flatMap(array -> array.namedChildren().stream().findFirst());
        if (configuration.isEmpty() || plugin.isEmpty()) {
            return overlap;
        }
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (TsNode statement : block(yours).map(TsNode::namedChildren).orElse(List.of())) {
            List<TextEdit> edits = edits(statement, plugin.get().text(), configuration.get());
            if (!edits.isEmpty()) {
                before.append("\n  ").append(statement.text());
                after.append("\n  ").append(TextEdit.apply(statement.text(), edits));
            }
        }
        return new Overlap(inserted(overlap.base(), before.toString()), inserted(overlap.fresh(), after.toString()));
    }

    private static List<TextEdit> edits(TsNode statement, String plugin, String configuration) {
        List<TextEdit> edits = new ArrayList<>();
        statement
                .descendants("pair")
                .filter(pair -> pair.child("key")
                        .filter(key -> key.text().equals(FEATURES))
                        .isPresent())
                .flatMap(pair -> pair.child("value").stream())
                .filter(array -> array.is("array"))
                .map(TsNode::namedChildren)
                .filter(given -> given.stream().anyMatch(each -> each.text().equals(plugin)))
                .filter(given -> given.stream().noneMatch(each -> each.text().startsWith(FACTORY)))
                .forEach(given -> edits.add(
                        TextEdit.insert(given.get(given.size() - 1).end() - statement.start(), ", " + configuration)));
        return edits;
    }

    private static String inserted(String text, String statements) {
        return block(TsFile.parse(text))
                .map(block -> TextEdit.apply(text, List.of(TextEdit.insert(block.start() + 1, statements + "\n"))))
                .filter(more -> TsFile.parse(more).isWhole())
                .orElse(text);
    }

    /** What the one test at the top of a file consists of. */
    private static Optional<TsNode> block(TsFile file) {
        List<TsNode> tests = file.root().namedChildren().stream()
                .filter(statement ->
                        statement.is("expression_statement") && statement.text().startsWith("describe("))
                .toList();
        return tests.size() == 1 ? tests.get(0).descendants("statement_block").findFirst() : Optional.empty();
    }
}
