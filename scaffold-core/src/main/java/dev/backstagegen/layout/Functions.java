package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.text;

import java.util.List;

/** Prints functions and methods. */
final class Functions {

    private final Printer printer;

    Functions(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node, Hint hint) {
        boolean expanded = hint == Hint.LAST_ARGUMENT
                && node.parent().isCall()
                && node.parent().all(Slot.ARGUMENTS).size() > 1;
        Parts parts = new Parts()
                .addIf(node.has(Flag.DECLARE), "declare ")
                .addIf(node.has(Flag.ASYNC), "async ")
                .add(node.has(Flag.GENERATOR) ? "function* " : "function ")
                .add(printer.print(node, Slot.ID));
        Doc parameters = printer.parameters().print(node, expanded, false);
        parts.add(printer.print(node, Slot.TYPE_PARAMETERS)).add(signature(node, parameters));
        return end(parts, node);
    }

    /** A method of a class or an object, without the words of a class member. */
    Doc method(Node node) {
        Parts parts = new Parts()
                .add(node.text())
                .add(printer.expressions().key(node))
                .addIf(node.has(Flag.OPTIONAL), "?")
                .add(printer.print(node, Slot.TYPE_PARAMETERS))
                .add(signature(node, printer.parameters().print(node, false, false)));
        return end(parts, node);
    }

    private Doc signature(Node node, Doc parameters) {
        Doc result = result(node);
        return group(groupsParameters(node, result) ? group(parameters) : parameters, result);
    }

    private Doc end(Parts parts, Node node) {
        return node.has(Slot.BODY)
                ? parts.add(" ").add(printer.print(node.get(Slot.BODY))).doc()
                : parts.add(";").doc();
    }

    Doc result(Node node) {
        return node.has(Slot.RETURN_TYPE) ? concat(text(": "), printer.print(node.get(Slot.RETURN_TYPE))) : Doc.EMPTY;
    }

    /** Whether the type of the result breaks before the only parameter does. */
    boolean groupsParameters(Node node, Doc result) {
        if (!node.has(Slot.RETURN_TYPE) || node.all(Slot.PARAMS).size() != 1) {
            return false;
        }
        if (node.has(Slot.TYPE_PARAMETERS)) {
            List<Node> typeParameters = node.get(Slot.TYPE_PARAMETERS).all(Slot.PARAMS);
            Node first = typeParameters.get(0);
            if (typeParameters.size() > 1 || first.has(Slot.CONSTRAINT) || first.has(Slot.DEFAULT)) {
                return false;
            }
        }
        return node.get(Slot.RETURN_TYPE).isObjectType() || result.willBreak();
    }
}
