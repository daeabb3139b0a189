package dev.backstagegen.rule;

import dev.backstagegen.rule.auth.CookiePolicy;
import dev.backstagegen.rule.auth.CredentialsInMutations;
import dev.backstagegen.rule.auth.HealthPolicy;
import dev.backstagegen.rule.auth.NoBlanketPolicy;
import dev.backstagegen.rule.auth.NoOpenMutation;
import dev.backstagegen.rule.auth.NoOwnCredentialsInRequests;
import dev.backstagegen.rule.auth.PolicyHasRoute;
import dev.backstagegen.rule.auth.UserInfoNeedsUser;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.config.Schema;
import dev.backstagegen.rule.config.SecretVisibility;
import dev.backstagegen.rule.database.MigrationsFailLoudly;
import dev.backstagegen.rule.database.MigrationsJavascript;
import dev.backstagegen.rule.database.MigrationsNamed;
import dev.backstagegen.rule.database.MigrationsPath;
import dev.backstagegen.rule.database.MigrationsReversible;
import dev.backstagegen.rule.database.MigrationsRun;
import dev.backstagegen.rule.database.MigrationsSkip;
import dev.backstagegen.rule.database.NoAdhocDdl;
import dev.backstagegen.rule.database.NoQueriesInHandlers;
import dev.backstagegen.rule.database.OwnDatabase;
import dev.backstagegen.rule.errors.NoLegacyHandler;
import dev.backstagegen.rule.errors.NoRedundantMiddleware;
import dev.backstagegen.rule.errors.NotSwallowed;
import dev.backstagegen.rule.errors.Typed;
import dev.backstagegen.rule.integration.CatalogService;
import dev.backstagegen.rule.integration.DiscoveredUrls;
import dev.backstagegen.rule.integration.Installed;
import dev.backstagegen.rule.integration.NativeFetch;
import dev.backstagegen.rule.integration.NoBackendImport;
import dev.backstagegen.rule.integration.TokenOnFetch;
import dev.backstagegen.rule.logging.NoConsole;
import dev.backstagegen.rule.logging.NoSecrets;
import dev.backstagegen.rule.logging.Structured;
import dev.backstagegen.rule.manifest.DeclaredDependencies;
import dev.backstagegen.rule.manifest.MigrationsPublished;
import dev.backstagegen.rule.manifest.NameMatchesPlugin;
import dev.backstagegen.rule.manifest.NoLegacyDependencies;
import dev.backstagegen.rule.manifest.PluginId;
import dev.backstagegen.rule.manifest.Scripts;
import dev.backstagegen.rule.manifest.TestDependencies;
import dev.backstagegen.rule.manifest.UnusedDependencies;
import dev.backstagegen.rule.mcp.Attributes;
import dev.backstagegen.rule.mcp.ChecksPermission;
import dev.backstagegen.rule.mcp.DescribedFields;
import dev.backstagegen.rule.mcp.ErrorTypes;
import dev.backstagegen.rule.mcp.GivenZod;
import dev.backstagegen.rule.mcp.NameStyle;
import dev.backstagegen.rule.mcp.NoServiceFallback;
import dev.backstagegen.rule.mcp.ReusesServices;
import dev.backstagegen.rule.mcp.Shape;
import dev.backstagegen.rule.mcp.SourceEnabled;
import dev.backstagegen.rule.permissions.CheckedInMutations;
import dev.backstagegen.rule.permissions.RealRules;
import dev.backstagegen.rule.permissions.Registered;
import dev.backstagegen.rule.permissions.ResultEnum;
import dev.backstagegen.rule.plugin.DeclaredDepsUsed;
import dev.backstagegen.rule.plugin.DefaultExport;
import dev.backstagegen.rule.plugin.InjectedServices;
import dev.backstagegen.rule.plugin.KnownApi;
import dev.backstagegen.rule.plugin.NoRouterExport;
import dev.backstagegen.rule.plugin.NoSelfImport;
import dev.backstagegen.rule.plugin.RouterMounted;
import dev.backstagegen.rule.router.BodyParser;
import dev.backstagegen.rule.router.InputError;
import dev.backstagegen.rule.router.NoApiPrefix;
import dev.backstagegen.rule.router.PromiseRouter;
import dev.backstagegen.rule.router.SafeGet;
import dev.backstagegen.rule.router.ValidatedInput;
import dev.backstagegen.rule.scheduler.Awaited;
import dev.backstagegen.rule.scheduler.StableId;
import dev.backstagegen.rule.scheduler.Timeout;
import dev.backstagegen.rule.state.NoModuleState;
import dev.backstagegen.rule.state.NoTimers;
import dev.backstagegen.rule.suppression.WellFormed;
import dev.backstagegen.rule.tests.AssertSomething;
import dev.backstagegen.rule.tests.CurrentApi;
import dev.backstagegen.rule.tests.ErrorMiddleware;
import dev.backstagegen.rule.tests.NoLeftovers;
import dev.backstagegen.rule.tests.PluginTested;
import dev.backstagegen.rule.tests.UnauthenticatedCase;
import dev.backstagegen.tree.FileTree;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Every rule there is, and what they find together. */
public final class Rules {

    /** All rules, sorted by id. */
    public static final List<Rule> ALL = List.of(
            new CookiePolicy(),
            new CredentialsInMutations(),
            new HealthPolicy(),
            new NoBlanketPolicy(),
            new NoOpenMutation(),
            new NoOwnCredentialsInRequests(),
            new PolicyHasRoute(),
            new UserInfoNeedsUser(),
            new Schema(),
            new SecretVisibility(),
            new MigrationsFailLoudly(),
            new MigrationsJavascript(),
            new MigrationsNamed(),
            new MigrationsPath(),
            new MigrationsReversible(),
            new MigrationsRun(),
            new MigrationsSkip(),
            new NoAdhocDdl(),
            new NoQueriesInHandlers(),
            new OwnDatabase(),
            new NoLegacyHandler(),
            new NoRedundantMiddleware(),
            new NotSwallowed(),
            new Typed(),
            new CatalogService(),
            new DiscoveredUrls(),
            new Installed(),
            new NativeFetch(),
            new NoBackendImport(),
            new TokenOnFetch(),
            new NoConsole(),
            new NoSecrets(),
            new Structured(),
            new Attributes(),
            new ChecksPermission(),
            new DescribedFields(),
            new ErrorTypes(),
            new GivenZod(),
            new NameStyle(),
            new NoServiceFallback(),
            new ReusesServices(),
            new Shape(),
            new SourceEnabled(),
            new DeclaredDependencies(),
            new MigrationsPublished(),
            new NameMatchesPlugin(),
            new NoLegacyDependencies(),
            new PluginId(),
            new Scripts(),
            new TestDependencies(),
            new UnusedDependencies(),
            new CheckedInMutations(),
            new RealRules(),
            new Registered(),
            new ResultEnum(),
            new DeclaredDepsUsed(),
            new DefaultExport(),
            new InjectedServices(),
            new KnownApi(),
            new NoRouterExport(),
            new NoSelfImport(),
            new RouterMounted(),
            new BodyParser(),
            new InputError(),
            new NoApiPrefix(),
            new PromiseRouter(),
            new SafeGet(),
            new ValidatedInput(),
            new Awaited(),
            new StableId(),
            new Timeout(),
            new NoModuleState(),
            new NoTimers(),
            new WellFormed(),
            new AssertSomething(),
            new CurrentApi(),
            new ErrorMiddleware(),
            new NoLeftovers(),
            new PluginTested(),
            new UnauthenticatedCase());

    private Rules() {}

    /** The rule with an id. */
    public static Optional<Rule> byId(String id) {
        return ALL.stream().filter(rule -> rule.doc().id().equals(id)).findFirst();
    }

    /** What all rules find in one plugin; paths are as seen from its folder. */
    public static List<Finding> check(FileTree plugin) {
        return check(Plugin.of(plugin), ALL);
    }

    /** What some rules find, by path and place, without what is suppressed there or could not be read. */
    public static List<Finding> check(Plugin plugin, List<Rule> rules) {
        return check(plugin, rules, (rule, failure) -> {
            throw new IllegalStateException("The rule " + rule.doc().id() + " failed", failure);
        });
    }

    /**
     * The same, where the failure of one rule does not take the findings of the others along.
     *
     * @param failed is told of a rule that could not make sense of the plugin, and of how it failed
     */
    public static List<Finding> check(Plugin plugin, List<Rule> rules, BiConsumer<Rule, Throwable> failed) {
        List<Suppressions.Suppression> suppressions = Suppressions.in(plugin);
        return rules.stream()
                .flatMap(rule -> found(rule, plugin, failed).stream())
                .filter(finding -> suppressions.stream().noneMatch(each -> each.silences(finding)))
                .filter(finding -> !isInBroken(plugin, finding))
                .distinct()
                .sorted()
                .toList();
    }

    /** Code that is nested too deeply ends in an overflow of the stack, which is the plugin's doing and not a fault. */
    private static List<Finding> found(Rule rule, Plugin plugin, BiConsumer<Rule, Throwable> failed) {
        try {
            return rule.check(plugin);
        } catch (RuntimeException | StackOverflowError failure) {
            failed.accept(rule, failure);
            return List.of();
        }
    }

    private static boolean isInBroken(Plugin plugin, Finding finding) {
        return plugin.source(finding.path().value())
                .filter(source -> !source.isWhole())
                .filter(source -> errorAround(source, finding))
                .isPresent();
    }

    private static boolean errorAround(Source source, Finding finding) {
        return source.all("ERROR")
                .anyMatch(error ->
                        error.start() <= finding.spot().end() && finding.spot().start() <= error.end());
    }
}
