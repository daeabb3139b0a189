package dev.backstagegen.spec;

import java.util.Set;

/** The names of types and classes that are not free for those of a resource. */
final class TypeNames {

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
            "UserInfo",
            "Config",
            "Entity",
            "JsonObject",
            "JsonValue",
            "PermissionCriteria",
            "PermissionRule",
            "Settings",
            "Upstream");

    /**
     * What the generated code puts behind the name of a resource's type; a resource that is called like another one
     * with this behind it would have the same types.
     */
    private static final Set<String> ENDINGS = Set.of(
            "Action",
            "Actions",
            "Changes",
            "Conditions",
            "Event",
            "Events",
            "Fields",
            "Filter",
            "Filters",
            "Id",
            "Input",
            "List",
            "Options",
            "Order",
            "Output",
            "Page",
            "Patch",
            "Permission",
            "Permissions",
            "Query",
            "Resource",
            "Row",
            "Rule",
            "Rules",
            "Schema",
            "Schemas",
            "Service",
            "ServiceOptions",
            "Sort",
            "Store");

    private TypeNames() {}

    /** Whether a resource of this name has to go by another one in code. */
    static boolean isTaken(Name name, Name plural) {
        String pascal = name.pascal();
        boolean role = pascal.endsWith("Service") || pascal.endsWith("Store");
        return role || TAKEN.contains(pascal) || TAKEN.contains(pascal + "s") || TAKEN.contains(plural.pascal());
    }

    /** Whether one resource's type is called like something that belongs to the other's. */
    static boolean belongsTo(Name other, Name one) {
        return one.pascal().startsWith(other.pascal())
                && ENDINGS.contains(one.pascal().substring(other.pascal().length()));
    }
}
