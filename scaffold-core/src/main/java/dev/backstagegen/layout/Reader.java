package dev.backstagegen.layout;

import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the grammar's tree into the one that is printed; refuses what the printers would not know. */
final class Reader {

    private final TsFile file;
    private final List<Comment> comments = new ArrayList<>();
    private final StatementReader statements = new StatementReader(this);
    private final ModuleReader modules = new ModuleReader(this);
    private final FunctionReader functions = new FunctionReader(this);
    private final ClassReader classes = new ClassReader(this);
    private final ExpressionReader expressions = new ExpressionReader(this);
    private final TypeReader types = new TypeReader(this);
    private final DeclarationReader declarations = new DeclarationReader(this);

    Reader(TsFile file) {
        this.file = file;
    }

    Node program() {
        collectComments(file.root());
        Node program = new Node(Kind.PROGRAM, 0, file.text().length());
        statements.body(program, file.root());
        return program;
    }

    /** In the order of the text. */
    List<Comment> comments() {
        return comments;
    }

    private void collectComments(TsNode node) {
        if (node.isError()) {
            throw refusal("Broken source", node);
        }
        if (node.is("comment", "hash_bang_line")) {
            comments.add(new Comment(node.text().stripTrailing(), node.start(), node.end()));
        }
        for (TsNode child : node.children()) {
            collectComments(child);
        }
    }

    StatementReader statements() {
        return statements;
    }

    ModuleReader modules() {
        return modules;
    }

    FunctionReader functions() {
        return functions;
    }

    ClassReader classes() {
        return classes;
    }

    Node expression(TsNode node) {
        return expressions.read(node);
    }

    DeclarationReader declarations() {
        return declarations;
    }

    TypeReader types() {
        return types;
    }

    IllegalStateException unknown(TsNode node) {
        return refusal("No layout for " + node.type(), node);
    }

    private IllegalStateException refusal(String what, TsNode node) {
        String text = node.text().strip();
        String excerpt = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new IllegalStateException(what + " in line " + file.line(node.start()) + ": " + excerpt);
    }

    static Node node(Kind kind, TsNode node) {
        return new Node(kind, node.start(), end(node));
    }

    /** Where its last token ends: the grammar counts comments in where it misses a semicolon. */
    private static int end(TsNode node) {
        List<TsNode> children = node.children();
        for (int i = children.size() - 1; i >= 0; i--) {
            TsNode child = children.get(i);
            if (!child.is("comment") && child.end() > child.start()) {
                return end(child);
            }
        }
        return node.end();
    }

    static TsNode need(TsNode node, String place) {
        TsNode found = find(node, place);
        if (found == null) {
            throw new IllegalStateException("No " + place + " in " + node.type() + ": " + node.text());
        }
        return found;
    }

    /** The named child at a place, or null; a token or comment may bear the name of a place too. */
    static TsNode find(TsNode node, String place) {
        for (TsNode child : node.children()) {
            if (child.field().equals(place)
                    && (child.isNamed() || child.children().isEmpty() && isValue(child))
                    && !child.is("comment")) {
                return child;
            }
        }
        return null;
    }

    private static boolean isValue(TsNode node) {
        return !node.is(";");
    }

    static boolean hasToken(TsNode node, String token) {
        for (TsNode child : node.children()) {
            if (!child.isNamed() && child.is(token)) {
                return true;
            }
        }
        return false;
    }

    static List<TsNode> named(TsNode node) {
        List<TsNode> found = new ArrayList<>();
        for (TsNode child : node.children()) {
            if (child.isNamed() && !child.is("comment")) {
                found.add(child);
            }
        }
        return found;
    }

    static TsNode first(TsNode node) {
        for (TsNode child : node.children()) {
            if (child.isNamed() && !child.is("comment")) {
                return child;
            }
        }
        throw new IllegalStateException("Nothing in " + node.type() + ": " + node.text());
    }
}
