package dev.backstagegen.check;

import dev.backstagegen.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names findings so that they are known again after lines came and went above them: by rule, file and the text of the
 * line, and by their turn among those that are alike.
 */
final class Fingerprints {

    private static final int LENGTH = 8;

    private final Map<String, Integer> turns = new HashMap<>();

    /** @param text the file in which it was found */
    String of(Finding finding, String text) {
        String about = finding.rule() + "\n" + finding.path() + "\n"
                + line(text, finding.spot().start());
        int turn = turns.merge(about, 1, Integer::sum);
        byte[] hash = sha256(about + "\n" + turn);
        return HexFormat.of().formatHex(hash, 0, LENGTH);
    }

    private static String line(String text, int position) {
        int at = Math.min(position, text.length());
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        return text.substring(start, end < 0 ? text.length() : end).strip();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
