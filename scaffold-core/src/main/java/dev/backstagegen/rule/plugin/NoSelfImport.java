package dev.backstagegen.rule.plugin;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;

/** {@code plugin/no-self-import}: no file asks for itself. */
public final class NoSelfImport implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "plugin/no-self-import",
            Severity.WARNING,
            "No file imports or re-exports from itself",
            "Relative imports and re-exports that lead to the file in which they stand.",
            "It is a circle that only happens to work, it is refused by linters, and mostly it was meant for another"
                    + " file: the default export of a plugin belongs into `src/index.ts`.",
            "Export the name without `from`, or move the line to the file that was meant.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example(" from './plugin'"), example(""))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.sources().stream()
                .flatMap(source -> source.places("import_statement", "export_statement"))
                .filter(each -> !isNamespace(each.node()))
                .flatMap(each -> finding(plugin, each).stream())
                .toList();
    }

    /** A way for tests to replace a function for its neighbours. */
    private static boolean isNamespace(TsNode statement) {
        return statement
                .descendants("namespace_import", "namespace_export")
                .findAny()
                .isPresent();
    }

    private static Optional<Finding> finding(Plugin plugin, Place statement) {
        Optional<TsNode> from = statement.node().child("source");
        return from.flatMap(Syntax::string)
                .filter(specifier -> specifier.startsWith("."))
                .filter(specifier -> plugin.modules()
                        .file(statement.source(), specifier)
                        .filter(statement.source()::equals)
                        .isPresent())
                .map(specifier -> Finding.at(
                        statement.at(from.get()),
                        DOC,
                        "'" + specifier + "' is this very file.",
                        repair(statement.source(), statement.node(), from.get())));
    }

    private static Repair repair(Source source, TsNode statement, TsNode from) {
        if (!statement.is("export_statement")) {
            return Repair.NONE;
        }
        Optional<TsNode> clause = statement.namedChildren().stream()
                .filter(each -> each.is("export_clause"))
                .findFirst();
        if (clause.isEmpty()) {
            // What a file has exported, it exports: the star adds nothing.
            return Repair.safe(List.of(new Edit(source.path(), Rewrite.wholeLines(source, statement))));
        }
        boolean here = clause.get().namedChildren().stream()
                .allMatch(each -> each.child("alias").isPresent()
                        && each.child("name")
                                .flatMap(name -> source.topLevel(name.text()))
                                .filter(binding -> !binding.is(Kind.IMPORT))
                                .isPresent());
        return here
                ? Repair.safe(List.of(
                        new Edit(source.path(), new TextEdit(clause.get().end(), from.end(), ""))))
                : Repair.NONE;
    }

    private static String example(String from) {
        return """
                --- src/plugin.ts
                import { createBackendPlugin } from '@backstage/backend-plugin-api';

                export const examplePlugin = createBackendPlugin({
                  pluginId: 'example',
                  register() {},
                });

                export { examplePlugin as default }%s;
                """.formatted(from);
    }
}
