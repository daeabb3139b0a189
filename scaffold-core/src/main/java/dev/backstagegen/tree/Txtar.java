package dev.backstagegen.tree;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole file tree as one readable text, and back without loss.
 *
 * <p>The form is that of Go's txtar: a comment, then for each file a line {@code -- path --} and its
 * content. Two things are added so that each text survives: a content line that reads like one of ours
 * gets a back slash in front, and {@code \ No newline at end of file} follows a text without a final line
 * feed.
 */
public final class Txtar {

    private static final String OPEN = "-- ";
    private static final String CLOSE = " --";
    private static final String UNENDED = " No newline at end of file";

    private Txtar() {}

    public static String write(FileTree tree) {
        return write("", tree);
    }

    /**
     * @param comment what stands above the first file; it is not read back
     * @throws IllegalArgumentException when a line of the comment reads like the start of a file
     */
    public static String write(String comment, FileTree tree) {
        StringBuilder text = new StringBuilder();
        for (String line : lines(comment)) {
            if (isMarker(line)) {
                throw new IllegalArgumentException("A comment cannot hold the line '" + line + "'");
            }
            text.append(line).append('\n');
        }
        tree.asMap().forEach((path, content) -> append(text, path, content));
        return text.toString();
    }

    /** @throws IllegalArgumentException when the text is not one that {@link #write} makes, with the line */
    public static FileTree read(String text) {
        List<String> lines = lines(text);
        Map<RelPath, String> files = new TreeMap<>();
        int at = 0;
        while (at < lines.size() && !isMarker(lines.get(at))) {
            at++;
        }
        while (at < lines.size()) {
            RelPath path = path(lines.get(at), at + 1);
            int end = at + 1;
            while (end < lines.size() && !isMarker(lines.get(end))) {
                end++;
            }
            if (files.put(path, content(lines, at + 1, end)) != null) {
                throw new IllegalArgumentException("Line " + (at + 1) + ": " + path + " is there twice");
            }
            at = end;
        }
        return FileTree.of(files);
    }

    private static void append(StringBuilder text, RelPath path, String content) {
        text.append(OPEN).append(path).append(CLOSE).append('\n');
        for (String line : lines(content)) {
            if (isMarker(bare(line)) || isEscapedUnended(line)) {
                text.append('\\');
            }
            text.append(line).append('\n');
        }
        if (!content.isEmpty() && !content.endsWith("\n")) {
            text.append('\\').append(UNENDED).append('\n');
        }
    }

    private static String content(List<String> lines, int from, int to) {
        StringBuilder content = new StringBuilder();
        for (int i = from; i < to; i++) {
            String line = lines.get(i);
            if (line.equals('\\' + UNENDED)) {
                if (i != to - 1 || content.isEmpty()) {
                    throw new IllegalArgumentException("Line " + (i + 1) + ": not at the end of a file");
                }
                content.setLength(content.length() - 1);
            } else {
                boolean escaped = line.startsWith("\\") && (isMarker(bare(line)) || isEscapedUnended(line));
                content.append(escaped ? line.substring(1) : line).append('\n');
            }
        }
        return content.toString();
    }

    private static RelPath path(String marker, int number) {
        try {
            return RelPath.of(marker.substring(OPEN.length(), marker.length() - CLOSE.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Line " + number + ": " + e.getMessage(), e);
        }
    }

    private static boolean isMarker(String line) {
        return line.length() > OPEN.length() + CLOSE.length() && line.startsWith(OPEN) && line.endsWith(CLOSE);
    }

    private static boolean isEscapedUnended(String line) {
        return line.startsWith("\\") && bare(line).equals(UNENDED);
    }

    private static String bare(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == '\\') {
            at++;
        }
        return line.substring(at);
    }

    private static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return Arrays.asList(body.split("\n", -1));
    }
}
