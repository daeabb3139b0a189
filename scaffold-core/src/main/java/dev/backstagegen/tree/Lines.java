package dev.backstagegen.tree;

/** A text seen as lines, for edits that have to look like their neighbours. */
public record Lines(String text) {

    /** Where the line of a position begins. */
    public int start(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    /** Where the line of a position ends, before its line break. */
    public int end(int at) {
        int feed = text.indexOf('\n', at);
        int end = feed < 0 ? text.length() : feed;
        return feed > 0 && text.charAt(feed - 1) == '\r' ? feed - 1 : end;
    }

    /** Where the next line begins; the end of the text when there is none. */
    public int next(int at) {
        int feed = text.indexOf('\n', at);
        return feed < 0 ? text.length() : feed + 1;
    }

    /** The line of a position, without its break. */
    public String line(int at) {
        return text.substring(start(at), end(at));
    }

    /** The white space that a line begins with. */
    public String indent(int at) {
        String line = line(at);
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** The line break that is used around a position: that of its line, else of the one before. */
    public String lineBreak(int at) {
        int feed = text.indexOf('\n', at);
        if (feed < 0) {
            feed = text.lastIndexOf('\n');
        }
        return feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
    }

    public boolean isBlank(int at) {
        return line(at).isBlank();
    }

    public boolean isLast(int at) {
        return text.indexOf('\n', at) < 0;
    }
}
