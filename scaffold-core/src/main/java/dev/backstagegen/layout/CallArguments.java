package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.HARD;
import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.ArrayList;
import java.util.List;

/** Prints the arguments of calls: together, below each other, or with only the first or last one broken. */
final class CallArguments {

    private static final Doc OPEN = text("(");
    private static final Doc CLOSE = text(")");

    private final Printer printer;

    CallArguments(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node call) {
        List<Node> arguments = call.all(Slot.ARGUMENTS);
        if (arguments.isEmpty()) {
            return concat(OPEN, printer.comments().dangling(call), CLOSE);
        }
        if (isHookWithDependencies(arguments)) {
            return concat(OPEN, printer.print(arguments.get(0)), text(", "), printer.print(arguments.get(1)), CLOSE);
        }
        List<Doc> printed = new ArrayList<>();
        boolean gaps = list(arguments, printed);
        Doc comma = call.is(Kind.IMPORT_CALL) ? Doc.EMPTY : text(",");
        if (gaps || isComposition(arguments)) {
            return brokenOut(printed, comma);
        }
        if (groupsFirst(arguments)) {
            return withFirst(arguments, printed, comma);
        }
        if (groupsLast(arguments)) {
            return withLast(arguments, printed, comma);
        }
        Doc contents = concat(OPEN, indent(SOFT, concat(printed)), Doc.ifBreak(comma, Doc.EMPTY), SOFT, CLOSE);
        return Calls.isCurried(call) ? contents : group(contents, Doc.anyBreaks(printed));
    }

    /** Adds the printed arguments with their separators; whether there was an empty line between any. */
    private boolean list(List<Node> arguments, List<Doc> printed) {
        boolean gaps = false;
        for (int i = 0; i < arguments.size(); i++) {
            Doc doc = printer.print(arguments.get(i));
            if (i == arguments.size() - 1) {
                printed.add(doc);
            } else if (printer.emptyLineAfter(arguments.get(i))) {
                gaps = true;
                printed.add(concat(doc, text(","), HARD, HARD));
            } else {
                printed.add(concat(doc, text(","), SPACE));
            }
        }
        return gaps;
    }

    private static Doc brokenOut(List<Doc> printed, Doc comma) {
        return group(concat(OPEN, indent(SPACE, concat(printed)), comma, SPACE, CLOSE), true);
    }

    private Doc withFirst(List<Node> arguments, List<Doc> printed, Doc comma) {
        List<Doc> rest = printed.subList(1, printed.size());
        if (Doc.anyBreaks(rest)) {
            return brokenOut(printed, comma);
        }
        Doc first;
        try {
            first = concat(printer.print(arguments.get(0), Hint.FIRST_ARGUMENT), text(","), SPACE);
        } catch (NoRoom e) {
            return brokenOut(printed, comma);
        }
        return choice(
                printed,
                concat(OPEN, first, concat(rest), CLOSE),
                concat(OPEN, group(first, true), concat(rest), CLOSE),
                comma);
    }

    private Doc withLast(List<Node> arguments, List<Doc> printed, Doc comma) {
        int last = printed.size() - 1;
        List<Doc> before = printed.subList(0, last);
        if (Doc.anyBreaks(before)) {
            return brokenOut(printed, comma);
        }
        Doc expanded;
        try {
            expanded = printer.print(arguments.get(last), Hint.LAST_ARGUMENT);
        } catch (NoRoom e) {
            return brokenOut(printed, comma);
        }
        return choice(
                printed,
                concat(OPEN, concat(before), expanded, CLOSE),
                concat(OPEN, concat(before), group(expanded, true), CLOSE),
                comma);
    }

    private static Doc choice(List<Doc> printed, Doc together, Doc oneBroken, Doc comma) {
        Doc choice = Doc.oneOf(together, oneBroken, brokenOut(printed, comma));
        return Doc.anyBreaks(printed) ? concat(Doc.Mark.BREAK_PARENT, choice) : choice;
    }

    private static boolean isHookWithDependencies(List<Node> arguments) {
        return arguments.size() == 2
                && arguments.get(0).is(Kind.ARROW)
                && !arguments.get(0).has(Slot.PARAMS)
                && arguments.get(0).get(Slot.BODY).is(Kind.BLOCK)
                && arguments.get(1).is(Kind.ARRAY)
                && !arguments.get(0).hasComment()
                && !arguments.get(1).hasComment();
    }

    /** Whether there is more than one function among the arguments, or a call with one. */
    private static boolean isComposition(List<Node> arguments) {
        if (arguments.size() < 2) {
            return false;
        }
        int functions = 0;
        for (Node argument : arguments) {
            if (argument.isFunction()) {
                functions++;
                if (functions > 1) {
                    return true;
                }
            } else if (argument.isCall() && hasFunction(argument.all(Slot.ARGUMENTS))) {
                return true;
            }
        }
        return false;
    }

    static boolean hasFunction(List<Node> arguments) {
        for (Node argument : arguments) {
            if (argument.isFunction()) {
                return true;
            }
        }
        return false;
    }

    private static boolean groupsFirst(List<Node> arguments) {
        if (arguments.size() != 2) {
            return false;
        }
        Node first = arguments.get(0);
        Node second = arguments.get(1);
        boolean function = first.is(Kind.FUNCTION_EXPRESSION)
                || first.is(Kind.ARROW) && first.get(Slot.BODY).is(Kind.BLOCK);
        return function
                && !first.hasComment()
                && !second.isFunction()
                && !second.is(Kind.CONDITIONAL)
                && !canGroup(second, false);
    }

    private static boolean groupsLast(List<Node> arguments) {
        Node last = arguments.get(arguments.size() - 1);
        if (last.hasComment(Comment.Side.LEADING) || last.hasComment(Comment.Side.TRAILING) || !canGroup(last, false)) {
            return false;
        }
        if (arguments.size() == 1) {
            return true;
        }
        Node before = arguments.get(arguments.size() - 2);
        return before.kind() != last.kind()
                && !(arguments.size() == 2 && before.is(Kind.ARROW) && last.is(Kind.ARRAY))
                && !(last.is(Kind.ARRAY) && Arrays.isOfNumbers(last));
    }

    private static boolean canGroup(Node argument, boolean inChain) {
        return switch (argument.kind()) {
            case OBJECT, ARRAY -> !argument.children().isEmpty() || argument.hasComment();
            case AS, SATISFIES -> canGroup(argument.get(Slot.EXPRESSION), false);
            case FUNCTION_EXPRESSION -> true;
            case ARROW -> canGroupArrow(argument, inChain);
            default -> false;
        };
    }

    private static boolean canGroupArrow(Node arrow, boolean inChain) {
        Node body = arrow.get(Slot.BODY);
        if (arrow.has(Slot.RETURN_TYPE)
                && arrow.get(Slot.RETURN_TYPE).is(Kind.TYPE_REFERENCE)
                && !(body.is(Kind.BLOCK) && (body.has(Slot.BODY) || body.hasComment(Comment.Side.DANGLING)))) {
            return false;
        }
        return body.is(Kind.BLOCK, Kind.OBJECT, Kind.ARRAY)
                || body.is(Kind.ARROW) && canGroup(body, true)
                || !inChain && body.is(Kind.CALL, Kind.CONDITIONAL);
    }
}
