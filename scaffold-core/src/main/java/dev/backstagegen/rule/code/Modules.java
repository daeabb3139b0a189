package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows imports, exports and re-exports between the files of one plugin, and into the packages beside it. */
public final class Modules {

    private static final int LONGEST_CHAIN = 20;
    private static final List<String> ENDINGS = List.of("", ".ts", ".mts", ".cts", ".js", "/index.ts", "/index.js");

    private static final List<String> FOLDER_ENDINGS = List.of("/index.ts", "/index.js");

    private final Plugin plugin;
    private final Map<String, Optional<Source>> files = new HashMap<>();
    private final Map<String, Optional<Meaning>> exports = new HashMap<>();

    Modules(Plugin plugin) {
        this.plugin = plugin;
    }

    /** What a name means at its place; nothing for a global. */
    public Optional<Meaning> meaning(Source source, TsNode name) {
        return source.binding(name).flatMap(binding -> meaning(binding, 0));
    }

    /** What a binding means: itself, unless it is an import. */
    public Optional<Meaning> meaning(Binding binding) {
        return meaning(binding, 0);
    }

    /** Whether a name is that export of that package. */
    public boolean isOutside(Source source, TsNode name, String module, String... exports) {
        return meaning(source, name).orElse(null) instanceof Meaning.Outside outside
                && outside.module().equals(module)
                && List.of(exports).contains(outside.name());
    }

    /** What a file exports under a name, {@code default} included. */
    public Optional<Meaning> exported(Source source, String name) {
        return exported(source, name, 0);
    }

    /** The file of this plugin that a relative import names. */
    public Optional<Source> file(Source from, String specifier) {
        String question = from.path() + " " + specifier;
        Optional<Source> answer = files.get(question);
        if (answer == null) {
            answer = find(from, specifier);
            files.put(question, answer);
        }
        return answer;
    }

    private Optional<Source> find(Source from, String specifier) {
        // A path that ends like this is a folder, even where a file goes by the same name.
        boolean isFolder = specifier.matches("(.*/)?\\.{0,2}");
        return join(from.path(), specifier)
                .flatMap(base -> (isFolder ? FOLDER_ENDINGS : ENDINGS)
                        .stream()
                                .map(ending -> base.endsWith(".js") && ending.startsWith(".")
                                        ? base.substring(0, base.length() - 3) + ending
                                        : base + ending)
                                .flatMap(path -> plugin.source(path).stream())
                                .findFirst());
    }

    /** The module that an import or export statement names. */
    public static Optional<String> module(TsNode statement) {
        return statement.child("source").flatMap(Syntax::string);
    }

    private Optional<Meaning> meaning(Binding binding, int depth) {
        if (!binding.is(Kind.IMPORT)) {
            return Optional.of(new Meaning.Declared(binding));
        }
        String name = binding.steps().get(0);
        return module(binding.declaration()).flatMap(module -> from(binding.source(), module, name, depth));
    }

    private Optional<Meaning> from(Source source, String module, String name, int depth) {
        Optional<Source> own = module.startsWith(".")
                ? file(source, module)
                : plugin.siblings().entry(module).flatMap(path -> plugin.source(path.value()));
        if (own.isEmpty()) {
            return Optional.of(new Meaning.Outside(module, name));
        }
        return name.equals("*") ? own.map(Meaning.File::new) : exported(own.get(), name, depth + 1);
    }

    private Optional<Meaning> exported(Source source, String name, int depth) {
        if (depth > LONGEST_CHAIN) {
            return Optional.empty();
        }
        String question = source.path() + " " + name;
        Optional<Meaning> answer = exports.get(question);
        if (answer == null) {
            // Whoever asks again while the answer is worked out goes in a circle.
            exports.put(question, Optional.empty());
            answer = look(source, name, depth);
            exports.put(question, answer);
        }
        return answer;
    }

    private Optional<Meaning> look(Source source, String name, int depth) {
        List<TsNode> statements = source.all("export_statement").toList();
        return statements.stream()
                .flatMap(each -> direct(source, each, name, depth).stream())
                .findFirst()
                .or(() -> statements.stream()
                        .filter(each -> !name.equals("default") && Syntax.hasToken(each, "*") && !hasClause(each))
                        .flatMap(each -> module(each).flatMap(m -> throughStar(source, m, name, depth)).stream())
                        .findFirst());
    }

    private Optional<Meaning> throughStar(Source source, String module, String name, int depth) {
        return file(source, module).flatMap(own -> exported(own, name, depth + 1));
    }

    private static boolean hasClause(TsNode export) {
        return export.namedChildren().stream().anyMatch(child -> child.is("export_clause", "namespace_export"));
    }

    private Optional<Meaning> direct(Source source, TsNode export, String name, int depth) {
        if (Syntax.hasToken(export, "default")) {
            return name.equals("default") ? defaultOf(source, export, depth) : Optional.empty();
        }
        Optional<TsNode> declaration = export.child("declaration");
        if (declaration.isPresent()) {
            return source.topLevel(name)
                    .filter(binding -> Syntax.within(binding.name(), declaration.get()))
                    .map(Meaning.Declared::new);
        }
        return export.namedChildren().stream()
                .filter(child -> child.is("export_clause"))
                .flatMap(clause -> clause.namedChildren().stream())
                .filter(each -> each.child("alias")
                        .or(() -> each.child("name"))
                        .filter(n -> n.text().equals(name))
                        .isPresent())
                .findFirst()
                .flatMap(each -> each.child("name"))
                .flatMap(local -> module(export).isPresent()
                        ? from(source, module(export).get(), local.text(), depth)
                        : source.binding(local).flatMap(binding -> meaning(binding, depth + 1)));
    }

    private Optional<Meaning> defaultOf(Source source, TsNode export, int depth) {
        Optional<TsNode> declared = export.child("declaration").flatMap(each -> each.child("name"));
        if (declared.isPresent()) {
            return source.binding(declared.get()).map(Meaning.Declared::new);
        }
        return export.child("value").flatMap(value -> {
            TsNode bare = Syntax.bare(value);
            return bare.is("identifier")
                    ? source.binding(bare).flatMap(binding -> meaning(binding, depth + 1))
                    : Optional.of(new Meaning.Written(new Place(source, bare)));
        });
    }

    private static Optional<String> join(RelPath from, String specifier) {
        Deque<String> segments = new ArrayDeque<>(from.segments());
        segments.removeLast();
        for (String segment : specifier.split("/")) {
            if (segment.equals("..")) {
                if (segments.isEmpty()) {
                    return Optional.empty();
                }
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(String.join("/", new ArrayList<>(segments)));
    }
}
