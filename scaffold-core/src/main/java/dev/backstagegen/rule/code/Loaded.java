package dev.backstagegen.rule.code;

import dev.backstagegen.tree.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sources that a backend loads with the plugin: what package.json publishes, what that imports, and so on. Of the
 * others those count, too, whose names do not say that they are scripts, servers for development or for tests. What a
 * generator wrote does not count.
 */
final class Loaded {

    private static final Pattern ASIDE = Pattern.compile(
            "(?i).*/(scripts?|bin|cli|tests?|testing|.*-?test-?utils?|mocks?|fixtures?|seeds?|examples?)/.*"
                    + "|.*/(run|cli|standaloneServer|setup|seed|.*(test|mock|fixture)[^/]*)\\.[cm]?[jt]s");

    private static final List<String> ENTRIES = List.of("src/index.ts", "src/index.js", "src/alpha.ts");

    /** What generators say of themselves, or switch off for a whole file. */
    private static final Pattern GENERATED = Pattern.compile(
            "(?i)@generated|auto-?\\s?generated|generated (by|using|with|from|file)|do not (edit|modify)"
                    + "|^/\\*\\s*(istanbul ignore file|tslint:disable)\\s*\\*/$");

    private Loaded() {}

    static List<Source> of(Plugin plugin) {
        Set<Source> found = new LinkedHashSet<>();
        Deque<Source> open = new ArrayDeque<>(entries(plugin));
        while (!open.isEmpty()) {
            Source next = open.pop();
            if (found.add(next)) {
                imports(next).forEach(name -> plugin.modules().file(next, name).ifPresent(open::add));
            }
        }
        return plugin.sources().stream()
                .filter(source -> (found.contains(source) || !isAside(source)) && !isGenerated(source))
                .toList();
    }

    private static boolean isAside(Source source) {
        return ASIDE.matcher("/" + source.path().value()).matches()
                || source.text().startsWith("#!");
    }

    /** What a generator wrote is nothing that the plugin's authors can change. */
    private static boolean isGenerated(Source source) {
        return source.path().segments().contains("generated")
                || source.path().name().contains(".generated.")
                || source.root().children().stream()
                        .takeWhile(child -> child.is("comment"))
                        .anyMatch(comment -> GENERATED.matcher(comment.text()).find());
    }

    private static Set<Source> entries(Plugin plugin) {
        Set<Source> entries = new LinkedHashSet<>();
        Stream<String> published = plugin.manifest().stream()
                .flatMap(manifest -> Stream.concat(
                        manifest.text("main").stream(),
                        manifest.at("exports").stream().flatMap(Loaded::paths)));
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
        Stream<Optional<String>> statements =
                source.all("import_statement", "export_statement").map(Modules::module);
        Stream<Optional<String>> calls = source.all("call_expression")
                .filter(call -> Syntax.called(call)
                        .filter(called -> called.is("import") || called.text().equals("require"))
                        .isPresent())
                .map(call -> Syntax.argument(call, 0).flatMap(Syntax::string));
        return Stream.concat(statements, calls).flatMap(Optional::stream).filter(name -> name.startsWith("."));
    }
}
