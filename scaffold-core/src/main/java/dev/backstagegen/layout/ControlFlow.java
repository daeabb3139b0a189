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

/** Prints branches, loops and what else has statements in it. */
final class ControlFlow {

    private static final Doc SEMICOLON = text(";");

    private final Printer printer;

    ControlFlow(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        return switch (node.kind()) {
            case IF -> branch(node);
            case FOR -> loop(node);
            case FOR_IN -> loopOver(node, "for (", " in ");
            case FOR_OF -> loopOver(node, node.has(Flag.AWAIT) ? "for await (" : "for (", " of ");
            case WHILE -> group(text("while ("), test(node), text(")"), clause(node.get(Slot.BODY), false));
            case DO_WHILE -> doLoop(node);
            case SWITCH -> choice(node);
            case SWITCH_CASE -> choiceCase(node);
            case TRY -> attempt(node);
            case CATCH -> caught(node);
            case LABELED -> concat(text(node.text() + ": "), printer.print(node.get(Slot.BODY)));
            default -> throw new IllegalStateException("No layout for " + node);
        };
    }

    private Doc test(Node node) {
        return group(indent(SOFT, printer.print(node.get(Slot.TEST))), SOFT);
    }

    /** A body after its head: a block on the same line, anything else indented. */
    private Doc clause(Node body, boolean onSameLine) {
        Doc printed = printer.print(body);
        if (body.is(Kind.EMPTY)) {
            return SEMICOLON;
        }
        return body.is(Kind.BLOCK) || onSameLine ? concat(text(" "), printed) : indent(SPACE, printed);
    }

    private Doc branch(Node node) {
        Node consequent = node.get(Slot.CONSEQUENT);
        Parts parts = new Parts().add(group(text("if ("), test(node), text(")"), clause(consequent, false)));
        if (!node.has(Slot.ALTERNATE)) {
            return parts.doc();
        }
        Node alternate = node.get(Slot.ALTERNATE);
        boolean apart =
                consequent.hasComment(c -> c.is(Comment.Side.TRAILING) && c.isLine()) || endsWithLineComment(node);
        parts.add(consequent.is(Kind.BLOCK) && !apart ? text(" ") : HARD);
        Doc dangling = printer.comments().dangling(node);
        if (dangling != Doc.EMPTY) {
            parts.add(dangling).add(apart ? HARD : text(" "));
        }
        return parts.add("else")
                .add(group(clause(alternate, alternate.is(Kind.IF))))
                .doc();
    }

    private static boolean endsWithLineComment(Node node) {
        boolean line = false;
        for (Comment comment : node.comments()) {
            if (comment.is(Comment.Side.DANGLING)) {
                line = comment.isLine();
            }
        }
        return line;
    }

    private Doc loop(Node node) {
        Doc body = clause(node.get(Slot.BODY), false);
        Doc dangling = printer.comments().dangling(node);
        Doc before = dangling == Doc.EMPTY ? Doc.EMPTY : concat(dangling, SOFT);
        if (!node.has(Slot.INIT) && !node.has(Slot.TEST) && !node.has(Slot.UPDATE)) {
            return concat(before, group(text("for (;;)"), body));
        }
        Doc head = group(
                indent(
                        SOFT,
                        printer.print(node, Slot.INIT),
                        SEMICOLON,
                        SPACE,
                        printer.print(node, Slot.TEST),
                        SEMICOLON,
                        SPACE,
                        printer.print(node, Slot.UPDATE)),
                SOFT);
        return concat(before, group(text("for ("), head, text(")"), body));
    }

    private Doc loopOver(Node node, String opening, String word) {
        return group(
                text(opening),
                printer.print(node.get(Slot.LEFT)),
                text(word),
                printer.print(node.get(Slot.RIGHT)),
                text(")"),
                clause(node.get(Slot.BODY), false));
    }

    private Doc doLoop(Node node) {
        Node body = node.get(Slot.BODY);
        return concat(
                group(text("do"), clause(body, false)),
                body.is(Kind.BLOCK) ? text(" ") : HARD,
                text("while ("),
                test(node),
                text(");"));
    }

    private Doc choice(Node node) {
        List<Node> cases = node.all(Slot.CASES);
        List<Doc> docs = new ArrayList<>();
        for (Node each : cases) {
            boolean gap = each != cases.get(cases.size() - 1) && printer.emptyLineAfter(each);
            docs.add(concat(printer.print(each), gap ? HARD : Doc.EMPTY));
        }
        return concat(
                group(text("switch ("), indent(SOFT, printer.print(node.get(Slot.DISCRIMINANT))), SOFT, text(")")),
                text(" {"),
                docs.isEmpty() ? Doc.EMPTY : indent(HARD, Doc.join(HARD, docs)),
                HARD,
                text("}"));
    }

    private Doc choiceCase(Node node) {
        Parts parts = new Parts();
        if (node.has(Slot.TEST)) {
            parts.add("case ").add(printer.print(node.get(Slot.TEST))).add(":");
        } else {
            parts.add("default:");
        }
        Doc dangling = printer.comments().dangling(node);
        if (dangling != Doc.EMPTY) {
            parts.add(" ").add(dangling);
        }
        List<Node> statements = node.all(Slot.CONSEQUENT);
        if (statements.isEmpty()) {
            return parts.doc();
        }
        Doc printed = printer.statements().sequence(node, Slot.CONSEQUENT);
        boolean block = statements.size() == 1 && statements.get(0).is(Kind.BLOCK);
        return parts.add(block ? concat(text(" "), printed) : indent(HARD, printed))
                .doc();
    }

    private Doc attempt(Node node) {
        Parts parts = new Parts().add("try ").add(printer.print(node.get(Slot.BLOCK)));
        if (node.has(Slot.HANDLER)) {
            parts.add(" ").add(printer.print(node.get(Slot.HANDLER)));
        }
        if (node.has(Slot.FINALIZER)) {
            parts.add(" finally ").add(printer.print(node.get(Slot.FINALIZER)));
        }
        return parts.doc();
    }

    private Doc caught(Node node) {
        Doc body = printer.print(node.get(Slot.BODY));
        if (!node.has(Slot.PARAM)) {
            return concat(text("catch "), body);
        }
        Node param = node.get(Slot.PARAM);
        Doc printed = printer.print(param);
        return param.hasComment(Comment::isLine)
                ? concat(text("catch ("), indent(SOFT, printed), SOFT, text(") "), body)
                : concat(text("catch ("), printed, text(") "), body);
    }
}
