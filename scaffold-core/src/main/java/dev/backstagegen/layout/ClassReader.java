package dev.backstagegen.layout;

import static dev.backstagegen.layout.Reader.find;
import static dev.backstagegen.layout.Reader.first;
import static dev.backstagegen.layout.Reader.hasToken;
import static dev.backstagegen.layout.Reader.need;
import static dev.backstagegen.layout.Reader.node;

import dev.backstagegen.ts.TsNode;
import java.util.List;

/** Reads classes and the members of classes and objects. */
final class ClassReader {

    private static final List<String> WORDS = List.of(
            "public",
            "protected",
            "private",
            "declare",
            "static",
            "abstract",
            "override",
            "readonly",
            "accessor",
            "async",
            "get",
            "set",
            "*");

    private final Reader reader;

    ClassReader(Reader reader) {
        this.reader = reader;
    }

    Node type(Kind kind, TsNode node) {
        Node type = node(kind, node).withIf(hasToken(node, "abstract"), Flag.ABSTRACT);
        TsNode name = find(node, "name");
        if (name != null) {
            type.with(Slot.ID, node(Kind.IDENTIFIER, name).text(name.text()));
        }
        for (TsNode child : Reader.named(node)) {
            switch (child.type()) {
                case "decorator" -> throw reader.unknown(child);
                case "type_parameters" ->
                    type.with(Slot.TYPE_PARAMETERS, reader.types().parameters(child));
                case "class_heritage" -> heritage(type, child);
                case "class_body" -> type.with(Slot.BODY, body(child));
                default -> {}
            }
        }
        return type;
    }

    private void heritage(Node type, TsNode node) {
        for (TsNode clause : Reader.named(node)) {
            if (clause.is("extends_clause")) {
                type.with(Slot.SUPER_CLASS, reader.expression(need(clause, "value")));
                TsNode arguments = find(clause, "type_arguments");
                if (arguments != null) {
                    type.with(Slot.SUPER_TYPE_ARGUMENTS, reader.types().arguments(arguments));
                }
            } else {
                for (TsNode implemented : Reader.named(clause)) {
                    type.with(Slot.IMPLEMENTS, reader.types().read(implemented));
                }
            }
        }
    }

    private Node body(TsNode node) {
        Node body = node(Kind.CLASS_BODY, node);
        for (TsNode child : Reader.named(node)) {
            body.with(Slot.BODY, member(child));
        }
        return body;
    }

    private Node member(TsNode node) {
        return switch (node.type()) {
            case "method_definition", "method_signature", "abstract_method_signature" -> method(Kind.METHOD, node);
            case "public_field_definition" -> property(node);
            case "class_static_block" -> {
                Node block = node(Kind.STATIC_BLOCK, node);
                reader.statements().body(block, need(node, "body"));
                yield block;
            }
            case "index_signature" -> reader.types().member(node);
            default -> throw reader.unknown(node);
        };
    }

    Node method(Kind kind, TsNode node) {
        Node method =
                key(node(kind, node).text(words(node)), need(node, "name")).withIf(hasToken(node, "?"), Flag.OPTIONAL);
        reader.functions().signature(method, node);
        return reader.functions().body(method, node);
    }

    private Node property(TsNode node) {
        if (find(node, "decorator") != null) {
            throw reader.unknown(find(node, "decorator"));
        }
        Node property = key(node(Kind.CLASS_PROPERTY, node).text(words(node)), need(node, "name"))
                .withIf(hasToken(node, "?"), Flag.OPTIONAL)
                .withIf(hasToken(node, "!"), Flag.DEFINITE);
        reader.types().annotate(property, node);
        TsNode value = find(node, "value");
        return value == null ? property : property.with(Slot.VALUE, reader.expression(value));
    }

    /** Puts the name of a member in its place. */
    Node key(Node target, TsNode name) {
        if (name.is("computed_property_name")) {
            return target.with(Flag.COMPUTED).with(Slot.KEY, reader.expression(first(name)));
        }
        return target.with(Slot.KEY, reader.expression(name));
    }

    /** The words before a member's name, in the order they are printed in. */
    static String words(TsNode node) {
        StringBuilder words = new StringBuilder();
        for (String word : WORDS) {
            for (TsNode child : node.children()) {
                boolean modifier = !child.isNamed() || child.is("accessibility_modifier", "override_modifier");
                if (modifier && child.text().equals(word) && !child.field().equals("name")) {
                    words.append(word).append(word.equals("*") ? "" : " ");
                    break;
                }
            }
        }
        return words.toString();
    }
}
