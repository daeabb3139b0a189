package dev.backstagegen.cli.report;

import dev.backstagegen.tree.RelPath;
import java.nio.charset.StandardCharsets;

/** A path as a relative reference of RFC 3986, from the root of the repository. */
final class Uri {

    private static final String PLAIN = "-._~/";
    private static final String HEX = "0123456789ABCDEF";

    private Uri() {}

    static String of(RelPath path) {
        StringBuilder uri = new StringBuilder();
        for (byte octet : path.value().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            }
        }
        return uri.toString();
    }
}
