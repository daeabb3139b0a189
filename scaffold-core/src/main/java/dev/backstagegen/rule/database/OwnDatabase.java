package dev.backstagegen.rule.database;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.DatabaseClients;
import dev.backstagegen.rule.code.Migrations;
import dev.backstagegen.rule.code.Origins;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code database/own-database}: a plugin keeps to its own tables. */
public final class OwnDatabase implements Rule {

    private static final Set<String> PLUGINS =
            Set.of("catalog", "notifications", "permission", "scaffolder", "techdocs");
    private static final Set<String> CATALOG =
            Set.of("final_entities", "refresh_state", "refresh_state_references", "refresh_keys");

    private static final RuleDoc DOC = new RuleDoc(
            "database/own-database",
            Severity.ERROR,
            "The plugin reaches its own database only, through the service",
            "Connections that are opened by hand with what `backend.database` configures or for the plugin's own"
                    + " migrations, and names of other plugins' databases, schemas and tables.",
            "Each plugin has a database of its own, which the database service creates, pools and may move; another"
                    + " plugin's tables change without notice.",
            "Use `await database.getClient()` of `coreServices.database`, and ask other plugins through their APIs.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/count.ts
                    import { DatabaseService } from '@backstage/backend-plugin-api';

                    export async function count(database: DatabaseService) {
                      const client = await database.getClient();
                      return client.withSchema('catalog').from('final_entities').count();
                    }
                    """, """
                    --- src/count.ts
                    import { BackstageCredentials } from '@backstage/backend-plugin-api';
                    import { CatalogService } from '@backstage/plugin-catalog-node';

                    export async function count(
                      catalog: CatalogService,
                      credentials: BackstageCredentials,
                    ) {
                      const page = await catalog.queryEntities({ limit: 0 }, { credentials });
                      return page.totalItems;
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<String> own = plugin.init().pluginId();
        Set<TsNode> migrated = migrated(plugin);
        return plugin.loaded().stream()
                .flatMap(source -> source.places("call_expression", "new_expression"))
                .flatMap(call -> wrong(plugin, own, migrated, call).stream())
                .toList();
    }

    private static Optional<Finding> wrong(Plugin plugin, Optional<String> own, Set<TsNode> migrated, Place call) {
        if (migrated.contains(call.node())) {
            return Optional.of(
                    Finding.at(call, DOC, "The plugin keeps its tables in a database that it connects to by itself."));
        }
        if (opens(plugin, call)
                && connection(plugin, call)
                        .filter(each -> isBackends(plugin, each))
                        .isPresent()) {
            return Optional.of(Finding.at(call, DOC, "This opens a connection to Backstage's database by hand."));
        }
        return own.flatMap(id -> foreign(plugin, id, call));
    }

    /** Where it connects to; a client that only builds SQL connects to nothing. */
    private static Optional<Place> connection(Plugin plugin, Place call) {
        Optional<Place> options = Syntax.argument(call.node(), 0).map(call::at);
        return DatabaseClients.isMade(plugin, call)
                ? options.flatMap(each -> plugin.origins().whole(each).stream()
                        .flatMap(object -> Syntax.property(object.node(), "connection").map(object::at).stream())
                        .findFirst())
                : options;
    }

    /** The calls that open the only connection on which the plugin's migrations run. */
    private static Set<TsNode> migrated(Plugin plugin) {
        Set<TsNode> found = new HashSet<>();
        for (Place run : Migrations.runs(plugin)) {
            Set<Origins.Origin> origins = Syntax.receiver(run.node())
                    .flatMap(migrate -> migrate.child("object"))
                    .map(client -> plugin.origins().of(run.at(client)))
                    .orElse(Set.of());
            boolean made = origins.stream()
                    .allMatch(origin -> origin.path().isEmpty()
                            && DatabaseClients.isMade(plugin, origin.place())
                            && connection(plugin, origin.place())
                                    .filter(OwnDatabase::isFixed)
                                    .isPresent());
            if (made) {
                origins.forEach(origin -> found.add(origin.place().node()));
            }
        }
        return found;
    }

    /** Whether a connection is written out or of the environment; what is configured may be another database by intent. */
    private static boolean isFixed(Place connection) {
        return connection
                        .node()
                        .descendants("identifier")
                        .allMatch(each -> each.text().equals("process"))
                && connection.node().descendants("call_expression").findAny().isEmpty();
    }

    /** Whether it opens a connection: {@code knex(...)}, {@code new Pool(...)} or {@code new Client(...)} of pg. */
    private static boolean opens(Plugin plugin, Place call) {
        return DatabaseClients.isMade(plugin, call)
                || (call.node().is("new_expression")
                        && Syntax.called(call.node())
                                .filter(called ->
                                        plugin.modules().isOutside(call.source(), called, "pg", "Pool", "Client"))
                                .isPresent());
    }

    /** Whether something in an expression is read from {@code backend.database} of the configuration. */
    private static boolean isBackends(Plugin plugin, Place expression) {
        return expression
                .node()
                .descendants("call_expression", "identifier", "shorthand_property_identifier", "member_expression")
                .map(expression::at)
                .anyMatch(each -> readsBackend(each)
                        || (!each.node().is("call_expression")
                                && plugin.origins().of(each).stream()
                                        .anyMatch(origin -> readsBackend(origin.place())
                                                || receiver(origin.place())
                                                        .filter(config -> plugin.origins().whole(config).stream()
                                                                .anyMatch(OwnDatabase::readsBackend))
                                                        .isPresent())));
    }

    private static Optional<Place> receiver(Place call) {
        return call.node().is("call_expression") ? Syntax.receiver(call.node()).map(call::at) : Optional.empty();
    }

    /** {@code config.getString('backend.database.client')}, alone or at the start of a chain. */
    private static boolean readsBackend(Place place) {
        Optional<TsNode> at = Optional.of(place.node());
        while (at.filter(node -> node.is("call_expression")).isPresent()) {
            boolean reads = Syntax.method(at.get())
                            .filter(name -> name.startsWith("get"))
                            .isPresent()
                    && Syntax.argument(at.get(), 0)
                            .flatMap(Syntax::string)
                            .filter(key -> key.matches("backend\\.database(\\..*)?"))
                            .isPresent();
            if (reads) {
                return true;
            }
            at = Syntax.receiver(at.get());
        }
        return false;
    }

    private static Optional<Finding> foreign(Plugin plugin, String own, Place call) {
        Optional<Place> given = Syntax.argument(call.node(), 0).map(call::at);
        Optional<String> text = given.flatMap(each -> Syntax.string(each.node()));
        if (!call.node().is("call_expression") || text.isEmpty()) {
            return Optional.empty();
        }
        String name = text.get();
        if (Syntax.calls(call.node(), "forPlugin") && !name.equals(own) && isManager(plugin, call)) {
            return Optional.of(Finding.at(given.get(), DOC, "This is the database of the plugin '" + name + "'."));
        }
        if (Syntax.calls(call.node(), "withSchema") && PLUGINS.contains(name) && !name.equals(own)) {
            return onClient(plugin, call)
                    ? Optional.of(Finding.at(given.get(), DOC, "This is the schema of the plugin '" + name + "'."))
                    : Optional.empty();
        }
        boolean table = Syntax.calls(call.node(), "from", "into", "table", "join", "leftJoin", "innerJoin")
                || Syntax.called(call.node())
                        .filter(called -> called.is("identifier", "member_expression"))
                        .isPresent();
        return table && isForeignTable(plugin, own, name) && onClient(plugin, call)
                ? Optional.of(Finding.at(given.get(), DOC, "'" + name + "' is a table of another plugin."))
                : Optional.empty();
    }

    private static boolean isManager(Plugin plugin, Place call) {
        return Syntax.receiver(call.node())
                .map(call::at)
                .filter(receiver -> plugin.types().is(receiver, "DatabaseManager")
                        || plugin.origins().whole(receiver).stream()
                                .anyMatch(origin -> Syntax.calls(origin.node(), "fromConfig")
                                        && Syntax.receiver(origin.node())
                                                .filter(each -> each.text().equals("DatabaseManager"))
                                                .isPresent()))
                .isPresent();
    }

    private static boolean onClient(Plugin plugin, Place call) {
        return DatabaseClients.root(plugin, call).isPresent();
    }

    /** {@code catalog.something}, or a table that only the catalog has and no migration of this plugin names. */
    private static boolean isForeignTable(Plugin plugin, String own, String name) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            String schema = name.substring(0, dot);
            return PLUGINS.contains(schema) && !schema.equals(own);
        }
        return CATALOG.contains(name)
                && !own.equals("catalog")
                && plugin.files().paths().stream()
                        .filter(path -> path.value().contains("migration"))
                        .noneMatch(path -> plugin.files().text(path).orElse("").contains(name));
    }
}
