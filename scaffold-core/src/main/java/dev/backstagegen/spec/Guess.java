package dev.backstagegen.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody may have meant: the nearest of the known words, by the number of slips of the finger. */
public final class Guess {

    private static final int MOST = 3;

    private Guess() {}

    /** The nearest word, or nothing when none is near. */
    public static String of(String word, List<String> known) {
        List<String> near = near(word, known);
        return near.isEmpty() ? "" : near.get(0);
    }

    /** The words that are near, the nearest first and at most {@value #MOST}. */
    private static List<String> near(String word, List<String> known) {
        // A third of the letters wrong is a slip; more is another word.
        int most = Math.max(1, Math.min(word.length(), 64) / 3);
        Map<String, Integer> slips = new LinkedHashMap<>();
        known.forEach(each -> slips.put(each, isPart(word, each) ? 1 : slips(word, each)));
        return slips.entrySet().stream()
                .filter(each -> each.getValue() <= most)
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
    }

    /** Whether somebody stopped too early, or left out what the word begins with: "--db" for "--with-db". */
    private static boolean isPart(String word, String whole) {
        int dashes = 0;
        while (dashes < word.length() && word.charAt(dashes) == '-') {
            dashes++;
        }
        int length = word.length() - dashes;
        String rest = word.substring(dashes);
        return length > 1 && (whole.startsWith(word) || whole.endsWith("-" + rest) || whole.endsWith("/" + rest));
    }

    /** "Did you mean" where there is a guess, and another hint where there is none. */
    public static String hint(String word, List<String> known, String otherwise) {
        String guess = of(word, known);
        return guess.isEmpty() ? otherwise : "Did you mean " + guess + "?";
    }

    /** The same, with all the words that are near, where there are many that are alike. */
    public static String hints(String word, List<String> known, String otherwise) {
        List<String> near = near(word, known);
        return near.isEmpty() ? otherwise : "Did you mean " + String.join(" or ", near) + "?";
    }

    /** Letters put in, left out, replaced, or swapped with their neighbour. */
    private static int slips(String from, String to) {
        if (Math.abs(from.length() - to.length()) > to.length()) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
