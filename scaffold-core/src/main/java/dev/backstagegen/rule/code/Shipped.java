package dev.backstagegen.rule.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sources that a plugin's package gets to from its entry points. A server for trying the plugin out that lies
 * beside them, or a helper of tests, is not among them.
 */
public final class Shipped {

    private static final List<String> ENTRIES =
            List.of("src/index.ts", "src/index.js", "src/alpha.ts", "src/alpha/index.ts");

    private Shipped() {}

    /** All of them; every source where no entry point is found. */
    public static List<Source> sources(Plugin plugin) {
        Set<Source> reached = new LinkedHashSet<>();
        Deque<Source> open = new ArrayDeque<>(
                ENTRIES.stream().flatMap(entry -> plugin.source(entry).stream()).toList());
        while (!open.isEmpty()) {
            Source next = open.pop();
            if (reached.add(next)) {
                modules(next)
                        .flatMap(module -> plugin.modules().file(next, module).stream())
                        .forEach(open::add);
            }
        }
        List<Source> sources = plugin.sources();
        return reached.isEmpty()
                ? sources
                : sources.stream().filter(reached::contains).toList();
    }

    private static Stream<String> modules(Source source) {
        Stream<String> stated = source.all("import_statement", "export_statement", "import_require_clause")
                .flatMap(statement -> Modules.module(statement).stream());
        Stream<String> called = source.all("call_expression")
                .filter(call -> Syntax.called(call)
                        .filter(each -> each.is("import") || each.text().equals("require"))
                        .isPresent())
                .map(call -> Syntax.argument(call, 0).flatMap(Syntax::string))
                .flatMap(Optional::stream);
        return Stream.concat(stated, called).filter(module -> module.startsWith("."));
    }
}
