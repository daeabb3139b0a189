package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.HARD;
import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.List;

/** Prints what stands in braces: objects, their patterns and their types. */
final class Objects {

    private final Printer printer;

    Objects(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        boolean type = node.is(Kind.TYPE_LITERAL, Kind.INTERFACE_BODY);
        List<Node> members = node.all(type ? Slot.MEMBERS : Slot.PROPERTIES);
        Doc end = concat(text("}" + (node.has(Flag.OPTIONAL) ? "?" : "")), printer.annotation(node));
        if (members.isEmpty()) {
            Doc comments = printer.comments().dangling(node);
            return comments == Doc.EMPTY ? concat(text("{"), end) : group(text("{"), indent(HARD, comments), SOFT, end);
        }
        Node last = members.get(members.size() - 1);
        boolean rest = last.is(Kind.REST);
        String separator = type ? ";" : ",";
        boolean broken = isBroken(node, members.get(0));
        Doc content = concat(
                text("{"),
                broken || node.is(Kind.OBJECT_PATTERN) ? Doc.EMPTY : printer.probe(node),
                indent(SPACE, list(members, separator)),
                Doc.ifBreak(rest ? Doc.EMPTY : text(separator), Doc.EMPTY),
                SPACE,
                end);
        return hugged(node, broken) ? content : group(content, broken);
    }

    private Doc list(List<Node> members, String separator) {
        Parts parts = new Parts();
        Node last = members.get(members.size() - 1);
        for (Node member : members) {
            parts.add(group(printer.print(member)));
            if (member != last) {
                parts.add(separator).add(SPACE).addIf(printer.emptyLineAfter(member), HARD);
            }
        }
        return parts.doc();
    }

    /** Whether it has a line for each member even if all would fit on one. */
    private boolean isBroken(Node node, Node first) {
        if (node.is(Kind.INTERFACE_BODY)) {
            return true;
        }
        if (!node.is(Kind.OBJECT_PATTERN)) {
            return printer.isOpened(node) || printer.source().newlineBetween(node.start(), first.start());
        }
        if (node.parent()
                .is(
                        Kind.FUNCTION_DECLARATION,
                        Kind.FUNCTION_EXPRESSION,
                        Kind.ARROW,
                        Kind.OBJECT_METHOD,
                        Kind.METHOD,
                        Kind.ASSIGNMENT_PATTERN,
                        Kind.CATCH)) {
            return false;
        }
        for (Node property : node.all(Slot.PROPERTIES)) {
            if (property.has(Slot.VALUE) && property.get(Slot.VALUE).is(Kind.OBJECT_PATTERN, Kind.ARRAY_PATTERN)) {
                return true;
            }
        }
        return false;
    }

    /** Whether what is around it takes care of the group. */
    private static boolean hugged(Node node, boolean broken) {
        if (node.is(Kind.OBJECT_PATTERN)) {
            return node.isIn(Slot.PARAMS) && Parameters.hugs(node.parent())
                    || !broken && node.parent().is(Kind.ASSIGNMENT, Kind.VARIABLE_DECLARATOR);
        }
        return node.is(Kind.TYPE_LITERAL)
                && node.isIn(Slot.TYPE)
                && node.parent().isIn(Slot.PARAMS)
                && Parameters.hugs(node.parent().parent());
    }
}
