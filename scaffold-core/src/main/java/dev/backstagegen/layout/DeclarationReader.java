package dev.backstagegen.layout;

import static dev.backstagegen.layout.Reader.find;
import static dev.backstagegen.layout.Reader.hasToken;
import static dev.backstagegen.layout.Reader.need;
import static dev.backstagegen.layout.Reader.node;

import dev.backstagegen.ts.TsNode;

/** Reads the declarations of types. */
final class DeclarationReader {

    private final Reader reader;

    DeclarationReader(Reader reader) {
        this.reader = reader;
    }

    Node read(TsNode node) {
        return switch (node.type()) {
            case "interface_declaration" -> interfaceType(node);
            case "type_alias_declaration" ->
                titled(node(Kind.TYPE_ALIAS, node), node)
                        .with(Slot.TYPE, reader.types().read(need(node, "value")));
            default -> enumeration(node);
        };
    }

    private Node titled(Node target, TsNode node) {
        TsNode name = need(node, "name");
        target.with(Slot.ID, node(Kind.IDENTIFIER, name).text(name.text()));
        TsNode typeParameters = find(node, "type_parameters");
        return typeParameters == null
                ? target
                : target.with(Slot.TYPE_PARAMETERS, reader.types().parameters(typeParameters));
    }

    private Node interfaceType(TsNode node) {
        Node target = titled(node(Kind.INTERFACE, node), node);
        TsNode body = need(node, "body");
        for (TsNode child : Reader.named(node)) {
            if (child.is("extends_type_clause")) {
                for (TsNode type : Reader.named(child)) {
                    target.with(Slot.EXTENDS, reader.types().read(type));
                }
            }
        }
        Node members = node(Kind.INTERFACE_BODY, body);
        for (TsNode member : Reader.named(body)) {
            members.with(Slot.MEMBERS, reader.types().member(member));
        }
        return target.with(Slot.BODY, members);
    }

    private Node enumeration(TsNode node) {
        Node target = titled(node(Kind.ENUM, node).text(hasToken(node, "const") ? "const " : ""), node);
        for (TsNode child : Reader.named(need(node, "body"))) {
            Node member = node(Kind.ENUM_MEMBER, child);
            if (child.is("enum_assignment")) {
                reader.classes().key(member, need(child, "name"));
                member.with(Slot.VALUE, reader.expression(need(child, "value")));
            } else {
                reader.classes().key(member, child);
            }
            target.with(Slot.MEMBERS, member);
        }
        return target;
    }
}
