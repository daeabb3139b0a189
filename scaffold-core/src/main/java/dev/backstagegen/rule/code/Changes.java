package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which calls surely change something that lasts: rows of a database, something behind a URL, in a cluster, in AWS. */
public final class Changes {

    private static final Map<String, String> QUERIES = Map.of(
            "insert", "inserts rows",
            "update", "updates rows",
            "delete", "deletes rows",
            "del", "deletes rows",
            "truncate", "empties a table");

    private static final Set<String> SENT = Set.of("PUT", "PATCH", "DELETE");
    private static final Set<String> CATALOG = Set.of("removeEntityByUid", "removeLocationById");

    private final Plugin plugin;

    public Changes(Plugin plugin) {
        this.plugin = plugin;
    }

    /** What a call does, as in "it deletes rows"; nothing where it may as well change nothing. */
    public Optional<String> of(Place call) {
        String method = Syntax.method(call.node()).orElse("");
        if (QUERIES.containsKey(method) && isQuery(call)) {
            return Optional.of(QUERIES.get(method));
        }
        if (method.matches("(delete|patch|replace)(Namespaced|Cluster)[A-Z].*")) {
            return Optional.of("changes something in a cluster");
        }
        if (CATALOG.contains(method)) {
            return Optional.of("changes the catalog");
        }
        if (method.equals("send")) {
            return command(call);
        }
        return sent(call, method);
    }

    /** Whether a chain of calls begins at {@code knex} or {@code knex('table')}. */
    private boolean isQuery(Place call) {
        Optional<TsNode> at = Syntax.receiver(call.node());
        while (at.isPresent()) {
            TsNode node = Syntax.awaited(at.get());
            if (!node.is("call_expression")) {
                return plugin.types().is(call.at(node), "Knex")
                        || plugin.types().is(call.at(node), "Transaction");
            }
            Optional<TsNode> called = Syntax.called(node);
            boolean table = Syntax.arguments(node).size() == 1
                    && called.filter(each -> isConnection(call.at(each))).isPresent();
            if (table) {
                return true;
            }
            at = Syntax.receiver(node);
        }
        return false;
    }

    private boolean isConnection(Place called) {
        String name = called.node().is("member_expression")
                ? called.node().child("property").map(TsNode::text).orElse("")
                : called.node().text();
        return plugin.types().is(called, "Knex")
                || plugin.types().is(called, "Transaction")
                || plugin.origins().whole(called).stream().anyMatch(each -> Syntax.calls(each.node(), "getClient"))
                || (plugin.calls().functions(called).isEmpty()
                        && name.replace("#", "")
                                .toLowerCase(Locale.ROOT)
                                .matches("_?(knex|db|database|tx|trx|transaction)"));
    }

    /** {@code fetch(url, { method: 'DELETE' })}, {@code axios.delete(url)}. */
    private Optional<String> sent(Place call, String method) {
        Optional<TsNode> called = Syntax.called(call.node()).filter(each -> each.is("identifier"));
        if (called.filter(each -> isFetch(call.at(each))).isPresent()) {
            return method(call)
                    .flatMap(Syntax::string)
                    .map(verb -> verb.toUpperCase(Locale.ROOT))
                    .filter(SENT::contains)
                    .map(verb -> "sends a " + verb);
        }
        String verb = method.toUpperCase(Locale.ROOT);
        return SENT.contains(verb)
                        && Syntax.receiver(call.node())
                                .filter(each ->
                                        plugin.modules().isOutside(call.source(), each, "axios", "default", "*"))
                                .isPresent()
                ? Optional.of("sends a " + verb)
                : Optional.empty();
    }

    /** Whether a call sends something on with the very method of the request: {@code fetch(url, { method: req.method })}. */
    public boolean passesOn(Place call) {
        return Syntax.called(call.node())
                        .filter(each -> each.is("identifier") && isFetch(call.at(each)))
                        .isPresent()
                && method(call)
                        .filter(each -> each.text().matches("_?req(uest)?\\.method"))
                        .isPresent();
    }

    private static Optional<TsNode> method(Place call) {
        return Syntax.argument(call.node(), 1).flatMap(options -> Syntax.property(options, "method"));
    }

    private boolean isFetch(Place name) {
        Optional<Binding> binding = name.source().binding(name.node());
        return binding.isEmpty()
                ? name.node().text().equals("fetch")
                : binding.get().is(Kind.IMPORT)
                        && (plugin.modules().isOutside(name.source(), name.node(), "node-fetch", "default")
                                || plugin.modules()
                                        .isOutside(name.source(), name.node(), "cross-fetch", "default", "fetch"));
    }

    /** {@code client.send(new DeleteItemCommand(...))}. */
    private Optional<String> command(Place call) {
        return Syntax.argument(call.node(), 0)
                .filter(each -> each.is("new_expression"))
                .flatMap(Syntax::called)
                .flatMap(name -> plugin.modules().meaning(call.source(), name))
                .filter(Meaning.Outside.class::isInstance)
                .map(Meaning.Outside.class::cast)
                .filter(outside -> outside.module().startsWith("@aws-sdk/")
                        && outside.name().matches("(Delete|Update|Put|Terminate|Modify)[A-Z].*Command"))
                .map(outside -> "changes something in AWS");
    }
}
