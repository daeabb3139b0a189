package dev.backstagegen.rule.code;

import dev.backstagegen.tree.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sources that a plugin's package gets to from its entry points: what package.json publishes, what that imports, and
 * so on. A server for trying the plugin out that lies beside them, or a helper of tests, is not among them.
 */
public final class Shipped {

    private static final List<String> ENTRIES =
            List.of("src/index.ts", "src/index.js", "src/alpha.ts", "src/alpha/index.ts");

    private Shipped() {}

    /** All of them; every source where no entry point is found. */
    public static List<Source> sources(Plugin plugin) {
        Set<Source> reached = reached(plugin);
        List<Source> sources = plugin.sources();
        return reached.isEmpty()
                ? sources
                : sources.stream().filter(reached::contains).toList();
    }

    static Set<Source> reached(Plugin plugin) {
        Set<Source> reached = new LinkedHashSet<>();
        Deque<Source> open = new ArrayDeque<>(entries(plugin));
        while (!open.isEmpty()) {
            Source next = open.pop();
            if (reached.add(next)) {
                imports(next).forEach(name -> plugin.modules().file(next, name).ifPresent(open::add));
            }
        }
        return reached;
    }

    private static Set<Source> entries(Plugin plugin) {
        Set<Source> entries = new LinkedHashSet<>();
        Stream<String> published = plugin.manifest().stream()
                .flatMap(manifest -> Stream.concat(
                        manifest.text("main").stream(),
                        manifest.at("exports").stream().flatMap(Shipped::paths)));
        Stream.concat(published, ENTRIES.stream())
                .map(path -> path.startsWith("./") ? path.substring(2) : path)
                .flatMap(path -> plugin.source(path).stream())
                .forEach(entries::add);
        plugin.init().creations().forEach(creation -> entries.add(creation.source()));
        return entries;
    }

    /** {@code exports} maps names to paths, or to maps from conditions to paths. */
    private static Stream<String> paths(Json.Value exported) {
        return exported instanceof Json.ObjectValue object
                ? object.members().stream().flatMap(member -> paths(member.value()))
                : exported.asText().stream();
    }

    private static Stream<String> imports(Source source) {
        Stream<Optional<String>> statements = source.all(
                        "import_statement", "export_statement", "import_require_clause")
                .map(Modules::module);
        Stream<Optional<String>> calls = source.all("call_expression")
                .filter(call -> Syntax.called(call)
                        .filter(called -> called.is("import") || called.text().equals("require"))
                        .isPresent())
                .map(call -> Syntax.argument(call, 0).flatMap(Syntax::string));
        return Stream.concat(statements, calls).flatMap(Optional::stream).filter(name -> name.startsWith("."));
    }
}
