package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.HARD;
import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.List;

/** Prints the parameters of functions, their parentheses included. */
final class Parameters {

    private final Printer printer;

    Parameters(Printer printer) {
        this.printer = printer;
    }

    /**
     * @param expanded whether they must stay on one line, because what follows them is to break
     * @param typed whether the type parameters are printed with them
     */
    Doc print(Node function, boolean expanded, boolean typed) {
        Doc types = typed ? printer.print(function, Slot.TYPE_PARAMETERS) : Doc.EMPTY;
        List<Node> parameters = function.all(Slot.PARAMS);
        if (parameters.isEmpty()) {
            Doc comments =
                    printer.comments().dangling(function, c -> printer.source().nextCharacter(c.end()) == ')');
            return concat(types, text("("), comments, text(")"));
        }
        boolean hugs = hugs(function);
        boolean test = Calls.isTest(function.parent());
        Doc printed = list(parameters, hugs || test);
        if (expanded) {
            if (types.willBreak() || printed.willBreak()) {
                throw new NoRoom();
            }
            return group(Docs.flat(types), text("("), Docs.flat(printed), text(")"));
        }
        if (hugs || test) {
            return concat(types, text("("), printed, text(")"));
        }
        boolean rest = parameters.get(parameters.size() - 1).is(Kind.REST);
        return concat(
                types,
                text("("),
                indent(SOFT, printed),
                Doc.ifBreak(rest ? Doc.EMPTY : text(","), Doc.EMPTY),
                SOFT,
                text(")"));
    }

    private Doc list(List<Node> parameters, boolean together) {
        Parts parts = new Parts();
        Node last = parameters.get(parameters.size() - 1);
        for (Node parameter : parameters) {
            parts.add(printer.print(parameter));
            if (parameter == last) {
                break;
            }
            parts.add(",");
            if (together) {
                parts.add(" ");
            } else if (printer.emptyLineAfter(parameter)) {
                parts.add(HARD).add(HARD);
            } else {
                parts.add(SPACE);
            }
        }
        return parts.doc();
    }

    /** Whether the parentheses stand close around the only parameter. */
    static boolean hugs(Node function) {
        if (function.is(Kind.INDEX_SIGNATURE)) {
            return false;
        }
        List<Node> parameters = function.all(Slot.PARAMS);
        if (parameters.size() != 1 || parameters.get(0).hasComment()) {
            return false;
        }
        Node parameter = parameters.get(0);
        return switch (parameter.kind()) {
            case OBJECT_PATTERN, ARRAY_PATTERN -> true;
            case IDENTIFIER ->
                parameter.has(Slot.TYPE) && parameter.get(Slot.TYPE).isObjectType();
            case ASSIGNMENT_PATTERN ->
                parameter.get(Slot.LEFT).is(Kind.OBJECT_PATTERN, Kind.ARRAY_PATTERN)
                        && isPlain(parameter.get(Slot.RIGHT));
            default -> false;
        };
    }

    private static boolean isPlain(Node value) {
        return value.is(Kind.IDENTIFIER)
                || value.is(Kind.OBJECT, Kind.ARRAY) && value.children().isEmpty();
    }
}
