package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.ArrayList;
import java.util.List;

/** Prints operators between two sides; those of the same rank break together. */
final class Binaries {

    private final Printer printer;

    Binaries(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        Node parent = node.parent();
        boolean condition = parent.is(Kind.IF, Kind.WHILE, Kind.SWITCH, Kind.DO_WHILE) && !node.isIn(Slot.BODY);
        List<Doc> parts = parts(node, false, condition);
        if (condition) {
            return concat(parts);
        }
        if (node.isIn(Slot.CALLEE, Kind.CALL)
                || parent.is(Kind.UNARY)
                || parent.isMember() && !parent.has(Flag.COMPUTED)) {
            return group(indent(SOFT, concat(parts)), SOFT);
        }
        boolean inlined = isInlined(node);
        boolean assigned = parent.is(Kind.ASSIGNMENT, Kind.VARIABLE_DECLARATOR, Kind.CLASS_PROPERTY, Kind.PROPERTY);
        if (isFlush(node) || inlined && !continuesLeft(node) || !inlined && assigned) {
            return group(concat(parts));
        }
        int head = 1;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Doc.Group) {
                head = i + 1;
                break;
            }
        }
        return group(concat(parts.subList(0, head)), indent(concat(parts.subList(head, parts.size()))));
    }

    private static boolean continuesLeft(Node node) {
        Node left = node.get(Slot.LEFT);
        return left.isBinaryish() && Operators.flatten(node.text(), left.text());
    }

    /** Whether what is around it indents it already. */
    private static boolean isFlush(Node node) {
        Node parent = node.parent();
        if (parent.is(Kind.RETURN, Kind.THROW, Kind.TEMPLATE)
                || node.isIn(Slot.BODY, Kind.ARROW)
                || parent.is(Kind.FOR) && !node.isIn(Slot.BODY)) {
            return true;
        }
        return parent.is(Kind.CONDITIONAL) && !parent.parent().is(Kind.RETURN, Kind.THROW, Kind.CALL);
    }

    private List<Doc> parts(Node node, boolean nested, boolean condition) {
        List<Doc> parts = new ArrayList<>();
        Node left = node.get(Slot.LEFT);
        if (left.isBinaryish() && Operators.flatten(node.text(), left.text())) {
            parts.addAll(parts(left, true, condition));
        } else {
            parts.add(group(printer.print(left)));
        }
        Node rightNode = node.get(Slot.RIGHT);
        Doc right = concat(text(node.text()), isInlined(node) ? text(" ") : SPACE, printer.print(rightNode));
        boolean broken = left.hasComment(c -> c.is(Comment.Side.TRAILING) && c.isLine());
        boolean alone = !(condition && node.is(Kind.LOGICAL))
                && node.parent().kind() != node.kind()
                && left.kind() != node.kind()
                && rightNode.kind() != node.kind();
        parts.add(text(" "));
        parts.add(broken || alone ? group(right, broken) : right);
        if (nested && node.hasComment()) {
            Doc around = printer.comments().around(node, concat(parts));
            return around instanceof Doc.Concat concat ? concat.parts() : List.of(around);
        }
        return parts;
    }

    /** Whether its right side begins on the line of the operator and breaks inside. */
    static boolean isInlined(Node node) {
        Node right = node.is(Kind.LOGICAL) ? node.get(Slot.RIGHT) : node;
        return node.is(Kind.LOGICAL)
                && right.is(Kind.OBJECT, Kind.ARRAY)
                && !right.children().isEmpty();
    }
}
