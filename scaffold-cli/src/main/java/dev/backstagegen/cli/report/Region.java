package dev.backstagegen.cli.report;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.tree.FileTree;

/**
 * A range of a text as editors count it: from one, and columns in UTF-16 code units.
 *
 * @param line where it begins
 * @param column of its first character
 * @param endLine where it ends
 * @param endColumn of the first character behind it
 */
record Region(int line, int column, int endLine, int endColumn) {

    static Region of(String text, int start, int end) {
        return new Region(line(text, start), column(text, start), line(text, end), column(text, end));
    }

    /** What an edit replaces; a file that is not there is an empty one. */
    static Region of(Edit edit, FileTree texts) {
        String text = texts.text(edit.path()).orElse("");
        return of(
                text,
                Math.min(edit.text().start(), text.length()),
                Math.min(edit.text().end(), text.length()));
    }

    /** A place without an extent. */
    static Region at(int line, int column) {
        return new Region(line, column, line, column);
    }

    /** The last line that has something of it: a range that ends with a line feed ends on the line before. */
    int lastLine() {
        return endColumn == 1 && endLine > line ? endLine - 1 : endLine;
    }

    boolean isInOneLine() {
        return line == endLine;
    }

    private static int line(String text, int at) {
        int line = 1;
        for (int feed = text.indexOf('\n'); feed >= 0 && feed < at; feed = text.indexOf('\n', feed + 1)) {
            line++;
        }
        return line;
    }

    private static int column(String text, int at) {
        return at - text.lastIndexOf('\n', at - 1);
    }
}
