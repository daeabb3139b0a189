package dev.backstagegen.feature;

import java.util.Arrays;

/** Releases of Backstage, which are three numbers such as {@code 1.55.0}, in their order. */
public final class Release {

    private Release() {}

    public static boolean isBefore(String release, String other) {
        return Arrays.compare(numbers(release), numbers(other)) < 0;
    }

    /** The later one of two; the empty text is before all. */
    static String later(String release, String other) {
        return release.isEmpty() || !other.isEmpty() && isBefore(release, other) ? other : release;
    }

    private static int[] numbers(String release) {
        return Arrays.stream(release.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
