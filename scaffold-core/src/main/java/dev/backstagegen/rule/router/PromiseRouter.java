package dev.backstagegen.rule.router;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Modules;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code router/promise-router}: a rejected promise of a handler is answered. */
public final class PromiseRouter implements Rule {

    private static final String PACKAGE = "express-promise-router";

    private static final RuleDoc DOC = new RuleDoc(
            "router/promise-router",
            Severity.ERROR,
            "Async handlers stand on a router that forwards their rejections",
            "Routers of express 4 and the async functions that are registered on them.",
            "Express 4 drops what an async handler throws: the request is never answered, and the rejection may end the"
                    + " whole backend.",
            "Make the router with `express-promise-router`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/router.ts
                    import express from 'express';
                    import { ItemStore } from './ItemStore';

                    export function createRouter(store: ItemStore): express.Router {
                      const router = express.Router();
                      router.use(express.json());
                      router.get('/items', async (_req, res) => {
                        res.json(await store.list());
                      });
                      return router;
                    }
                    """, """
                    --- src/router.ts
                    import express from 'express';
                    import Router from 'express-promise-router';
                    import { ItemStore } from './ItemStore';

                    export function createRouter(store: ItemStore): express.Router {
                      const router = Router();
                      router.use(express.json());
                      router.get('/items', async (_req, res) => {
                        res.json(await store.list());
                      });
                      return router;
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        if (forwardsAnyway(plugin)) {
            return List.of();
        }
        Map<Routes.Router, Routes.Route> lost = new LinkedHashMap<>();
        for (Routes.Route route : plugin.routes().all()) {
            boolean plain = route.routers().stream().noneMatch(router -> router.kind() == Routes.Kind.PROMISE);
            if (plain && route.handlers().stream().anyMatch(handler -> mayReject(plugin, handler))) {
                route.routers().forEach(router -> lost.putIfAbsent(router, route));
            }
        }
        return lost.entrySet().stream()
                .map(entry -> Finding.at(
                        entry.getKey().creation(),
                        DOC,
                        "This router loses what async handlers throw, such as that of "
                                + entry.getValue().verb().toUpperCase(Locale.ROOT)
                                + entry.getValue()
                                        .path()
                                        .map(path -> " " + path)
                                        .orElse("") + ".",
                        repair(plugin, entry.getKey())))
                .toList();
    }

    /** Express 5 and {@code express-async-errors} forward by themselves. */
    private static boolean forwardsAnyway(Plugin plugin) {
        Optional<String> express = plugin.manifest().flatMap(manifest -> manifest.range("express"));
        return express.filter(range -> range.matches("[\\^~>=v]*5.*|\\*|latest"))
                        .isPresent()
                || plugin.sources().stream()
                        .flatMap(source -> source.all("import_statement"))
                        .anyMatch(each -> Modules.module(each)
                                .filter("express-async-errors"::equals)
                                .isPresent());
    }

    private static boolean mayReject(Plugin plugin, Place handler) {
        List<Place> functions = plugin.calls().functions(handler);
        return !functions.isEmpty()
                && functions.stream()
                        .allMatch(each -> Syntax.isAsync(each.node()) && throwsOut(plugin, each, new HashSet<>()));
    }

    /** Whether something that can fail stands outside the blocks whose failure is caught. */
    private static boolean throwsOut(Plugin plugin, Place function, Set<TsNode> seen) {
        TsNode node = function.node();
        return seen.add(node)
                && node.descendants("await_expression", "throw_statement")
                        .filter(each ->
                                Syntax.functionAround(each).filter(node::equals).isPresent())
                        .filter(each -> !isCaught(each, node))
                        .anyMatch(each -> mayFail(plugin, function.at(each), seen));
    }

    /** Waiting for a function of the plugin that catches everything itself is safe. */
    private static boolean mayFail(Plugin plugin, Place waiting, Set<TsNode> seen) {
        Place call = waiting.at(Syntax.awaited(waiting.node()));
        List<Place> reached = call.node().is("call_expression") ? plugin.calls().reached(call) : List.of();
        return reached.isEmpty()
                || reached.stream().anyMatch(each -> !Syntax.isAsync(each.node()) || throwsOut(plugin, each, seen));
    }

    private static boolean isCaught(TsNode node, TsNode function) {
        Optional<TsNode> around = node.ancestor("try_statement");
        while (around.isPresent() && Syntax.within(around.get(), function)) {
            boolean inBody = around.get()
                    .child("body")
                    .filter(body -> Syntax.within(node, body))
                    .isPresent();
            if (inBody && around.get().child("handler").isPresent()) {
                return true;
            }
            around = around.get().ancestor("try_statement");
        }
        return false;
    }

    private static Repair repair(Plugin plugin, Routes.Router router) {
        Source source = router.creation().source();
        TsNode call = router.creation().node();
        Optional<TsNode> called = Syntax.called(call);
        if (router.kind() != Routes.Kind.PLAIN
                || called.isEmpty()
                || !Syntax.arguments(call).isEmpty()) {
            return Repair.NONE;
        }
        List<TextEdit> edits = new ArrayList<>();
        Optional<Binding> replaced = source.binding(called.get())
                .filter(binding -> source.uses(binding).size() == 1);
        Optional<String> known = importedAs(source);
        String name =
                known.orElseGet(() -> replaced.isPresent() || isFree(source, "Router") ? "Router" : "PromiseRouter");
        edits.add(new TextEdit(called.get().start(), called.get().end(), name));
        if (known.isEmpty()) {
            edits.addAll(imported(source, name, replaced));
        } else {
            replaced.ifPresent(binding -> edits.addAll(Rewrite.without(binding)));
        }
        List<Edit> all = new ArrayList<>(
                edits.stream().map(edit -> new Edit(source.path(), edit)).toList());
        dependency(plugin).ifPresent(edit -> all.add(new Edit(Manifest.PATH, edit)));
        return Repair.safe(all);
    }

    private static List<TextEdit> imported(Source source, String name, Optional<Binding> replaced) {
        String statement = "import " + name + " from '" + PACKAGE + "';";
        Optional<TsNode> express = source.all("import_statement")
                .filter(each -> Modules.module(each).filter("express"::equals).isPresent())
                .findFirst();
        boolean emptied = replaced.isPresent()
                && express.filter(each -> each.descendants("import_clause")
                                .allMatch(clause -> clause.namedChildren().size() == 1
                                        && clause.descendants("import_specifier")
                                                        .count()
                                                == 1))
                        .isPresent();
        if (emptied) {
            return List.of(new TextEdit(express.get().start(), express.get().end(), statement));
        }
        List<TextEdit> edits = new ArrayList<>();
        edits.add(express.map(each -> TextEdit.insert(each.end(), "\n" + statement))
                .orElseGet(() -> Rewrite.line(source, statement)));
        replaced.ifPresent(binding -> edits.addAll(Rewrite.without(binding)));
        return edits;
    }

    private static Optional<String> importedAs(Source source) {
        return source.all("import_statement")
                .filter(each -> Modules.module(each).filter(PACKAGE::equals).isPresent())
                .flatMap(each -> each.descendants("import_clause"))
                .flatMap(clause -> clause.namedChildren().stream())
                .filter(each -> each.is("identifier"))
                .map(TsNode::text)
                .findFirst();
    }

    private static boolean isFree(Source source, String name) {
        return source.all("identifier", "type_identifier", "shorthand_property_identifier")
                .filter(each -> each.text().equals(name))
                .noneMatch(each -> source.binding(each).isPresent());
    }

    private static Optional<TextEdit> dependency(Plugin plugin) {
        return plugin.manifest()
                .filter(manifest -> manifest.range(PACKAGE).isEmpty())
                .flatMap(manifest -> manifest.at("dependencies")
                        .filter(Json.ObjectValue.class::isInstance)
                        .map(value -> manifest.addSorted((Json.ObjectValue) value, PACKAGE, "^4.1.0")));
    }
}
