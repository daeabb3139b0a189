package dev.backstagegen.layout;

import static dev.backstagegen.layout.Doc.Line.HARD;
import static dev.backstagegen.layout.Doc.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Prints the table after {@code it.each}, its columns aligned. */
final class EachTable {

    private static final Set<String> TESTS =
            Set.of("describe", "it", "test", "fdescribe", "fit", "ftest", "xdescribe", "xit", "xtest");

    private final Printer printer;

    EachTable(Printer printer) {
        this.printer = printer;
    }

    static boolean isTag(Node tag) {
        if (!isMember(tag, "each")) {
            return false;
        }
        Node object = tag.get(Slot.OBJECT);
        if (isMember(object, "only") || isMember(object, "skip")) {
            object = object.get(Slot.OBJECT);
        }
        return object.is(Kind.IDENTIFIER) && TESTS.contains(object.text());
    }

    private static boolean isMember(Node node, String name) {
        return node.isMember() && node.get(Slot.PROPERTY).text().equals(name);
    }

    Doc print(Node template) {
        String header = template.pieces().get(0).strip();
        if (header.isEmpty()) {
            return printer.print(template);
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(header));
        for (List<Node> row : Templates.rows(template)) {
            rows.add(cells(row));
        }
        List<Doc> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(line(row, rows));
        }
        return Doc.concat(
                Doc.Mark.SUFFIX_BOUNDARY, text("`"), Doc.indent(HARD, Doc.join(HARD, lines)), HARD, text("`"));
    }

    private static List<String> header(String header) {
        List<String> names = new ArrayList<>();
        int start = 0;
        for (int bar = header.indexOf('|'); bar >= 0; bar = header.indexOf('|', start)) {
            names.add(header.substring(start, bar).strip());
            start = bar + 1;
        }
        names.add(header.substring(start).strip());
        return names;
    }

    private List<String> cells(List<Node> row) {
        List<String> cells = new ArrayList<>();
        for (Node node : row) {
            cells.add("${" + DocPrinter.print(printer.print(node), Integer.MAX_VALUE) + "}");
        }
        return cells;
    }

    private static Doc line(List<String> row, List<List<String>> rows) {
        if (isMultiline(row)) {
            return Docs.literal(String.join(" | ", row));
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(i == 0 ? "" : " | ").append(row.get(i));
            line.append(" ".repeat(width(rows, i) - Columns.of(row.get(i))));
        }
        return text(line.toString());
    }

    private static int width(List<List<String>> rows, int column) {
        int width = 0;
        for (List<String> row : rows) {
            if (column < row.size() && !isMultiline(row)) {
                width = Math.max(width, Columns.of(row.get(column)));
            }
        }
        return width;
    }

    private static boolean isMultiline(List<String> row) {
        for (String cell : row) {
            if (cell.indexOf('\n') >= 0) {
                return true;
            }
        }
        return false;
    }
}
