package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.ArrayList;
import java.util.List;

/** Prints arrow functions, and arrows that return arrows. */
final class Arrows {

    private final Printer printer;

    Arrows(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node arrow, Hint hint) {
        List<Doc> signatures = new ArrayList<>();
        Doc trailing = Doc.EMPTY;
        boolean broken = false;
        Node tail = arrow;
        while (true) {
            Doc signature = signature(tail, hint);
            if (tail != arrow) {
                signature = concat(printer.comments().leading(tail), signature);
                trailing = concat(printer.comments().trailing(tail), trailing);
            }
            signatures.add(signature);
            broken |= isElaborate(tail);
            if (!tail.get(Slot.BODY).is(Kind.ARROW) || hint == Hint.LAST_ARGUMENT) {
                break;
            }
            tail = tail.get(Slot.BODY);
        }
        Doc body = concat(printer.print(tail.get(Slot.BODY), hint), trailing);
        return signatures.size() > 1
                ? chain(arrow, hint, signatures, broken, body, tail)
                : single(arrow, hint, signatures.get(0), body);
    }

    private static boolean isElaborate(Node arrow) {
        List<Node> parameters = arrow.all(Slot.PARAMS);
        if (arrow.has(Slot.TYPE_PARAMETERS) || arrow.has(Slot.RETURN_TYPE) && !parameters.isEmpty()) {
            return true;
        }
        for (Node parameter : parameters) {
            if (!parameter.is(Kind.IDENTIFIER)) {
                return true;
            }
        }
        return false;
    }

    private Doc signature(Node arrow, Hint hint) {
        Parts parts = new Parts().addIf(arrow.has(Flag.ASYNC), "async ");
        if (isBare(arrow)) {
            parts.add(printer.print(arrow.get(Slot.PARAMS)));
        } else {
            Doc result = printer.functions().result(arrow);
            if (hint.isArgument()) {
                if (result.willBreak()) {
                    throw new NoRoom();
                }
                result = group(Docs.flat(result));
            }
            parts.add(group(printer.parameters().print(arrow, hint.isArgument(), true), result));
        }
        Doc comments = printer.comments()
                .dangling(
                        arrow,
                        c -> printer.source().startsWith("=>", printer.source().nextToken(c.end())));
        return comments == Doc.EMPTY
                ? parts.doc()
                : parts.add(" ").add(comments).doc();
    }

    /** Whether the only parameter needs no parentheses. */
    private static boolean isBare(Node arrow) {
        List<Node> parameters = arrow.all(Slot.PARAMS);
        if (parameters.size() != 1
                || arrow.has(Slot.TYPE_PARAMETERS)
                || arrow.has(Slot.RETURN_TYPE)
                || arrow.hasComment(Comment.Side.DANGLING)) {
            return false;
        }
        Node parameter = parameters.get(0);
        return parameter.is(Kind.IDENTIFIER)
                && !parameter.has(Slot.TYPE)
                && !parameter.has(Flag.OPTIONAL)
                && !parameter.hasComment();
    }

    private Doc single(Node arrow, Hint hint, Doc signature, Doc body) {
        Node value = arrow.get(Slot.BODY);
        Doc head = concat(signature, text(" =>"));
        if (!printer.hasOwnLineComment(value) && staysOnLine(value)) {
            return group(head, text(" "), body);
        }
        if (value.is(Kind.SEQUENCE)) {
            return group(head, group(text(" ("), indent(SOFT, body), SOFT, text(")")));
        }
        boolean closing = hint == Hint.LAST_ARGUMENT && !arrow.hasComment();
        boolean parens = value.is(Kind.CONDITIONAL) && !Parentheses.startsWithObject(value);
        Doc indented = indent(
                SPACE,
                parens ? Doc.ifBreak(Doc.EMPTY, text("(")) : Doc.EMPTY,
                body,
                parens ? Doc.ifBreak(Doc.EMPTY, text(")")) : Doc.EMPTY);
        Doc end = closing ? concat(Doc.ifBreak(text(","), Doc.EMPTY), SOFT) : Doc.EMPTY;
        return group(head, group(indented, end));
    }

    private boolean staysOnLine(Node body) {
        return body.is(Kind.ARRAY, Kind.OBJECT, Kind.BLOCK, Kind.ARROW)
                || printer.calls().isTemplateOnOwnLine(body);
    }

    private Doc chain(Node arrow, Hint hint, List<Doc> signatures, boolean broken, Doc tailBody, Node tail) {
        boolean callee = arrow.isIn(Slot.CALLEE);
        Node value = tail.get(Slot.BODY);
        boolean ownLine = !value.is(Kind.BLOCK, Kind.OBJECT, Kind.SEQUENCE);
        boolean breaksBefore = callee && ownLine || hint == Hint.CHAIN_TAIL;
        Doc.Id id = new Doc.Id();
        Doc body = value.is(Kind.SEQUENCE) ? group(text("("), indent(SOFT, tailBody), SOFT, text(")")) : tailBody;
        Doc heads = group(Doc.join(concat(text(" =>"), SPACE), signatures), broken);
        Doc start = callee || hint.isAssigned() ? SOFT : Doc.EMPTY;
        return group(
                Doc.group(indent(start, heads), breaksBefore, id),
                text(" =>"),
                new Doc.IndentIfBreak(ownLine ? indent(SPACE, body) : concat(text(" "), body), id),
                callee ? Doc.ifBreak(SOFT, Doc.EMPTY, id) : Doc.EMPTY);
    }
}
