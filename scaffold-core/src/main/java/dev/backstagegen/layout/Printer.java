package dev.backstagegen.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns nodes into documents: knows which printer prints what, and adds parentheses and comments. */
final class Printer {

    private final SourceText source;
    private final CommentPrinter comments;
    private final Set<Node> opened;
    private final Map<Node, Doc> printed = new IdentityHashMap<>();
    private final Map<Node, Doc.Id> ids = new IdentityHashMap<>();
    private final Map<Node, Doc.Id> probes = new IdentityHashMap<>();

    private final Statements statements = new Statements(this);
    private final Modules modules = new Modules(this);
    private final Functions functions = new Functions(this);
    private final Parameters parameters = new Parameters(this);
    private final Arrows arrows = new Arrows(this);
    private final Classes classes = new Classes(this);
    private final Expressions expressions = new Expressions(this);
    private final Calls calls = new Calls(this);
    private final CallArguments callArguments = new CallArguments(this);
    private final MemberChain memberChain = new MemberChain(this);
    private final Assignments assignments = new Assignments(this);
    private final Binaries binaries = new Binaries(this);
    private final Ternaries ternaries = new Ternaries(this);
    private final Objects objects = new Objects(this);
    private final Arrays arrays = new Arrays(this);
    private final Templates templates = new Templates(this);
    private final Types types = new Types(this);
    private final Unions unions = new Unions(this);
    private final Declarations declarations = new Declarations(this);

    /** @param opened the objects that are to have a line for each member, whatever the source says */
    Printer(SourceText source, Set<Node> opened) {
        this.source = source;
        this.opened = opened;
        this.comments = new CommentPrinter(source);
    }

    Doc print(Node node) {
        Doc known = printed.get(node);
        if (known == null) {
            known = whole(node, Hint.NONE);
            printed.put(node, known);
        }
        return known;
    }

    boolean isOpened(Node object) {
        return opened.contains(object);
    }

    /** Goes behind the brace of an object, to learn whether it was broken. */
    Doc probe(Node object) {
        return new Doc.Probe(probes.computeIfAbsent(object, node -> new Doc.Id()));
    }

    /** The objects that were broken and had not been so in the source. */
    Set<Node> opened(DocPrinter.Printed result) {
        Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
        probes.forEach((node, id) -> {
            if (result.isBroken(id)) {
                found.add(node);
            }
        });
        return found;
    }

    Doc print(Node node, Hint hint) {
        boolean heeded = node.isFunction() || node.is(Kind.CONDITIONAL);
        return hint == Hint.NONE || !heeded ? print(node) : whole(node, hint);
    }

    Doc print(Node parent, Slot slot) {
        return parent.has(slot) ? print(parent.get(slot)) : Doc.EMPTY;
    }

    List<Doc> all(Node parent, Slot slot) {
        List<Doc> docs = new ArrayList<>();
        for (Node child : parent.all(slot)) {
            docs.add(print(child));
        }
        return docs;
    }

    private Doc whole(Node node, Hint hint) {
        Doc doc;
        if (node.hasComment(Comment::isIgnore)) {
            comments.markPrinted(node);
            doc = Docs.literal(source.slice(node.start(), node.end()));
        } else {
            doc = bare(node, hint);
            doc = Parentheses.needed(node) ? Doc.concat(Doc.text("("), doc, Doc.text(")")) : doc;
        }
        return printsOwnComments(node) ? doc : comments.around(node, doc);
    }

    /** Members of a union and classes that are extended have their comments printed by what is around them. */
    private static boolean printsOwnComments(Node node) {
        return node.parent() != null && (node.parent().is(Kind.UNION) || node.isIn(Slot.SUPER_CLASS));
    }

    /** The document without parentheses and comments. */
    Doc bare(Node node, Hint hint) {
        return switch (node.kind()) {
            case ARROW -> arrows.print(node, hint);
            case FUNCTION_DECLARATION, FUNCTION_EXPRESSION, FUNCTION_SIGNATURE -> functions.print(node, hint);
            case METHOD, OBJECT_METHOD -> functions.method(node);
            case CLASS_DECLARATION, CLASS_EXPRESSION, CLASS_BODY, CLASS_PROPERTY, STATIC_BLOCK -> classes.print(node);
            case CALL, NEW, IMPORT_CALL -> calls.print(node);
            case ASSIGNMENT, VARIABLE_DECLARATOR, PROPERTY -> assignments.print(node);
            case BINARY, LOGICAL -> binaries.print(node);
            case CONDITIONAL, CONDITIONAL_TYPE -> ternaries.print(node);
            case OBJECT, OBJECT_PATTERN, TYPE_LITERAL, INTERFACE_BODY -> objects.print(node);
            case ARRAY, ARRAY_PATTERN, TUPLE_TYPE -> arrays.print(node);
            case TEMPLATE, TEMPLATE_TYPE, TAGGED_TEMPLATE -> templates.print(node);
            case IMPORT,
                    IMPORT_DEFAULT,
                    IMPORT_NAMESPACE,
                    IMPORT_SPECIFIER,
                    IMPORT_EQUALS,
                    EXPORT_ALL,
                    EXPORT_ASSIGNMENT,
                    EXPORT_DEFAULT,
                    EXPORT_NAMED,
                    EXPORT_SPECIFIER,
                    MODULE -> modules.print(node);
            case INTERFACE, TYPE_ALIAS, ENUM, ENUM_MEMBER -> declarations.print(node);
            case UNION, INTERSECTION -> unions.print(node);
            default ->
                Types.KINDS.contains(node.kind())
                        ? types.print(node)
                        : Expressions.KINDS.contains(node.kind()) ? expressions.print(node) : statements.print(node);
        };
    }

    /** The type after a name, with its colon. */
    Doc annotation(Node node) {
        return node.has(Slot.TYPE) ? Doc.concat(Doc.text(": "), print(node.get(Slot.TYPE))) : Doc.EMPTY;
    }

    /** The name of a group that is printed for a node. */
    Doc.Id id(Node node) {
        return ids.computeIfAbsent(node, key -> new Doc.Id());
    }

    boolean emptyLineAfter(Node node) {
        return source.emptyLineAfter(node.end());
    }

    SourceText source() {
        return source;
    }

    CommentPrinter comments() {
        return comments;
    }

    Statements statements() {
        return statements;
    }

    Functions functions() {
        return functions;
    }

    Parameters parameters() {
        return parameters;
    }

    Calls calls() {
        return calls;
    }

    CallArguments callArguments() {
        return callArguments;
    }

    MemberChain memberChain() {
        return memberChain;
    }

    Assignments assignments() {
        return assignments;
    }

    Expressions expressions() {
        return expressions;
    }

    Arrays arrays() {
        return arrays;
    }

    Types types() {
        return types;
    }

    /** Whether a comment stands before a node and the line ends after it. */
    boolean hasOwnLineComment(Node node) {
        return node.hasComment(comment -> comment.is(Comment.Side.LEADING) && source.newlineAfter(comment.end()));
    }
}
