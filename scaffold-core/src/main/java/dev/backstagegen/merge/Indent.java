package dev.backstagegen.merge;

import java.util.List;

/** Moves code to the right or to the left. */
final class Indent {

    private Indent() {}

    /** The white space at the beginning of the line of a position. */
    static String at(String source, int position) {
        int start = source.lastIndexOf('\n', position - 1) + 1;
        int end = start;
        while (end < source.length() && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
            end++;
        }
        return source.substring(start, end);
    }

    /** The code with each line but the first moved; what stands inside of back ticks stays. */
    static String move(String code, String from, String to) {
        if (from.equals(to) || !code.contains("\n")) {
            return code;
        }
        StringBuilder moved = new StringBuilder();
        List<String> lines = LineMerge.lines(code);
        boolean quoted = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean moves = i > 0 && !quoted && line.startsWith(from) && !line.isBlank();
            moved.append(moves ? to + line.substring(from.length()) : line);
            quoted ^= line.chars().filter(c -> c == '`').count() % 2 == 1;
        }
        return moved.toString();
    }
}
