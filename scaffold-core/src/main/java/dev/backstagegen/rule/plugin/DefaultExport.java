package dev.backstagegen.rule.plugin;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Meaning;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;

/** {@code plugin/default-export}: the package's entry is the plugin. */
public final class DefaultExport implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "plugin/default-export",
            Severity.ERROR,
            "src/index.ts default-exports the plugin",
            "What `src/index.ts` exports, and the calls of `createBackendPlugin`.",
            "`backend.add(import('<package>'))` takes the default export; without one the backend does not start.",
            "Export the plugin as the default of `src/index.ts`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/index.ts
                    export * from './plugin';
                    --- src/plugin.ts
                    import { createBackendPlugin } from '@backstage/backend-plugin-api';

                    export const examplePlugin = createBackendPlugin({
                      pluginId: 'example',
                      register() {},
                    });
                    """, """
                    --- src/index.ts
                    export * from './plugin';
                    export { examplePlugin as default } from './plugin';
                    --- src/plugin.ts
                    import { createBackendPlugin } from '@backstage/backend-plugin-api';

                    export const examplePlugin = createBackendPlugin({
                      pluginId: 'example',
                      register() {},
                    });
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Source> index = plugin.source("src/index.ts").filter(Source::isWhole);
        List<Place> creations = plugin.init().creations();
        if (index.isEmpty() || creations.isEmpty() || hasDefault(index.get()) || isElsewhere(plugin)) {
            return List.of();
        }
        Place at = new Place(
                index.get(),
                index.get().root().namedChildren().stream()
                        .findFirst()
                        .orElse(index.get().root()));
        Repair repair = creations.size() == 1 ? repair(plugin, index.get(), creations.get(0)) : Repair.NONE;
        return List.of(Finding.at(at, DOC, "This file has no default export.", repair));
    }

    /** Written in any way, whatever is exported: what it is may not be for us to see. */
    private static boolean hasDefault(Source index) {
        boolean keyword = index.all("export_statement")
                .anyMatch(each -> Syntax.hasToken(each, "default") || Syntax.hasToken(each, "="));
        boolean named = index.all("export_specifier")
                .anyMatch(each -> each.child("alias")
                        .or(() -> each.child("name"))
                        .filter(name -> name.text().equals("default"))
                        .isPresent());
        boolean commonJs = index.all("member_expression")
                .anyMatch(each ->
                        each.text().equals("module.exports") || each.text().equals("exports.default"));
        return keyword || named || commonJs;
    }

    /** An entry of another name, such as {@code ./alpha}, may be the one that backends add. */
    private static boolean isElsewhere(Plugin plugin) {
        boolean otherMain = plugin.manifest()
                .flatMap(manifest -> manifest.text("main"))
                .filter(main -> main.startsWith("src/") && !main.equals("src/index.ts"))
                .isPresent();
        return otherMain
                || plugin.source("src/alpha.ts")
                        .filter(DefaultExport::hasDefault)
                        .isPresent();
    }

    private static Repair repair(Plugin plugin, Source index, Place creation) {
        Optional<Binding> plain = creation.node()
                .ancestor("variable_declarator")
                .filter(each -> each.child("value")
                        .map(Syntax::bare)
                        .filter(creation.node()::equals)
                        .isPresent())
                .flatMap(each -> each.child("name"))
                .flatMap(creation.source()::binding);
        Optional<String> line = creation.source() == index
                ? plain.map(binding -> "export default " + binding.name().text() + ";")
                : reexport(plugin, index, creation, plain);
        return line.map(text -> Repair.safe(List.of(new Edit(index.path(), append(index, text)))))
                .orElse(Repair.NONE);
    }

    private static Optional<String> reexport(Plugin plugin, Source index, Place creation, Optional<Binding> plain) {
        Optional<String> from = specifier(index, creation.source());
        Optional<String> name = plain.filter(binding -> plugin.modules()
                        .exported(creation.source(), binding.name().text())
                        .filter(new Meaning.Declared(binding)::equals)
                        .isPresent())
                .map(binding -> binding.name().text());
        boolean isDefault = plugin.modules()
                .exported(creation.source(), "default")
                .filter(meaning ->
                        plain.map(Meaning.Declared::new).filter(meaning::equals).isPresent()
                                || meaning.equals(new Meaning.Written(creation)))
                .isPresent();
        Optional<String> exported =
                name.map(each -> each + " as default").or(() -> isDefault ? Optional.of("default") : Optional.empty());
        return from.flatMap(module -> exported.map(each -> "export { " + each + " } from '" + module + "';"));
    }

    private static Optional<String> specifier(Source index, Source other) {
        String path = other.path().value();
        return path.startsWith("src/")
                        && path.endsWith(".ts")
                        && index.path().value().equals("src/index.ts")
                ? Optional.of("./" + path.substring(4, path.length() - 3).replaceAll("/index$", ""))
                : Optional.empty();
    }

    private static TextEdit append(Source index, String line) {
        List<TsNode> exports = index.all("export_statement").toList();
        if (!exports.isEmpty()) {
            return TextEdit.insert(exports.get(exports.size() - 1).end(), "\n" + line);
        }
        String text = index.text();
        return TextEdit.insert(text.length(), (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + line + "\n");
    }
}
