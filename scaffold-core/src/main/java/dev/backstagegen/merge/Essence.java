package dev.backstagegen.merge;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.regex.Pattern;

/** What is left of code when nobody cares how it is laid out. */
final class Essence {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");
    private static final String END = "\u0001";

    private Essence() {}

    static String of(TsNode node) {
        StringBuilder essence = new StringBuilder();
        append(node, essence);
        return essence.toString();
    }

    static String ofText(String comments) {
        return SPACE.matcher(comments).replaceAll(" ").strip();
    }

    private static void append(TsNode node, StringBuilder essence) {
        if (node.is("comment")) {
            essence.append(ofText(node.text())).append(END);
        } else if (node.is("string") && node.isNamed()) {
            essence.append(string(node)).append(END);
        } else if (node.is("template_string", "regex") || node.children().isEmpty()) {
            essence.append(node.text()).append(END);
        } else if (isLoneParameter(node)) {
            append(node.namedChildren().get(0), essence);
        } else {
            List<TsNode> children = node.children();
            for (int i = 0; i < children.size(); i++) {
                TsNode next = i + 1 < children.size() ? children.get(i + 1) : node;
                if (!isOptional(node, children.get(i), next, i)) {
                    append(children.get(i), essence);
                }
            }
        }
    }

    /** Whether a token is there or not as the layout likes it. */
    private static boolean isOptional(TsNode parent, TsNode token, TsNode next, int index) {
        return switch (token.type()) {
            case ";" -> true;
            case "," -> next.is("}", "]", ")", ">") || parent.is("object_type", "interface_body");
            case "|" -> index == 0;
            default -> false;
        };
    }

    /** Whether these are the parentheses around a parameter that needs none. */
    static boolean isLoneParameter(TsNode node) {
        return node.is("formal_parameters")
                && node.parent().filter(parent -> parent.is("arrow_function")).isPresent()
                && node.namedChildren().size() == 1
                && node.namedChildren().get(0).is("required_parameter")
                && node.namedChildren().get(0).children().size() == 1
                && node.descendants("comment").findAny().isEmpty();
    }

    private static String string(TsNode node) {
        String text = node.text();
        String inside = text.substring(1, Math.max(1, text.length() - 1));
        boolean name = node.parent()
                .filter(parent -> parent.is("pair", "property_signature"))
                .isPresent();
        if (name && !node.field().equals("value") && NAME.matcher(inside).matches()) {
            return inside;
        }
        return inside.matches(".*['\"\\\\].*") ? text : "'" + inside + "'";
    }
}
