package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Prints names, literals and the simpler expressions and patterns. */
final class Expressions {

    static final Set<Kind> KINDS = EnumSet.of(
            Kind.IDENTIFIER,
            Kind.PRIVATE_NAME,
            Kind.THIS,
            Kind.SUPER,
            Kind.STRING,
            Kind.NUMBER,
            Kind.BIGINT,
            Kind.BOOLEAN,
            Kind.NULL,
            Kind.REGEX,
            Kind.META_PROPERTY,
            Kind.HOLE,
            Kind.MEMBER,
            Kind.UNARY,
            Kind.UPDATE,
            Kind.AWAIT,
            Kind.YIELD,
            Kind.SEQUENCE,
            Kind.SPREAD,
            Kind.REST,
            Kind.ASSIGNMENT_PATTERN,
            Kind.PARAMETER_PROPERTY,
            Kind.AS,
            Kind.SATISFIES,
            Kind.NON_NULL,
            Kind.INSTANTIATION);

    private final Printer printer;

    Expressions(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        return switch (node.kind()) {
            case IDENTIFIER ->
                concat(
                        text(node.text() + (node.has(Flag.OPTIONAL) ? "?" : "") + (node.has(Flag.DEFINITE) ? "!" : "")),
                        printer.annotation(node));
            case STRING -> Docs.literal(Literals.string(node.text()));
            case NUMBER -> text(Literals.number(node.text()));
            case BIGINT -> text(node.text().toLowerCase(Locale.ROOT));
            case REGEX -> text(Literals.regex(node.text()));
            case MEMBER -> member(node);
            case UNARY -> unary(node);
            case UPDATE -> update(node);
            case AWAIT -> await(node);
            case YIELD -> yielded(node);
            case SEQUENCE -> sequence(node);
            case SPREAD, REST -> concat(text("..."), printer.print(node.get(Slot.ARGUMENT)), printer.annotation(node));
            case ASSIGNMENT_PATTERN ->
                concat(printer.print(node.get(Slot.LEFT)), text(" = "), printer.print(node.get(Slot.RIGHT)));
            case PARAMETER_PROPERTY -> concat(text(node.text()), printer.print(node.get(Slot.PARAM)));
            case AS -> cast(node, " as ");
            case SATISFIES -> cast(node, " satisfies ");
            case NON_NULL -> concat(printer.print(node.get(Slot.EXPRESSION)), text("!"));
            case INSTANTIATION ->
                concat(printer.print(node.get(Slot.EXPRESSION)), printer.print(node.get(Slot.TYPE_ARGUMENTS)));
            default -> text(node.text());
        };
    }

    /** The name of a property or a member, quoted only if it must be. */
    Doc key(Node node) {
        Node key = node.get(Slot.KEY);
        if (node.has(Flag.COMPUTED)) {
            return concat(text("["), printer.print(key), text("]"));
        }
        if (key.is(Kind.STRING) && !node.is(Kind.CLASS_PROPERTY, Kind.METHOD_SIGNATURE)) {
            String content = key.text().substring(1, key.text().length() - 1);
            if (Literals.isName(content)) {
                return printer.comments().around(key, text(content));
            }
        }
        return printer.print(key);
    }

    private Doc member(Node node) {
        Doc object = printer.print(node.get(Slot.OBJECT));
        Doc lookup = lookup(node);
        boolean chain = object instanceof Doc.Chain;
        Doc doc = concat(object, staysTogether(node, chain) ? lookup : group(indent(SOFT, lookup)));
        return chain ? new Doc.Chain(doc) : doc;
    }

    private static boolean staysTogether(Node node, boolean chain) {
        Node object = node.get(Slot.OBJECT);
        if (node.has(Flag.COMPUTED)) {
            return true;
        }
        boolean names = object.is(Kind.IDENTIFIER) && node.get(Slot.PROPERTY).is(Kind.IDENTIFIER);
        if (names && !node.parent().isMember()) {
            return true;
        }
        if (node.parent().is(Kind.ASSIGNMENT, Kind.VARIABLE_DECLARATOR)) {
            Node call = object.is(Kind.NON_NULL) ? object.get(Slot.EXPRESSION) : object;
            if (chain || call.isCall() && call.has(Slot.ARGUMENTS)) {
                return true;
            }
        }
        Node outer = node.parent();
        while (outer.is(Kind.MEMBER, Kind.NON_NULL)) {
            outer = outer.parent();
        }
        return outer.is(Kind.NEW)
                || outer.is(Kind.ASSIGNMENT) && !outer.get(Slot.LEFT).is(Kind.IDENTIFIER);
    }

    /** What follows the object: the dot and the name, or the brackets. */
    Doc lookup(Node node) {
        Node property = node.get(Slot.PROPERTY);
        Doc printed = printer.print(property);
        if (!node.has(Flag.COMPUTED)) {
            return concat(text(node.has(Flag.OPTIONAL) ? "?." : "."), printed);
        }
        Doc opening = text(node.has(Flag.OPTIONAL) ? "?.[" : "[");
        return property.is(Kind.NUMBER)
                ? concat(opening, printed, text("]"))
                : group(opening, indent(SOFT, printed), SOFT, text("]"));
    }

    private Doc unary(Node node) {
        Node argument = node.get(Slot.ARGUMENT);
        String operator = node.text();
        Doc printed = printer.print(argument);
        boolean word = Character.isLetter(operator.charAt(operator.length() - 1));
        return concat(
                text(word ? operator + " " : operator),
                argument.hasComment() ? group(text("("), indent(SOFT, printed), SOFT, text(")")) : printed);
    }

    private Doc update(Node node) {
        Doc argument = printer.print(node.get(Slot.ARGUMENT));
        Doc operator = text(node.text());
        return node.has(Flag.PREFIX) ? concat(operator, argument) : concat(argument, operator);
    }

    private Doc await(Node node) {
        Doc doc = concat(text("await "), printer.print(node.get(Slot.ARGUMENT)));
        boolean head = node.isIn(Slot.CALLEE, Kind.CALL) || node.isIn(Slot.OBJECT, Kind.MEMBER);
        if (!head) {
            return doc;
        }
        Doc parts = concat(indent(SOFT, doc), SOFT);
        Node around = node.parent();
        while (!around.is(Kind.AWAIT, Kind.BLOCK, Kind.PROGRAM)) {
            around = around.parent();
        }
        return around.is(Kind.AWAIT) ? parts : group(parts);
    }

    private Doc yielded(Node node) {
        String word = node.has(Flag.DELEGATE) ? "yield*" : "yield";
        return node.has(Slot.ARGUMENT) ? concat(text(word + " "), printer.print(node.get(Slot.ARGUMENT))) : text(word);
    }

    private Doc sequence(Node node) {
        List<Doc> docs = printer.all(node, Slot.EXPRESSIONS);
        if (!node.parent().is(Kind.EXPRESSION_STATEMENT, Kind.FOR)) {
            return group(Doc.join(concat(text(","), SPACE), docs));
        }
        Parts parts = new Parts().add(docs.get(0));
        for (Doc doc : docs.subList(1, docs.size())) {
            parts.add(",").add(indent(SPACE, doc));
        }
        return group(parts.doc());
    }

    private Doc cast(Node node, String word) {
        Doc doc = concat(printer.print(node.get(Slot.EXPRESSION)), text(word), printer.print(node.get(Slot.TYPE)));
        boolean head = node.isIn(Slot.CALLEE, Kind.CALL) || node.isIn(Slot.OBJECT, Kind.MEMBER);
        return head ? group(indent(SOFT, doc), SOFT) : doc;
    }
}
