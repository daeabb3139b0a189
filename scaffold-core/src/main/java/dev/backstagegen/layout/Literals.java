package dev.backstagegen.layout;

import java.util.Arrays;
import java.util.Locale;

/** Writes literals in the one way that is preferred. */
final class Literals {

    private Literals() {}

    /** In single quotes, unless that takes more escapes. */
    static String string(String raw) {
        String content = raw.substring(1, raw.length() - 1);
        int single = count(content, '\'');
        char quote = single > count(content, '"') ? '"' : '\'';
        if (single == 0 && raw.charAt(0) == '\'' && content.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder().append(quote);
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\\' && i + 1 < content.length()) {
                char escaped = content.charAt(++i);
                boolean needless = (escaped == '\'' || escaped == '"') ? escaped != quote : isNeedless(escaped);
                text.append(needless ? "" : "\\").append(escaped);
            } else {
                text.append(c == quote ? "\\" : "").append(c);
            }
        }
        return text.append(quote).toString();
    }

    private static boolean isNeedless(char escaped) {
        return "\n\r\\bfnrtuvx01234567\u2028\u2029".indexOf(escaped) < 0 && !(escaped >= 'r' && escaped <= 'v');
    }

    private static int count(String text, char c) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == c ? 1 : 0;
        }
        return count;
    }

    /** A directive means what it says, so only its quotes may change. */
    static String directive(String raw) {
        String content = raw.substring(1, raw.length() - 1);
        return content.indexOf('"') >= 0 || content.indexOf('\'') >= 0 ? raw : "'" + content + "'";
    }

    static String number(String raw) {
        String text = raw.toLowerCase(Locale.ROOT);
        boolean decimal = !text.startsWith("0x") && !text.startsWith("0b") && !text.startsWith("0o");
        if (!decimal || text.indexOf('.') < 0 && text.indexOf('e') < 0) {
            return text;
        }
        int e = text.indexOf('e');
        String mantissa = e < 0 ? text : text.substring(0, e);
        return mantissa(mantissa) + (e < 0 ? "" : exponent(text.substring(e + 1)));
    }

    private static String mantissa(String text) {
        String number = text.startsWith(".") ? "0" + text : text;
        if (number.indexOf('.') < 0) {
            return number;
        }
        int end = number.length();
        int first = number.indexOf('.') + 1;
        while (end > first + 1 && number.charAt(end - 1) == '0') {
            end--;
        }
        return number.substring(0, end == first ? end - 1 : end);
    }

    private static String exponent(String text) {
        String sign = text.startsWith("-") ? "-" : "";
        String digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        String rest = digits.substring(start);
        return rest.equals("0") ? "" : "e" + sign + rest;
    }

    static String regex(String raw) {
        int end = raw.lastIndexOf('/');
        char[] flags = raw.substring(end + 1).toCharArray();
        Arrays.sort(flags);
        return raw.substring(0, end + 1) + new String(flags);
    }

    /** What stands between the slashes. */
    static String pattern(String regex) {
        return regex.substring(1, regex.lastIndexOf('/'));
    }

    /** Whether it can be the name of a property without quotes. */
    static boolean isName(String text) {
        if (text.isEmpty() || !Character.isUnicodeIdentifierStart(text.charAt(0)) && "$_".indexOf(text.charAt(0)) < 0) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '$' && (!Character.isUnicodeIdentifierPart(c) || Character.isIdentifierIgnorable(c))) {
                return false;
            }
        }
        return true;
    }
}
