package dev.backstagegen.layout;

/** What lies between the nodes of a text: spaces, line ends, comments. */
final class SourceText {

    private final String text;

    SourceText(String text) {
        this.text = text;
    }

    String slice(int from, int to) {
        return text.substring(from, to);
    }

    /** Whether only blanks are left on the line after a position. */
    boolean newlineAfter(int position) {
        return isNewline(skipBlanks(position));
    }

    /** Whether only blanks are on the line before a position. */
    boolean newlineBefore(int position) {
        return isNewline(skipBlanksBack(position - 1));
    }

    boolean newlineBetween(int from, int to) {
        int at = text.indexOf('\n', from);
        return at >= 0 && at < to;
    }

    /** Whether an empty line follows what ends at a position; its separator and comments on its line do not count. */
    boolean emptyLineAfter(int position) {
        int at = position;
        int before = -1;
        while (at != before) {
            before = at;
            at = skipSeparators(at);
            at = skipInlineComment(at);
            at = skipBlanks(at);
        }
        at = skipNewline(skipLineComment(at));
        return newlineAfter(at);
    }

    boolean emptyLineBefore(int position) {
        int at = skipBlanksBack(position - 1);
        if (!isNewline(at)) {
            return false;
        }
        int line = at - 1;
        if (line >= 0 && text.charAt(at) == '\n' && text.charAt(line) == '\r') {
            line--;
        }
        return isNewline(skipBlanksBack(line));
    }

    /** The first position from here on that is neither space nor comment. */
    int nextToken(int position) {
        int at = position;
        int before = -1;
        while (at != before) {
            before = at;
            at = skipBlanks(at);
            at = skipInlineComment(at);
            at = skipLineComment(at);
            at = skipNewline(at);
        }
        return at;
    }

    /** The character at {@link #nextToken}, or a space at the end of the text. */
    char nextCharacter(int position) {
        int at = nextToken(position);
        return at < text.length() ? text.charAt(at) : ' ';
    }

    boolean startsWith(String start, int position) {
        return text.startsWith(start, position);
    }

    int skipLineEnd(int position) {
        return skipNewline(skipBlanks(position));
    }

    private boolean isNewline(int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private int skipBlanksBack(int from) {
        int at = from;
        while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at--;
        }
        return at;
    }

    private int skipSeparators(int from) {
        int at = from;
        while (at < text.length() && ",; \t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private int skipNewline(int at) {
        if (!isNewline(at)) {
            return at;
        }
        return text.startsWith("\r\n", at) ? at + 2 : at + 1;
    }

    private int skipInlineComment(int at) {
        if (!text.startsWith("/*", at)) {
            return at;
        }
        int end = text.indexOf("*/", at + 2);
        return end < 0 || newlineBetween(at, end) ? at : end + 2;
    }

    private int skipLineComment(int at) {
        if (!text.startsWith("//", at)) {
            return at;
        }
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
