package dev.backstagegen.rule.code;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the services of {@code @backstage/backend-plugin-api} have in the releases from 1.45 to 1.55, all of them
 * together: a name that is not here is in none.
 */
public final class ServiceMembers {

    private static final Set<String> CONFIG = Set.of(
            "subscribe",
            "has",
            "keys",
            "get",
            "getOptional",
            "getConfig",
            "getOptionalConfig",
            "getConfigArray",
            "getOptionalConfigArray",
            "getNumber",
            "getOptionalNumber",
            "getBoolean",
            "getOptionalBoolean",
            "getString",
            "getOptionalString",
            "getStringArray",
            "getOptionalStringArray");
    private static final Set<String> LOGGER = Set.of("error", "warn", "info", "debug", "child");

    private static final Map<String, Set<String>> MEMBERS = Map.ofEntries(
            Map.entry("AuditorService", Set.of("createEvent")),
            Map.entry(
                    "AuthService",
                    Set.of(
                            "authenticate",
                            "isPrincipal",
                            "getNoneCredentials",
                            "getOwnServiceCredentials",
                            "getPluginRequestToken",
                            "getLimitedUserToken",
                            "listPublicServiceKeys")),
            Map.entry("CacheService", Set.of("get", "set", "delete", "withOptions")),
            Map.entry("DatabaseService", Set.of("getClient", "migrations")),
            Map.entry("DiscoveryService", Set.of("getBaseUrl", "getExternalBaseUrl")),
            Map.entry("HttpAuthService", Set.of("credentials", "issueUserCookie")),
            Map.entry("HttpRouterService", Set.of("use", "addAuthPolicy")),
            Map.entry("LifecycleService", Set.of("addStartupHook", "addShutdownHook")),
            Map.entry("LoggerService", LOGGER),
            Map.entry(
                    "PermissionsRegistryService",
                    Set.of("addPermissions", "addPermissionRules", "addResourceType", "getPermissionRuleset")),
            Map.entry("PermissionsService", Set.of("authorize", "authorizeConditional")),
            Map.entry("PluginMetadataService", Set.of("getId")),
            Map.entry("RootConfigService", CONFIG),
            Map.entry("RootHealthService", Set.of("getLiveness", "getReadiness")),
            Map.entry("RootHttpRouterService", Set.of("use")),
            Map.entry("RootLifecycleService", Set.of("addStartupHook", "addShutdownHook", "addBeforeShutdownHook")),
            Map.entry("RootLoggerService", LOGGER),
            Map.entry(
                    "SchedulerService",
                    Set.of(
                            "triggerTask",
                            "cancelTask",
                            "scheduleTask",
                            "createScheduledTaskRunner",
                            "getScheduledTasks")),
            Map.entry("UrlReaderService", Set.of("readUrl", "readTree", "search")),
            Map.entry("UserInfoService", Set.of("getUserInfo")));

    private static final Set<String> REFERENCES = Set.of(
            "auditor",
            "auth",
            "cache",
            "database",
            "discovery",
            "httpAuth",
            "httpRouter",
            "lifecycle",
            "logger",
            "permissions",
            "permissionsRegistry",
            "pluginMetadata",
            "rootConfig",
            "rootHealth",
            "rootHttpRouter",
            "rootInstanceMetadata",
            "rootLifecycle",
            "rootLogger",
            "rootSystemMetadata",
            "scheduler",
            "urlReader",
            "userInfo");

    private ServiceMembers() {}

    /** The members of a service's interface; nothing for one that is not known here. */
    public static Optional<Set<String>> of(String service) {
        return Optional.ofNullable(MEMBERS.get(service));
    }

    /** The names of {@code coreServices}. */
    public static Set<String> references() {
        return REFERENCES;
    }
}
