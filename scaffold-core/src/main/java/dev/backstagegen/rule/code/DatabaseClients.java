package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.Optional;
import java.util.Set;

/** Tells which values are knex clients, and which calls are queries on them. */
public final class DatabaseClients {

    private static final Set<String> SERVICES =
            Set.of("DatabaseService", "PluginDatabaseManager", "LegacyRootDatabaseService", "DatabaseManager");

    private DatabaseClients() {}

    /** Whether a value is a knex client or a transaction of one. */
    public static boolean isClient(Plugin plugin, Place expression) {
        TsNode node = Syntax.awaited(expression.node());
        Place place = expression.at(node);
        if (!node.is("identifier", "member_expression", "call_expression", "shorthand_property_identifier")) {
            return false;
        }
        if (plugin.types().is(place, "Knex") || isTransaction(plugin, place)) {
            return true;
        }
        Set<Origins.Origin> origins = plugin.origins().of(place);
        return !origins.isEmpty()
                && origins.stream()
                        .allMatch(origin -> origin.path().isEmpty()
                                && (isGiven(plugin, origin.place()) || isMade(plugin, origin.place())));
    }

    /** The client on which a chain of calls stands, such as {@code knex} in {@code knex('items').where(...)}. */
    public static Optional<Place> root(Plugin plugin, Place call) {
        TsNode at = call.node();
        while (at.is("call_expression")) {
            Optional<TsNode> called = Syntax.called(at).map(Syntax::awaited);
            if (called.isEmpty()) {
                return Optional.empty();
            }
            TsNode inner = called.get();
            if (isClient(plugin, call.at(inner))) {
                return Optional.of(call.at(inner));
            }
            // client.schema.createTable(...) stands on the client, too.
            while (inner.is("member_expression") && inner.child("object").isPresent()) {
                inner = Syntax.awaited(inner.child("object").get());
                if (isClient(plugin, call.at(inner))) {
                    return Optional.of(call.at(inner));
                }
            }
            at = inner;
        }
        return Optional.empty();
    }

    /** Whether it is a call of {@code getClient} on the service for the plugin's own database. */
    public static boolean isGiven(Plugin plugin, Place call) {
        if (!call.node().is("call_expression") || !Syntax.calls(call.node(), "getClient")) {
            return false;
        }
        Optional<TsNode> service = Syntax.receiver(call.node()).map(Syntax::awaited);
        Optional<Type> type = service.flatMap(each -> plugin.types().of(call.at(each)));
        return type.isPresent()
                ? type.get() instanceof Type.Named named && SERVICES.contains(named.name())
                : service.filter(each -> lastName(each).matches("(?i)#?_?(.*database(Service|Manager)?|db)"))
                        .isPresent();
    }

    /** Whether it is a call of the package knex itself, which opens a connection of its own. */
    public static boolean isMade(Plugin plugin, Place call) {
        return call.node().is("call_expression")
                && Syntax.called(call.node())
                        .filter(called -> called.is("identifier")
                                && plugin.modules()
                                        .isOutside(call.source(), called, "knex", "default", "knex", "Knex", "*"))
                        .isPresent();
    }

    /** {@code client.transaction(async trx => ...)} and {@code const trx = await client.transaction()}. */
    private static boolean isTransaction(Plugin plugin, Place place) {
        Optional<Binding> binding =
                place.node().is("identifier") ? place.source().binding(place.node()) : Optional.empty();
        if (binding.isEmpty() || !binding.get().steps().isEmpty()) {
            return false;
        }
        Optional<TsNode> call = Optional.empty();
        if (binding.get().is(Kind.PARAMETER)) {
            call = Syntax.functionAround(binding.get().name())
                    .filter(function ->
                            Syntax.parameters(function).indexOf(binding.get().name()) == 0)
                    .flatMap(TsNode::parent)
                    .filter(arguments -> arguments.is("arguments"))
                    .flatMap(TsNode::parent);
        } else if (binding.get().is(Kind.VARIABLE)) {
            call = binding.get().declaration().child("value").map(Syntax::awaited);
        }
        return call.filter(each -> each.is("call_expression") && Syntax.calls(each, "transaction"))
                .flatMap(Syntax::receiver)
                .filter(receiver -> isClient(plugin, place.at(receiver)))
                .isPresent();
    }

    private static String lastName(TsNode node) {
        return node.is("member_expression")
                ? node.child("property").map(TsNode::text).orElse("")
                : node.text();
    }
}
