package dev.backstagegen.rule.errors;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Answers;
import dev.backstagegen.rule.code.Caught;
import dev.backstagegen.rule.code.HandWritten;
import dev.backstagegen.rule.code.Plugin;
import java.util.List;
import java.util.Map;

/** {@code errors/typed}: who asks for what cannot be learns it in Backstage's form. */
public final class Typed implements Rule {

    private static final Map<Integer, String> CLASSES = Map.of(
            401, "AuthenticationError",
            403, "NotAllowedError",
            404, "NotFoundError",
            409, "ConflictError");

    private static final RuleDoc DOC = new RuleDoc(
            "errors/typed",
            Severity.WARNING,
            "Errors of clients are classes of @backstage/errors",
            "Answers with a status of 401, 403, 404 or 409 and an error of the handler's own making; a 400 is for"
                    + " `router/input-error`.",
            "Clients of Backstage read errors in one form, `{ error: { name, message }, request, response }`, which the"
                    + " error middleware makes of these classes.",
            "Throw the class that stands for the status: `AuthenticationError`, `NotAllowedError`, `NotFoundError`,"
                    + " `ConflictError`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/router.ts
                    import Router from 'express-promise-router';
                    import { ItemStore } from './ItemStore';

                    export function createRouter(store: ItemStore) {
                      const router = Router();
                      router.get('/items/:id', async (req, res) => {
                        const item = await store.get(req.params.id);
                        if (!item) {
                          res.status(404).json({ error: 'No such item' });
                          return;
                        }
                        res.json(item);
                      });
                      return router;
                    }
                    """, """
                    --- src/router.ts
                    import { NotFoundError } from '@backstage/errors';
                    import Router from 'express-promise-router';
                    import { ItemStore } from './ItemStore';

                    export function createRouter(store: ItemStore) {
                      const router = Router();
                      router.get('/items/:id', async (req, res) => {
                        const item = await store.get(req.params.id);
                        if (!item) {
                          throw new NotFoundError('No such item');
                        }
                        res.json(item);
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
        return plugin.answers().all().stream()
                .filter(answer -> CLASSES.containsKey(answer.status()) && HandWritten.isError(plugin, answer))
                .filter(answer -> Caught.always(answer.call().node()).isEmpty())
                .map(Typed::finding)
                .toList();
    }

    private static Finding finding(Answers.Answer answer) {
        return Finding.at(
                answer.call(),
                DOC,
                "This " + answer.status() + " is written by hand; it is a `" + CLASSES.get(answer.status()) + "`.");
    }
}
