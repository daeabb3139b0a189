package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.align;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

/** Prints choices between two values or two types; a chain of them breaks as a whole. */
final class Ternaries {

    private final Printer printer;

    Ternaries(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        boolean value = node.is(Kind.CONDITIONAL);
        Node parent = node.parent();
        boolean inSame = parent.is(node.kind());
        boolean isTest = inSame && (node.isIn(Slot.TEST) || node.isIn(Slot.CHECK) || node.isIn(Slot.EXTENDS));
        boolean alternate = inSame && (node.isIn(Slot.ALTERNATE) || node.isIn(Slot.FALSE));
        Doc branches = branches(node, value);
        if (inSame && !alternate && !isTest) {
            branches = align(0, branches);
        }
        boolean broken = hasLongComment(node);
        boolean extra = isExtraIndented(node);
        boolean closes = value && parent.isMember() && !parent.has(Flag.COMPUTED) && !extra;
        Doc whole = concat(
                test(node, value, alternate),
                inSame && !isTest ? branches : indent(branches),
                closes ? SOFT : Doc.EMPTY);
        Doc result;
        if (!inSame || isTest) {
            result = group(whole, broken);
        } else {
            result = broken ? concat(whole, Doc.Mark.BREAK_PARENT) : whole;
        }
        return isTest || extra ? group(indent(SOFT, result), SOFT) : result;
    }

    private Doc test(Node node, boolean value, boolean alternate) {
        Doc test = value
                ? printer.print(node.get(Slot.TEST))
                : concat(printer.print(node.get(Slot.CHECK)), text(" extends "), printer.print(node.get(Slot.EXTENDS)));
        return alternate ? align(2, test) : test;
    }

    private Doc branches(Node node, boolean value) {
        Node yes = node.get(value ? Slot.CONSEQUENT : Slot.TRUE);
        Node no = node.get(value ? Slot.ALTERNATE : Slot.FALSE);
        boolean nested = yes.is(node.kind());
        return concat(
                SPACE,
                text("? "),
                nested ? Doc.ifBreak(Doc.EMPTY, text("(")) : Doc.EMPTY,
                align(2, printer.print(yes)),
                nested ? Doc.ifBreak(Doc.EMPTY, text(")")) : Doc.EMPTY,
                SPACE,
                text(": "),
                no.is(node.kind()) ? printer.print(no) : align(2, printer.print(no)));
    }

    private boolean hasLongComment(Node node) {
        for (Node child : node.children()) {
            if (child.hasComment(c -> c.isBlock() && printer.source().newlineBetween(c.start(), c.end()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the head of a chain that is assigned or returned. */
    private static boolean isExtraIndented(Node node) {
        if (!node.is(Kind.CONDITIONAL)) {
            return false;
        }
        Node child = node;
        while (child.isIn(Slot.CALLEE, Kind.CALL)
                || child.isIn(Slot.OBJECT, Kind.MEMBER)
                || child.isIn(Slot.EXPRESSION, Kind.NON_NULL)) {
            child = child.parent();
        }
        if (child.isIn(Slot.CALLEE, Kind.NEW)
                || child.isIn(Slot.EXPRESSION, Kind.AS)
                || child.isIn(Slot.EXPRESSION, Kind.SATISFIES)) {
            child = child.parent();
        }
        return child != node
                && (child.isIn(Slot.RIGHT, Kind.ASSIGNMENT)
                        || child.isIn(Slot.INIT, Kind.VARIABLE_DECLARATOR)
                        || child.isIn(Slot.ARGUMENT, Kind.RETURN)
                        || child.isIn(Slot.ARGUMENT, Kind.THROW)
                        || child.isIn(Slot.ARGUMENT, Kind.UNARY)
                        || child.isIn(Slot.ARGUMENT, Kind.YIELD));
    }
}
