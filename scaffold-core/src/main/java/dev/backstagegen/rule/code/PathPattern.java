package dev.backstagegen.rule.code;

import java.util.Arrays;
import java.util.List;

/**
 * The path of a policy or a route, as express and Backstage compare it: in whole segments from the start, where
 * {@code :name} stands for one of any text and {@code *} for all that may follow.
 */
public record PathPattern(List<String> segments) {

    public PathPattern {
        segments = List.copyOf(segments);
    }

    public static PathPattern of(String path) {
        return new PathPattern(
                Arrays.stream(path.split("/")).filter(each -> !each.isEmpty()).toList());
    }

    /** Whether a policy with this path opens a route, whatever stands for the names in the route's path. */
    public boolean opens(String route) {
        List<String> other = of(route).segments;
        for (int i = 0; i < segments.size(); i++) {
            if (isRest(segments.get(i))) {
                return true;
            }
            if (i >= other.size() || !matches(segments.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether some request that this path covers may be answered by a route. */
    public boolean mayMeet(String route) {
        List<String> other = of(route).segments;
        for (int i = 0; i < segments.size(); i++) {
            if (isRest(segments.get(i)) || (i < other.size() && isRest(other.get(i)))) {
                return true;
            }
            if (i >= other.size()) {
                return false;
            }
            boolean free = isName(segments.get(i)) || !other.get(i).matches("[\\w.~%@-]+");
            if (!free && !segments.get(i).equalsIgnoreCase(other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String policy, String route) {
        return isName(policy) || policy.equalsIgnoreCase(route);
    }

    private static boolean isName(String segment) {
        return segment.startsWith(":");
    }

    private static boolean isRest(String segment) {
        return segment.contains("*");
    }
}
