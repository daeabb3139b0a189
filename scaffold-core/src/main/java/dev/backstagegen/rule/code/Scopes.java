package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Which declaration each name of one file means, by the block scopes of JavaScript. */
final class Scopes {

    private static final String[] BLOCKS = {
        "program",
        "statement_block",
        "arrow_function",
        "function_expression",
        "function_declaration",
        "method_definition",
        "generator_function",
        "generator_function_declaration",
        "for_statement",
        "for_in_statement",
        "catch_clause",
        "class",
        "switch_body"
    };
    private static final String[] NAMES = {
        "identifier", "shorthand_property_identifier", "type_identifier", "shorthand_property_identifier_pattern"
    };

    private final Source source;
    private final Map<TsNode, Map<String, Binding>> declared = new HashMap<>();
    private final Map<TsNode, Binding> meaning = new HashMap<>();
    private final Map<Binding, List<TsNode>> uses = new HashMap<>();

    Scopes(Source source) {
        this.source = source;
        declare();
        source.all(NAMES).forEach(this::resolve);
    }

    Optional<Binding> binding(TsNode name) {
        return Optional.ofNullable(meaning.get(name));
    }

    List<TsNode> uses(Binding binding) {
        return uses.getOrDefault(binding, List.of());
    }

    Optional<Binding> topLevel(String name) {
        return Optional.ofNullable(
                declared.getOrDefault(source.root(), Map.of()).get(name));
    }

    private void resolve(TsNode name) {
        if (isMemberName(name)) {
            return;
        }
        for (Optional<TsNode> scope = Optional.of(name);
                scope.isPresent();
                scope = scope.get().ancestor(BLOCKS)) {
            Binding found = declared.getOrDefault(scope.get(), Map.of()).get(name.text());
            if (found != null) {
                meaning.put(name, found);
                if (found.name() != name) {
                    uses.computeIfAbsent(found, key -> new ArrayList<>()).add(name);
                }
                return;
            }
        }
    }

    /** The last name of {@code express.Router}, and the foreign name in an import or export, mean nothing here. */
    private static boolean isMemberName(TsNode name) {
        TsNode parent = name.parent().orElse(name);
        return (parent.is("nested_type_identifier") && name.field().equals("name"))
                || (parent.is("import_specifier")
                        && name.field().equals("name")
                        && parent.child("alias").isPresent())
                || (parent.is("export_specifier")
                        && (name.field().equals("alias")
                                || parent.ancestor("export_statement")
                                        .flatMap(e -> e.child("source"))
                                        .isPresent()));
    }

    private void declare() {
        source.all("variable_declarator")
                .forEach(each -> declareIn(variableScope(each), Kind.VARIABLE, each, each.child("name")));
        source.all("required_parameter", "optional_parameter")
                .filter(Scopes::isOfFunction)
                .forEach(each -> declareIn(scope(each), Kind.PARAMETER, each, each.child("pattern")));
        source.all("arrow_function").forEach(each -> declareIn(each, Kind.PARAMETER, each, each.child("parameter")));
        source.all("function_declaration", "generator_function_declaration", "function_signature")
                .forEach(each -> declareIn(scope(each), Kind.FUNCTION, each, each.child("name")));
        source.all("function_expression").forEach(each -> declareIn(each, Kind.FUNCTION, each, each.child("name")));
        source.all("class_declaration", "abstract_class_declaration")
                .forEach(each -> declareIn(scope(each), Kind.CLASS, each, each.child("name")));
        source.all("interface_declaration", "type_alias_declaration", "enum_declaration")
                .forEach(each -> declareIn(scope(each), Kind.TYPE, each, each.child("name")));
        source.all("for_in_statement")
                .filter(each -> each.child("kind").isPresent())
                .forEach(each -> declareIn(each, Kind.VARIABLE, each, each.child("left")));
        source.all("catch_clause").forEach(each -> declareIn(each, Kind.CAUGHT, each, each.child("parameter")));
        source.all("import_clause").forEach(this::declareImports);
    }

    private static boolean isOfFunction(TsNode parameter) {
        return parameter
                .parent()
                .flatMap(TsNode::parent)
                .filter(Syntax::isFunction)
                .isPresent();
    }

    private void declareImports(TsNode clause) {
        TsNode statement = clause.parent().orElse(clause);
        for (TsNode child : clause.namedChildren()) {
            if (child.is("identifier")) {
                put(source.root(), Kind.IMPORT, child, statement, List.of("default"));
            } else if (child.is("namespace_import")) {
                child.namedChildren().forEach(name -> put(source.root(), Kind.IMPORT, name, statement, List.of("*")));
            } else {
                child.namedChildren().stream()
                        .filter(each -> each.is("import_specifier"))
                        .forEach(each -> {
                            TsNode name = each.child("name").orElse(each);
                            put(
                                    source.root(),
                                    Kind.IMPORT,
                                    each.child("alias").orElse(name),
                                    statement,
                                    List.of(name.text()));
                        });
            }
        }
    }

    private void declareIn(TsNode scope, Kind kind, TsNode declaration, Optional<TsNode> pattern) {
        pattern.ifPresent(each -> spread(scope, kind, declaration, each, List.of()));
    }

    private void spread(TsNode scope, Kind kind, TsNode declaration, TsNode pattern, List<String> steps) {
        switch (pattern.type()) {
            case "identifier", "type_identifier", "shorthand_property_identifier_pattern" ->
                put(
                        scope,
                        kind,
                        pattern,
                        declaration,
                        pattern.is("shorthand_property_identifier_pattern") ? and(steps, pattern.text()) : steps);
            case "object_pattern" ->
                pattern.namedChildren().forEach(each -> spread(scope, kind, declaration, each, steps));
            case "pair_pattern" ->
                each(
                        pattern,
                        "value",
                        value -> spread(
                                scope,
                                kind,
                                declaration,
                                value,
                                and(steps, Syntax.key(pattern).orElse("?"))));
            case "object_assignment_pattern", "assignment_pattern" ->
                each(pattern, "left", left -> spread(scope, kind, declaration, left, steps));
            case "rest_pattern" ->
                pattern.namedChildren().forEach(each -> spread(scope, kind, declaration, each, and(steps, "...")));
            case "array_pattern" -> declareItems(scope, kind, declaration, pattern, steps);
            default -> {
                // No other node declares a name.
            }
        }
    }

    private void declareItems(TsNode scope, Kind kind, TsNode declaration, TsNode pattern, List<String> steps) {
        int index = 0;
        for (TsNode child : pattern.children()) {
            if (child.is(",")) {
                index++;
            } else if (child.isNamed()) {
                spread(scope, kind, declaration, child, and(steps, String.valueOf(index)));
            }
        }
    }

    private static void each(TsNode node, String place, Consumer<TsNode> use) {
        node.child(place).ifPresent(use);
    }

    private static List<String> and(List<String> steps, String step) {
        List<String> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    private void put(TsNode scope, Kind kind, TsNode name, TsNode declaration, List<String> steps) {
        // The first of several overloads or merged declarations stands for all; a function's body beats its signatures.
        declared.computeIfAbsent(scope, key -> new HashMap<>())
                .merge(
                        name.text(),
                        new Binding(source, kind, name, declaration, steps),
                        (first, second) -> first.declaration().is("function_signature") ? second : first);
    }

    private TsNode scope(TsNode node) {
        return node.ancestor(BLOCKS).orElse(source.root());
    }

    private TsNode variableScope(TsNode declarator) {
        boolean hoisted = declarator
                .parent()
                .filter(each -> each.is("variable_declaration"))
                .isPresent();
        if (hoisted) {
            return Syntax.functionAround(declarator)
                    .flatMap(f -> f.child("body"))
                    .orElse(source.root());
        }
        return scope(declarator);
    }
}
