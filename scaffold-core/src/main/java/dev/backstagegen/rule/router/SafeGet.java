package dev.backstagegen.rule.router;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Changes;
import dev.backstagegen.rule.code.Course;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Request;
import dev.backstagegen.rule.code.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code router/safe-get}: to ask changes nothing. */
public final class SafeGet implements Rule {

    /** What is kept about requests, and not for those who ask. */
    private static final Pattern BOOKS = Pattern.compile(
            "(?i).*(cache|view|visit|audit|histor|metric|stat|session|token|seen|access|usage|hit|count|track|expire|clean"
                    + "|purge|lock|migrat|sync|refresh|log|ensure|getOr|upsert|mark|touch|last|record|analytic|event|telemetr).*");

    /** What a link in a mail or a redirect has to do by GET. */
    private static final Pattern CEREMONIES = Pattern.compile(
            "(?i)oauth|callback|authorize|login|logout|signin|signout|redirect|unsubscribe|verify|confirm|webhook|start");

    private static final RuleDoc DOC = new RuleDoc(
            "router/safe-get",
            Severity.WARNING,
            "A GET handler changes nothing",
            "What handlers of `router.get` do in any case: rows that are written, requests that change something"
                    + " elsewhere. Caches and books about the requests themselves are left out.",
            "Browsers, proxies and crawlers repeat and prefetch a GET as they like, and it may be sent with a cookie.",
            "Register it with `post`, `put`, `patch` or `delete`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/router.ts
                    import { HttpAuthService } from '@backstage/backend-plugin-api';
                    import Router from 'express-promise-router';
                    import { ItemStore } from './ItemStore';

                    export function createRouter(httpAuth: HttpAuthService, store: ItemStore) {
                      const router = Router();
                      router.get('/items/:id/remove', async (req, res) => {
                        await httpAuth.credentials(req);
                        await store.remove(req.params.id);
                        res.status(204).end();
                      });
                      return router;
                    }
                    --- src/ItemStore.ts
                    import { Knex } from 'knex';

                    export class ItemStore {
                      constructor(private readonly client: Knex) {}

                      async remove(id: string) {
                        await this.client('items').where({ id }).delete();
                      }
                    }
                    """, """
                    --- src/router.ts
                    import { HttpAuthService } from '@backstage/backend-plugin-api';
                    import Router from 'express-promise-router';
                    import { ItemStore } from './ItemStore';

                    export function createRouter(httpAuth: HttpAuthService, store: ItemStore) {
                      const router = Router();
                      router.delete('/items/:id', async (req, res) => {
                        await httpAuth.credentials(req);
                        await store.remove(req.params.id);
                        res.status(204).end();
                      });
                      return router;
                    }
                    --- src/ItemStore.ts
                    import { Knex } from 'knex';

                    export class ItemStore {
                      constructor(private readonly client: Knex) {}

                      async remove(id: string) {
                        await this.client('items').where({ id }).delete();
                      }
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Changes changes = new Changes(plugin);
        List<Finding> findings = new ArrayList<>();
        for (Request request : plugin.requests().all()) {
            boolean ceremony =
                    request.route().path().filter(CEREMONIES.asPredicate()).isPresent();
            if (request.route().verb().equals("get") && !ceremony) {
                request.course().steps().stream()
                        .filter(Course.Step::isCertain)
                        .filter(step -> !isBookkeeping(step))
                        .flatMap(step -> changes.of(step.call()).stream())
                        .findFirst()
                        .ifPresent(change -> findings.add(Finding.at(
                                request.label(), DOC, request.title() + " changes something: it " + change + ".")));
            }
        }
        return findings;
    }

    private static boolean isBookkeeping(Course.Step step) {
        Optional<String> function = Syntax.functionAround(step.call().node())
                .flatMap(each -> each.child("name").or(() -> each.parent().flatMap(p -> p.child("name"))))
                .map(each -> each.text());
        return BOOKS.matcher(step.call().node().text().replaceAll("\\s+", " ")).matches()
                || function.filter(name -> BOOKS.matcher(name).matches()).isPresent();
    }
}
