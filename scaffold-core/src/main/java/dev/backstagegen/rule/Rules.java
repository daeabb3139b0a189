package dev.backstagegen.rule;

import dev.backstagegen.rule.auth.HealthPolicy;
import dev.backstagegen.rule.auth.NoBlanketPolicy;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.database.MigrationsPath;
import dev.backstagegen.rule.database.MigrationsRun;
import dev.backstagegen.rule.errors.NoLegacyHandler;
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
import dev.backstagegen.rule.mcp.NoServiceFallback;
import dev.backstagegen.rule.permissions.ResultEnum;
import dev.backstagegen.rule.plugin.DeclaredDepsUsed;
import dev.backstagegen.rule.plugin.DefaultExport;
import dev.backstagegen.rule.plugin.InjectedServices;
import dev.backstagegen.rule.plugin.KnownApi;
import dev.backstagegen.rule.plugin.NoRouterExport;
import dev.backstagegen.rule.plugin.NoSelfImport;
import dev.backstagegen.rule.plugin.RouterMounted;
import dev.backstagegen.rule.router.BodyParser;
import dev.backstagegen.rule.router.PromiseRouter;
import dev.backstagegen.rule.suppression.WellFormed;
import dev.backstagegen.tree.FileTree;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Every rule there is, and what they find together. */
public final class Rules {

    /** All rules, sorted by id. */
    public static final List<Rule> ALL = List.of(
            new HealthPolicy(),
            new NoBlanketPolicy(),
            new MigrationsPath(),
            new MigrationsRun(),
            new NoLegacyHandler(),
            new Attributes(),
            new ChecksPermission(),
            new NoServiceFallback(),
            new DeclaredDependencies(),
            new MigrationsPublished(),
            new NameMatchesPlugin(),
            new NoLegacyDependencies(),
            new PluginId(),
            new Scripts(),
            new TestDependencies(),
            new UnusedDependencies(),
            new ResultEnum(),
            new DeclaredDepsUsed(),
            new DefaultExport(),
            new InjectedServices(),
            new KnownApi(),
            new NoRouterExport(),
            new NoSelfImport(),
            new RouterMounted(),
            new BodyParser(),
            new PromiseRouter(),
            new WellFormed());

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
