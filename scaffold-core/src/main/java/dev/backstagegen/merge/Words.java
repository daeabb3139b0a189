package dev.backstagegen.merge;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How often each word stands in a text, be it code, text or comment. */
record Words(Map<String, Integer> counts) {

    private static final Pattern WORD = Pattern.compile("[\\w$#]+");

    static Words of(String text) {
        Map<String, Integer> counts = new HashMap<>();
        WORD.matcher(text).results().forEach(word -> counts.merge(word.group(), 1, Integer::sum));
        return new Words(Map.copyOf(counts));
    }

    /** Whether what stands in {@code after} more often than in {@code before} stands here as often as it was added. */
    boolean hasAdded(Words before, Words after) {
        return after.counts.entrySet().stream().allMatch(word -> {
            int added = word.getValue() - before.counts.getOrDefault(word.getKey(), 0);
            return counts.getOrDefault(word.getKey(), 0) >= added;
        });
    }
}
