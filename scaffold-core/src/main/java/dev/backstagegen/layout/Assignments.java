package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.List;

/** Prints what has a left and a right side: where the line breaks first depends on both. */
final class Assignments {

    private static final int SHORT_ARGUMENT = 20;
    private static final int SHORT_KEY = 5;

    private enum Style {
        BREAK_AFTER_OPERATOR,
        NEVER_BREAK_AFTER_OPERATOR,
        FLUID,
        BREAK_LEFT,
        CHAIN,
        CHAIN_TAIL,
        CHAIN_TAIL_ARROWS
    }

    private final Printer printer;

    Assignments(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        return switch (node.kind()) {
            case ASSIGNMENT -> print(node, printer.print(node.get(Slot.LEFT)), " " + node.text(), Slot.RIGHT);
            case VARIABLE_DECLARATOR -> print(node, printer.print(node.get(Slot.ID)), " =", Slot.INIT);
            default ->
                node.has(Flag.SHORTHAND)
                        ? printer.print(node.get(Slot.VALUE))
                        : print(node, printer.expressions().key(node), ":", Slot.VALUE);
        };
    }

    Doc print(Node node, Doc left, String operator, Slot rightSlot) {
        if (!node.has(rightSlot)) {
            return left;
        }
        Node rightNode = node.get(rightSlot);
        Style style = style(node, left, rightNode);
        Doc right = printer.print(rightNode, style == Style.CHAIN_TAIL_ARROWS ? Hint.CHAIN_TAIL : Hint.ASSIGNED);
        Doc head = concat(group(left), text(operator));
        return switch (style) {
            case BREAK_AFTER_OPERATOR -> group(head, group(indent(SPACE, right)));
            case NEVER_BREAK_AFTER_OPERATOR -> group(head, text(" "), right);
            case FLUID -> {
                Doc.Id id = new Doc.Id();
                yield group(
                        head,
                        group(indent(SPACE), false, id),
                        Doc.Mark.SUFFIX_BOUNDARY,
                        new Doc.IndentIfBreak(right, id));
            }
            case BREAK_LEFT -> group(left, text(operator + " "), group(right));
            case CHAIN -> concat(head, SPACE, right);
            case CHAIN_TAIL -> concat(head, indent(SPACE, right));
            case CHAIN_TAIL_ARROWS -> concat(head, right);
        };
    }

    private Style style(Node node, Doc left, Node right) {
        boolean tail = !right.is(Kind.ASSIGNMENT);
        if (isInChain(node, tail)) {
            if (!tail) {
                return Style.CHAIN;
            }
            boolean arrows = right.is(Kind.ARROW) && right.get(Slot.BODY).is(Kind.ARROW);
            return arrows ? Style.CHAIN_TAIL_ARROWS : Style.CHAIN_TAIL;
        }
        boolean longChain = !tail && right.get(Slot.RIGHT).is(Kind.ASSIGNMENT);
        if (longChain || printer.hasOwnLineComment(right)) {
            return Style.BREAK_AFTER_OPERATOR;
        }
        if (right.isCall() && right.get(Slot.CALLEE).text().equals("require")) {
            return Style.NEVER_BREAK_AFTER_OPERATOR;
        }
        if (breaksLeft(node, left)) {
            return Style.BREAK_LEFT;
        }
        boolean shortKey = node.is(Kind.PROPERTY)
                && Docs.plain(left).map(key -> Columns.of(key) < SHORT_KEY).orElse(false);
        if (breaksAfterOperator(right, shortKey)) {
            return Style.BREAK_AFTER_OPERATOR;
        }
        return shortKey || right.is(Kind.TEMPLATE, Kind.TAGGED_TEMPLATE, Kind.NUMBER, Kind.CLASS_EXPRESSION)
                ? Style.NEVER_BREAK_AFTER_OPERATOR
                : Style.FLUID;
    }

    private static boolean isInChain(Node node, boolean tail) {
        return node.is(Kind.ASSIGNMENT)
                && node.parent().is(Kind.ASSIGNMENT, Kind.VARIABLE_DECLARATOR)
                && (!tail || !node.parent().parent().is(Kind.EXPRESSION_STATEMENT, Kind.VARIABLE_DECLARATION));
    }

    private static boolean breaksLeft(Node node, Doc left) {
        return switch (node.kind()) {
            case ASSIGNMENT -> isElaborate(node.get(Slot.LEFT));
            case VARIABLE_DECLARATOR ->
                isElaborate(node.get(Slot.ID))
                        || hasElaborateType(node.get(Slot.ID))
                        || node.get(Slot.INIT).is(Kind.ARROW) && Docs.canBreak(left);
            case TYPE_ALIAS ->
                node.has(Slot.TYPE_PARAMETERS)
                        && hasElaborateParameters(node.get(Slot.TYPE_PARAMETERS).all(Slot.PARAMS));
            default -> false;
        };
    }

    /** Whether a pattern takes several things, and some under another name or with a default. */
    private static boolean isElaborate(Node pattern) {
        if (!pattern.is(Kind.OBJECT_PATTERN) || pattern.all(Slot.PROPERTIES).size() <= 2) {
            return false;
        }
        for (Node property : pattern.all(Slot.PROPERTIES)) {
            if (property.is(Kind.PROPERTY)
                    && (!property.has(Flag.SHORTHAND)
                            || property.get(Slot.VALUE).is(Kind.ASSIGNMENT_PATTERN))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasElaborateParameters(List<Node> parameters) {
        if (parameters.size() < 2) {
            return false;
        }
        for (Node parameter : parameters) {
            if (parameter.has(Slot.CONSTRAINT) || parameter.has(Slot.DEFAULT)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasElaborateType(Node name) {
        if (!name.has(Slot.TYPE) || !hasArguments(name.get(Slot.TYPE))) {
            return false;
        }
        List<Node> arguments = name.get(Slot.TYPE).get(Slot.TYPE_ARGUMENTS).all(Slot.PARAMS);
        if (arguments.size() < 2) {
            return false;
        }
        for (Node argument : arguments) {
            if (hasArguments(argument) || argument.is(Kind.CONDITIONAL_TYPE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasArguments(Node type) {
        return type.is(Kind.TYPE_REFERENCE) && type.has(Slot.TYPE_ARGUMENTS);
    }

    private boolean breaksAfterOperator(Node right, boolean shortKey) {
        if (right.isBinaryish() && !Binaries.isInlined(right)) {
            return true;
        }
        if (right.is(Kind.SEQUENCE)) {
            return true;
        }
        if (right.is(Kind.CONDITIONAL)) {
            Node test = right.get(Slot.TEST);
            return test.isBinaryish() && !Binaries.isInlined(test);
        }
        if (shortKey) {
            return false;
        }
        Node node = right;
        while (node.is(Kind.UNARY, Kind.NON_NULL)) {
            node = node.is(Kind.UNARY) ? node.get(Slot.ARGUMENT) : node.get(Slot.EXPRESSION);
        }
        return node.is(Kind.STRING) || isPoorlyBreakable(node, false);
    }

    /** Whether it is a chain in which there is hardly anything to break. */
    private boolean isPoorlyBreakable(Node node, boolean deep) {
        return switch (node.kind()) {
            case NON_NULL -> isPoorlyBreakable(node.get(Slot.EXPRESSION), true);
            case MEMBER -> isPoorlyBreakable(node.get(Slot.OBJECT), true);
            case CALL ->
                !(printer.calls().print(node) instanceof Doc.Chain)
                        && hasShortArguments(node.all(Slot.ARGUMENTS))
                        && !hasElaborateArguments(node)
                        && isPoorlyBreakable(node.get(Slot.CALLEE), true);
            case IDENTIFIER, THIS -> deep;
            default -> false;
        };
    }

    private static boolean hasShortArguments(List<Node> arguments) {
        return arguments.isEmpty() || arguments.size() == 1 && isShort(arguments.get(0));
    }

    private static boolean isShort(Node argument) {
        if (argument.hasComment()) {
            return false;
        }
        return switch (argument.kind()) {
            case THIS, NUMBER, BIGINT, BOOLEAN, NULL -> true;
            case IDENTIFIER, STRING -> argument.text().length() <= SHORT_ARGUMENT;
            case UNARY -> Arrays.isSignedNumber(argument);
            case REGEX -> Literals.pattern(argument.text()).length() <= SHORT_ARGUMENT;
            case TEMPLATE ->
                argument.pieces().size() == 1
                        && argument.pieces().get(0).length() <= SHORT_ARGUMENT
                        && argument.pieces().get(0).indexOf('\n') < 0;
            default -> false;
        };
    }

    private boolean hasElaborateArguments(Node call) {
        if (!call.has(Slot.TYPE_ARGUMENTS)) {
            return false;
        }
        List<Node> arguments = call.get(Slot.TYPE_ARGUMENTS).all(Slot.PARAMS);
        return arguments.size() > 1
                || arguments.get(0).is(Kind.UNION, Kind.INTERSECTION, Kind.TYPE_LITERAL)
                || printer.print(call.get(Slot.TYPE_ARGUMENTS)).willBreak();
    }
}
