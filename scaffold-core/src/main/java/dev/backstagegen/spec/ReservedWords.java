package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.List;
import java.util.Set;

/**
 * Words that fields and resources may not be called.
 *
 * <p>The words of SQL are free: Knex quotes every name it writes, and so {@code order} and {@code group} are tables and
 * columns like others. Not free is what quoting does not help with: the system columns of PostgreSQL, and tables that
 * its catalogue, SQLite or Knex have.
 */
final class ReservedWords {

    /** What no variable of a TypeScript module may be called; a property could, but it is taken apart into variables. */
    private static final Set<String> TYPESCRIPT = Set.of(
            "arguments",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "eval",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "undefined",
            "var",
            "void",
            "while",
            "with",
            "yield");

    /** What each object has by birth, so that a lookup would find something that nobody put there. */
    private static final Set<String> OF_OBJECTS = Set.of(
            "constructor",
            "hasOwnProperty",
            "isPrototypeOf",
            "propertyIsEnumerable",
            "prototype",
            "then",
            "toJSON",
            "toJson",
            "toLocaleString",
            "toString",
            "valueOf");

    /** What each resource has besides its fields, and what its list can be asked for besides filters. */
    private static final Set<String> GENERATED = Set.of(
            "createdAt",
            "createdAtFrom",
            "createdAtTo",
            "createdBy",
            "id",
            "limit",
            "offset",
            "order",
            "orderBy",
            "owned",
            "owner",
            "updatedAt",
            "updatedAtFrom",
            "updatedAtTo");

    /** The system columns of PostgreSQL; quoted or not, a table with one of them is refused. */
    private static final Set<String> COLUMNS = Set.of("cmax", "cmin", "ctid", "tableoid", "xmax", "xmin");

    /** The first part of paths that generated routers have besides those of resources. */
    private static final Set<String> PATHS = Set.of(
            "document",
            "entities",
            "health",
            "kinds",
            "overview",
            "ownership",
            "settings",
            "upstream",
            "whoami");

    /** How tables begin that PostgreSQL's catalogue, SQLite or Knex have, or could have one day. */
    private static final List<String> TABLES = List.of("pg_", "sqlite_", "knex_migrations");

    private ReservedWords() {}

    static void checkField(Name name, String property, String column) {
        String camel = name.camel();
        if (camel.length() > Field.MAX_LENGTH || !Name.isCamel(camel) || !Name.ofCamel(camel).equals(name)) {
            throw ScaffoldException.usage(
                    "'" + Plain.shown(camel) + "' is not a name for a field.",
                    "Each of its words begins with a letter, and all have at most " + Field.MAX_LENGTH
                            + " characters");
        }
        if (GENERATED.contains(camel) || GENERATED.contains(property)) {
            throw ScaffoldException.usage(
                    "A field cannot be called '" + camel + "': the plugin has that already, or asks for it in lists.",
                    "Call it something else");
        }
        if (TYPESCRIPT.contains(camel) || OF_OBJECTS.contains(camel)) {
            throw ScaffoldException.usage(
                    "A field cannot be called '" + camel + "': it means something in TypeScript.",
                    "Add a word, such as " + camel + "Value");
        }
        if (COLUMNS.contains(column)) {
            throw ScaffoldException.usage(
                    "A field cannot be called '" + camel + "': PostgreSQL has a column of that name in each table.",
                    "Add a word, such as " + camel + "Value");
        }
    }

    static void checkResource(Name name, Name plural) {
        for (Name each : List.of(name, plural)) {
            if (PATHS.contains(each.kebab())) {
                throw ScaffoldException.usage(
                        "A resource cannot be called '" + each + "': plugins have a path of that name.",
                        each.equals(plural)
                                ? "Say another plural: --plural " + name + "-entries"
                                : "Add a word, such as --resource " + name + "-entry");
            }
        }
        if (TABLES.stream().anyMatch(plural.snake()::startsWith)) {
            throw ScaffoldException.usage(
                    "A resource cannot be called '" + name + "': databases keep tables of such names for themselves.",
                    "Begin with another word");
        }
    }
}
