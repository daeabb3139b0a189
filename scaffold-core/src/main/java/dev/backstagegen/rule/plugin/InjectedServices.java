package dev.backstagegen.rule.plugin;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Meaning;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Reach;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code plugin/injected-services}: services come from the backend, not from the plugin's own hands. */
public final class InjectedServices implements Rule {

    private static final Pattern MAKERS = Pattern.compile(
            "winston|@backstage/(config|config-loader|backend-common"
                    + "|backend-tasks|backend-app-api|backend-defaults(/.*)?|plugin-permission-(common|node)|plugin-auth-node)");

    /** What makes a service, and which one. The catalog's client is left to the rule about the catalog. */
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("DatabaseManager.fromConfig", "database"),
            Map.entry("DatabaseManager.forPlugin", "database"),
            Map.entry("CacheManager.fromConfig", "cache"),
            Map.entry("HostDiscovery.fromConfig", "discovery"),
            Map.entry("SingleHostDiscovery.fromConfig", "discovery"),
            Map.entry("TaskScheduler.fromConfig", "scheduler"),
            Map.entry("DefaultSchedulerService.create", "scheduler"),
            Map.entry("UrlReaders.default", "urlReader"),
            Map.entry("UrlReaders.create", "urlReader"),
            Map.entry("ServerTokenManager.fromConfig", "auth"),
            Map.entry("ServerPermissionClient.fromConfig", "permissions"),
            Map.entry("PermissionClient", "permissions"),
            Map.entry("DefaultIdentityClient.create", "httpAuth"),
            Map.entry("IdentityClient.create", "httpAuth"),
            Map.entry("getRootLogger", "logger"),
            Map.entry("createRootLogger", "logger"),
            Map.entry("WinstonLogger.create", "logger"),
            Map.entry("createLogger", "logger"),
            Map.entry("loadBackendConfig", "rootConfig"),
            Map.entry("loadConfig", "rootConfig"),
            Map.entry("ConfigReader", "rootConfig"));

    private static final RuleDoc DOC = new RuleDoc(
            "plugin/injected-services",
            Severity.ERROR,
            "Services come from deps",
            "What the code that `init` gets to makes by hand of what the backend has a service for: a `DatabaseManager`, a"
                    + " `ConfigReader` with a configuration of its own, a logger of winston, a discovery, a scheduler, a"
                    + " client for permissions. What is only made where nothing was handed in does not count.",
            "It goes past what the operator has set up for the backend, cannot be replaced in tests, and is never shut"
                    + " down.",
            "Declare the service in `deps` and hand it on.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/plugin.ts
                    import { createBackendPlugin } from '@backstage/backend-plugin-api';
                    import { createLogger, transports } from 'winston';

                    export const examplePlugin = createBackendPlugin({
                      pluginId: 'example',
                      register(env) {
                        env.registerInit({
                          deps: {},
                          async init() {
                            const logger = createLogger({
                              transports: [new transports.Console()],
                            });
                            logger.info('The example is there');
                          },
                        });
                      },
                    });
                    """, """
                    --- src/plugin.ts
                    import {
                      coreServices,
                      createBackendPlugin,
                    } from '@backstage/backend-plugin-api';

                    export const examplePlugin = createBackendPlugin({
                      pluginId: 'example',
                      register(env) {
                        env.registerInit({
                          deps: { logger: coreServices.logger },
                          async init({ logger }) {
                            logger.info('The example is there');
                          },
                        });
                      },
                    });
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Source> sources = plugin.sources().stream()
                .filter(source -> plugin.imports().of(source).stream()
                        .anyMatch(each -> MAKERS.matcher(each.specifier()).matches()))
                .toList();
        if (sources.isEmpty() || plugin.init().starts().isEmpty()) {
            return List.of();
        }
        List<Reach> reaches = plugin.init().starts().stream()
                .map(start -> new Reach(plugin, start.function()))
                .toList();
        Set<Source> starting = new HashSet<>();
        plugin.init().starts().forEach(start -> starting.add(start.function().source()));
        Set<Source> loaded = plugin.imports().loadedWith(starting);
        return sources.stream()
                .flatMap(source -> source.places("call_expression", "new_expression"))
                .filter(call -> service(plugin, call).isPresent())
                .filter(call -> !isFallback(call.node()))
                .filter(call -> Syntax.functionAround(call.node()).isEmpty()
                        ? loaded.contains(call.source())
                        : reaches.stream().anyMatch(reach -> reach.covers(call)))
                .map(call -> Finding.at(
                        call.at(Syntax.called(call.node()).orElse(call.node())),
                        DOC,
                        Syntax.called(call.node()).map(TsNode::text).orElse("This")
                                + " makes by hand what `coreServices."
                                + service(plugin, call).orElse("logger") + "` is."))
                .toList();
    }

    private static Optional<String> service(Plugin plugin, Place call) {
        Optional<TsNode> called = Syntax.called(call.node());
        Optional<String> member = called.filter(each -> each.is("member_expression"))
                .flatMap(each -> each.child("property"))
                .map(TsNode::text);
        Optional<TsNode> root = member.isPresent() ? called.flatMap(each -> each.child("object")) : called;
        if (root.isEmpty()
                || !root.get().is("identifier")
                || !(plugin.modules().meaning(call.source(), root.get()).orElse(null)
                        instanceof Meaning.Outside outside)
                || !MAKERS.matcher(outside.module()).matches()) {
            return Optional.empty();
        }
        boolean namespace = outside.name().equals("*") || outside.name().equals("default");
        String made = namespace
                ? member.orElse("")
                : outside.name() + member.map(each -> "." + each).orElse("");
        boolean isLogger = made.equals("createLogger") == outside.module().equals("winston");
        boolean isNew = made.equals("ConfigReader") || made.equals("PermissionClient");
        return Optional.ofNullable(SERVICES.get(made))
                .filter(each -> isLogger && isNew == call.node().is("new_expression"))
                .filter(each -> !made.equals("ConfigReader") || isOfBackend(plugin, call))
                .filter(each -> !made.equals("createLogger") || writesToLog(plugin, call));
    }

    /** A logger that writes somewhere else, such as into the answer of a request, is none of the backend's. */
    private static boolean writesToLog(Plugin plugin, Place call) {
        List<Place> transports =
                Syntax.argument(call.node(), 0).map(call::at).map(plugin.origins()::whole).orElse(List.of()).stream()
                        .flatMap(options -> Syntax.property(options.node(), "transports").map(options::at).stream())
                        .flatMap(value -> plugin.origins().whole(value).stream())
                        .flatMap(value -> value.node().is("array")
                                ? value.node().namedChildren().stream().map(value::at)
                                : Stream.of(value))
                        .toList();
        return !transports.isEmpty()
                && transports.stream()
                        .allMatch(each -> Syntax.called(each.node())
                                .filter(name -> name.text().matches("(.*\\.)?(Console|File)"))
                                .isPresent());
    }

    /** A reader of some object is a handy thing; one that makes up what the backend is configured with is not. */
    private static boolean isOfBackend(Plugin plugin, Place reader) {
        return Syntax.argument(reader.node(), 0).map(reader::at).map(plugin.origins()::whole).orElse(List.of()).stream()
                .anyMatch(origin -> origin.node().is("object")
                        && !Syntax.hasSpread(origin.node())
                        && Syntax.member(origin.node(), "backend").isPresent());
    }

    /** Made only where nothing was handed in, as routers do that serve old backends as well. */
    private static boolean isFallback(TsNode call) {
        for (TsNode node = call; node.parent().isPresent(); node = node.parent().get()) {
            TsNode parent = node.parent().get();
            boolean second = node.field().equals("right")
                    && (Syntax.hasToken(parent, "||")
                            || Syntax.hasToken(parent, "??")
                            || Syntax.hasToken(parent, "??=")
                            || parent.is("assignment_pattern", "object_assignment_pattern"));
            boolean chosen = parent.is("ternary_expression", "if_statement")
                    && !node.field().equals("condition");
            boolean given = parent.is("required_parameter", "optional_parameter")
                    && node.field().equals("value");
            if (second || chosen || given) {
                return true;
            }
            if (Syntax.isFunction(parent)) {
                return false;
            }
        }
        return false;
    }
}
