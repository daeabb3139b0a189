package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.HARD;
import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.List;

/** Prints programs, blocks and the statements in them. */
final class Statements {

    private static final Doc SEMICOLON = text(";");

    private final Printer printer;
    private final ControlFlow controlFlow;

    Statements(Printer printer) {
        this.printer = printer;
        this.controlFlow = new ControlFlow(printer);
    }

    Doc print(Node node) {
        return switch (node.kind()) {
            case PROGRAM -> program(node);
            case BLOCK -> block(node);
            case EXPRESSION_STATEMENT -> expression(node);
            case DIRECTIVE -> text(Literals.directive(node.text()) + ";");
            case VARIABLE_DECLARATION -> variables(node);
            case RETURN -> argument("return", node);
            case THROW -> argument("throw", node);
            case BREAK -> text(jump("break", node));
            case CONTINUE -> text(jump("continue", node));
            case DEBUGGER -> text("debugger;");
            case EMPTY -> Doc.EMPTY;
            default -> controlFlow.print(node);
        };
    }

    private Doc program(Node node) {
        Doc dangling = printer.comments().dangling(node);
        if (!node.has(Slot.BODY) && dangling == Doc.EMPTY) {
            return Doc.EMPTY;
        }
        return concat(sequence(node, Slot.BODY), dangling, HARD);
    }

    /** Statements or members one below the other, with the empty lines between them that were there. */
    Doc sequence(Node node, Slot slot) {
        List<Node> all = node.all(slot);
        Parts parts = new Parts();
        for (int i = 0; i < all.size(); i++) {
            Node each = all.get(i);
            parts.add(printer.print(each));
            if (i < all.size() - 1) {
                parts.add(HARD).addIf(printer.emptyLineAfter(each), HARD);
            }
        }
        return parts.doc();
    }

    private Doc block(Node node) {
        Doc body = body(node);
        if (body != Doc.EMPTY) {
            return concat(text("{"), indent(HARD, body), HARD, text("}"));
        }
        return closesAtOnce(node) ? text("{}") : concat(text("{"), HARD, text("}"));
    }

    /** What is inside the braces. */
    Doc body(Node node) {
        return concat(sequence(node, Slot.BODY), printer.comments().dangling(node));
    }

    private static boolean closesAtOnce(Node block) {
        Node parent = block.parent();
        return parent.is(
                        Kind.ARROW,
                        Kind.FUNCTION_EXPRESSION,
                        Kind.FUNCTION_DECLARATION,
                        Kind.OBJECT_METHOD,
                        Kind.METHOD,
                        Kind.FOR,
                        Kind.WHILE,
                        Kind.DO_WHILE,
                        Kind.MODULE)
                || parent.is(Kind.CATCH) && !parent.parent().has(Slot.FINALIZER);
    }

    private Doc expression(Node node) {
        Doc comment = printer.comments().dangling(node, Comment::staysOnLine);
        Parts parts = new Parts().add(printer.print(node.get(Slot.EXPRESSION))).add(SEMICOLON);
        return comment == Doc.EMPTY ? parts.doc() : parts.add(" ").add(comment).doc();
    }

    private Doc variables(Node node) {
        List<Node> declarators = node.all(Slot.DECLARATIONS);
        boolean head = node.parent().is(Kind.FOR, Kind.FOR_IN, Kind.FOR_OF) && !node.isIn(Slot.BODY);
        boolean valued = false;
        for (Node declarator : declarators) {
            valued |= declarator.has(Slot.INIT);
        }
        Doc first = printer.print(declarators.get(0));
        boolean single = declarators.size() == 1 && !declarators.get(0).hasComment();
        Parts more = new Parts();
        for (Node declarator : declarators.subList(1, declarators.size())) {
            more.add(",").add(valued && !head ? HARD : SPACE).add(printer.print(declarator));
        }
        return group(new Parts()
                .addIf(node.has(Flag.DECLARE), "declare ")
                .add(node.text() + " ")
                .add(single ? first : indent(first))
                .add(indent(more.doc()))
                .addIf(!head, SEMICOLON)
                .doc());
    }

    private Doc argument(String word, Node node) {
        Parts parts = new Parts().add(word);
        if (node.has(Slot.ARGUMENT)) {
            Node argument = node.get(Slot.ARGUMENT);
            Doc printed = printer.print(argument);
            if (startsWithComment(argument)) {
                parts.add(" (").add(indent(HARD, printed)).add(HARD).add(")");
            } else if (argument.isBinaryish() || argument.is(Kind.SEQUENCE)) {
                parts.add(group(
                        Doc.ifBreak(text(" ("), text(" ")),
                        indent(SOFT, printed),
                        SOFT,
                        Doc.ifBreak(text(")"), Doc.EMPTY)));
            } else {
                parts.add(" ").add(printed);
            }
        }
        List<Comment> comments = node.comments();
        boolean line = !comments.isEmpty() && comments.get(comments.size() - 1).isLine();
        Doc dangling = printer.comments().dangling(node);
        parts.addIf(line, SEMICOLON);
        if (dangling != Doc.EMPTY) {
            parts.add(" ").add(dangling);
        }
        return parts.addIf(!line, SEMICOLON).doc();
    }

    private boolean startsWithComment(Node argument) {
        for (Node node = argument; node != null; node = Parentheses.leftSide(node)) {
            if (printer.hasOwnLineComment(node)) {
                return true;
            }
        }
        return false;
    }

    private static String jump(String word, Node node) {
        return word + (node.text().isEmpty() ? "" : " " + node.text()) + ";";
    }
}
