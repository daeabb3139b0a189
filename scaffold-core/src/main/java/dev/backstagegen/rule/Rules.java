package dev.backstagegen.rule;

import dev.backstagegen.rule.auth.HealthPolicy;
import dev.backstagegen.rule.auth.NoBlanketPolicy;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.database.MigrationsPath;
import dev.backstagegen.rule.database.MigrationsRun;
import dev.backstagegen.rule.errors.NoLegacyHandler;
import dev.backstagegen.rule.integration.CatalogService;
import dev.backstagegen.rule.integration.DiscoveredUrls;
import dev.backstagegen.rule.integration.Installed;
import dev.backstagegen.rule.integration.NativeFetch;
import dev.backstagegen.rule.integration.NoBackendImport;
import dev.backstagegen.rule.integration.TokenOnFetch;
import dev.backstagegen.rule.manifest.MigrationsPublished;
import dev.backstagegen.rule.manifest.PluginId;
import dev.backstagegen.rule.mcp.Attributes;
import dev.backstagegen.rule.mcp.ChecksPermission;
import dev.backstagegen.rule.mcp.NoServiceFallback;
import dev.backstagegen.rule.permissions.ResultEnum;
import dev.backstagegen.rule.plugin.DefaultExport;
import dev.backstagegen.rule.router.BodyParser;
import dev.backstagegen.rule.router.PromiseRouter;
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

/** Every rule there is, and what they find together. */
public final class Rules {

    /** All rules, sorted by id. */
    public static final List<Rule> ALL = List.of(
            new HealthPolicy(),
            new NoBlanketPolicy(),
            new MigrationsPath(),
            new MigrationsRun(),
            new NoLegacyHandler(),
            new CatalogService(),
            new DiscoveredUrls(),
            new Installed(),
            new NativeFetch(),
            new NoBackendImport(),
            new TokenOnFetch(),
            new Attributes(),
            new ChecksPermission(),
            new NoServiceFallback(),
            new MigrationsPublished(),
            new PluginId(),
            new ResultEnum(),
            new DefaultExport(),
            new BodyParser(),
            new PromiseRouter(),
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
        List<Suppressions.Suppression> suppressions = Suppressions.in(plugin);
        return rules.stream()
                .flatMap(rule -> rule.check(plugin).stream())
                .filter(finding -> suppressions.stream().noneMatch(each -> each.silences(finding)))
                .filter(finding -> !isInBroken(plugin, finding))
                .distinct()
                .sorted()
                .toList();
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
