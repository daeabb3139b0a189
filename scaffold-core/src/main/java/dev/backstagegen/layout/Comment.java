package dev.backstagegen.layout;

/** A comment and the side of its node it stands on. */
final class Comment {

    /** Before its node, after it, or inside where there is no node to stand at. */
    enum Side {
        LEADING,
        TRAILING,
        DANGLING
    }

    private final String text;
    private final int start;
    private final int end;
    private Side side = Side.DANGLING;
    private boolean sameLine;
    private boolean printed;

    Comment(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    String text() {
        return text;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean isBlock() {
        return text.startsWith("/*");
    }

    boolean isLine() {
        return !isBlock();
    }

    boolean isIgnore() {
        String content = isBlock() ? text.substring(2, text.length() - 2) : text.substring(2);
        return content.strip().equals("prettier-ignore");
    }

    boolean is(Side other) {
        return side == other;
    }

    void stand(Side at) {
        side = at;
    }

    boolean isPrinted() {
        return printed;
    }

    void markPrinted() {
        printed = true;
    }

    /** Whether it follows a statement without braces on the line of it. */
    boolean staysOnLine() {
        return sameLine;
    }

    void stayOnLine() {
        sameLine = true;
    }
}
