package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.Set;

/**
 * Names that something else needs. Words of SQL are not among them: knex quotes every identifier, and the generated
 * code writes no SQL of its own.
 */
final class ReservedWords {

    /** What a field of a resource, a parameter of its lists, or an object of JavaScript is called already. */
    private static final Set<String> FIELDS = Set.of(
            "constructor",
            "createdAt",
            "createdBy",
            "hasOwnProperty",
            "id",
            "limit",
            "offset",
            "order",
            "orderBy",
            "owned",
            "owner",
            "prototype",
            "toJSON",
            "toString",
            "updatedAt",
            "valueOf");

    /** Paths that other features serve, and those that Backstage keeps for itself. */
    private static final Set<String> PATHS =
            Set.of("document", "entities", "health", "kinds", "ownership", "settings", "upstream", "whoami");

    private ReservedWords() {}

    /** @throws ScaffoldException when a field cannot be called that */
    static void checkField(Name name, String property, String column) {
        for (String each : new String[] {name.camel(), property}) {
            if (FIELDS.contains(each)) {
                throw ScaffoldException.usage(
                        "A field cannot be called '" + each + "', which is there already or means something else.",
                        "Choose another name");
            }
        }
        if (column.equals("owner") || column.startsWith("sqlite_")) {
            throw ScaffoldException.usage("A column cannot be called '" + column + "'.", "Choose another name");
        }
    }

    static boolean isPath(String path) {
        return PATHS.contains(path);
    }
}
