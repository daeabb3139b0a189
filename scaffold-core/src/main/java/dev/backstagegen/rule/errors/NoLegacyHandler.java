package dev.backstagegen.rule.errors;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code errors/no-legacy-handler}: the framework answers errors. */
public final class NoLegacyHandler implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "errors/no-legacy-handler",
            Severity.ERROR,
            "No error handler of backend-common",
            "Imports of `errorHandler` from `@backstage/backend-common`.",
            "That package is no longer maintained, and every plugin's `httpRouter` has an error middleware already.",
            "Take it away; throw the errors of `@backstage/errors`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/router.ts
                    import { errorHandler } from '@backstage/backend-common';
                    import Router from 'express-promise-router';

                    export function createRouter() {
                      const router = Router();
                      router.get('/items', (_req, res) => {
                        res.json([]);
                      });
                      router.use(errorHandler());
                      return router;
                    }
                    """, """
                    --- src/router.ts
                    import Router from 'express-promise-router';

                    export function createRouter() {
                      const router = Router();
                      router.get('/items', (_req, res) => {
                        res.json([]);
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
        return plugin.sources().stream()
                .flatMap(source -> source.places("identifier"))
                .filter(name -> plugin.modules()
                        .isOutside(name.source(), name.node(), "@backstage/backend-common", "errorHandler"))
                .flatMap(name ->
                        name.source().binding(name.node()).filter(binding -> binding.name() == name.node()).stream())
                .map(binding -> Finding.at(
                        new Place(binding.source(), binding.name()),
                        DOC,
                        "This is the error handler of the time before the new backend system.",
                        repair(binding)))
                .toList();
    }

    private static Repair repair(Binding binding) {
        List<Edit> edits = new ArrayList<>();
        for (TsNode use : binding.source().uses(binding)) {
            Optional<TsNode> statement = use.ancestor("call_expression")
                    .filter(call -> Syntax.called(call).filter(use::equals).isPresent())
                    .flatMap(TsNode::parent)
                    .flatMap(TsNode::parent)
                    .filter(call ->
                            Syntax.calls(call, "use") && Syntax.arguments(call).size() == 1)
                    .flatMap(TsNode::parent)
                    .filter(each -> each.is("expression_statement"));
            if (statement.isEmpty()) {
                return Repair.NONE;
            }
            edits.add(new Edit(binding.source().path(), Rewrite.wholeLines(binding.source(), statement.get())));
        }
        for (TextEdit edit : Rewrite.without(binding)) {
            edits.add(new Edit(binding.source().path(), edit));
        }
        return Repair.safe(edits);
    }
}
