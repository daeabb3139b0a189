package dev.backstagegen.render;

import java.util.LinkedHashMap;
import java.util.Map;

/** A text from outside, in the forms in which it may enter a generated file; templates see no other. */
final class Escape {

    private static final String MARKDOWN = "\\`[]<>&#|~!{}$";

    private Escape() {}

    static Map<String, Object> forms(String text) {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put("json", json(text));
        forms.put("comment", comment(text));
        forms.put("markdown", markdown(text));
        return forms;
    }

    /** The inside of a string of JSON. */
    static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** One line of a block comment. */
    static String comment(String text) {
        String open = text.replace("*/", "*\\/");
        return open.startsWith("@") ? "\\" + open : open;
    }

    /** A paragraph of one line. */
    static String markdown(String text) {
        String line = text.replaceAll("\\s+", " ");
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean special = MARKDOWN.indexOf(c) >= 0
                    || c == '*'
                    || c == '_' && isEdge(line, i)
                    || i == 0 && "+-=:".indexOf(c) >= 0
                    || (c == '.' || c == ')') && i > 0 && line.substring(0, i).matches("\\d+");
            escaped.append(special ? "\\" : "").append(c);
        }
        return escaped.toString();
    }

    /** Whether an underscore could open or close emphasis, which one within a word cannot. */
    private static boolean isEdge(String line, int i) {
        return !isWord(line, i - 1) || !isWord(line, i + 1);
    }

    private static boolean isWord(String line, int i) {
        return i >= 0 && i < line.length() && (Character.isLetterOrDigit(line.charAt(i)) || line.charAt(i) == '_');
    }
}
