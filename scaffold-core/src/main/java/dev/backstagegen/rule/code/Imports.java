package dev.backstagegen.rule.code;

import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which modules the files of a plugin ask for, and which of them are loaded with others. */
public final class Imports {

    private final Plugin plugin;
    private final Map<RelPath, List<Import>> known = new HashMap<>();

    Imports(Plugin plugin) {
        this.plugin = plugin;
    }

    /** What is taken from a module. */
    public enum Need {
        /** Something that has to be there when the code runs. */
        VALUES,
        /** Types, which the compiler takes away. */
        TYPES,
        /** It cannot be told. */
        UNKNOWN
    }

    /**
     * One place that names a module.
     *
     * @param place the text that names it
     * @param specifier that text
     * @param isTried whether the code goes on without it
     */
    public record Import(Place place, String specifier, Need need, boolean isTried) {

        /** The package, if it is one. */
        public Optional<String> packageName() {
            return PackageName.of(specifier);
        }
    }

    /** What a file imports, in whatever way. */
    public List<Import> of(Source source) {
        List<Import> found = known.get(source.path());
        if (found == null) {
            found = read(source);
            known.put(source.path(), found);
        }
        return found;
    }

    /** Some files of the plugin and all that are loaded with them. */
    public Set<Source> loadedWith(Collection<Source> first) {
        Set<Source> loaded = new LinkedHashSet<>();
        Deque<Source> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            Source next = open.pop();
            if (loaded.add(next)) {
                for (Import each : of(next)) {
                    if (each.specifier().startsWith(".")) {
                        plugin.modules().file(next, each.specifier()).ifPresent(open::add);
                    }
                }
            }
        }
        return loaded;
    }

    /** The files that package.json lets others load: its main entry and those of {@code exports}. */
    public List<Source> entries() {
        List<String> paths = new ArrayList<>(List.of("src/index.ts"));
        plugin.manifest().ifPresent(manifest -> {
            manifest.text("main").ifPresent(paths::add);
            manifest.members("exports").forEach(each -> each.value().asText().ifPresent(paths::add));
        });
        return paths.stream()
                .map(path -> path.startsWith("./") ? path.substring(2) : path)
                .distinct()
                .flatMap(path -> plugin.source(path).stream())
                .toList();
    }

    private List<Import> read(Source source) {
        List<Import> found = new ArrayList<>();
        source.all("import_statement")
                .forEach(each -> add(found, source, each.child("source"), needOfImport(source, each), false));
        source.all("import_require_clause")
                .forEach(each -> add(found, source, each.child("source"), Need.UNKNOWN, false));
        source.all("export_statement")
                .filter(each -> each.child("source").isPresent())
                .forEach(each -> add(
                        found,
                        source,
                        each.child("source"),
                        Syntax.hasToken(each, "type") ? Need.TYPES : Need.UNKNOWN,
                        false));
        source.all("call_expression")
                .filter(each -> isLoading(source, each))
                .forEach(each -> add(
                        found,
                        source,
                        Syntax.argument(each, 0),
                        needOfCall(each),
                        each.ancestor("try_statement").isPresent()));
        return List.copyOf(found);
    }

    private static void add(List<Import> found, Source source, Optional<TsNode> name, Need need, boolean isTried) {
        name.ifPresent(node -> Syntax.string(node)
                .ifPresent(text -> found.add(new Import(new Place(source, node), text, need, isTried))));
    }

    /** {@code import('x')} and {@code require('x')}. */
    private static boolean isLoading(Source source, TsNode call) {
        return Syntax.called(call)
                .filter(name -> name.is("import")
                        || (name.is("identifier")
                                && name.text().equals("require")
                                && source.binding(name).isEmpty()))
                .isPresent();
    }

    private static Need needOfImport(Source source, TsNode statement) {
        Optional<TsNode> clause = statement.namedChildren().stream()
                .filter(each -> each.is("import_clause"))
                .findFirst();
        if (Syntax.hasToken(statement, "type")) {
            return Need.TYPES;
        }
        if (clause.isEmpty()) {
            return Need.VALUES;
        }
        List<TsNode> uses = clause.get()
                .descendants("identifier")
                .flatMap(name -> source.binding(name).filter(each -> each.name() == name).stream())
                .flatMap(binding -> source.uses(binding).stream())
                .toList();
        if (uses.stream().anyMatch(Imports::isValue)) {
            return Need.VALUES;
        }
        return uses.stream()
                        .anyMatch(use -> use.parent()
                                .filter(each -> each.is("export_specifier"))
                                .isPresent())
                ? Need.UNKNOWN
                : Need.TYPES;
    }

    private static boolean isValue(TsNode use) {
        TsNode parent = use.parent().orElse(use);
        return use.is("identifier", "shorthand_property_identifier")
                && !parent.is("nested_type_identifier", "nested_identifier", "export_specifier")
                && use.ancestor("type_query").isEmpty();
    }

    /** In a type, it looks just like a call. */
    private static Need needOfCall(TsNode call) {
        TsNode at = call;
        Optional<TsNode> parent = at.parent();
        while (parent.filter(each -> each.is("member_expression", "call_expression", "parenthesized_expression"))
                .isPresent()) {
            at = parent.get();
            parent = at.parent();
        }
        boolean certain = parent.filter(each -> each.is("await_expression", "arguments", "return_statement")
                        || (each.is("variable_declarator"))
                        || (each.is("arrow_function")))
                .isPresent();
        return certain ? Need.VALUES : Need.UNKNOWN;
    }
}
