package dev.backstagegen.merge;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the shape of each kind of code; what it does not know is an atom. */
final class Shapes {

    private static final Set<String> FIXED = Set.of(
            "export_statement",
            "import_statement",
            "import_clause",
            "class_declaration",
            "abstract_class_declaration",
            "class",
            "class_heritage",
            "interface_declaration",
            "type_alias_declaration",
            "method_definition",
            "function_declaration",
            "generator_function_declaration",
            "function_expression",
            "arrow_function",
            "lexical_declaration",
            "variable_declaration",
            "variable_declarator",
            "expression_statement",
            "await_expression",
            "return_statement",
            "throw_statement",
            "if_statement",
            "else_clause",
            "try_statement",
            "catch_clause",
            "finally_clause",
            "for_statement",
            "for_in_statement",
            "while_statement",
            "pair",
            "pair_pattern",
            "new_expression",
            "assignment_expression",
            "required_parameter",
            "optional_parameter",
            "type_annotation",
            "property_signature",
            "method_signature",
            "public_field_definition",
            "as_expression",
            "satisfies_expression",
            "parenthesized_expression",
            "generic_type",
            "parenthesized_type",
            "array_type",
            "spread_element",
            "switch_statement",
            "switch_case",
            "switch_default",
            "enum_declaration",
            "non_null_expression",
            "implements_clause",
            "extends_clause",
            "extends_type_clause",
            "link");
    private static final Set<String> SPINE =
            Set.of("call_expression", "member_expression", "subscript_expression", "non_null_expression");

    private Shapes() {}

    static Shape of(TsNode node) {
        if (node.children().isEmpty()) {
            // A keyword may be called as the code that it begins.
            return Shape.ATOM;
        }
        return switch (node.type()) {
            case "named_imports", "export_clause", "object", "object_pattern", "enum_body" -> Shape.SET;
            case "array" -> isSet(node) ? Shape.SET : Shape.LIST;
            case "arguments", "formal_parameters", "type_parameters", "type_arguments" -> Shape.LIST;
            case "class_body", "interface_body", "object_type" -> Shape.MEMBERS;
            case "statement_block", "switch_body" -> Shape.STATEMENTS;
            case "union_type" -> node.descendants("comment").findAny().isPresent() ? Shape.ATOM : Shape.BARS;
            case "call_expression", "member_expression", "subscript_expression" ->
                hasCall(node) ? Shape.CHAIN : Shape.ATOM;
            default -> FIXED.contains(node.type()) ? Shape.FIXED : Shape.ATOM;
        };
    }

    private static boolean isSet(TsNode array) {
        List<TsNode> elements = array.namedChildren();
        Set<String> different = elements.stream().map(Essence::of).collect(Collectors.toSet());
        return different.size() == elements.size()
                && elements.stream().allMatch(each -> each.is("identifier", "string", "member_expression"));
    }

    private static boolean hasCall(TsNode spine) {
        TsNode at = spine;
        while (isSpine(at)) {
            if (at.is("call_expression")) {
                return at.children().stream().noneMatch(child -> child.is("comment"));
            }
            at = at.children().get(0);
        }
        return false;
    }

    /** Whether it asks something of the value that is its first child. */
    static boolean isSpine(TsNode node) {
        return SPINE.contains(node.type());
    }
}
