package dev.backstagegen.merge;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What code is known by: two pieces of one key are the same piece, even if one was changed. */
final class Keys {

    private static final Set<String> NAMED_CALLS = Set.of("name", "id", "path", "pluginId", "title");

    private Keys() {}

    static String of(TsNode node) {
        return switch (node.type()) {
            case "import_statement" ->
                "import " + child(node, "source")
                        + (node.children().stream().anyMatch(each -> each.is("type")) ? " type" : "");
            case "export_statement" ->
                node.child("declaration")
                        .map(Keys::of)
                        .orElseGet(() -> "export " + child(node, "source") + child(node, "value"));
            case "lexical_declaration", "variable_declaration" ->
                "const " + node.namedChildren().stream().map(Keys::declared).collect(Collectors.joining(", "));
            case "expression_statement" ->
                expression(node.namedChildren().stream().findFirst());
            case "return_statement", "throw_statement", "try_statement" -> node.type();
            case "if_statement" -> "if " + child(node, "condition");
            case "for_in_statement" -> "for " + child(node, "right");
            case "pair", "pair_pattern" -> child(node, "key");
            case "object_assignment_pattern" -> child(node, "left");
            case "switch_case" -> "case " + child(node, "value");
            case "method_definition" -> accessor(node) + child(node, "name");
            case "import_specifier",
                    "export_specifier",
                    "function_declaration",
                    "class_declaration",
                    "abstract_class_declaration",
                    "interface_declaration",
                    "type_alias_declaration",
                    "enum_declaration",
                    "property_signature",
                    "method_signature",
                    "public_field_definition",
                    "generator_function_declaration",
                    "function_signature" -> child(node, "name");
            default -> Essence.of(node);
        };
    }

    /** What a token or a piece is known by where the grammar gives it its place. */
    static String place(TsNode node) {
        if (!node.field().isEmpty()) {
            return node.field();
        }
        return node.is("type_annotation", "arguments", "statement_block")
                ? node.type()
                : node.isNamed() ? "named" : node.type();
    }

    static String link(TsNode spine) {
        return spine.is("member_expression") ? child(spine, "property") : "()";
    }

    private static String child(TsNode node, String place) {
        return node.child(place).map(Essence::of).orElse("");
    }

    private static String accessor(TsNode method) {
        return method.children().stream()
                .filter(child -> child.is("get", "set"))
                .map(child -> child.type() + " ")
                .collect(Collectors.joining());
    }

    /** A variable by its name; what is taken apart, by the call it comes from. */
    private static String declared(TsNode declarator) {
        Optional<TsNode> name = declarator.child("name");
        return name.filter(each -> each.is("identifier"))
                .map(Essence::of)
                .orElseGet(() -> "{} " + expression(declarator.child("value")));
    }

    private static String expression(Optional<TsNode> expression) {
        TsNode at = expression.orElse(null);
        while (at != null && at.is("await_expression", "parenthesized_expression")) {
            at = at.namedChildren().isEmpty() ? null : at.namedChildren().get(0);
        }
        if (at == null) {
            return "";
        }
        if (at.is("assignment_expression")) {
            return "= " + child(at, "left");
        }
        return at.is("call_expression") ? call(at) : Essence.of(at);
    }

    private static String call(TsNode call) {
        List<TsNode> given = call.child("arguments").map(TsNode::namedChildren).orElse(List.of());
        String callee = call.child("function").map(Keys::callee).orElse("");
        return callee + "(" + (given.isEmpty() ? "" : title(given.get(0))) + ")";
    }

    /** A test table may grow, the test stays the same. */
    private static String callee(TsNode callee) {
        String essence = Essence.of(callee);
        int table = essence.indexOf('(');
        boolean test = essence.matches("(?s)(it|test|describe)\\W.*");
        return test && table > 0 ? essence.substring(0, table) : essence;
    }

    private static String title(TsNode argument) {
        if (argument.is("string", "template_string")) {
            return Essence.of(argument);
        }
        if (!argument.is("object")) {
            return "";
        }
        return argument.namedChildren().stream()
                .filter(each -> each.is("pair")
                        && NAMED_CALLS.contains(child(each, "key").replace("\u0001", ""))
                        && each.child("value")
                                .filter(value -> value.is("string"))
                                .isPresent())
                .findFirst()
                .map(Essence::of)
                .orElse("");
    }
}
