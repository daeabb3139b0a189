package dev.backstagegen.layout;

import java.util.ArrayList;
import java.util.List;

/** Markdown's tables, with columns as wide as their widest cell, as prettier would have them. */
public final class Tables {

    private static final int NARROWEST = 3;

    private Tables() {}

    /** The text with each table aligned. Cells hold letters that are one column wide. */
    public static String align(String markdown) {
        StringBuilder result = new StringBuilder();
        List<List<String>> table = new ArrayList<>();
        boolean inCode = false;
        for (String line : markdown.split("\n", -1)) {
            inCode ^= line.startsWith("```");
            if (!inCode && line.startsWith("| ")) {
                table.add(cells(line));
                continue;
            }
            print(table, result);
            table.clear();
            result.append(line).append('\n');
        }
        print(table, result);
        result.setLength(result.length() - 1);
        return result.toString();
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

    private static void print(List<List<String>> table, StringBuilder result) {
        if (table.isEmpty()) {
            return;
        }
        int columns = table.get(0).size();
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
    }

    private static boolean isRule(String cell) {
        return cell.matches("-{3,}");
    }
}
