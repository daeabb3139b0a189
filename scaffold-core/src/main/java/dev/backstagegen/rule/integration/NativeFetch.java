package dev.backstagegen.rule.integration;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Shipped;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.stream.Stream;

/** {@code integration/native-fetch}: requests go out by the {@code fetch} that Node has. */
public final class NativeFetch implements Rule {

    private static final List<String> PACKAGES = List.of("node-fetch", "cross-fetch");

    private static final RuleDoc DOC = new RuleDoc(
            "integration/native-fetch",
            Severity.INFO,
            "Requests go out by the fetch of Node",
            "Imports of `node-fetch` and `cross-fetch` whose `fetch` is called.",
            "Every Node that Backstage runs on has `fetch`; a package for it is one more to keep up to date, its types are"
                    + " others, and what watches or mocks the global one does not see its requests.",
            "Drop the import and call the global `fetch`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("import fetch from 'node-fetch';\n\n"), example(""))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        if (PACKAGES.stream().allMatch(each -> plugin.mentioning(each).isEmpty())) {
            return List.of();
        }
        return Shipped.sources(plugin).stream()
                .filter(source -> !wantsAgent(source))
                .flatMap(source -> imports(plugin, source))
                .map(place -> Finding.at(
                        place,
                        DOC,
                        "This fetch comes from " + Syntax.string(place.node()).orElse("a package") + "."))
                .toList();
    }

    /** An agent, for a proxy or certificates of one's own, is what the global fetch does not take. */
    private static boolean wantsAgent(Source source) {
        return source.all("property_identifier", "shorthand_property_identifier")
                .anyMatch(each -> each.text().matches("agent|dispatcher"));
    }

    private static Stream<Place> imports(Plugin plugin, Source source) {
        return source.places("import_statement")
                .filter(each -> !Syntax.hasToken(each.node(), "type"))
                .flatMap(each -> each.node().child("source").stream().map(each::at))
                .filter(each ->
                        Syntax.string(each.node()).filter(PACKAGES::contains).isPresent())
                .filter(each -> isCalled(plugin, each));
    }

    private static boolean isCalled(Plugin plugin, Place module) {
        Source source = module.source();
        TsNode statement = module.node().parent().orElse(module.node());
        return source.all("call_expression")
                .flatMap(call -> Syntax.called(call).stream())
                .flatMap(name -> source.binding(name).stream())
                .filter(binding -> binding.is(Binding.Kind.IMPORT))
                .anyMatch(binding -> binding.declaration() == statement);
    }

    private static String example(String imports) {
        return """
                --- src/client.ts
                %sexport async function findItems(url: string): Promise<string[]> {
                  const response = await fetch(url);
                  return response.json();
                }
                --- src/index.ts
                export { examplePlugin as default } from './plugin';
                export { findItems } from './client';
                """.formatted(imports);
    }
}
