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

/** Reads types. */
final class TypeReader {

    private final Reader reader;

    TypeReader(Reader reader) {
        this.reader = reader;
    }

    /** Gives a node the type that is written after it. */
    void annotate(Node target, TsNode node) {
        TsNode type = find(node, "type");
        if (type != null) {
            target.with(Slot.TYPE, annotation(type));
        }
    }

    /** The type in an annotation, or one that stands without a colon. */
    Node annotation(TsNode node) {
        return node.type().endsWith("_annotation") ? read(first(node)) : read(node);
    }

    Node read(TsNode node) {
        return switch (node.type()) {
            case "predefined_type" -> keyword(node);
            case "this_type" -> node(Kind.KEYWORD_TYPE, node).text("this");
            case "type_identifier" ->
                node(node.text().equals("bigint") ? Kind.KEYWORD_TYPE : Kind.TYPE_REFERENCE, node)
                        .text(node.text());
            case "nested_type_identifier", "identifier", "nested_identifier" ->
                node(Kind.TYPE_REFERENCE, node).text(node.text());
            case "generic_type" ->
                node(Kind.TYPE_REFERENCE, node)
                        .text(need(node, "name").text())
                        .with(Slot.TYPE_ARGUMENTS, arguments(need(node, "type_arguments")));
            case "parenthesized_type" -> read(first(node)).with(Flag.PARENTHESIZED);
            case "literal_type" -> literal(node);
            case "template_literal_type" -> template(node);
            case "union_type" -> list(node(Kind.UNION, node), node, "union_type");
            case "intersection_type" -> list(node(Kind.INTERSECTION, node), node, "intersection_type");
            case "array_type" -> node(Kind.ARRAY_TYPE, node).with(Slot.TYPE, read(first(node)));
            case "tuple_type" -> tuple(node);
            case "object_type" -> object(node);
            default -> operator(node);
        };
    }

    private Node operator(TsNode node) {
        return switch (node.type()) {
            case "function_type" -> signature(Kind.FUNCTION_TYPE, node);
            case "constructor_type" ->
                signature(Kind.CONSTRUCTOR_TYPE, node).withIf(hasToken(node, "abstract"), Flag.ABSTRACT);
            case "conditional_type" ->
                node(Kind.CONDITIONAL_TYPE, node)
                        .with(Slot.CHECK, read(need(node, "left")))
                        .with(Slot.EXTENDS, read(need(node, "right")))
                        .with(Slot.TRUE, read(need(node, "consequence")))
                        .with(Slot.FALSE, read(need(node, "alternative")));
            case "infer_type" -> infer(node);
            case "index_type_query" -> operator("keyof", node, read(first(node)));
            case "readonly_type" -> operator("readonly", node, read(first(node)));
            case "type_query" -> query(node);
            case "lookup_type" ->
                node(Kind.INDEXED_ACCESS, node)
                        .with(Slot.OBJECT, read(named(node).get(0)))
                        .with(Slot.INDEX, read(named(node).get(1)));
            case "optional_type" -> node(Kind.OPTIONAL_TYPE, node).with(Slot.TYPE, read(first(node)));
            case "rest_type" -> node(Kind.REST_TYPE, node).with(Slot.TYPE, read(first(node)));
            case "type_predicate" ->
                node(Kind.TYPE_PREDICATE, node)
                        .text(need(node, "name").text())
                        .with(Slot.TYPE, read(need(node, "type")));
            case "asserts" -> asserts(node);
            case "member_expression", "call_expression" -> imported(node(Kind.IMPORT_TYPE, node), node);
            default -> throw reader.unknown(node);
        };
    }

    /** The grammar takes all that follows the word; what it means is the first type only. */
    private static Node operator(String word, TsNode node, Node type) {
        boolean list = type.is(Kind.UNION, Kind.INTERSECTION, Kind.CONDITIONAL_TYPE);
        if (!list || type.has(Flag.PARENTHESIZED)) {
            return new Node(Kind.TYPE_OPERATOR, node.start(), type.end())
                    .text(word)
                    .with(Slot.TYPE, type);
        }
        Node whole = new Node(type.kind(), node.start(), type.end());
        Node first = type.children().get(0);
        for (Node child : type.children()) {
            whole.with(child.slot(), child == first ? operator(word, node, child) : child);
        }
        return whole;
    }

    private static Node keyword(TsNode node) {
        if (node.text().startsWith("unique")) {
            Node symbol = new Node(Kind.KEYWORD_TYPE, node.end() - "symbol".length(), node.end()).text("symbol");
            return node(Kind.TYPE_OPERATOR, node).text("unique").with(Slot.TYPE, symbol);
        }
        return node(Kind.KEYWORD_TYPE, node).text(node.text());
    }

    private Node literal(TsNode node) {
        TsNode value = first(node);
        if (value.is("null", "undefined")) {
            return node(Kind.KEYWORD_TYPE, node).text(value.text());
        }
        return node(Kind.LITERAL_TYPE, node).with(Slot.LITERAL, reader.expression(value));
    }

    private Node template(TsNode node) {
        Node template = node(Kind.TEMPLATE_TYPE, node);
        List<String> pieces = new ArrayList<>();
        int from = 1;
        for (TsNode child : node.children()) {
            if (child.is("template_type")) {
                pieces.add(node.text().substring(from, child.start() - node.start()));
                from = child.end() - node.start();
                template.with(Slot.EXPRESSIONS, read(first(child)));
            }
        }
        pieces.add(node.text().substring(from, node.text().length() - 1));
        return template.pieces(pieces);
    }

    private Node list(Node target, TsNode node, String same) {
        for (TsNode child : named(node)) {
            if (child.is(same)) {
                list(target, child, same);
                continue;
            }
            Node type = read(child);
            if (type.is(target.kind()) && !type.has(Flag.PARENTHESIZED)) {
                type.children().forEach(member -> target.with(Slot.TYPES, member));
            } else {
                target.with(Slot.TYPES, type);
            }
        }
        // A bar before the only member makes no union.
        List<Node> members = target.all(Slot.TYPES);
        return members.size() == 1 ? members.get(0) : target;
    }

    private Node tuple(TsNode node) {
        Node tuple = node(Kind.TUPLE_TYPE, node);
        for (TsNode child : named(node)) {
            tuple.with(Slot.TYPES, child.is("required_parameter", "optional_parameter") ? element(child) : read(child));
        }
        return tuple;
    }

    private Node element(TsNode node) {
        Node element = node(Kind.NAMED_TUPLE_MEMBER, node)
                .text(need(node, "name").text())
                .withIf(hasToken(node, "?"), Flag.OPTIONAL);
        annotate(element, node);
        return element;
    }

    private Node object(TsNode node) {
        List<TsNode> members = named(node);
        if (members.size() == 1 && members.get(0).is("index_signature")) {
            for (TsNode child : named(members.get(0))) {
                if (child.is("mapped_type_clause")) {
                    return mapped(node, members.get(0), child);
                }
            }
        }
        Node object = node(Kind.TYPE_LITERAL, node);
        for (TsNode member : members) {
            object.with(Slot.MEMBERS, member(member));
        }
        return object;
    }

    private Node mapped(TsNode whole, TsNode signature, TsNode clause) {
        TsNode sign = find(signature, "sign");
        String readonly = hasToken(signature, "readonly") ? (sign == null ? "" : sign.text()) + "readonly " : "";
        TsNode type = find(signature, "type");
        String optional = type == null || type.is("type_annotation") ? "" : modifier(type);
        Node parameter = node(Kind.TYPE_PARAMETER, clause)
                .text(need(clause, "name").text())
                .with(Slot.CONSTRAINT, read(need(clause, "type")));
        Node mapped = node(Kind.MAPPED_TYPE, whole)
                .pieces(List.of(readonly, optional))
                .with(Slot.TYPE_PARAMETERS, parameter);
        TsNode alias = find(clause, "alias");
        if (alias != null) {
            mapped.with(Slot.NAME_TYPE, read(alias));
        }
        return type == null ? mapped : mapped.with(Slot.TYPE, annotation(type));
    }

    private static String modifier(TsNode type) {
        return switch (type.type()) {
            case "opting_type_annotation" -> "?";
            case "omitting_type_annotation" -> "-?";
            default -> "+?";
        };
    }

    Node member(TsNode node) {
        return switch (node.type()) {
            case "property_signature" -> {
                Node property = reader.classes()
                        .key(node(Kind.PROPERTY_SIGNATURE, node).text(ClassReader.words(node)), need(node, "name"))
                        .withIf(hasToken(node, "?"), Flag.OPTIONAL);
                annotate(property, node);
                yield property;
            }
            case "method_signature" -> reader.classes().method(Kind.METHOD_SIGNATURE, node);
            case "call_signature" -> signature(Kind.CALL_SIGNATURE, node);
            case "construct_signature" -> signature(Kind.CONSTRUCT_SIGNATURE, node);
            case "index_signature" -> index(node);
            default -> throw reader.unknown(node);
        };
    }

    private Node index(TsNode node) {
        TsNode name = need(node, "name");
        Node parameter = node(Kind.IDENTIFIER, name).text(name.text());
        parameter.with(Slot.TYPE, read(need(node, "index_type")));
        Node index =
                node(Kind.INDEX_SIGNATURE, node).text(ClassReader.words(node)).with(Slot.PARAMS, parameter);
        annotate(index, node);
        return index;
    }

    private Node signature(Kind kind, TsNode node) {
        Node signature = node(kind, node);
        reader.functions().signature(signature, node);
        return signature;
    }

    private Node infer(TsNode node) {
        List<TsNode> parts = named(node);
        Node parameter =
                node(Kind.TYPE_PARAMETER, parts.get(0)).text(parts.get(0).text());
        if (parts.size() > 1) {
            parameter.with(Slot.CONSTRAINT, read(parts.get(1)));
        }
        return node(Kind.INFER_TYPE, node).with(Slot.TYPE_PARAMETERS, parameter);
    }

    private Node query(TsNode node) {
        TsNode queried = first(node);
        if (queried.text().startsWith("import(")) {
            return imported(node(Kind.IMPORT_TYPE, node).with(Flag.AWAIT), queried);
        }
        if (queried.is("instantiation_expression")) {
            return node(Kind.TYPE_QUERY, node)
                    .text(need(queried, "function").text())
                    .with(Slot.TYPE_ARGUMENTS, arguments(need(queried, "type_arguments")));
        }
        return node(Kind.TYPE_QUERY, node).text(queried.text());
    }

    private Node asserts(TsNode node) {
        TsNode inner = first(node);
        Node predicate = inner.is("type_predicate")
                ? read(inner)
                : node(Kind.TYPE_PREDICATE, node).text(inner.text());
        return predicate.with(Flag.AWAIT).startingAt(node.start());
    }

    private Node imported(Node target, TsNode node) {
        if (node.is("member_expression")) {
            imported(target, need(node, "object"));
            return target.text(target.text() + "." + need(node, "property").text());
        }
        return target.with(Slot.SOURCE, reader.expression(first(need(node, "arguments"))));
    }

    Node arguments(TsNode node) {
        Node arguments = node(Kind.TYPE_ARGUMENTS, node);
        for (TsNode child : named(node)) {
            arguments.with(Slot.PARAMS, read(child));
        }
        return arguments;
    }

    Node parameters(TsNode node) {
        Node parameters = node(Kind.TYPE_PARAMETERS, node);
        for (TsNode child : named(node)) {
            parameters.with(Slot.PARAMS, parameter(child));
        }
        return parameters;
    }

    private Node parameter(TsNode node) {
        String words = (hasToken(node, "const") ? "const " : "")
                + (hasToken(node, "in") ? "in " : "")
                + (hasToken(node, "out") ? "out " : "");
        Node parameter =
                node(Kind.TYPE_PARAMETER, node).text(words + need(node, "name").text());
        TsNode constraint = find(node, "constraint");
        if (constraint != null) {
            parameter.with(Slot.CONSTRAINT, read(first(constraint)));
        }
        TsNode value = find(node, "value");
        return value == null ? parameter : parameter.with(Slot.DEFAULT, read(first(value)));
    }
}
