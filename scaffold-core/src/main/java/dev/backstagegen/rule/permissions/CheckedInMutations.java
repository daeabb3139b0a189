package dev.backstagegen.rule.permissions;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Guards;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Reach;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code permissions/checked-in-mutations}: a plugin that has permissions asks for one before it changes anything. */
public final class CheckedInMutations implements Rule {

    private static final Set<String> VERBS = Set.of("post", "put", "patch", "delete");
    private static final Pattern CHANGE = Pattern.compile(
            "(insert|upsert|del|create|add|save|store|update|delete|remove|set|trigger|cancel|enqueue)([A-Z].*)?");
    /** Paths of questions that are too long for a get, and of what everybody who is logged in is meant to send. */
    private static final Pattern FOR_EVERYBODY = Pattern.compile(
            ".*(search|query|queries|find|lookup|by-?refs?|batch|bulk-?get|list|check|valid|preview|dry-?run|render"
                    + "|evaluate|graphql|webhook|callback|authori[sz]e|log-?in|log-?out|session|token|feedback|analytics"
                    + "|telemetry|metric|track|event|vote|rating|star|favou?rite|like|chat|conversation|message|prompt"
                    + "|completion|\\bask\\b).*",
            Pattern.CASE_INSENSITIVE);

    private static final RuleDoc DOC = new RuleDoc(
            "permissions/checked-in-mutations",
            Severity.WARNING,
            "Routes that change something check a permission",
            "Handlers of post, put, patch and delete in plugins that register permissions or ask for them. A handler that"
                    + " hands the caller's credentials to somebody else, is for services only, or compares who calls with"
                    + " who owns, counts as one that checks.",
            "Whoever grants the permissions of this plugin expects that they decide; this route is open to every user"
                    + " who is logged in.",
            "Ask `permissions.authorize` for a permission with the credentials of the request, and throw"
                    + " `NotAllowedError` where it is not allowed.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("""
                        await items.clear();"""), example("""
                        await check(permissions, credentials);
                            await items.clear();"""))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Routes.Route> changing = plugin.routes().all().stream()
                .filter(route -> VERBS.contains(route.verb()))
                .toList();
        if (changing.isEmpty() || !hasPermissions(plugin)) {
            return List.of();
        }
        Guards guards = new Guards(plugin);
        return changing.stream()
                .filter(route -> !isOpened(plugin, route))
                .filter(guards::isUnguarded)
                .filter(route -> changes(plugin, guards, route))
                .map(route -> Finding.at(
                        label(route),
                        DOC,
                        route.verb().toUpperCase(Locale.ROOT) + " "
                                + route.path().orElse("of this route")
                                + " changes something without asking for a permission."))
                .toList();
    }

    private static boolean hasPermissions(Plugin plugin) {
        return plugin.sources().stream()
                .flatMap(source -> source.all("call_expression"))
                .anyMatch(call -> Syntax.calls(
                        call,
                        "authorize",
                        "authorizeConditional",
                        "addPermissions",
                        "addPermission",
                        "addResourceType"));
    }

    /** What is open to everybody is the business of auth/no-open-mutation. */
    private static boolean isOpened(Plugin plugin, Routes.Route route) {
        return plugin.routes().policies().stream()
                .filter(Routes.Policy::isOpen)
                .anyMatch(policy -> policy.path().isEmpty()
                        || plugin.routes().paths(route).stream().anyMatch(policy::covers));
    }

    /** A post may be a question; another verb is none. */
    private static boolean changes(Plugin plugin, Guards guards, Routes.Route route) {
        if (route.path().filter(path -> FOR_EVERYBODY.matcher(path).matches()).isPresent()
                || route.path().isEmpty()) {
            return false;
        }
        return !route.verb().equals("post") || guards.reached(route).stream().anyMatch(reach -> changes(plugin, reach));
    }

    private static boolean changes(Plugin plugin, Reach reach) {
        return reach.calls().stream()
                .filter(call -> call.node()
                        .parent()
                        .filter(parent -> parent.is("await_expression", "return_statement", "arrow_function"))
                        .isPresent())
                .anyMatch(call -> isChange(plugin, call));
    }

    private static boolean isChange(Plugin plugin, Place call) {
        Optional<TsNode> receiver = Syntax.receiver(call.node());
        return receiver.filter(each -> !each.text().matches("res|response|req|cache|headers|params"))
                        .isPresent()
                && Syntax.method(call.node())
                        .filter(name -> CHANGE.matcher(name).matches())
                        .isPresent()
                && !plugin.types().is(call.at(receiver.get()), "CacheService");
    }

    private static Place label(Routes.Route route) {
        return Syntax.arguments(route.call().node()).stream()
                .findFirst()
                .filter(first -> !Syntax.isFunction(first))
                .map(route.call()::at)
                .orElse(route.call());
    }

    private static String example(String handler) {
        return """
                --- src/check.ts
                import {
                  BackstageCredentials,
                  PermissionsService,
                } from '@backstage/backend-plugin-api';
                import { NotAllowedError } from '@backstage/errors';
                import { AuthorizeResult } from '@backstage/plugin-permission-common';
                import { itemDeletePermission } from '@internal/plugin-example-common';

                export async function check(
                  permissions: PermissionsService,
                  credentials: BackstageCredentials,
                ) {
                  const [decision] = await permissions.authorize(
                    [{ permission: itemDeletePermission }],
                    { credentials },
                  );
                  if (decision.result !== AuthorizeResult.ALLOW) {
                    throw new NotAllowedError('Missing permission');
                  }
                }
                --- src/router.ts
                import { HttpAuthService, PermissionsService } from '@backstage/backend-plugin-api';
                import Router from 'express-promise-router';
                import { check } from './check';
                import { ItemService } from './ItemService';

                export function createRouter(
                  httpAuth: HttpAuthService,
                  permissions: PermissionsService,
                  items: ItemService,
                ) {
                  const router = Router();
                  router.delete('/items', async (req, res) => {
                    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
                    %s
                    res.status(204).end();
                  });
                  return router;
                }
                """.formatted(handler.strip());
    }
}
