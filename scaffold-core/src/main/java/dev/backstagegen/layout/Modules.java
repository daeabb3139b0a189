package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.ArrayList;
import java.util.List;

/** Prints imports, exports and modules. */
final class Modules {

    private final Printer printer;

    Modules(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        return switch (node.kind()) {
            case IMPORT -> imports(node);
            case IMPORT_EQUALS ->
                group(text("import " + node.text() + " = require("), printer.print(node.get(Slot.SOURCE)), text(");"));
            case EXPORT_ALL ->
                new Parts()
                        .add("export ")
                        .addIf(node.has(Flag.TYPE_ONLY), "type ")
                        .add("*" + node.text())
                        .add(source(node))
                        .add(";")
                        .doc();
            case EXPORT_ASSIGNMENT -> concat(text("export = "), printer.print(node.get(Slot.EXPRESSION)), text(";"));
            case EXPORT_DEFAULT -> exportDefault(node);
            case EXPORT_NAMED -> exportNamed(node);
            case MODULE -> module(node);
            default -> text(node.text());
        };
    }

    private Doc imports(Node node) {
        Parts parts = new Parts().add("import").addIf(node.has(Flag.TYPE_ONLY), " type");
        boolean bare = !node.has(Slot.SPECIFIERS) && !node.has(Flag.BRACES);
        return parts.add(bare ? Doc.EMPTY : specifiers(node))
                .add(bare ? concat(text(" "), printer.print(node.get(Slot.SOURCE))) : source(node))
                .add(";")
                .doc();
    }

    private Doc source(Node node) {
        return node.has(Slot.SOURCE) ? concat(text(" from "), printer.print(node.get(Slot.SOURCE))) : Doc.EMPTY;
    }

    private Doc specifiers(Node node) {
        List<Doc> alone = new ArrayList<>();
        List<Doc> grouped = new ArrayList<>();
        boolean comments = false;
        for (Node specifier : node.all(Slot.SPECIFIERS)) {
            boolean inBraces = specifier.is(Kind.IMPORT_SPECIFIER, Kind.EXPORT_SPECIFIER);
            (inBraces ? grouped : alone).add(printer.print(specifier));
            comments |= specifier.hasComment();
        }
        Parts parts = new Parts().add(" ").add(Doc.join(text(", "), alone));
        if (grouped.isEmpty()) {
            return parts.addIf(alone.isEmpty(), "{}").doc();
        }
        parts.addIf(!alone.isEmpty(), ", ");
        if (grouped.size() == 1 && alone.isEmpty() && !comments) {
            return parts.add("{ ").add(grouped.get(0)).add(" }").doc();
        }
        return parts.add(group(
                        text("{"),
                        indent(SPACE, Doc.join(concat(text(","), SPACE), grouped)),
                        Doc.ifBreak(text(","), Doc.EMPTY),
                        SPACE,
                        text("}")))
                .doc();
    }

    private Doc exportDefault(Node node) {
        Node declaration = node.get(Slot.DECLARATION);
        boolean closed = declaration.is(Kind.CLASS_DECLARATION, Kind.FUNCTION_DECLARATION, Kind.INTERFACE)
                || declaration.is(Kind.FUNCTION_SIGNATURE);
        return concat(opening("export default", node), printer.print(declaration), text(closed ? "" : ";"));
    }

    private Doc exportNamed(Node node) {
        if (node.has(Slot.DECLARATION)) {
            return concat(opening("export", node), printer.print(node.get(Slot.DECLARATION)));
        }
        return new Parts()
                .add("export")
                .addIf(node.has(Flag.TYPE_ONLY), " type")
                .add(specifiers(node))
                .add(source(node))
                .add(";")
                .doc();
    }

    private Doc opening(String words, Node node) {
        Doc comments = printer.comments().dangling(node);
        Parts parts = new Parts().add(words + " ");
        if (comments != Doc.EMPTY) {
            boolean line = node.comments().get(node.comments().size() - 1).isLine();
            parts.add(comments).add(line ? Doc.Line.HARD : text(" "));
        }
        return parts.doc();
    }

    private Doc module(Node node) {
        Parts parts = new Parts()
                .addIf(node.has(Flag.DECLARE), "declare ")
                .add(node.text())
                .add(printer.print(node, Slot.ID));
        return node.has(Slot.BODY)
                ? parts.add(" ").add(group(printer.print(node.get(Slot.BODY)))).doc()
                : parts.add(";").doc();
    }
}
