package dev.backstagegen.cli.report;

import java.util.Map;

/** XML 1.0, written as it goes; what cannot stand in XML at all is left out. */
final class Xml {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private String indent = "";

    Xml open(String name, Map<String, ?> attributes) {
        start(name, attributes).append(">\n");
        indent += "  ";
        return this;
    }

    Xml close(String name) {
        indent = indent.substring(2);
        out.append(indent).append("</").append(name).append(">\n");
        return this;
    }

    Xml empty(String name, Map<String, ?> attributes) {
        start(name, attributes).append("/>\n");
        return this;
    }

    Xml text(String name, Map<String, ?> attributes, String text) {
        start(name, attributes).append('>').append(escape(text, false));
        out.append("</").append(name).append(">\n");
        return this;
    }

    private StringBuilder start(String name, Map<String, ?> attributes) {
        out.append(indent).append('<').append(name);
        attributes.forEach((key, value) -> out.append(' ')
                .append(key)
                .append("=\"")
                .append(escape(value.toString(), true))
                .append('"'));
        return out;
    }

    private static String escape(String text, boolean inAttribute) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().filter(Xml::isAllowed).forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                // A parser would make a line feed of the one, and spaces of all of them in an attribute.
                case '\r' -> escaped.append("&#13;");
                case '\n' -> escaped.append(inAttribute ? "&#10;" : "\n");
                case '\t' -> escaped.append(inAttribute ? "&#9;" : "\t");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** The characters of XML 1.0, without the controls that it only discourages. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < 0x7f)
                || (c >= 0xa0 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || c >= 0x10000;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
