package dev.backstagegen.layout;

import static dev.backstagegen.layout.Reader.find;
import static dev.backstagegen.layout.Reader.first;
import static dev.backstagegen.layout.Reader.hasToken;
import static dev.backstagegen.layout.Reader.need;
import static dev.backstagegen.layout.Reader.node;

import dev.backstagegen.ts.TsNode;

/** Reads imports, exports and modules. */
final class ModuleReader {

    private final Reader reader;

    ModuleReader(Reader reader) {
        this.reader = reader;
    }

    Node read(TsNode node) {
        return switch (node.type()) {
            case "import_statement" -> imports(node);
            case "export_statement" -> exports(node);
            case "ambient_declaration" -> ambient(node);
            default -> module(node, node.is("module") ? "module " : "namespace ");
        };
    }

    private Node imports(TsNode node) {
        Node target = node(Kind.IMPORT, node).withIf(hasToken(node, "type"), Flag.TYPE_ONLY);
        for (TsNode child : Reader.named(node)) {
            switch (child.type()) {
                case "import_clause" -> clause(target, child);
                case "import_require_clause" -> {
                    return node(Kind.IMPORT_EQUALS, node)
                            .text(first(child).text())
                            .with(Slot.SOURCE, reader.expression(need(child, "source")));
                }
                case "string" -> target.with(Slot.SOURCE, reader.expression(child));
                default -> throw reader.unknown(child);
            }
        }
        return target;
    }

    private void clause(Node target, TsNode node) {
        for (TsNode child : Reader.named(node)) {
            switch (child.type()) {
                case "identifier" ->
                    target.with(
                            Slot.SPECIFIERS, node(Kind.IMPORT_DEFAULT, child).text(child.text()));
                case "namespace_import" ->
                    target.with(
                            Slot.SPECIFIERS,
                            node(Kind.IMPORT_NAMESPACE, child)
                                    .text("* as " + first(child).text()));
                case "named_imports" -> specifiers(target.with(Flag.BRACES), child, Kind.IMPORT_SPECIFIER);
                default -> throw reader.unknown(child);
            }
        }
    }

    private static void specifiers(Node target, TsNode node, Kind kind) {
        for (TsNode child : Reader.named(node)) {
            String name = need(child, "name").text();
            TsNode alias = find(child, "alias");
            String kindWord = hasToken(child, "type") ? "type " : "";
            String text = kindWord + name + (alias == null ? "" : " as " + alias.text());
            target.with(Slot.SPECIFIERS, node(kind, child).text(text));
        }
    }

    private Node exports(TsNode node) {
        TsNode declaration = find(node, "declaration");
        if (hasToken(node, "default")) {
            TsNode value = declaration == null ? need(node, "value") : declaration;
            return decorated(node(Kind.EXPORT_DEFAULT, node).with(Slot.DECLARATION, defaultValue(value)), node);
        }
        if (declaration != null) {
            Node exported = reader.statements().read(declaration);
            return decorated(node(Kind.EXPORT_NAMED, node).with(Slot.DECLARATION, exported), node);
        }
        if (hasToken(node, "=")) {
            return node(Kind.EXPORT_ASSIGNMENT, node).with(Slot.EXPRESSION, reader.expression(first(node)));
        }
        if (hasToken(node, "namespace")) {
            throw reader.unknown(node);
        }
        return names(node);
    }

    private Node names(TsNode node) {
        TsNode source = find(node, "source");
        boolean all = hasToken(node, "*");
        Node target = node(Kind.EXPORT_NAMED, node);
        for (TsNode child : Reader.named(node)) {
            if (child.is("namespace_export")) {
                all = true;
                target = node(Kind.EXPORT_ALL, node).text(" as " + first(child).text());
            } else if (child.is("export_clause")) {
                specifiers(target, child, Kind.EXPORT_SPECIFIER);
            }
        }
        if (all && target.is(Kind.EXPORT_NAMED)) {
            target = node(Kind.EXPORT_ALL, node);
        }
        target.withIf(hasToken(node, "type"), Flag.TYPE_ONLY);
        return source == null ? target : target.with(Slot.SOURCE, reader.expression(source));
    }

    private Node decorated(Node export, TsNode node) {
        for (TsNode child : node.children()) {
            if (child.is("decorator")) {
                throw reader.unknown(child);
            }
        }
        return export;
    }

    private Node defaultValue(TsNode value) {
        return switch (value.type()) {
            case "class" -> reader.classes().type(Kind.CLASS_DECLARATION, value);
            case "function_expression", "generator_function" ->
                reader.functions().function(Kind.FUNCTION_DECLARATION, value);
            case "class_declaration",
                    "abstract_class_declaration",
                    "function_declaration",
                    "generator_function_declaration",
                    "interface_declaration",
                    "function_signature" -> reader.statements().read(value);
            default -> reader.expression(value);
        };
    }

    private Node ambient(TsNode node) {
        TsNode inner = first(node);
        Node declared = inner.is("statement_block")
                ? node(Kind.MODULE, node)
                        .text("global")
                        .with(Slot.BODY, reader.statements().block(inner))
                : reader.statements().read(inner);
        return declared.with(Flag.DECLARE).startingAt(node.start());
    }

    private Node module(TsNode node, String word) {
        TsNode name = need(node, "name");
        Node module = node(Kind.MODULE, node);
        if (name.is("string")) {
            module.text("module ").with(Slot.ID, reader.expression(name));
        } else {
            module.text(word + name.text());
        }
        TsNode body = find(node, "body");
        return body == null
                ? module
                : module.with(Slot.BODY, reader.statements().block(body));
    }
}
