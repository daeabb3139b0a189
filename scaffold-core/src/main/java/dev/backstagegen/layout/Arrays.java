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

/** Prints arrays, their patterns and tuples. */
final class Arrays {

    private final Printer printer;

    Arrays(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        if (node.is(Kind.TUPLE_TYPE)) {
            return tuple(node);
        }
        List<Node> elements = node.all(Slot.ELEMENTS);
        Doc end = concat(text(node.has(Flag.OPTIONAL) ? "?" : ""), printer.annotation(node));
        if (elements.isEmpty()) {
            Doc comments = printer.comments().dangling(node);
            return comments == Doc.EMPTY
                    ? concat(text("[]"), end)
                    : concat(group(text("["), indent(HARD, comments), SOFT, text("]")), end);
        }
        Doc.Id id = new Doc.Id();
        boolean numbers = isOfNumbers(node);
        Doc comma = comma(elements, numbers ? id : null);
        Doc items = numbers ? filled(elements, comma) : concat(list(elements), comma);
        Doc array = concat(text("["), indent(SOFT, items, printer.comments().dangling(node)), SOFT, text("]"));
        return concat(Doc.group(array, isTable(elements), id), end);
    }

    private static Doc comma(List<Node> elements, Doc.Id id) {
        Node last = elements.get(elements.size() - 1);
        if (last.is(Kind.REST)) {
            return Doc.EMPTY;
        }
        return last.is(Kind.HOLE) ? text(",") : Doc.ifBreak(text(","), Doc.EMPTY, id);
    }

    private Doc tuple(Node node) {
        List<Node> types = node.all(Slot.TYPES);
        if (types.isEmpty()) {
            return concat(text("["), printer.comments().dangling(node), text("]"));
        }
        return group(
                text("["),
                indent(SOFT, list(types)),
                Doc.ifBreak(text(","), Doc.EMPTY),
                printer.comments().dangling(node),
                SOFT,
                text("]"));
    }

    /** Elements with commas between them, and an empty line where there was one if the group breaks. */
    Doc list(List<Node> elements) {
        Parts parts = new Parts();
        Node last = elements.get(elements.size() - 1);
        for (Node element : elements) {
            parts.add(group(printer.print(element)));
            if (element != last) {
                parts.add(",").add(SPACE);
                parts.addIf(!element.is(Kind.HOLE) && printer.emptyLineAfter(element), SOFT);
            }
        }
        return parts.doc();
    }

    private Doc filled(List<Node> elements, Doc comma) {
        List<Doc> parts = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            boolean last = i == elements.size() - 1;
            parts.add(concat(printer.print(elements.get(i)), last ? comma : text(",")));
            if (!last) {
                parts.add(separator(elements.get(i), elements.get(i + 1)));
            }
        }
        return Doc.fill(parts);
    }

    private Doc separator(Node element, Node next) {
        if (printer.emptyLineAfter(element)) {
            return concat(HARD, HARD);
        }
        return next.hasComment(c -> c.is(Comment.Side.LEADING) && c.isLine()) ? HARD : SPACE;
    }

    /** Whether all are arrays or all are objects, and none of them small: they get a line each. */
    private static boolean isTable(List<Node> elements) {
        Kind kind = elements.get(0).kind();
        if (elements.size() < 2 || kind != Kind.ARRAY && kind != Kind.OBJECT) {
            return false;
        }
        for (Node element : elements) {
            if (element.kind() != kind || element.children().size() < 2) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has only numbers, so that a line takes as many as fit. */
    static boolean isOfNumbers(Node array) {
        List<Node> elements = array.all(Slot.ELEMENTS);
        for (Node element : elements) {
            if (!element.is(Kind.NUMBER) && !isSignedNumber(element)
                    || element.hasComment(c -> c.is(Comment.Side.TRAILING) && c.isLine())) {
                return false;
            }
        }
        return elements.size() > 1;
    }

    static boolean isSignedNumber(Node node) {
        return node.is(Kind.UNARY)
                && (node.text().equals("+") || node.text().equals("-"))
                && node.get(Slot.ARGUMENT).is(Kind.NUMBER)
                && !node.get(Slot.ARGUMENT).hasComment();
    }
}
