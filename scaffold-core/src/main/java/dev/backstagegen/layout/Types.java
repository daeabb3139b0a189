package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.Line.SPACE;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Prints types, and the members of types. */
final class Types {

    static final Set<Kind> KINDS = EnumSet.of(
            Kind.KEYWORD_TYPE,
            Kind.TYPE_REFERENCE,
            Kind.TYPE_PARAMETERS,
            Kind.TYPE_PARAMETER,
            Kind.TYPE_ARGUMENTS,
            Kind.ARRAY_TYPE,
            Kind.OPTIONAL_TYPE,
            Kind.REST_TYPE,
            Kind.NAMED_TUPLE_MEMBER,
            Kind.PROPERTY_SIGNATURE,
            Kind.METHOD_SIGNATURE,
            Kind.CALL_SIGNATURE,
            Kind.CONSTRUCT_SIGNATURE,
            Kind.INDEX_SIGNATURE,
            Kind.MAPPED_TYPE,
            Kind.FUNCTION_TYPE,
            Kind.CONSTRUCTOR_TYPE,
            Kind.INFER_TYPE,
            Kind.TYPE_OPERATOR,
            Kind.TYPE_QUERY,
            Kind.INDEXED_ACCESS,
            Kind.LITERAL_TYPE,
            Kind.TYPE_PREDICATE,
            Kind.IMPORT_TYPE);

    private final Printer printer;

    Types(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        return switch (node.kind()) {
            case TYPE_REFERENCE -> concat(text(node.text()), printer.print(node, Slot.TYPE_ARGUMENTS));
            case TYPE_QUERY -> concat(text("typeof " + node.text()), printer.print(node, Slot.TYPE_ARGUMENTS));
            case TYPE_ARGUMENTS, TYPE_PARAMETERS -> parameters(node);
            case TYPE_PARAMETER -> parameter(node);
            case ARRAY_TYPE -> concat(printer.print(node.get(Slot.TYPE)), text("[]"));
            case OPTIONAL_TYPE -> concat(printer.print(node.get(Slot.TYPE)), text("?"));
            case REST_TYPE -> concat(text("..."), printer.print(node.get(Slot.TYPE)));
            case NAMED_TUPLE_MEMBER ->
                concat(text(node.text() + (node.has(Flag.OPTIONAL) ? "?" : "")), printer.annotation(node));
            case TYPE_OPERATOR -> concat(text(node.text() + " "), printer.print(node.get(Slot.TYPE)));
            case INDEXED_ACCESS ->
                concat(printer.print(node.get(Slot.OBJECT)), text("["), printer.print(node.get(Slot.INDEX)), text("]"));
            case LITERAL_TYPE -> printer.print(node.get(Slot.LITERAL));
            case INFER_TYPE -> concat(text("infer "), printer.print(node.get(Slot.TYPE_PARAMETERS)));
            case TYPE_PREDICATE -> predicate(node);
            case IMPORT_TYPE ->
                concat(
                        text(node.has(Flag.AWAIT) ? "typeof import(" : "import("),
                        printer.print(node.get(Slot.SOURCE)),
                        text(")" + node.text()));
            case MAPPED_TYPE -> mapped(node);
            case FUNCTION_TYPE -> function(node);
            default -> member(node);
        };
    }

    private Doc member(Node node) {
        return switch (node.kind()) {
            case PROPERTY_SIGNATURE ->
                new Parts()
                        .add(node.text())
                        .add(printer.expressions().key(node))
                        .addIf(node.has(Flag.OPTIONAL), "?")
                        .add(printer.annotation(node))
                        .doc();
            case METHOD_SIGNATURE -> method(node);
            case INDEX_SIGNATURE -> index(node);
            case CONSTRUCTOR_TYPE -> callable(node, node.has(Flag.ABSTRACT) ? "abstract new " : "new ", " => ");
            case CONSTRUCT_SIGNATURE -> callable(node, "new ", ": ");
            case CALL_SIGNATURE -> callable(node, "", ": ");
            default -> text(node.text());
        };
    }

    private Doc predicate(Node node) {
        return new Parts()
                .addIf(node.has(Flag.AWAIT), "asserts ")
                .add(node.text())
                .addIf(node.has(Slot.TYPE), " is ")
                .add(printer.print(node, Slot.TYPE))
                .doc();
    }

    private Doc callable(Node node, String words, String arrow) {
        Parts parts = new Parts().add(words).add(group(printer.parameters().print(node, false, true)));
        return node.has(Slot.RETURN_TYPE)
                ? parts.add(arrow)
                        .add(printer.print(node.get(Slot.RETURN_TYPE)))
                        .doc()
                : parts.doc();
    }

    private Doc function(Node node) {
        boolean inArrow = node.isIn(Slot.RETURN_TYPE, Kind.ARROW);
        Doc parameters = printer.parameters().print(node, false, true);
        Doc result = concat(text(" => "), printer.print(node.get(Slot.RETURN_TYPE)));
        boolean grouped = printer.functions().groupsParameters(node, result);
        return group(new Parts()
                .addIf(inArrow, "(")
                .add(grouped ? group(parameters) : parameters)
                .add(result)
                .addIf(inArrow, ")")
                .doc());
    }

    private Doc method(Node node) {
        Doc key = printer.print(node.get(Slot.KEY));
        Doc parameters = printer.parameters().print(node, false, true);
        Doc result = printer.print(node, Slot.RETURN_TYPE);
        boolean grouped = printer.functions().groupsParameters(node, result);
        Parts parts = new Parts()
                .add(node.text())
                .add(node.has(Flag.COMPUTED) ? concat(text("["), key, text("]")) : key)
                .addIf(node.has(Flag.OPTIONAL), "?")
                .add(grouped ? group(parameters) : parameters);
        return group(
                node.has(Slot.RETURN_TYPE) ? parts.add(": ").add(group(result)).doc() : parts.doc());
    }

    private Doc index(Node node) {
        return new Parts()
                .add(node.text())
                .add("[")
                .add(group(indent(SOFT, printer.print(node.get(Slot.PARAMS))), SOFT))
                .add("]")
                .add(printer.annotation(node))
                .addIf(node.parent().is(Kind.CLASS_BODY), ";")
                .doc();
    }

    private Doc mapped(Node node) {
        Node parameter = node.get(Slot.TYPE_PARAMETERS);
        Parts parts = new Parts()
                .add(SPACE)
                .add(printer.comments()
                        .around(
                                parameter,
                                new Parts()
                                        .add(node.pieces().get(0))
                                        .add("[" + parameter.text() + " in ")
                                        .add(printer.print(parameter.get(Slot.CONSTRAINT)))
                                        .addIf(node.has(Slot.NAME_TYPE), " as ")
                                        .add(printer.print(node, Slot.NAME_TYPE))
                                        .add("]")
                                        .doc()))
                .add(node.pieces().get(1))
                .add(printer.annotation(node))
                .add(Doc.ifBreak(text(";"), Doc.EMPTY));
        boolean broken = printer.source().newlineBetween(node.start(), node.end());
        return group(
                concat(text("{"), indent(parts.doc()), printer.comments().dangling(node), SPACE, text("}")), broken);
    }

    private Doc parameter(Node node) {
        Parts parts = new Parts().add(node.text());
        if (node.has(Slot.CONSTRAINT)) {
            parts.add(" extends ").add(printer.print(node.get(Slot.CONSTRAINT)));
        }
        if (node.has(Slot.DEFAULT)) {
            parts.add(" = ").add(printer.print(node.get(Slot.DEFAULT)));
        }
        return parts.doc();
    }

    private Doc parameters(Node node) {
        List<Node> parameters = node.all(Slot.PARAMS);
        Doc dangling = printer.comments().dangling(node);
        if (parameters.isEmpty()) {
            return concat(text("<"), dangling, text(">"));
        }
        List<Doc> printed = printer.all(node, Slot.PARAMS);
        if (staysTogether(node, parameters)) {
            return concat(text("<"), Doc.join(text(", "), printed), dangling, text(">"));
        }
        Doc comma = node.is(Kind.TYPE_PARAMETERS) ? Doc.ifBreak(text(","), Doc.EMPTY) : Doc.EMPTY;
        Doc contents =
                concat(text("<"), indent(SOFT, Doc.join(concat(text(","), SPACE), printed)), comma, SOFT, text(">"));
        return Doc.group(contents, false, printer.id(node));
    }

    private static boolean staysTogether(Node node, List<Node> parameters) {
        Node first = parameters.get(0);
        boolean single = parameters.size() == 1;
        if (!(single && first.isObjectType()) && isTypeOfArrow(node)) {
            return false;
        }
        return Calls.isTest(node.parent().parent()) || single && hugs(first);
    }

    /** Whether they are those of the type of a variable whose value is an arrow function. */
    private static boolean isTypeOfArrow(Node node) {
        Node type = node.parent();
        if (!type.isIn(Slot.TYPE, Kind.IDENTIFIER) || !type.parent().isIn(Slot.ID, Kind.VARIABLE_DECLARATOR)) {
            return false;
        }
        Node declarator = type.parent().parent();
        return declarator.has(Slot.INIT) && declarator.get(Slot.INIT).is(Kind.ARROW);
    }

    /** Whether brackets stand close around a type. */
    static boolean hugs(Node type) {
        if (isSimple(type) || type.isObjectType()) {
            return true;
        }
        if (!type.is(Kind.UNION)) {
            return false;
        }
        int nothings = 0;
        boolean object = false;
        List<Node> types = type.all(Slot.TYPES);
        for (Node member : types) {
            boolean keyword = member.is(Kind.KEYWORD_TYPE);
            nothings +=
                    keyword && (member.text().equals("null") || member.text().equals("void")) ? 1 : 0;
            object |= member.is(Kind.TYPE_LITERAL, Kind.TYPE_REFERENCE);
        }
        return object && types.size() - 1 == nothings;
    }

    private static boolean isSimple(Node type) {
        return type.is(Kind.KEYWORD_TYPE, Kind.LITERAL_TYPE, Kind.TEMPLATE_TYPE)
                || type.is(Kind.TYPE_REFERENCE) && !type.has(Slot.TYPE_ARGUMENTS);
    }
}
