package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.EMPTY;
import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.ArrayList;
import java.util.List;

/** Prints unions and intersections of types. */
final class Unions {

    private static final Doc BAR = text("| ");

    private final Printer printer;

    Unions(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        return node.is(Kind.UNION) ? union(node) : intersection(node);
    }

    private Doc union(Node node) {
        boolean hugs = Types.hugs(node);
        List<Doc> printed = new ArrayList<>();
        for (Node type : node.all(Slot.TYPES)) {
            Doc doc = printer.print(type);
            printed.add(printer.comments().around(type, hugs ? doc : Doc.align(2, doc)));
        }
        if (hugs) {
            return Doc.join(text(" | "), printed);
        }
        boolean comment = printer.hasOwnLineComment(node);
        boolean indented = !node.parent().is(Kind.TYPE_ARGUMENTS, Kind.TYPE_REFERENCE, Kind.TUPLE_TYPE)
                && !(node.parent().is(Kind.TYPE_ALIAS) && comment);
        Doc code = concat(
                Doc.ifBreak(concat(indented && !comment ? SPACE : EMPTY, BAR), EMPTY),
                Doc.join(concat(SPACE, BAR), printed));
        if (Parentheses.needed(node)) {
            return group(indent(code), SOFT);
        }
        if (node.parent().is(Kind.TUPLE_TYPE) && node.parent().all(Slot.TYPES).size() > 1) {
            return group(
                    indent(Doc.ifBreak(concat(text("("), SOFT), EMPTY), code), SOFT, Doc.ifBreak(text(")"), EMPTY));
        }
        return group(indented ? indent(code) : code);
    }

    /** Objects follow each other on a line, other types break onto their own. */
    private Doc intersection(Node node) {
        List<Node> types = node.all(Slot.TYPES);
        Parts parts = new Parts().add(printer.print(types.get(0)));
        boolean indented = false;
        for (int i = 1; i < types.size(); i++) {
            Doc type = printer.print(types.get(i));
            boolean before = types.get(i - 1).isObjectType();
            boolean object = types.get(i).isObjectType();
            if (before && object) {
                parts.add(" & ").add(indented ? indent(type) : type);
            } else if (!before && !object) {
                parts.add(indent(text(" &"), SPACE, type));
            } else {
                indented |= i > 1;
                parts.add(" & ").add(i > 1 ? indent(type) : type);
            }
        }
        return group(parts.doc());
    }
}
