package dev.backstagegen.rule.router;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Incoming;
import dev.backstagegen.rule.code.Input;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Request;
import dev.backstagegen.rule.code.Spot;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code router/validated-input}: a schema looks at what a request brings before anybody works with it. */
public final class ValidatedInput implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "router/validated-input",
            Severity.WARNING,
            "What a request brings is parsed by a schema before use",
            "The `req.body` and `req.query` of handlers, followed to calls that lead out of the plugin: a client, a"
                    + " database, another service. A schema on the way is enough, and so is any check of the type that is"
                    + " written by hand.",
            "What comes in may be anything: a type assertion checks nothing, and a query parameter that is given twice is"
                    + " a list.",
            "Parse it with a schema, and use what the schema gives back.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/router.ts
                    import { HttpAuthService } from '@backstage/backend-plugin-api';
                    import { ItemsApi } from '@internal/items-client';
                    import express from 'express';
                    import Router from 'express-promise-router';

                    export function createRouter(
                      httpAuth: HttpAuthService,
                      items: ItemsApi,
                    ): express.Router {
                      const router = Router();
                      router.use(express.json());
                      router.post('/items', async (req, res) => {
                        const credentials = await httpAuth.credentials(req);
                        const item = req.body as { title: string };
                        res.json(await items.create(item, { credentials }));
                      });
                      return router;
                    }
                    """, """
                    --- src/router.ts
                    import { HttpAuthService } from '@backstage/backend-plugin-api';
                    import { InputError } from '@backstage/errors';
                    import { ItemsApi } from '@internal/items-client';
                    import express from 'express';
                    import Router from 'express-promise-router';
                    import { z } from 'zod';

                    const itemSchema = z.object({ title: z.string().min(1) });

                    export function createRouter(
                      httpAuth: HttpAuthService,
                      items: ItemsApi,
                    ): express.Router {
                      const router = Router();
                      router.use(express.json());
                      router.post('/items', async (req, res) => {
                        const credentials = await httpAuth.credentials(req);
                        const item = itemSchema.safeParse(req.body);
                        if (!item.success) {
                          throw new InputError(item.error.toString());
                        }
                        res.json(await items.create(item.data, { credentials }));
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
        Map<Spot, Finding> findings = new LinkedHashMap<>();
        for (Request request : plugin.requests().all()) {
            if (request.isKnown()
                    && request.incoming().reads("body", "query")
                    && !isLookedAtElsewhere(request.incoming())) {
                first(plugin, request).ifPresent(each -> findings.putIfAbsent(each.spot(), each));
            }
        }
        return List.copyOf(findings.values());
    }

    /** Whether the request is checked as a whole, or by members that cannot be told: {@code schema.parse(req[part])}. */
    private static boolean isLookedAtElsewhere(Incoming incoming) {
        return incoming.reads("?")
                || incoming.isKept()
                || incoming.handed().stream()
                        .anyMatch(call -> Syntax.method(call.node())
                                .or(() -> Syntax.called(call.node()).map(TsNode::text))
                                .filter(Input::isCheck)
                                .isPresent());
    }

    private static Optional<Finding> first(Plugin plugin, Request request) {
        return Stream.of("body", "query")
                .flatMap(member -> Input.of(plugin, request.incoming(), member).unchecked().stream()
                        .filter(use -> !request.isInGuard(use.read()))
                        .map(use -> finding(request, member, use)))
                .findFirst();
    }

    private static Finding finding(Request request, String member, Input.Use use) {
        String user = Syntax.called(use.call().node())
                .map(TsNode::text)
                .filter(text -> text.length() < 60 && !text.contains("\n"))
                .map(text -> "`" + text + "`")
                .orElse("somebody else");
        return Finding.at(
                use.read(), DOC, "The " + member + " of " + request.title() + " gets to " + user + " unchecked.");
    }
}
