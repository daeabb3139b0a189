package dev.backstagegen.layout;

import static dev.backstagegen.layout.Reader.find;
import static dev.backstagegen.layout.Reader.first;
import static dev.backstagegen.layout.Reader.hasToken;
import static dev.backstagegen.layout.Reader.need;
import static dev.backstagegen.layout.Reader.node;

import dev.backstagegen.ts.TsNode;

/** Reads statements. */
final class StatementReader {

    private final Reader reader;

    StatementReader(Reader reader) {
        this.reader = reader;
    }

    Node read(TsNode node) {
        return switch (node.type()) {
            case "expression_statement" -> expressionStatement(node);
            case "lexical_declaration", "variable_declaration" -> declaration(node);
            case "function_declaration", "generator_function_declaration" ->
                reader.functions().function(Kind.FUNCTION_DECLARATION, node);
            case "function_signature" -> reader.functions().function(Kind.FUNCTION_SIGNATURE, node);
            case "class_declaration", "abstract_class_declaration" ->
                reader.classes().type(Kind.CLASS_DECLARATION, node);
            case "interface_declaration", "type_alias_declaration", "enum_declaration" ->
                reader.declarations().read(node);
            case "import_statement", "export_statement", "ambient_declaration", "module", "internal_module" ->
                reader.modules().read(node);
            default -> controlFlow(node);
        };
    }

    private Node controlFlow(TsNode node) {
        return switch (node.type()) {
            case "statement_block" -> block(node);
            case "if_statement" -> branch(node);
            case "for_statement" -> loop(node);
            case "for_in_statement" -> loopOver(node);
            case "while_statement" ->
                node(Kind.WHILE, node).with(Slot.TEST, condition(node)).with(Slot.BODY, read(need(node, "body")));
            case "do_statement" ->
                node(Kind.DO_WHILE, node)
                        .with(Slot.BODY, read(need(node, "body")))
                        .with(Slot.TEST, condition(node));
            case "switch_statement" -> choice(node);
            case "try_statement" -> attempt(node);
            case "return_statement" -> argument(node(Kind.RETURN, node), node);
            case "throw_statement" -> argument(node(Kind.THROW, node), node);
            case "break_statement" -> jump(Kind.BREAK, node);
            case "continue_statement" -> jump(Kind.CONTINUE, node);
            case "labeled_statement" ->
                node(Kind.LABELED, node).text(need(node, "label").text()).with(Slot.BODY, read(need(node, "body")));
            case "debugger_statement" -> node(Kind.DEBUGGER, node);
            case "empty_statement" -> node(Kind.EMPTY, node);
            default -> throw reader.unknown(node);
        };
    }

    /** Reads the statements in a block, a program or a case; empty ones are dropped. */
    void body(Node target, TsNode block) {
        boolean directives = true;
        for (TsNode child : block.children()) {
            if (!child.isNamed() || child.is("comment", "hash_bang_line", "empty_statement")) {
                continue;
            }
            directives = directives
                    && child.is("expression_statement")
                    && first(child).is("string");
            if (directives) {
                target.with(
                        Slot.BODY, node(Kind.DIRECTIVE, child).text(first(child).text()));
            } else {
                target.with(Slot.BODY, read(child));
            }
        }
    }

    Node block(TsNode node) {
        Node block = node(Kind.BLOCK, node);
        body(block, node);
        return block;
    }

    private Node expressionStatement(TsNode node) {
        if (first(node).is("internal_module")) {
            return reader.modules().read(first(node));
        }
        return node(Kind.EXPRESSION_STATEMENT, node).with(Slot.EXPRESSION, reader.expression(first(node)));
    }

    private Node declaration(TsNode node) {
        TsNode word = find(node, "kind");
        Node declaration = node(Kind.VARIABLE_DECLARATION, node).text(word == null ? "var" : word.text());
        for (TsNode child : Reader.named(node)) {
            declaration.with(Slot.DECLARATIONS, declarator(child));
        }
        return declaration;
    }

    private Node declarator(TsNode node) {
        Node name = reader.expression(need(node, "name")).withIf(hasToken(node, "!"), Flag.DEFINITE);
        reader.types().annotate(name, node);
        Node declarator = node(Kind.VARIABLE_DECLARATOR, node).with(Slot.ID, name);
        TsNode value = find(node, "value");
        return value == null ? declarator : declarator.with(Slot.INIT, reader.expression(value));
    }

    private Node condition(TsNode node) {
        return reader.expression(first(need(node, "condition")));
    }

    private Node branch(TsNode node) {
        Node branch = node(Kind.IF, node)
                .with(Slot.TEST, condition(node))
                .with(Slot.CONSEQUENT, read(need(node, "consequence")));
        TsNode otherwise = find(node, "alternative");
        return otherwise == null ? branch : branch.with(Slot.ALTERNATE, read(first(otherwise)));
    }

    private Node loop(TsNode node) {
        Node loop = node(Kind.FOR, node);
        put(loop, Slot.INIT, find(node, "initializer"));
        put(loop, Slot.TEST, find(node, "condition"));
        put(loop, Slot.UPDATE, find(node, "increment"));
        return loop.with(Slot.BODY, read(need(node, "body")));
    }

    private void put(Node loop, Slot place, TsNode part) {
        if (part == null || part.is("empty_statement")) {
            return;
        }
        if (part.is("lexical_declaration", "variable_declaration")) {
            loop.with(place, declaration(part));
        } else {
            loop.with(place, reader.expression(part.is("expression_statement") ? first(part) : part));
        }
    }

    private Node loopOver(TsNode node) {
        Node loop = node(need(node, "operator").is("of") ? Kind.FOR_OF : Kind.FOR_IN, node)
                .withIf(hasToken(node, "await"), Flag.AWAIT);
        TsNode left = need(node, "left");
        Node variable = reader.expression(left);
        TsNode word = find(node, "kind");
        if (word != null) {
            Node declarator = node(Kind.VARIABLE_DECLARATOR, left).with(Slot.ID, variable);
            variable = node(Kind.VARIABLE_DECLARATION, left)
                    .startingAt(word.start())
                    .text(word.text())
                    .with(Slot.DECLARATIONS, declarator);
        }
        return loop.with(Slot.LEFT, variable)
                .with(Slot.RIGHT, reader.expression(need(node, "right")))
                .with(Slot.BODY, read(need(node, "body")));
    }

    private Node choice(TsNode node) {
        Node choice = node(Kind.SWITCH, node).with(Slot.DISCRIMINANT, reader.expression(first(need(node, "value"))));
        for (TsNode child : Reader.named(need(node, "body"))) {
            choice.with(Slot.CASES, choiceCase(child));
        }
        return choice;
    }

    private Node choiceCase(TsNode node) {
        Node choiceCase = node(Kind.SWITCH_CASE, node);
        TsNode value = find(node, "value");
        if (value != null) {
            choiceCase.with(Slot.TEST, reader.expression(value));
        }
        for (TsNode child : node.children()) {
            if (child.field().equals("body") && child.isNamed() && !child.is("comment", "empty_statement")) {
                choiceCase.with(Slot.CONSEQUENT, read(child));
            }
        }
        return choiceCase;
    }

    private Node attempt(TsNode node) {
        Node attempt = node(Kind.TRY, node).with(Slot.BLOCK, block(need(node, "body")));
        TsNode handler = find(node, "handler");
        if (handler != null) {
            Node caught = node(Kind.CATCH, handler);
            TsNode parameter = find(handler, "parameter");
            if (parameter != null) {
                Node pattern = reader.expression(parameter);
                reader.types().annotate(pattern, handler);
                caught.with(Slot.PARAM, pattern);
            }
            attempt.with(Slot.HANDLER, caught.with(Slot.BODY, block(need(handler, "body"))));
        }
        TsNode finalizer = find(node, "finalizer");
        return finalizer == null ? attempt : attempt.with(Slot.FINALIZER, block(need(finalizer, "body")));
    }

    private Node argument(Node target, TsNode node) {
        for (TsNode child : Reader.named(node)) {
            target.with(Slot.ARGUMENT, reader.expression(child));
        }
        return target;
    }

    private static Node jump(Kind kind, TsNode node) {
        TsNode label = find(node, "label");
        return node(kind, node).text(label == null ? "" : label.text());
    }
}
