package dev.backstagegen.rule.integration;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Addresses;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Shipped;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code integration/discovered-urls}: where a plugin is to be found is asked, not known. */
public final class DiscoveredUrls implements Rule {

    private static final Pattern LOCAL =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0):7007/api/[a-z*].*");

    private static final RuleDoc DOC = new RuleDoc(
            "integration/discovered-urls",
            Severity.WARNING,
            "The address of a plugin comes from the discovery service",
            "Addresses below `/api/` that begin with `http://localhost:7007` or with the value of `backend.baseUrl`.",
            "A plugin may run on another host or port than the one it is developed on, in a process of its own, or behind"
                    + " an address that is not the internal one.",
            "Ask `discovery.getBaseUrl('<pluginId>')`, or `getExternalBaseUrl` for what a browser is to open.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("RootConfigService", "config", "`${config.getString('backend.baseUrl')}/api/search`"),
                    example("DiscoveryService", "discovery", "await discovery.getBaseUrl('search')"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        if (plugin.init().creations().isEmpty()) {
            return List.of();
        }
        return Shipped.sources(plugin).stream()
                .flatMap(source -> Stream.concat(local(source), byHand(plugin, source)))
                .toList();
    }

    private static Stream<Finding> local(Source source) {
        boolean generated = source.path().segments().stream().anyMatch(each -> each.matches("(?i).*generated.*"));
        if (generated || !source.text().contains(":7007/api/")) {
            return Stream.empty();
        }
        return source.places("string", "template_string")
                .filter(text -> LOCAL.matcher(text.node().text().substring(1)).matches())
                .filter(text -> isAddress(text.node()))
                .map(text -> Finding.at(text, DOC, "This address is that of a backend on the developer's machine."));
    }

    /** An example in a description, an error or a log says nothing of where a request goes. */
    private static boolean isAddress(TsNode text) {
        TsNode at = text;
        while (at.parent().filter(DiscoveredUrls::passesOn).isPresent()) {
            at = at.parent().get();
        }
        TsNode parent = at.parent().orElse(at);
        if (parent.is("arguments")) {
            TsNode call = parent.parent().orElse(parent);
            String name = Syntax.method(call)
                    .or(() -> Syntax.called(call).map(TsNode::text))
                    .orElse("");
            return name.matches("fetch|get|post|put|patch|delete|head|request|URL|join|urlJoin|axios|got");
        }
        boolean named = parent.is("variable_declarator", "public_field_definition", "assignment_expression");
        // The servers that an OpenAPI document lists are no addresses that anybody calls.
        boolean member = parent.is("pair")
                && parent.ancestor("array").isEmpty()
                && Syntax.key(parent)
                        .filter(key -> key.matches("(?i).*(url|host|address|endpoint|target)"))
                        .isPresent();
        return named || member;
    }

    private static boolean passesOn(TsNode around) {
        return around.is("parenthesized_expression")
                || around.is("binary_expression")
                        && Stream.of("+", "??", "||").anyMatch(each -> Syntax.hasToken(around, each));
    }

    private static Stream<Finding> byHand(Plugin plugin, Source source) {
        if (!source.text().contains("/api/")) {
            return Stream.empty();
        }
        List<Place> built = source.places("template_string", "binary_expression", "new_expression")
                .filter(each -> each.node().text().contains("/api/"))
                .filter(each -> isBuiltOnBackend(plugin, each))
                .toList();
        return built.stream()
                .filter(each ->
                        built.stream().noneMatch(other -> other != each && Syntax.within(each.node(), other.node())))
                .map(each -> Finding.at(each, DOC, "This address of a plugin is put together from backend.baseUrl."));
    }

    private static boolean isBuiltOnBackend(Plugin plugin, Place address) {
        List<Addresses.Start> starts = Addresses.starts(plugin, address);
        return starts.stream()
                .filter(start -> start.text().matches("/?api/[a-z*].*") && !isOwn(plugin, start.text()))
                .anyMatch(start -> isBaseUrl(plugin, start.place()));
    }

    /** A link to itself that a plugin hands out is no request. */
    private static boolean isOwn(Plugin plugin, String path) {
        return plugin.init()
                .pluginId()
                .filter(id -> path.matches("/?api/" + Pattern.quote(id) + "(/.*)?"))
                .isPresent();
    }

    private static boolean isBaseUrl(Plugin plugin, Place read) {
        if (!read.node().is("call_expression") || !Syntax.calls(read.node(), "getString", "getOptionalString", "get")) {
            return false;
        }
        Optional<String> key =
                Syntax.argument(read.node(), 0).flatMap(each -> plugin.origins().text(read.at(each)));
        return key.filter("backend.baseUrl"::equals).isPresent()
                || key.filter("baseUrl"::equals).isPresent()
                        && Syntax.receiver(read.node())
                                .filter(each -> isBackend(plugin, read.at(each)))
                                .isPresent();
    }

    private static boolean isBackend(Plugin plugin, Place section) {
        List<Place> origins = plugin.origins().whole(section);
        return !origins.isEmpty()
                && origins.stream()
                        .allMatch(each -> Syntax.calls(each.node(), "getConfig", "getOptionalConfig")
                                && Syntax.argument(each.node(), 0)
                                        .flatMap(Syntax::string)
                                        .filter("backend"::equals)
                                        .isPresent());
    }

    private static String example(String type, String name, String value) {
        return """
                --- src/search.ts
                import { %1$s } from '@backstage/backend-plugin-api';

                export async function searchUrl(%2$s: %1$s) {
                  return %3$s;
                }
                --- src/index.ts
                export { examplePlugin as default } from './plugin';
                export { searchUrl } from './search';
                """.formatted(type, name, value);
    }
}
