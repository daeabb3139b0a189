package dev.backstagegen.tree;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** JSON as {@code JSON.stringify(value, null, 2)} writes it. */
final class JsonText {

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Object value) {
        JsonText text = new JsonText();
        text.value(value, "");
        return text.out.append('\n').toString();
    }

    private void value(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            block(
                    "{}",
                    map.entrySet(),
                    entry -> {
                        string((String) entry.getKey());
                        out.append(": ");
                        value(entry.getValue(), indent + "  ");
                    },
                    indent);
        } else if (value instanceof List<?> list) {
            block("[]", list, item -> value(item, indent + "  "), indent);
        } else if (value instanceof Json.NumberValue number) {
            out.append(number.literal());
        } else if (value instanceof Json.Value read) {
            value(Json.plain(read), indent);
        } else if (value instanceof String string) {
            string(string);
        } else if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("Not a value of JSON: " + value.getClass());
        }
    }

    private <T> void block(String brackets, Iterable<T> items, Consumer<T> write, String indent) {
        out.append(brackets.charAt(0));
        Iterator<T> rest = items.iterator();
        while (rest.hasNext()) {
            out.append('\n').append(indent).append("  ");
            write.accept(rest.next());
            out.append(rest.hasNext() ? "," : "\n" + indent);
        }
        out.append(brackets.charAt(1));
    }

    private void string(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || isLone(value, i)) {
                        out.append("\\u").append(String.format("%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isLone(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }
}
