package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.List;
import java.util.Set;

/**
 * Names that something else needs.
 *
 * <p>Words of SQL are not among them: Knex quotes every identifier, and the generated code writes no SQL of its own.
 * Neither are TypeScript's: a field is a property everywhere, where {@code public} is as good as any, and a resource goes
 * by another name in code. What quoting does not help with is: the system columns of PostgreSQL,
 * and tables that its catalogue, SQLite and Knex have.
 */
final class ReservedWords {

    /** What each resource has besides its fields, and what a list can be asked for besides filters. */
    private static final Set<String> GENERATED = Set.of(
            "createdAt", "createdBy", "id", "limit", "offset", "order", "orderBy", "owned", "owner", "updatedAt");

    /** What each object of JavaScript has by birth, or what would make it a promise. */
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

    /** The system columns of PostgreSQL; quoted or not, a table with one of them is refused. */
    private static final Set<String> COLUMNS = Set.of("cmax", "cmin", "ctid", "tableoid", "xmax", "xmin");

    /** What no variable of a module of TypeScript may be called. */
    private static final Set<String> KEYWORDS = Set.of(
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

    /** What other features serve or offer as an action, and what Backstage keeps for itself. */
    private static final Set<String> PATHS = Set.of(
            "document", "entities", "health", "kinds", "overview", "ownership", "settings", "upstream", "whoami");

    /** How tables begin that PostgreSQL's catalogue, SQLite or Knex have, or may have one day. */
    private static final List<String> TABLES = List.of("pg_", "sqlite_", "knex_migrations");

    private ReservedWords() {}

    /** @throws ScaffoldException when a field cannot be called that */
    static void checkField(Name name, String property, String column) {
        String camel = name.camel();
        if (camel.length() > Field.MAX_LENGTH
                || !Name.isCamel(camel)
                || !Name.ofCamel(camel).equals(name)) {
            throw ScaffoldException.usage(
                    "'" + Plain.shown(name.kebab()) + "' is not a name for a field.",
                    "Each of its words begins with a letter, no two capitals stand in a row, and together they"
                            + " have at most " + Field.MAX_LENGTH);
        }
        for (String each : List.of(camel, property)) {
            if (GENERATED.contains(each)) {
                throw ScaffoldException.usage(
                        "A field cannot be called '" + each
                                + "': each resource has that already, or it is asked for in lists.",
                        "Choose another name");
            }
        }
        if (OF_OBJECTS.contains(camel) || COLUMNS.contains(column)) {
            throw ScaffoldException.usage(
                    "A field cannot be called '" + camel + "': "
                            + (COLUMNS.contains(column)
                                    ? "each table of PostgreSQL has a column of that name."
                                    : "each object of JavaScript has that, or must not have it."),
                    "Add a word, such as " + camel + "Value");
        }
    }

    static boolean isOfObjects(String property) {
        return OF_OBJECTS.contains(property);
    }

    static boolean isKeyword(String variable) {
        return KEYWORDS.contains(variable);
    }

    static boolean isPath(String path) {
        return PATHS.contains(path);
    }

    static boolean isTable(String table) {
        return TABLES.stream().anyMatch(table::startsWith);
    }
}
