package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.text;

import java.util.List;
import java.util.Set;

/** Prints calls, and knows the calls that are printed in a way of their own. */
final class Calls {

    private static final Set<String> TESTS = Set.of(
            "it",
            "it.only",
            "it.skip",
            "describe",
            "describe.only",
            "describe.skip",
            "test",
            "test.only",
            "test.skip",
            "test.step",
            "test.describe",
            "test.describe.only",
            "test.describe.parallel",
            "test.describe.parallel.only",
            "test.describe.serial",
            "test.describe.serial.only",
            "skip",
            "xit",
            "xdescribe",
            "xtest",
            "fit",
            "fdescribe",
            "ftest");

    private final Printer printer;

    Calls(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        List<Node> arguments = node.all(Slot.ARGUMENTS);
        boolean created = node.is(Kind.NEW);
        boolean imported = node.is(Kind.IMPORT_CALL);
        if (staysOnLine(node, arguments)) {
            return concat(head(node), text("("), Doc.join(text(", "), printer.all(node, Slot.ARGUMENTS)), text(")"));
        }
        if (!imported && !created) {
            Node callee = node.get(Slot.CALLEE);
            if (callee.isMember() && !Parentheses.needed(callee)) {
                return printer.memberChain().print(node);
            }
        }
        Doc doc = concat(head(node), printer.callArguments().print(node));
        return imported || !created && node.get(Slot.CALLEE).isCall() ? group(doc) : doc;
    }

    private Doc head(Node node) {
        if (node.is(Kind.IMPORT_CALL)) {
            return text("import");
        }
        return new Parts()
                .addIf(node.is(Kind.NEW), "new ")
                .add(printer.print(node.get(Slot.CALLEE)))
                .addIf(node.has(Flag.OPTIONAL), "?.")
                .add(printer.print(node, Slot.TYPE_ARGUMENTS))
                .doc();
    }

    private boolean staysOnLine(Node node, List<Node> arguments) {
        if (arguments.isEmpty()) {
            return false;
        }
        boolean call = node.isCall();
        return call && isRequire(node)
                || arguments.size() == 1 && isTemplateOnOwnLine(arguments.get(0))
                || call && isTest(node);
    }

    private static boolean isRequire(Node node) {
        Node callee = node.get(Slot.CALLEE);
        return callee.is(Kind.IDENTIFIER) && callee.text().equals("require");
    }

    /** Whether it is a template of several lines that does not begin a line. */
    boolean isTemplateOnOwnLine(Node node) {
        Node template = node.is(Kind.TAGGED_TEMPLATE) ? node.get(Slot.QUASI) : node;
        if (!template.is(Kind.TEMPLATE)) {
            return false;
        }
        for (String piece : template.pieces()) {
            if (piece.indexOf('\n') >= 0) {
                return !printer.source().newlineBefore(node.start());
            }
        }
        return false;
    }

    /** Whether it declares a test: its name and its function stay on one line however long they are. */
    static boolean isTest(Node node) {
        if (node == null || !node.isCall()) {
            return false;
        }
        List<Node> arguments = node.all(Slot.ARGUMENTS);
        if (arguments.size() != 2 && arguments.size() != 3) {
            return false;
        }
        Node function = arguments.get(1);
        if (!arguments.get(0).is(Kind.TEMPLATE, Kind.STRING)
                || !function.isFunction()
                || !isTestName(node.get(Slot.CALLEE))) {
            return false;
        }
        if (arguments.size() == 2) {
            return true;
        }
        return arguments.get(2).is(Kind.NUMBER)
                && function.get(Slot.BODY).is(Kind.BLOCK)
                && function.all(Slot.PARAMS).size() <= 1;
    }

    private static boolean isTestName(Node callee) {
        String name = "";
        Node node = callee;
        while (node.isMember() && !node.has(Flag.COMPUTED)) {
            name = "." + node.get(Slot.PROPERTY).text() + name;
            node = node.get(Slot.OBJECT);
        }
        return node.is(Kind.IDENTIFIER) && TESTS.contains(node.text() + name);
    }

    /** Whether it is a call of a call that has more arguments: the inner one breaks first. */
    static boolean isCurried(Node node) {
        if (!node.isCall() || !node.isIn(Slot.CALLEE, Kind.CALL)) {
            return false;
        }
        int outer = node.parent().all(Slot.ARGUMENTS).size();
        return outer > 0 && node.all(Slot.ARGUMENTS).size() > outer;
    }

    /** Whether an argument is so simple that a chain of calls with it may stay on one line. */
    static boolean isSimple(Node node, int depth) {
        if (depth >= 2) {
            return false;
        }
        return switch (node.kind()) {
            case REGEX -> Columns.of(Literals.pattern(node.text())) <= 5;
            case STRING, NUMBER, BIGINT, BOOLEAN, NULL, IDENTIFIER, THIS, SUPER, PRIVATE_NAME, HOLE -> true;
            case TEMPLATE -> allSimple(node.all(Slot.EXPRESSIONS), depth) && isOneLine(node);
            case OBJECT -> allSimple(node.all(Slot.PROPERTIES), depth);
            case PROPERTY ->
                !node.has(Flag.COMPUTED) && (node.has(Flag.SHORTHAND) || isSimple(node.get(Slot.VALUE), depth));
            case ARRAY -> allSimple(node.all(Slot.ELEMENTS), depth);
            case IMPORT_CALL -> allSimple(node.all(Slot.ARGUMENTS), depth);
            case CALL, NEW -> isSimple(node.get(Slot.CALLEE), depth) && allSimple(node.all(Slot.ARGUMENTS), depth);
            case MEMBER -> isSimple(node.get(Slot.OBJECT), depth) && isSimple(node.get(Slot.PROPERTY), depth);
            case UNARY -> "!-+~".contains(node.text()) && isSimple(node.get(Slot.ARGUMENT), depth);
            case UPDATE -> isSimple(node.get(Slot.ARGUMENT), depth);
            case NON_NULL -> isSimple(node.get(Slot.EXPRESSION), depth);
            default -> false;
        };
    }

    private static boolean allSimple(List<Node> nodes, int depth) {
        for (Node node : nodes) {
            if (node.is(Kind.PROPERTY) && node.has(Flag.SHORTHAND)) {
                continue;
            }
            if (!isSimple(node, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneLine(Node template) {
        for (String piece : template.pieces()) {
            if (piece.indexOf('\n') >= 0) {
                return false;
            }
        }
        return true;
    }
}
