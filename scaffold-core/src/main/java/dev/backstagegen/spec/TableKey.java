package dev.backstagegen.spec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * An index of a resource's table.
 *
 * @param name what it is called, unlike any other table or index of the plugin
 * @param fields what it orders by, in this order
 * @param unique whether no two rows may have the same
 */
public record TableKey(String name, List<Field> fields, boolean unique) {

    /** PostgreSQL cuts longer names off, and two of them could come out the same. */
    static final int LONGEST_NAME = 63;

    public TableKey {
        fields = List.copyOf(fields);
    }

    static TableKey of(String table, List<Field> fields, boolean unique) {
        String columns = String.join("_", fields.stream().map(Field::column).toList());
        return new TableKey(named(table + "_" + columns, unique ? "_uniq" : "_idx"), fields, unique);
    }

    public List<String> columns() {
        return fields.stream().map(Field::column).toList();
    }

    /** A name with an ending; one that is too long is cut off and told from others by a checksum. */
    static String named(String name, String ending) {
        if (name.length() + ending.length() <= LONGEST_NAME) {
            return name + ending;
        }
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        String mark = String.format(Locale.ROOT, "_%08x", checksum.getValue());
        return name.substring(0, LONGEST_NAME - mark.length() - ending.length()) + mark + ending;
    }
}
