package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.HARD;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.List;

/** Prints the declarations of types. */
final class Declarations {

    private final Printer printer;

    Declarations(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        return switch (node.kind()) {
            case INTERFACE -> interfaceType(node);
            case TYPE_ALIAS -> alias(node);
            case ENUM -> enumeration(node);
            default -> enumMember(node);
        };
    }

    private static String words(Node node, String word) {
        return (node.has(Flag.DECLARE) ? "declare " : "") + node.text() + word;
    }

    private Doc name(Node node) {
        return concat(printer.print(node.get(Slot.ID)), printer.print(node, Slot.TYPE_PARAMETERS));
    }

    private Doc interfaceType(Node node) {
        Doc head = concat(text(" "), name(node));
        Doc body = concat(text(" "), printer.print(node.get(Slot.BODY)));
        List<Doc> bases = printer.all(node, Slot.EXTENDS);
        Doc words = text(words(node, "interface"));
        if (bases.isEmpty()) {
            return group(words, head, body);
        }
        boolean heritageOnly = node.has(Slot.TYPE_PARAMETERS);
        Doc start = heritageOnly ? Doc.ifBreak(text(" "), SPACE, printer.id(node.get(Slot.TYPE_PARAMETERS))) : SPACE;
        Doc joined = Doc.join(concat(text(","), SPACE), bases);
        Doc heritage = concat(start, text("extends "), bases.size() == 1 ? joined : indent(joined));
        Doc grouped = heritageOnly ? group(head, indent(heritage)) : group(indent(head, heritage));
        return group(words, grouped, body);
    }

    private Doc alias(Node node) {
        Doc left = concat(text(words(node, "type ")), name(node));
        return concat(printer.assignments().print(node, left, " =", Slot.TYPE), text(";"));
    }

    private Doc enumeration(Node node) {
        Doc head = concat(text(words(node, "enum ")), printer.print(node.get(Slot.ID)), text(" "));
        List<Node> members = node.all(Slot.MEMBERS);
        Doc comments = printer.comments().dangling(node);
        if (members.isEmpty()) {
            Doc inner = comments == Doc.EMPTY ? Doc.EMPTY : concat(indent(HARD, comments), Doc.Line.SOFT);
            return concat(head, group(text("{"), inner, text("}")));
        }
        return concat(
                head,
                group(text("{"), indent(HARD, printer.arrays().list(members), text(",")), comments, HARD, text("}")));
    }

    private Doc enumMember(Node node) {
        Doc key = printer.print(node.get(Slot.KEY));
        Doc name = node.has(Flag.COMPUTED) ? concat(text("["), key, text("]")) : key;
        return node.has(Slot.VALUE) ? concat(name, text(" = "), printer.print(node.get(Slot.VALUE))) : name;
    }
}
