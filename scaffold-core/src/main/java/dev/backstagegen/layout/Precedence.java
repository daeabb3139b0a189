package dev.backstagegen.layout;

import java.util.function.UnaryOperator;

/**
 * Puts operators together by their rank. The grammar takes all that stands before a {@code !} or a {@code <T>} of
 * TypeScript for its operand, however weakly it is bound: it reads {@code a && b!.c} as {@code (a && b)!.c}.
 */
final class Precedence {

    private Precedence() {}

    /** Appends to an expression what binds stronger than any operator in it. */
    static Node after(Node expression, UnaryOperator<Node> append) {
        if (expression.has(Flag.PARENTHESIZED)) {
            return append.apply(expression);
        }
        return switch (expression.kind()) {
            case BINARY, LOGICAL -> again(expression, after(expression.get(Slot.RIGHT), append));
            case UNARY, AWAIT ->
                new Node(expression.kind(), expression.start(), expression.start())
                        .text(expression.text())
                        .with(Slot.ARGUMENT, after(expression.get(Slot.ARGUMENT), append));
            case UPDATE ->
                expression.has(Flag.PREFIX)
                        ? new Node(Kind.UPDATE, expression.start(), expression.start())
                                .text(expression.text())
                                .with(Flag.PREFIX)
                                .with(Slot.ARGUMENT, after(expression.get(Slot.ARGUMENT), append))
                        : append.apply(expression);
            default -> append.apply(expression);
        };
    }

    /** Appends a cast, which binds as a comparison does. */
    static Node cast(Node expression, UnaryOperator<Node> append) {
        return isWeaker(expression, "in")
                ? again(expression, cast(expression.get(Slot.RIGHT), append))
                : append.apply(expression);
    }

    /** Both sides of an operator; a left side that binds weaker gives its own right side to it. */
    static Node join(Node left, String operator, Node right, int start, int end) {
        if (isWeaker(left, operator)) {
            Node inner = left.get(Slot.RIGHT);
            return again(left, join(inner, operator, right, inner.start(), end));
        }
        boolean logical = Operators.rank(operator) <= Operators.rank("&&");
        int from = left.has(Flag.PARENTHESIZED) ? start : left.start();
        return logical
                ? logical(left, operator, right, from, end)
                : pair(Kind.BINARY, left, operator, right, from, end);
    }

    private static boolean isWeaker(Node expression, String operator) {
        return expression.isBinaryish()
                && !expression.has(Flag.PARENTHESIZED)
                && Operators.rank(expression.text()) < Operators.rank(operator);
    }

    /** Leans to the left, however it was put in parentheses: the meaning is the same. */
    private static Node logical(Node left, String operator, Node right, int start, int end) {
        if (right.is(Kind.LOGICAL) && right.text().equals(operator)) {
            Node inner = right.get(Slot.LEFT);
            Node moved = logical(left, operator, inner, start, inner.end());
            return logical(moved, operator, right.get(Slot.RIGHT), start, end);
        }
        return pair(Kind.LOGICAL, left, operator, right, start, end);
    }

    private static Node again(Node old, Node right) {
        return pair(old.kind(), old.get(Slot.LEFT), old.text(), right, old.start(), right.end());
    }

    private static Node pair(Kind kind, Node left, String operator, Node right, int start, int end) {
        return new Node(kind, start, end).text(operator).with(Slot.LEFT, left).with(Slot.RIGHT, right);
    }
}
