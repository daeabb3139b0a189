package dev.backstagegen.spec;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** Names of indexes and constraints, which are one name space in a database, and which PostgreSQL cuts. */
public final class DatabaseName {

    private static final int LONGEST = 63;

    private DatabaseName() {}

    /** {@code items_title_uniq}; a longer one ends in a checksum of the whole, so that no two are cut to the same. */
    public static String of(String table, String columns, String end) {
        String whole = table + "_" + columns + "_" + end;
        if (whole.length() <= LONGEST) {
            return whole;
        }
        CRC32 sum = new CRC32();
        sum.update(whole.getBytes(StandardCharsets.UTF_8));
        String tail = String.format(Locale.ROOT, "_%08x_%s", sum.getValue(), end);
        return whole.substring(0, LONGEST - tail.length()) + tail;
    }
}
