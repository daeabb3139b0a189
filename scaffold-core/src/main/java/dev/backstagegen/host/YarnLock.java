package dev.backstagegen.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A yarn.lock of either format, which range resolves to which version. The file may have megabytes: only the lines
 * that begin an entry are looked at, and an entry is read when somebody asks for its package.
 */
final class YarnLock {

    private final String text;
    private final Map<String, List<Integer>> headers = new HashMap<>();

    private YarnLock(String text) {
        this.text = text;
        int start = 0;
        while (start < text.length()) {
            int end = lineEnd(start);
            if (isHeader(start, end)) {
                int nameStart = text.charAt(start) == '"' ? start + 1 : start;
                int nameEnd = text.indexOf('@', nameStart + 1);
                if (nameEnd > 0 && nameEnd < end) {
                    headers.computeIfAbsent(text.substring(nameStart, nameEnd), name -> new ArrayList<>())
                            .add(start);
                }
            }
            start = end + 1;
        }
    }

    static YarnLock of(String text) {
        return new YarnLock(text);
    }

    /** Whether Yarn 1 wrote it, which knows no {@code workspace:} ranges. */
    static boolean isClassic(String text) {
        return text.contains("# yarn lockfile v1");
    }

    /** Every range under which the package is asked for, in the order of the file; {@code npm:} taken off. */
    List<Entry> entries(String npmPackage) {
        List<Entry> entries = new ArrayList<>();
        for (int start : headers.getOrDefault(npmPackage, List.of())) {
            int end = lineEnd(start);
            String version = version(end + 1);
            String header = text.substring(start, end).strip().replace("\"", "");
            for (String descriptor : header.substring(0, header.length() - 1).split(", *")) {
                if (descriptor.startsWith(npmPackage + "@")) {
                    String range = descriptor.substring(npmPackage.length() + 1);
                    entries.add(new Entry(range.startsWith("npm:") ? range.substring(4) : range, version));
                }
            }
        }
        return entries;
    }

    private boolean isHeader(int start, int end) {
        return end > start && " \t\r#".indexOf(text.charAt(start)) < 0;
    }

    /** {@code version: 1.2.3} or {@code version "1.2.3"}, among the indented lines that follow. */
    private String version(int from) {
        int start = from;
        while (start < text.length() && text.charAt(start) == ' ') {
            int end = lineEnd(start);
            String line = text.substring(start, end).strip();
            if (line.startsWith("version")) {
                return line.substring("version".length()).replaceAll("[:\"\\s]", "");
            }
            start = end + 1;
        }
        return "";
    }

    private int lineEnd(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    /** A range, and the version it resolves to; an empty one when the file does not say. */
    record Entry(String range, String version) {}
}
