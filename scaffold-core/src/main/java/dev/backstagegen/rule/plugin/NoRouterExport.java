package dev.backstagegen.rule.plugin;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Modules;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code plugin/no-router-export}: the router is the plugin's own business. */
public final class NoRouterExport implements Rule {

    private static final List<String> NAMES = List.of("createRouter", "RouterOptions");

    private static final RuleDoc DOC = new RuleDoc(
            "plugin/no-router-export",
            Severity.WARNING,
            "src/index.ts does not export the router",
            "Whether `src/index.ts` of a package with `createBackendPlugin` exports `createRouter` or `RouterOptions`,"
                    + " directly or with a star.",
            "Backends add the plugin and nothing else; whoever mounts the router by hand goes past the policies and"
                    + " services of the plugin, and every new option of the router breaks them.",
            "Export the plugin only; what other packages need belongs into a node library.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("export * from './router';\n"), example(""))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Source> index = plugin.source("src/index.ts");
        if (index.isEmpty() || plugin.init().creations().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (TsNode statement : index.get().all("export_statement").toList()) {
            List<String> names = NAMES.stream()
                    .filter(name -> exports(plugin, index.get(), statement, name))
                    .toList();
            if (!names.isEmpty()) {
                findings.add(Finding.at(
                        new Place(index.get(), statement),
                        DOC,
                        "The package exports " + String.join(" and ", names) + "."));
            }
        }
        return findings;
    }

    private static boolean exports(Plugin plugin, Source index, TsNode statement, String name) {
        List<TsNode> clauses = statement.namedChildren().stream()
                .filter(each -> each.is("export_clause", "namespace_export"))
                .toList();
        if (!clauses.isEmpty()) {
            return clauses.stream()
                    .filter(each -> each.is("export_clause"))
                    .flatMap(each -> each.namedChildren().stream())
                    .flatMap(each -> each.child("alias").or(() -> each.child("name")).stream())
                    .anyMatch(each -> each.text().equals(name));
        }
        if (Syntax.hasToken(statement, "*")) {
            return Modules.module(statement)
                    .flatMap(module -> plugin.modules().file(index, module))
                    .flatMap(file -> plugin.modules().exported(file, name))
                    .isPresent();
        }
        return !Syntax.hasToken(statement, "default")
                && statement
                        .child("declaration")
                        .flatMap(declaration ->
                                index.topLevel(name).filter(binding -> Syntax.within(binding.name(), declaration)))
                        .isPresent();
    }

    private static String example(String more) {
        return """
                --- src/index.ts
                %sexport { examplePlugin as default } from './plugin';
                --- src/router.ts
                import express from 'express';
                import Router from 'express-promise-router';

                export async function createRouter(): Promise<express.Router> {
                  return Router();
                }
                """.formatted(more);
    }
}
