package dev.backstagegen.rule.router;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Modules;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code router/body-parser}: a body is parsed before it is read. */
public final class BodyParser implements Rule {

    private static final Set<String> PARSERS = Set.of("json", "text", "raw", "urlencoded");

    private static final RuleDoc DOC = new RuleDoc(
            "router/body-parser",
            Severity.ERROR,
            "Where a handler reads the body, the router parses it",
            "Handlers that read `req.body` in a plugin that has no body parser anywhere.",
            "Express leaves the body undefined unless a middleware parses it.",
            "Put `router.use(express.json())` before the routes.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/router.ts
                    import express from 'express';
                    import Router from 'express-promise-router';

                    export function createRouter(): express.Router {
                      const router = Router();
                      router.post('/items', (req, res) => {
                        res.json(req.body);
                      });
                      return router;
                    }
                    """, """
                    --- src/router.ts
                    import express from 'express';
                    import Router from 'express-promise-router';

                    export function createRouter(): express.Router {
                      const router = Router();
                      router.use(express.json());
                      router.post('/items', (req, res) => {
                        res.json(req.body);
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
        // Where there is a parser, it may stand before this route in a way that cannot be seen.
        if (!plugin.isWhole()
                || !plugin.routes().mounts().stream().allMatch(Routes.Mount::isKnown)
                || plugin.sources().stream().anyMatch(BodyParser::parses)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Routes.Route route : plugin.routes().all()) {
            boolean only = route.handlers().size() == 1;
            route.handlers().stream()
                    .filter(handler -> only && Syntax.isFunction(Syntax.bare(handler.node())))
                    .flatMap(handler -> body(handler).stream())
                    .findFirst()
                    .ifPresent(read -> findings.add(
                            Finding.at(read, DOC, "Nothing parses the body that is read here.", repair(route))));
        }
        return findings;
    }

    /** The first {@code req.body} in a handler. */
    private static Optional<Place> body(Place handler) {
        TsNode function = Syntax.bare(handler.node());
        Optional<TsNode> request =
                Syntax.parameters(function).stream().findFirst().filter(each -> each.is("identifier"));
        return request.flatMap(handler.source()::binding)
                .flatMap(binding -> handler.source().uses(binding).stream()
                        .flatMap(use -> use.parent().stream())
                        .filter(parent -> parent.is("member_expression")
                                && parent.child("property")
                                        .filter(property -> property.text().equals("body"))
                                        .isPresent())
                        .findFirst())
                .map(handler::at);
    }

    private static boolean parses(Source source) {
        return source.all("call_expression")
                        .anyMatch(call ->
                                Syntax.method(call).filter(PARSERS::contains).isPresent()
                                        && Syntax.receiver(call)
                                                .filter(receiver -> receiver.is("identifier")
                                                        && source.binding(receiver)
                                                                .filter(binding -> binding.declaration()
                                                                        .is("import_statement"))
                                                                .isPresent())
                                                .isPresent())
                || source.all("import_statement").anyMatch(BodyParser::importsParser);
    }

    private static boolean importsParser(TsNode statement) {
        String module = Modules.module(statement).orElse("");
        return module.matches(".*(body-parser|multer|formidable|busboy|raw-body|openapi|bodyparser).*")
                || (module.equals("express")
                        && statement
                                .descendants("import_specifier")
                                .anyMatch(each -> each.child("name")
                                        .filter(name -> PARSERS.contains(name.text()))
                                        .isPresent()));
    }

    private static Repair repair(Routes.Route route) {
        if (route.routers().size() != 1) {
            return Repair.NONE;
        }
        Place creation = route.routers().get(0).creation();
        Source source = creation.source();
        Optional<TsNode> declarator = creation.node().parent().filter(each -> each.is("variable_declarator"));
        Optional<TsNode> name = declarator.flatMap(each -> each.child("name")).filter(each -> each.is("identifier"));
        Optional<TsNode> statement = declarator
                .flatMap(TsNode::parent)
                .filter(each -> each.is("lexical_declaration")
                        && each.parent()
                                .filter(p -> p.is("statement_block", "program"))
                                .isPresent());
        if (name.isEmpty() || statement.isEmpty()) {
            return Repair.NONE;
        }
        Optional<String> express = source.all("import_statement")
                .filter(each ->
                        Modules.module(each).filter("express"::equals).isPresent() && !Syntax.hasToken(each, "type"))
                .flatMap(each -> each.descendants("import_clause"))
                .flatMap(clause -> clause.namedChildren().stream())
                .filter(each -> each.is("identifier"))
                .map(TsNode::text)
                .findFirst();
        if (express.isEmpty() && source.mentions("express")) {
            return Repair.NONE;
        }
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(
                source.path(),
                Rewrite.after(
                        source,
                        statement.get(),
                        name.get().text() + ".use(" + express.orElse("express") + ".json());")));
        if (express.isEmpty()) {
            edits.add(new Edit(source.path(), Rewrite.line(source, "import express from 'express';")));
        }
        return Repair.safe(edits);
    }
}
