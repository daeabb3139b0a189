package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a plugin keeps.
 *
 * <p>In paths, tables, permissions and actions it goes by its own name. In code it goes by {@link #code()}, which is
 * the same unless a class or type of that name would get in the way of TypeScript's, Backstage's or the generated
 * ones: a {@code date} becomes a {@code DateEntry}.
 *
 * @param name one of them, in the singular
 * @param plural many of them
 */
public record Resource(Name name, Name plural) {

    public static final int MAX_LENGTH = 40;

    /** What a plugin keeps when nobody said. */
    public static final Resource DEFAULT = of("item");

    /** Names that a type, or a class ending in Service or Store, of the generated code may not take. */
    private static final Set<String> TAKEN = Set.of(
            // types and values of TypeScript and Node that generated code uses, or that a reader expects there
            "Array",
            "ArrayBuffer",
            "BigInt",
            "Boolean",
            "Buffer",
            "Date",
            "Error",
            "Function",
            "Infinity",
            "Intl",
            "Iterator",
            "JSON",
            "Map",
            "Math",
            "NaN",
            "Number",
            "Object",
            "Omit",
            "Parameters",
            "Partial",
            "Pick",
            "Promise",
            "PromiseLike",
            "ReturnType",
            "Proxy",
            "Readonly",
            "Record",
            "Reflect",
            "RegExp",
            "Request",
            "Required",
            "Response",
            "Set",
            "String",
            "Symbol",
            "URL",
            "WeakMap",
            "WeakSet",
            "Awaited",
            "Exclude",
            "Extract",
            "Global",
            "Window",
            // types of the generated code and of what it imports
            "Actions",
            "ActionsOptions",
            "Caller",
            "Knex",
            "Ownership",
            "Page",
            "Router",
            "RouterOptions",
            "Zod",
            "AuthorizeResult",
            "BasicPermission",
            "BackstageCredentials",
            "ConflictError",
            "InputError",
            "NotAllowedError",
            "NotFoundError",
            "TestDatabases",
            // what has a service of its own in Backstage
            "ActionsRegistry",
            "Auditor",
            "Auth",
            "Cache",
            "Catalog",
            "Database",
            "Discovery",
            "Events",
            "HttpAuth",
            "HttpRouter",
            "Lifecycle",
            "Logger",
            "Metrics",
            "Permissions",
            "PermissionsRegistry",
            "PluginMetadata",
            "RootConfig",
            "RootHealth",
            "RootHttpRouter",
            "RootLifecycle",
            "RootLogger",
            "Scheduler",
            "Tracing",
            "UrlReader",
            "UserInfo");

    /** @throws ScaffoldException when it cannot be the name of a resource */
    public static Resource of(String name) {
        if (name.length() > MAX_LENGTH || !Name.isKebab(name)) {
            String guess = Plain.kebab(name);
            throw ScaffoldException.usage(
                    "'" + Plain.shown(name)
                            + "' is not a name for a resource: it must be lower-case letters, digits and"
                            + " single dashes, beginning with a letter, at most " + MAX_LENGTH + " characters.",
                    guess.isEmpty() || guess.length() > MAX_LENGTH
                            ? "For example: --resource incident"
                            : "Try --resource " + guess);
        }
        Name singular = Name.ofKebab(name);
        return new Resource(singular, plural(singular));
    }

    /** The name of its types and variables. */
    public Name code() {
        String pascal = name.pascal();
        boolean role = pascal.endsWith("Service") || pascal.endsWith("Store");
        if (!role && !TAKEN.contains(pascal) && !TAKEN.contains(pascal + "s")) {
            return name;
        }
        List<String> words = new ArrayList<>(name.words());
        words.add("entry");
        return new Name(words);
    }

    private static Name plural(Name singular) {
        List<String> words = new ArrayList<>(singular.words());
        int last = words.size() - 1;
        words.set(last, Plural.of(words.get(last)));
        return new Name(words);
    }
}
