package dev.backstagegen.layout;

import static dev.backstagegen.layout.Reader.find;
import static dev.backstagegen.layout.Reader.first;
import static dev.backstagegen.layout.Reader.hasToken;
import static dev.backstagegen.layout.Reader.named;
import static dev.backstagegen.layout.Reader.need;
import static dev.backstagegen.layout.Reader.node;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions and patterns; parentheses leave only a flag. */
final class ExpressionReader {

    private final Reader reader;

    ExpressionReader(Reader reader) {
        this.reader = reader;
    }

    Node read(TsNode node) {
        return switch (node.type()) {
            case "identifier",
                    "property_identifier",
                    "shorthand_property_identifier",
                    "shorthand_property_identifier_pattern",
                    "undefined",
                    "type_identifier" -> leaf(Kind.IDENTIFIER, node);
            case "private_property_identifier" -> leaf(Kind.PRIVATE_NAME, node);
            case "this" -> leaf(Kind.THIS, node);
            case "super" -> leaf(Kind.SUPER, node);
            case "string" -> leaf(Kind.STRING, node);
            case "number" -> leaf(node.text().endsWith("n") ? Kind.BIGINT : Kind.NUMBER, node);
            case "true", "false" -> leaf(Kind.BOOLEAN, node);
            case "null" -> leaf(Kind.NULL, node);
            case "regex" -> leaf(Kind.REGEX, node);
            case "meta_property" -> leaf(Kind.META_PROPERTY, node);
            case "parenthesized_expression" -> read(first(node)).with(Flag.PARENTHESIZED);
            case "template_string" -> template(node);
            case "object", "object_pattern" -> object(node);
            case "array", "array_pattern" -> array(node);
            case "spread_element" -> node(Kind.SPREAD, node).with(Slot.ARGUMENT, read(first(node)));
            case "rest_pattern" -> node(Kind.REST, node).with(Slot.ARGUMENT, read(first(node)));
            case "assignment_pattern", "object_assignment_pattern" -> pair(Kind.ASSIGNMENT_PATTERN, node);
            case "arrow_function" -> reader.functions().arrow(node);
            case "function_expression", "generator_function" ->
                reader.functions().function(Kind.FUNCTION_EXPRESSION, node);
            case "class" -> reader.classes().type(Kind.CLASS_EXPRESSION, node);
            default -> operation(node);
        };
    }

    private Node operation(TsNode node) {
        return switch (node.type()) {
            case "member_expression", "subscript_expression" -> member(node);
            case "call_expression" -> call(node);
            case "new_expression" -> instance(node);
            case "binary_expression" -> binary(node);
            case "unary_expression" ->
                node(Kind.UNARY, node)
                        .text(need(node, "operator").text())
                        .with(Slot.ARGUMENT, read(need(node, "argument")));
            case "update_expression" -> update(node);
            case "assignment_expression" -> pair(Kind.ASSIGNMENT, node).text("=");
            case "augmented_assignment_expression" ->
                pair(Kind.ASSIGNMENT, node).text(need(node, "operator").text());
            case "ternary_expression" ->
                node(Kind.CONDITIONAL, node)
                        .with(Slot.TEST, read(need(node, "condition")))
                        .with(Slot.CONSEQUENT, read(need(node, "consequence")))
                        .with(Slot.ALTERNATE, read(need(node, "alternative")));
            case "await_expression" -> node(Kind.AWAIT, node).with(Slot.ARGUMENT, read(first(node)));
            case "yield_expression" -> yielded(node);
            case "sequence_expression" -> sequence(node(Kind.SEQUENCE, node), node);
            case "non_null_expression" -> nonNull(node);
            case "as_expression" -> cast(Kind.AS, node);
            case "satisfies_expression" -> cast(Kind.SATISFIES, node);
            case "instantiation_expression" ->
                node(Kind.INSTANTIATION, node)
                        .with(Slot.EXPRESSION, read(first(node)))
                        .with(Slot.TYPE_ARGUMENTS, reader.types().arguments(need(node, "type_arguments")));
            default -> throw reader.unknown(node);
        };
    }

    private static Node leaf(Kind kind, TsNode node) {
        return node(kind, node).text(node.text());
    }

    private Node pair(Kind kind, TsNode node) {
        return node(kind, node).with(Slot.LEFT, read(need(node, "left"))).with(Slot.RIGHT, read(need(node, "right")));
    }

    private Node template(TsNode node) {
        Node template = node(Kind.TEMPLATE, node);
        List<String> pieces = new ArrayList<>();
        int from = 1;
        for (TsNode child : node.children()) {
            if (child.is("template_substitution")) {
                pieces.add(node.text().substring(from, child.start() - node.start()));
                from = child.end() - node.start();
                template.with(Slot.EXPRESSIONS, read(first(child)));
            }
        }
        pieces.add(node.text().substring(from, node.text().length() - 1));
        return template.pieces(pieces);
    }

    private Node object(TsNode node) {
        Node object = node(node.is("object") ? Kind.OBJECT : Kind.OBJECT_PATTERN, node);
        for (TsNode child : named(node)) {
            object.with(Slot.PROPERTIES, property(child));
        }
        return object;
    }

    private Node property(TsNode node) {
        return switch (node.type()) {
            case "pair", "pair_pattern" ->
                reader.classes()
                        .key(node(Kind.PROPERTY, node), need(node, "key"))
                        .with(Slot.VALUE, read(need(node, "value")));
            case "shorthand_property_identifier",
                    "shorthand_property_identifier_pattern",
                    "object_assignment_pattern" ->
                node(Kind.PROPERTY, node).with(Flag.SHORTHAND).with(Slot.VALUE, read(node));
            case "method_definition" -> reader.classes().method(Kind.OBJECT_METHOD, node);
            default -> read(node);
        };
    }

    private Node array(TsNode node) {
        Node array = node(node.is("array") ? Kind.ARRAY : Kind.ARRAY_PATTERN, node);
        boolean filled = false;
        for (TsNode child : node.children()) {
            if (child.is(",")) {
                if (!filled) {
                    array.with(Slot.ELEMENTS, new Node(Kind.HOLE, child.start(), child.start()));
                }
                filled = false;
            } else if (child.isNamed() && !child.is("comment")) {
                array.with(Slot.ELEMENTS, read(child));
                filled = true;
            }
        }
        return array;
    }

    private Node nonNull(TsNode node) {
        if (first(node).is("new_expression") && find(first(node), "arguments") == null) {
            // The grammar ends the new object too early, and calls it.
            throw reader.unknown(node);
        }
        return Precedence.after(
                read(first(node)), operand -> at(Kind.NON_NULL, operand, node).with(Slot.EXPRESSION, operand));
    }

    private Node member(TsNode node) {
        boolean computed = node.is("subscript_expression");
        Node property = read(need(node, computed ? "index" : "property"));
        Node whole = read(need(node, "object"));
        boolean cast = whole.is(Kind.AS, Kind.SATISFIES) && !whole.has(Flag.PARENTHESIZED);
        if (cast && property.is(Kind.IDENTIFIER)) {
            // The grammar ends the name of a type after its second part.
            Node name = whole.get(Slot.TYPE);
            Node type = new Node(name.kind(), name.start(), node.end()).text(name.text() + "." + property.text());
            return new Node(whole.kind(), whole.start(), node.end())
                    .with(Slot.EXPRESSION, whole.get(Slot.EXPRESSION))
                    .with(Slot.TYPE, type);
        }
        return Precedence.after(
                whole,
                object -> at(Kind.MEMBER, object, node)
                        .withIf(computed, Flag.COMPUTED)
                        .withIf(find(node, "optional_chain") != null, Flag.OPTIONAL)
                        .with(Slot.OBJECT, object)
                        .with(Slot.PROPERTY, property));
    }

    private Node call(TsNode node) {
        TsNode function = need(node, "function");
        TsNode arguments = need(node, "arguments");
        if (function.is("import")) {
            return arguments(node(Kind.IMPORT_CALL, node), arguments);
        }
        return Precedence.after(read(function), callee -> call(node, callee, arguments));
    }

    private Node call(TsNode node, Node callee, TsNode arguments) {
        boolean tagged = arguments.is("template_string");
        Node call = at(tagged ? Kind.TAGGED_TEMPLATE : Kind.CALL, callee, node)
                .withIf(hasToken(node, "?.") || find(node, "optional_chain") != null, Flag.OPTIONAL)
                .with(tagged ? Slot.TAG : Slot.CALLEE, callee);
        typeArguments(call, node);
        return tagged ? call.with(Slot.QUASI, read(arguments)) : arguments(call, arguments);
    }

    /** A node that begins where its first part does; with what the grammar got wrong that is not where it says. */
    private static Node at(Kind kind, Node first, TsNode node) {
        int start = first.has(Flag.PARENTHESIZED) ? node.start() : first.start();
        return new Node(kind, start, node.end());
    }

    private Node instance(TsNode node) {
        Node instance = node(Kind.NEW, node).with(Slot.CALLEE, read(need(node, "constructor")));
        typeArguments(instance, node);
        TsNode arguments = find(node, "arguments");
        return arguments == null ? instance : arguments(instance, arguments);
    }

    private void typeArguments(Node target, TsNode node) {
        TsNode arguments = find(node, "type_arguments");
        if (arguments != null) {
            target.with(Slot.TYPE_ARGUMENTS, reader.types().arguments(arguments));
        }
    }

    private Node arguments(Node target, TsNode node) {
        for (TsNode child : named(node)) {
            target.with(Slot.ARGUMENTS, read(child));
        }
        return target;
    }

    private Node binary(TsNode node) {
        return Precedence.join(
                read(need(node, "left")),
                need(node, "operator").text(),
                read(need(node, "right")),
                node.start(),
                node.end());
    }

    private Node update(TsNode node) {
        TsNode operator = need(node, "operator");
        TsNode argument = need(node, "argument");
        return node(Kind.UPDATE, node)
                .text(operator.text())
                .withIf(operator.start() < argument.start(), Flag.PREFIX)
                .with(Slot.ARGUMENT, read(argument));
    }

    private Node yielded(TsNode node) {
        Node yielded = node(Kind.YIELD, node).withIf(hasToken(node, "*"), Flag.DELEGATE);
        for (TsNode child : named(node)) {
            yielded.with(Slot.ARGUMENT, read(child));
        }
        return yielded;
    }

    private Node sequence(Node target, TsNode node) {
        for (TsNode child : named(node)) {
            if (child.is("sequence_expression")) {
                sequence(target, child);
            } else {
                target.with(Slot.EXPRESSIONS, read(child));
            }
        }
        return target;
    }

    private Node cast(Kind kind, TsNode node) {
        List<TsNode> parts = named(node);
        Node type = parts.size() > 1
                ? reader.types().read(parts.get(1))
                : new Node(Kind.TYPE_REFERENCE, node.end() - "const".length(), node.end()).text("const");
        return Precedence.cast(
                read(parts.get(0)),
                operand ->
                        at(kind, operand, node).with(Slot.EXPRESSION, operand).with(Slot.TYPE, type));
    }
}
