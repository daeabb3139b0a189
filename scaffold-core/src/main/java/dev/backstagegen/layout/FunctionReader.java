package dev.backstagegen.layout;

import static dev.backstagegen.layout.Reader.find;
import static dev.backstagegen.layout.Reader.hasToken;
import static dev.backstagegen.layout.Reader.need;
import static dev.backstagegen.layout.Reader.node;

import dev.backstagegen.ts.TsNode;

/** Reads functions and their parameters. */
final class FunctionReader {

    private final Reader reader;

    FunctionReader(Reader reader) {
        this.reader = reader;
    }

    Node function(Kind kind, TsNode node) {
        Node function = node(kind, node)
                .withIf(hasToken(node, "async"), Flag.ASYNC)
                .withIf(hasToken(node, "*"), Flag.GENERATOR);
        TsNode name = find(node, "name");
        if (name != null) {
            function.with(Slot.ID, node(Kind.IDENTIFIER, name).text(name.text()));
        }
        signature(function, node);
        return body(function, node);
    }

    Node arrow(TsNode node) {
        Node arrow = node(Kind.ARROW, node).withIf(hasToken(node, "async"), Flag.ASYNC);
        TsNode parameter = find(node, "parameter");
        if (parameter != null) {
            arrow.with(Slot.PARAMS, reader.expression(parameter));
        }
        signature(arrow, node);
        TsNode body = need(node, "body");
        return arrow.with(
                Slot.BODY, body.is("statement_block") ? reader.statements().block(body) : reader.expression(body));
    }

    Node body(Node target, TsNode node) {
        TsNode body = find(node, "body");
        return body == null
                ? target
                : target.with(Slot.BODY, reader.statements().block(body));
    }

    /** Type parameters, parameters and the type of the result. */
    void signature(Node target, TsNode node) {
        TsNode typeParameters = find(node, "type_parameters");
        if (typeParameters != null) {
            target.with(Slot.TYPE_PARAMETERS, reader.types().parameters(typeParameters));
        }
        TsNode parameters = find(node, "parameters");
        if (parameters != null) {
            for (TsNode parameter : Reader.named(parameters)) {
                target.with(Slot.PARAMS, parameter(parameter));
            }
        }
        TsNode result = find(node, "return_type");
        if (result == null) {
            result = find(node, "type");
        }
        if (result != null) {
            target.with(Slot.RETURN_TYPE, reader.types().annotation(result));
        }
    }

    Node parameter(TsNode node) {
        if (!node.is("required_parameter", "optional_parameter")) {
            return reader.expression(node);
        }
        Node pattern = reader.expression(need(node, "pattern")).withIf(hasToken(node, "?"), Flag.OPTIONAL);
        reader.types().annotate(pattern, node);
        TsNode value = find(node, "value");
        if (value != null) {
            pattern = new Node(Kind.ASSIGNMENT_PATTERN, pattern.start(), value.end())
                    .with(Slot.LEFT, pattern)
                    .with(Slot.RIGHT, reader.expression(value));
        }
        String words = ClassReader.words(node);
        if (!words.isEmpty()) {
            pattern = node(Kind.PARAMETER_PROPERTY, node).text(words).with(Slot.PARAM, pattern);
        }
        if (find(node, "decorator") != null) {
            throw reader.unknown(find(node, "decorator"));
        }
        return pattern;
    }
}
