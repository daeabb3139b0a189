package dev.backstagegen.rule.code;

import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A file of code that stands where knex looks for migrations. */
public final class MigrationFile {

    private final Plugin plugin;
    private final Source source;

    private MigrationFile(Plugin plugin, Source source) {
        this.plugin = plugin;
        this.source = source;
    }

    /** Those of the folder {@code migrations} and of the folders that the code names, sorted as knex runs them. */
    public static List<MigrationFile> of(Plugin plugin) {
        return paths(plugin).stream()
                .flatMap(path -> plugin.source(path.value()).stream())
                .map(source -> new MigrationFile(plugin, source))
                .toList();
    }

    /** Their paths, without reading them. */
    public static List<RelPath> paths(Plugin plugin) {
        Set<String> folders = new TreeSet<>(Migrations.folders(plugin));
        if (folders.isEmpty()) {
            folders.add("migrations");
        }
        return plugin.files().paths().stream()
                .filter(path -> path.segments().size() > 1)
                .filter(path -> folders.contains(path.parent().value()))
                .filter(path -> path.extension().matches("[cm]?[jt]s"))
                .filter(path -> !path.name().matches(".*(\\.d\\.[cm]?ts|\\.(test|spec)\\.[a-z]+)"))
                .sorted()
                .toList();
    }

    public RelPath path() {
        return source.path();
    }

    public Source source() {
        return source;
    }

    /** What to underline when the file as a whole is meant. */
    public Place top() {
        TsNode root = source.root();
        return new Place(source, root.namedChildren().stream().findFirst().orElse(root));
    }

    /** Whether it exports something under a name. */
    public boolean exports(String name) {
        return exported().anyMatch(each -> each.name().equals(name));
    }

    /** Where it exports its {@code up}. */
    public Optional<Place> up() {
        return exported()
                .filter(each -> each.name().equals("up"))
                .map(each -> new Place(source, each.label()))
                .findFirst();
    }

    /** Whether everything that it exports can be read off it. */
    public boolean isClear() {
        return source.isWhole()
                && source.all("export_statement").noneMatch(each -> Syntax.hasToken(each, "*"))
                && source.all("identifier", "member_expression").noneMatch(MigrationFile::isHandedOn)
                && wholes().allMatch(whole -> whole.is("object") && !Syntax.hasSpread(whole));
    }

    /** {@code exports[name] = ...} and {@code Object.assign(exports, ...)}. */
    private static boolean isHandedOn(TsNode node) {
        return node.text().matches("(module\\.)?exports")
                && node.parent()
                        .filter(parent -> parent.is("subscript_expression", "arguments", "spread_element"))
                        .isPresent();
    }

    /** The functions that it exports under a name. */
    public List<Place> functions(String name) {
        return exported()
                .filter(each -> each.name().equals(name))
                .flatMap(each -> plugin.calls().functions(new Place(source, each.value())).stream()
                        .filter(place -> place.source() == source))
                .toList();
    }

    /** @param label what to underline */
    private record Exported(String name, TsNode label, TsNode value) {}

    private Stream<Exported> exported() {
        List<Exported> found = new ArrayList<>();
        source.all("assignment_expression").forEach(each -> {
            Optional<String> name = each.child("left").flatMap(MigrationFile::exportedAs);
            Optional<TsNode> value = each.child("right").map(Syntax::bare);
            if (name.isPresent() && value.isPresent()) {
                found.add(new Exported(name.get(), each.child("left").get(), value.get()));
            }
        });
        wholes().filter(whole -> whole.is("object"))
                .flatMap(whole -> whole.namedChildren().stream())
                .forEach(member -> Syntax.key(member)
                        .ifPresent(name -> found.add(new Exported(
                                name,
                                member.child("key").orElse(member),
                                member.is("pair")
                                        ? member.child("value")
                                                .map(Syntax::bare)
                                                .orElse(member)
                                        : member))));
        source.all("export_statement").forEach(each -> declared(each, found));
        return found.stream();
    }

    private static void declared(TsNode statement, List<Exported> found) {
        statement
                .descendants("variable_declarator", "function_declaration", "export_specifier")
                .filter(each -> Syntax.functionAround(each)
                        .filter(around -> Syntax.within(around, statement))
                        .isEmpty())
                .forEach(each -> each.child(
                                each.is("export_specifier")
                                                && each.child("alias").isPresent()
                                        ? "alias"
                                        : "name")
                        .ifPresent(name -> found.add(new Exported(
                                name.text(),
                                name,
                                each.is("function_declaration")
                                        ? each
                                        : each.child("value")
                                                .or(() -> each.child("name"))
                                                .map(Syntax::bare)
                                                .orElse(each)))));
    }

    /** What is exported as one: {@code module.exports = ...} and {@code export default ...}. */
    private Stream<TsNode> wholes() {
        Stream<TsNode> assigned = source.all("assignment_expression")
                .filter(each -> each.child("left")
                        .filter(left -> left.text().equals("module.exports"))
                        .isPresent())
                .flatMap(each -> each.child("right").stream());
        Stream<TsNode> byDefault = source.all("export_statement")
                .filter(each -> Syntax.hasToken(each, "default"))
                .flatMap(each -> each.child("value").stream());
        return Stream.concat(assigned, byDefault).map(Syntax::bare);
    }

    /** The name in {@code exports.name} and {@code module.exports.name}. */
    private static Optional<String> exportedAs(TsNode left) {
        return left.is("member_expression")
                        && left.child("object")
                                .filter(object -> object.text().matches("(module\\.)?exports"))
                                .isPresent()
                        && !left.text().equals("module.exports")
                ? left.child("property").map(TsNode::text)
                : Optional.empty();
    }
}
