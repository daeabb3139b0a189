package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.SOFT;
import static dev.backstagegen.layout.Doc.concat;
import static dev.backstagegen.layout.Doc.group;
import static dev.backstagegen.layout.Doc.indent;
import static dev.backstagegen.layout.Doc.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Prints templates: their text stays as it is, only the expressions in them are printed. */
final class Templates {

    /** Those whose content is code of another language, which would have to be printed too. */
    private static final Set<String> LANGUAGES = Set.of(
            "css",
            "keyframes",
            "injectGlobal",
            "createGlobalStyle",
            "styled",
            "html",
            "svg",
            "gql",
            "graphql",
            "markdown",
            "md");

    private final Printer printer;

    Templates(Printer printer) {
        this.printer = printer;
    }

    Doc print(Node node) {
        return node.is(Kind.TAGGED_TEMPLATE) ? tagged(node) : template(node);
    }

    private Doc tagged(Node node) {
        Node tag = node.get(Slot.TAG);
        Node root = tag;
        while (root.is(Kind.MEMBER, Kind.CALL)) {
            root = root.is(Kind.MEMBER) ? root.get(Slot.OBJECT) : root.get(Slot.CALLEE);
        }
        if (LANGUAGES.contains(root.text())) {
            throw new IllegalStateException("No layout for " + root.text() + " in a template");
        }
        Node quasi = node.get(Slot.QUASI);
        Doc content = EachTable.isTag(tag) ? new EachTable(printer).print(quasi) : printer.print(quasi);
        return concat(printer.print(tag), printer.print(node, Slot.TYPE_ARGUMENTS), content);
    }

    private Doc template(Node node) {
        List<Node> expressions = node.all(Slot.EXPRESSIONS);
        boolean simple = isSimple(expressions);
        Parts parts = new Parts().add(Doc.Mark.SUFFIX_BOUNDARY).add("`");
        for (int i = 0; i < node.pieces().size(); i++) {
            String piece = node.pieces().get(i);
            parts.add(Docs.literal(piece));
            if (i < expressions.size()) {
                Doc printed = simple ? flat(expressions.get(i)) : expression(expressions.get(i));
                parts.add(group(text("${"), aligned(piece, printed), Doc.Mark.SUFFIX_BOUNDARY, text("}")));
            }
        }
        return parts.add("`").doc();
    }

    Doc flat(Node expression) {
        return text(DocPrinter.print(printer.print(expression), Integer.MAX_VALUE));
    }

    private Doc expression(Node node) {
        Doc printed = printer.print(node);
        boolean breaksAround = node.hasComment()
                || node.isBinaryish()
                || node.is(Kind.MEMBER, Kind.CONDITIONAL, Kind.SEQUENCE, Kind.AS, Kind.SATISFIES);
        return breaksAround ? concat(indent(SOFT, printed), SOFT) : printed;
    }

    /** What breaks inside the braces is indented as the line of the template is. */
    private static Doc aligned(String piece, Doc doc) {
        int line = piece.lastIndexOf('\n');
        if (line < 0) {
            return doc;
        }
        int columns = 0;
        while (line + 1 + columns < piece.length() && piece.charAt(line + 1 + columns) == ' ') {
            columns++;
        }
        return columns > 0 || piece.endsWith("\n") ? Doc.atColumn(columns, doc) : doc;
    }

    /** Whether there are only names in it, which stay on one line however long. */
    private static boolean isSimple(List<Node> expressions) {
        for (Node expression : expressions) {
            if (!isName(expression)) {
                return false;
            }
        }
        return !expressions.isEmpty();
    }

    private static boolean isName(Node expression) {
        Node node = expression;
        while (node.isMember() && !node.hasComment()) {
            if (!node.get(Slot.PROPERTY).is(Kind.IDENTIFIER, Kind.STRING, Kind.NUMBER)) {
                return false;
            }
            node = node.get(Slot.OBJECT);
        }
        return node.is(Kind.IDENTIFIER, Kind.THIS) && !node.hasComment();
    }

    /** The rows of the template of {@code it.each}. */
    static List<List<Node>> rows(Node template) {
        List<List<Node>> rows = new ArrayList<>();
        List<Node> row = new ArrayList<>();
        List<Node> expressions = template.all(Slot.EXPRESSIONS);
        for (int i = 0; i < expressions.size(); i++) {
            row.add(expressions.get(i));
            if (template.pieces().get(i + 1).indexOf('\n') >= 0) {
                rows.add(row);
                row = new ArrayList<>();
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }
}
