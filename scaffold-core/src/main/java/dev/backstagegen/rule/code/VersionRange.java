package dev.backstagegen.rule.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of versions as it stands in a package.json. */
public record VersionRange(String text) {

    private static final Pattern LOWEST =
            Pattern.compile("(?:npm:|workspace:)?[\\^~>=v\\s]*(\\d{1,6})(?:\\.(\\d{1,6}))?.*");

    /**
     * Whether every version of the range is that one or a later one. {@code workspace:^} and {@code backstage:^} are
     * what is newest here.
     */
    public boolean startsAt(int major, int minor) {
        if (text.matches("(workspace|backstage):[\\^~*]")) {
            return true;
        }
        Matcher lowest = LOWEST.matcher(text);
        if (!lowest.matches() || text.contains("||")) {
            return false;
        }
        int first = Integer.parseInt(lowest.group(1));
        int second = lowest.group(2) == null ? 0 : Integer.parseInt(lowest.group(2));
        return first > major || (first == major && second >= minor);
    }
}
