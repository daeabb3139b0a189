package dev.backstagegen.render;

import java.util.LinkedHashMap;
import java.util.Map;

/** A text from outside, in the forms in which it may enter a generated file; templates see no other. */
final class Escape {

    private Escape() {}

    static Map<String, Object> forms(String text) {
        Map<String, Object> forms = new LinkedHashMap<>();
        forms.put("json", json(text));
        forms.put("comment", comment(text));
        forms.put("markdown", Markdown.paragraph(text));
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
}
