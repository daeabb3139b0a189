package dev.backstagegen.spec;

import java.util.Set;

/** Names of types that a resource of the generated code may not take. */
final class TakenTypes {

    private static final Set<String> NAMES = Set.of(
            "Actions",
            "ActionsOptions",
            "ActionsRegistry",
            "Array",
            "ArrayBuffer",
            "Auditor",
            "Auth",
            "AuthorizeResult",
            "Awaited",
            "BackstageCredentials",
            "BasicPermission",
            "BigInt",
            "Boolean",
            "Buffer",
            "Cache",
            "Caller",
            "Catalog",
            "ConflictError",
            "Database",
            "Date",
            "Discovery",
            "Entity",
            "EntitySummary",
            "Error",
            "Events",
            "Exclude",
            "Extract",
            "Function",
            "Global",
            "HttpAuth",
            "HttpRouter",
            "Infinity",
            "InputError",
            "Intl",
            "Iterator",
            "JSON",
            "KindCount",
            "Knex",
            "Lifecycle",
            "Logger",
            "Map",
            "Math",
            "Metrics",
            "NaN",
            "NotAllowedError",
            "NotFoundError",
            "Number",
            "Object",
            "Omit",
            "Ownership",
            "Page",
            "Parameters",
            "Partial",
            "Permissions",
            "PermissionsRegistry",
            "Pick",
            "PluginMetadata",
            "Promise",
            "PromiseLike",
            "Proxy",
            "Readonly",
            "Record",
            "Reflect",
            "RegExp",
            "RemoteDocument",
            "Request",
            "Required",
            "Response",
            "ReturnType",
            "RootConfig",
            "RootHealth",
            "RootHttpRouter",
            "RootLifecycle",
            "RootLogger",
            "Router",
            "RouterOptions",
            "Scheduler",
            "Set",
            "Settings",
            "String",
            "Symbol",
            "TestDatabases",
            "Tracing",
            "URL",
            "Upstream",
            "UpstreamStatus",
            "UrlReader",
            "UserInfo",
            "WeakMap",
            "WeakSet",
            "Window",
            "Zod");

    private TakenTypes() {}

    /** Whether something of that name is there, or makes a class of it with a word behind. */
    static boolean isOne(String type) {
        return NAMES.contains(type);
    }

    /**
     * Whether a type of that name would stand in the way of TypeScript's and Node's own, of those that the generated
     * code makes or imports, or of those of Backstage's services.
     */
    static boolean has(String type) {
        return type.endsWith("Service") || type.endsWith("Store") || NAMES.contains(type) || NAMES.contains(type + "s");
    }
}
