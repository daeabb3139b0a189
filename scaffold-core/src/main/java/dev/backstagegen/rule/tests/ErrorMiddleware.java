package dev.backstagegen.rule.tests;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.LostErrors;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.rule.code.TestApps;
import dev.backstagegen.rule.code.VersionRange;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code tests/error-middleware}: a router under test answers errors as it does in a backend. */
public final class ErrorMiddleware implements Rule {

    private static final String UTILS = "@backstage/backend-test-utils";
    private static final String HANDLER = "mockErrorHandler";

    private static final RuleDoc DOC = new RuleDoc(
            "tests/error-middleware",
            Severity.WARNING,
            "A router under test has the error middleware that a backend has",
            "Tests that put a router of the plugin into an `express()` of their own, and expect it to answer an error.",
            "Express answers 500 to errors that a backend answers with their own status, such as 400 to an InputError; and"
                    + " a handler that is installed without being called answers nothing at all.",
            "Put `mockErrorHandler()` of `@backstage/backend-test-utils` behind the router.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("", "express().use(await createRouter())"),
                    example(
                            "import { mockErrorHandler } from '@backstage/backend-test-utils';\n",
                            "express().use(await createRouter()).use(mockErrorHandler())"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Finding> findings = new ArrayList<>();
        plugin.mentioning(HANDLER).stream()
                .flatMap(source -> source.places("identifier"))
                .filter(name -> isUncalled(plugin, name))
                .map(name -> Finding.at(
                        name,
                        DOC,
                        "This error handler is not called, and so answers nothing.",
                        Repair.safe(List.of(new Edit(
                                name.source().path(),
                                TextEdit.insert(name.node().end(), "()"))))))
                .forEach(findings::add);
        List<TestApps.Bare> apps = TestApps.bare(plugin);
        if (!apps.isEmpty()) {
            LostErrors lost = LostErrors.of(plugin);
            apps.forEach(app -> bare(plugin, app, lost).ifPresent(findings::add));
        }
        return findings;
    }

    private static Optional<Finding> bare(Plugin plugin, TestApps.Bare app, LostErrors lost) {
        List<Integer> errors = app.statuses().stream()
                .filter(status -> status >= 400 && lost.include(status))
                .sorted()
                .toList();
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.at(
                        app.creation(),
                        DOC,
                        "This app has no error middleware, but its tests expect the status " + errors.get(0) + ".",
                        repair(plugin, app, errors)));
    }

    private static boolean isUncalled(Plugin plugin, Place name) {
        Optional<TsNode> call =
                name.node().parent().filter(each -> each.is("arguments")).flatMap(TsNode::parent);
        return call.filter(each -> Syntax.calls(each, "use")).isPresent()
                && plugin.modules().isOutside(name.source(), name.node(), UTILS, HANDLER);
    }

    /** Where a test expects a 500, it may turn out to be another status with the handler. */
    private static Repair repair(Plugin plugin, TestApps.Bare app, List<Integer> errors) {
        Source source = app.creation().source();
        boolean there = plugin.manifest()
                .flatMap(manifest -> manifest.range(UTILS))
                .filter(range -> new VersionRange(range).startsAt(1, 0))
                .isPresent();
        boolean known =
                source.all("identifier").anyMatch(name -> plugin.modules().isOutside(source, name, UTILS, HANDLER));
        if (!there || (!known && source.mentions(HANDLER))) {
            return Repair.NONE;
        }
        Optional<TsNode> statement = Syntax.statement(app.mount().node())
                .filter(each -> each.is("expression_statement")
                        && each.namedChildren().get(0) == app.mount().node());
        boolean variable = Syntax.receiver(app.mount().node())
                .filter(each -> each.is("identifier"))
                .isPresent();
        TextEdit use = statement.isPresent() && variable
                ? Rewrite.after(
                        source,
                        statement.get(),
                        Syntax.receiver(app.mount().node()).get().text() + ".use(" + HANDLER + "());")
                : TextEdit.insert(app.mount().node().end(), ".use(" + HANDLER + "())");
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(source.path(), use));
        if (!known) {
            edits.add(new Edit(source.path(), Rewrite.named(source, UTILS, HANDLER)));
        }
        return errors.stream().allMatch(each -> each < 500) ? Repair.safe(edits) : Repair.suggested(edits);
    }

    private static String example(String imports, String app) {
        return """
                --- src/router.test.ts
                import express from 'express';
                import request from 'supertest';
                %simport { createRouter } from './router';

                describe('createRouter', () => {
                  it('refuses an item without a title', async () => {
                    const app = %s;
                    const response = await request(app).post('/items').send({});
                    expect(response.status).toBe(400);
                  });
                });
                --- src/router.ts
                import { InputError } from '@backstage/errors';
                import express from 'express';
                import Router from 'express-promise-router';
                import { z } from 'zod';

                const itemSchema = z.object({ title: z.string() });

                export async function createRouter() {
                  const router = Router();
                  router.use(express.json());
                  router.post('/items', async (req, res) => {
                    const parsed = itemSchema.safeParse(req.body);
                    if (!parsed.success) {
                      throw new InputError(parsed.error.toString());
                    }
                    res.status(201).json(parsed.data);
                  });
                  return router;
                }
                """.formatted(imports, app);
    }
}
