package dev.backstagegen.rule.database;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.DatabaseClients;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code database/no-queries-in-handlers}: a handler knows HTTP, a store knows tables. */
public final class NoQueriesInHandlers implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "database/no-queries-in-handlers",
            Severity.INFO,
            "Handlers hold no queries",
            "Queries on a knex client that stand in the handler of a route.",
            "A query in a handler is found by nobody who needs it again, and can be tested over HTTP only.",
            "Move it into a class that keeps the plugin's rows, and hand that to the router.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("Knex", "client", """
                    import { Knex } from 'knex';
                    """, "await client('items').select()"),
                    example("ItemStore", "store", """
                    import { ItemStore } from './ItemStore';
                    """, "await store.list()"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        boolean usesDatabase = plugin.loaded().stream()
                .map(Source::text)
                .anyMatch(text -> text.contains("getClient") || text.contains("knex"));
        return !usesDatabase
                ? List.of()
                : plugin.routes().all().stream()
                        .filter(route -> plugin.loaded().contains(route.call().source()))
                        .flatMap(route -> finding(plugin, route).stream())
                        .distinct()
                        .toList();
    }

    /** The first query of a route stands for all. */
    private static Optional<Finding> finding(Plugin plugin, Routes.Route route) {
        return route.handlers().stream()
                .flatMap(handler -> functions(plugin, handler))
                .flatMap(function -> function.node()
                        .descendants("call_expression")
                        .map(function::at)
                        .filter(call -> isWhole(call.node()) && isQuery(plugin, call)))
                .findFirst()
                .map(call -> Finding.at(
                        DatabaseClients.root(plugin, call).orElse(call),
                        DOC,
                        "The handler of " + route.verb().toUpperCase(Locale.ROOT)
                                + route.path().map(path -> " " + path).orElse("") + " queries the database."));
    }

    /** The handler itself, and what is wrapped in a function that forwards its errors. */
    private static Stream<Place> functions(Plugin plugin, Place handler) {
        TsNode node = Syntax.bare(handler.node());
        return node.is("call_expression")
                ? Syntax.arguments(node).stream()
                        .map(Syntax::bare)
                        .filter(Syntax::isFunction)
                        .map(handler::at)
                : plugin.calls().functions(handler).stream();
    }

    /** Whether a call is no part of a longer chain. */
    private static boolean isWhole(TsNode call) {
        return call.parent().filter(parent -> parent.is("member_expression")).isEmpty();
    }

    private static boolean isQuery(Plugin plugin, Place call) {
        return !Syntax.calls(call.node(), "destroy", "latest", "fn", "isTransaction")
                && !isPing(call.node())
                && DatabaseClients.root(plugin, call).isPresent();
    }

    /** Asking whether the database answers at all needs no store. */
    private static boolean isPing(TsNode call) {
        return Syntax.argument(call, 0)
                .flatMap(Syntax::string)
                .filter(sql -> sql.strip().matches("(?i)select 1.*"))
                .isPresent();
    }

    private static String example(String type, String name, String imported, String query) {
        return """
                --- src/router.ts
                import { HttpAuthService } from '@backstage/backend-plugin-api';
                import express from 'express';
                import Router from 'express-promise-router';
                %s
                export async function createRouter(options: {
                  %s: %s;
                  httpAuth: HttpAuthService;
                }): Promise<express.Router> {
                  const { %s, httpAuth } = options;
                  const router = Router();
                  router.get('/items', async (req, res) => {
                    await httpAuth.credentials(req);
                    res.json({ items: %s });
                  });
                  return router;
                }
                """.formatted(imported, name, type, name, query);
    }
}
