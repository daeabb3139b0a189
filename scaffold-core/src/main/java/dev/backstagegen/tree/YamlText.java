package dev.backstagegen.tree;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** YAML in block style, with the quotes that prettier would leave where they are. */
final class YamlText {

    /** How a text may begin and not be taken for a sign of YAML's. */
    private static final Pattern BEGINNING = Pattern.compile("[\\p{L}\\p{N}_./^$+~(]");

    /** What ends a text, or turns it into a key or a comment. */
    private static final Pattern SIGN = Pattern.compile(":\\s|:$|\\s#|\\s$|\\s\\s|\t|\u00a0|\uFEFF");

    /** What some reader, of YAML 1.1 or 1.2, takes for something else than a text. */
    private static final Pattern OTHER = Pattern.compile(
            "(?i)~|null|true|false|yes|no|on|off|y|n|\\.{3}.*|[-+]?[0-9.][-+0-9_.:,]*([et][-+0-9:.z ]*)?"
                    + "|[-+]?0[xob][0-9a-f_]+|[-+]?\\.(inf|nan)|[0-9-]+ [0-9:. +z-]+");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    static String of(Map<String, ?> map) {
        YamlText text = new YamlText();
        if (map.isEmpty()) {
            return "{}\n";
        }
        text.mapping(map, "");
        return text.out.toString();
    }

    private void mapping(Map<?, ?> map, String indent) {
        String before = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(before).append(scalar(entry.getKey())).append(':');
            before = indent;
            if (isBlock(entry.getValue())) {
                out.append('\n').append(indent).append("  ");
                block(entry.getValue(), indent + "  ");
            } else {
                out.append(' ').append(scalar(entry.getValue())).append('\n');
            }
        }
    }

    private void sequence(List<?> list, String indent) {
        String before = "";
        for (Object item : list) {
            out.append(before).append("- ");
            before = indent;
            if (isBlock(item)) {
                block(item, indent + "  ");
            } else {
                out.append(scalar(item)).append('\n');
            }
        }
    }

    /** Writes what goes on where the indentation already stands. */
    private void block(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            mapping(map, indent);
        } else {
            sequence((List<?>) value, indent);
        }
    }

    private static boolean isBlock(Object value) {
        return value instanceof Map<?, ?> map && !map.isEmpty() || value instanceof List<?> list && !list.isEmpty();
    }

    private static String scalar(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Map<?, ?>) {
            return "{}";
        }
        if (value instanceof List<?>) {
            return "[]";
        }
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return String.valueOf(value);
        }
        throw new IllegalArgumentException("Not a value of YAML: " + value.getClass());
    }

    static String text(String value) {
        if (value.codePoints().anyMatch(YamlText::needsEscape)) {
            return escaped(value);
        }
        boolean plain = BEGINNING.matcher(value).lookingAt()
                && !SIGN.matcher(value).find()
                && !OTHER.matcher(value).matches();
        if (plain) {
            return value;
        }
        boolean apostropheOnly = value.indexOf('\'') >= 0 && value.indexOf('"') < 0 && value.indexOf('\\') < 0;
        return apostropheOnly ? '"' + value + '"' : "'" + value.replace("'", "''") + "'";
    }

    private static boolean needsEscape(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String escaped(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (!needsEscape(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append(String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
