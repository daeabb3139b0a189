package dev.backstagegen.rule.integration;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Modules;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Shipped;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code integration/no-backend-import}: plugins meet over the network or through published services. */
public final class NoBackendImport implements Rule {

    /** Packages of plugins: the word alone, as in {@code i18next-fs-backend}, makes none. */
    private static final Pattern BACKEND =
            Pattern.compile("((@[^/]+/)?([^/]*-)?(plugin|backstage)-[^/]*-backend)(/.*)?");

    private static final RuleDoc DOC = new RuleDoc(
            "integration/no-backend-import",
            Severity.ERROR,
            "No code of another plugin's backend package is imported",
            "Imports of packages whose name ends in `-backend`, in what the plugin ships; types do not count.",
            "Such code runs a second time, apart from the plugin that it belongs to and without its services, and the two"
                    + " packages break whenever one of them moves.",
            "Import from the plugin's `-node` or `-common` package, depend on a service that it publishes, or call it over"
                    + " HTTP.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("catalog-backend"), example("catalog-node"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        if (plugin.init().creations().isEmpty()) {
            return List.of();
        }
        String own = plugin.manifest().flatMap(each -> each.text("name")).orElse("");
        return Shipped.sources(plugin).stream()
                .flatMap(NoBackendImport::modules)
                .filter(module -> isForeign(Syntax.string(module.node()).orElse(""), own))
                .map(module -> Finding.at(
                        module,
                        DOC,
                        "This imports " + Syntax.string(module.node()).orElse("it")
                                + ", the backend of another plugin."))
                .toList();
    }

    private static boolean isForeign(String module, String own) {
        Matcher backend = BACKEND.matcher(module);
        return backend.matches() && !backend.group(1).equals(own) && !module.endsWith(".json");
    }

    /** The names of modules that are there when the code runs. */
    private static Stream<Place> modules(Source source) {
        Stream<TsNode> stated = source.all("import_statement")
                .filter(each -> isUsed(source, each))
                .flatMap(each -> each.child("source").stream());
        Stream<TsNode> again = source.all("export_statement")
                .filter(each -> !Syntax.hasToken(each, "type"))
                .flatMap(each -> each.child("source").stream());
        Stream<TsNode> called = source.all("call_expression")
                .filter(call -> Syntax.called(call)
                        .filter(each -> each.is("import") || each.text().equals("require"))
                        .isPresent())
                .flatMap(call -> Syntax.argument(call, 0).stream());
        return Stream.of(stated, again, called).flatMap(each -> each).map(each -> new Place(source, each));
    }

    /** Whether something of the import is a value here; the compiler drops what is only a type. */
    private static boolean isUsed(Source source, TsNode statement) {
        if (Syntax.hasToken(statement, "type") || Modules.module(statement).isEmpty()) {
            return false;
        }
        boolean bare = statement.namedChildren().stream().noneMatch(each -> each.is("import_clause"));
        return bare
                || statement
                        .descendants("identifier")
                        .flatMap(name -> source.binding(name).stream())
                        .filter(binding -> binding.is(Binding.Kind.IMPORT) && binding.declaration() == statement)
                        .flatMap(binding -> source.uses(binding).stream())
                        .anyMatch(NoBackendImport::isValue);
    }

    private static boolean isValue(TsNode use) {
        return use.is("identifier", "shorthand_property_identifier")
                && use.ancestor(
                                "type_annotation",
                                "type_arguments",
                                "type_query",
                                "type_alias_declaration",
                                "interface_declaration",
                                "implements_clause")
                        .isEmpty();
    }

    private static String example(String module) {
        return """
                --- src/names.ts
                import { locationSpecToMetadataName } from '@backstage/plugin-%s';

                export const nameOf = (target: string) =>
                  locationSpecToMetadataName({ type: 'url', target });
                --- src/index.ts
                export { examplePlugin as default } from './plugin';
                export { nameOf } from './names';
                """.formatted(module);
    }
}
