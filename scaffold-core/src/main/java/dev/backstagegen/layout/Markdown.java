package dev.backstagegen.layout;

import java.util.ArrayList;
import java.util.List;

/** Markdown's tables, blank lines and pieces of TypeScript, as prettier would have them. The rest is left as it is. */
public final class Markdown {

    private static final int NARROWEST = 3;

    private final StringBuilder result = new StringBuilder();
    private final List<List<String>> table = new ArrayList<>();
    private final StringBuilder code = new StringBuilder();
    private String fence = "";

    private Markdown() {}

    /** The text with each table aligned and each block of {@code ts} laid out; cells hold letters one column wide. */
    public static String format(String markdown) {
        Markdown laidOut = new Markdown();
        markdown.lines().forEach(laidOut::take);
        laidOut.printTable();
        return laidOut.result.toString().stripTrailing() + "\n";
    }

    private void take(String line) {
        if (!fence.isEmpty()) {
            takeCode(line);
        } else if (line.startsWith("| ")) {
            table.add(cells(line));
        } else {
            printTable();
            fence = line.startsWith("```") ? line : "";
            // What several features say is set apart by each of them; one blank line is enough.
            if (!line.isEmpty() || !endsBlank()) {
                result.append(line).append('\n');
            }
        }
    }

    private boolean endsBlank() {
        int length = result.length();
        return length > 1 && result.charAt(length - 1) == '\n' && result.charAt(length - 2) == '\n';
    }

    private void takeCode(String line) {
        if (!line.equals("```")) {
            code.append(line).append('\n');
            return;
        }
        result.append(fence.equals("```ts") ? Layout.format(code.toString()) : code)
                .append("```\n");
        code.setLength(0);
        fence = "";
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '|' && line.charAt(i - 1) != '\\') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }

    private void printTable() {
        int columns = table.isEmpty() ? 0 : table.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : table) {
            for (int i = 0; i < columns; i++) {
                int width = isRule(row.get(i)) ? NARROWEST : row.get(i).length();
                widths[i] = Math.max(widths[i], width);
            }
        }
        for (List<String> row : table) {
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                String fill = (isRule(cell) ? "-" : " ").repeat(widths[i] - (isRule(cell) ? 0 : cell.length()));
                result.append("| ").append(isRule(cell) ? fill : cell + fill).append(' ');
            }
            result.append("|\n");
        }
        table.clear();
    }

    private static boolean isRule(String cell) {
        return cell.matches("-{3,}");
    }
}
