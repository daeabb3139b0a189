package dev.backstagegen.cli.report;

import dev.backstagegen.cli.Plain;
import java.util.regex.Pattern;

/** Text from outside within Markdown, made safe: nothing in it is markup, HTML, a link, or calls somebody by name. */
public final class Inline {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]()!|~$]");
    private static final Pattern ADDRESS = Pattern.compile(":(?=//)|(?i)www(?=\\.)");
    private static final Pattern CALL = Pattern.compile("[@#]");

    /** Shows nothing, and parts what would be one word. */
    private static final String GAP = "<!-- -->";

    private Inline() {}

    /** For a paragraph, an item or a cell. */
    public static String of(String text) {
        String plain = MARKUP.matcher(entities(text)).replaceAll("\\\\$0");
        return calm(ADDRESS.matcher(plain).replaceAll("$0" + GAP));
    }

    /** For an element of HTML, in which Markdown is not read. */
    public static String html(String text) {
        return calm(entities(text));
    }

    /** A command to copy, for a paragraph, an item or a cell. */
    public static String command(String text) {
        return "<code>" + of(text) + "</code>";
    }

    private static String entities(String text) {
        return Plain.line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Names of people and numbers of issues are found in what is shown, however it was written. */
    private static String calm(String text) {
        return CALL.matcher(text).replaceAll("$0" + GAP);
    }
}
