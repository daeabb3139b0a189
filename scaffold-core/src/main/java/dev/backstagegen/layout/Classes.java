package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.HARD;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

/** Prints classes and their members. */
final class Classes {

    private final Printer printer;

    Classes(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        return switch (node.kind()) {
            case CLASS_BODY -> body(node);
            case CLASS_PROPERTY -> property(node);
            case STATIC_BLOCK -> block("static {", printer.statements().body(node));
            default -> type(node);
        };
    }

    private Doc type(Node node) {
        Doc name = new Parts()
                .addIf(node.has(Slot.ID), " ")
                .add(printer.print(node, Slot.ID))
                .add(printer.print(node, Slot.TYPE_PARAMETERS))
                .doc();
        Parts parts = new Parts()
                .addIf(node.has(Flag.DECLARE), "declare ")
                .addIf(node.has(Flag.ABSTRACT), "abstract ")
                .add("class");
        boolean grouped = groupsHeritage(node);
        Doc heritage = concat(superClass(node, grouped), implemented(node));
        if (grouped) {
            Doc head = indentsHeritageOnly(node) ? concat(name, indent(heritage)) : indent(name, heritage);
            parts.add(Doc.group(head, false, printer.id(node)));
        } else {
            parts.add(name).add(heritage);
        }
        return parts.add(" ").add(printer.print(node.get(Slot.BODY))).doc();
    }

    private static boolean groupsHeritage(Node node) {
        return node.has(Slot.IMPLEMENTS)
                || node.has(Slot.ID) && node.get(Slot.ID).hasComment(Comment.Side.TRAILING)
                || node.has(Slot.SUPER_CLASS) && node.get(Slot.SUPER_CLASS).hasComment();
    }

    private static boolean indentsHeritageOnly(Node node) {
        return node.has(Slot.TYPE_PARAMETERS) && !(node.has(Slot.SUPER_CLASS) && node.has(Slot.IMPLEMENTS));
    }

    private Doc superClass(Node node, boolean grouped) {
        if (!node.has(Slot.SUPER_CLASS)) {
            return Doc.EMPTY;
        }
        Node base = node.get(Slot.SUPER_CLASS);
        Doc printed = concat(printer.print(base), printer.print(node, Slot.SUPER_TYPE_ARGUMENTS));
        Doc clause = concat(text("extends "), printer.comments().around(base, printed));
        return grouped ? concat(SPACE, Doc.group(clause)) : concat(text(" "), clause);
    }

    private Doc implemented(Node node) {
        if (!node.has(Slot.IMPLEMENTS)) {
            return Doc.EMPTY;
        }
        Doc start = indentsHeritageOnly(node)
                ? Doc.ifBreak(text(" "), SPACE, printer.id(node.get(Slot.TYPE_PARAMETERS)))
                : SPACE;
        Doc types = Doc.join(concat(text(","), SPACE), printer.all(node, Slot.IMPLEMENTS));
        return concat(start, text("implements"), Doc.group(indent(SPACE, types)));
    }

    private Doc body(Node node) {
        Doc members = printer.statements().body(node);
        Doc gap = node.has(Slot.BODY) ? Doc.ifBreak(HARD, Doc.EMPTY, printer.id(node.parent())) : Doc.EMPTY;
        return concat(gap, block("{", members));
    }

    private static Doc block(String opening, Doc body) {
        return body == Doc.EMPTY ? text(opening + "}") : concat(text(opening), indent(HARD, body), HARD, text("}"));
    }

    private Doc property(Node node) {
        Doc left = new Parts()
                .add(node.text())
                .add(printer.expressions().key(node))
                .addIf(node.has(Flag.OPTIONAL), "?")
                .addIf(node.has(Flag.DEFINITE), "!")
                .add(printer.annotation(node))
                .doc();
        return concat(printer.assignments().print(node, left, " =", Slot.VALUE), text(";"));
    }
}
