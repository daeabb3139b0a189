package dev.backstagegen.rule.auth;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Course;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Request;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code auth/no-own-credentials-in-requests}: what is done for a caller is done with the caller's credentials. */
public final class NoOwnCredentialsInRequests implements Rule {

    /** Plugins that take orders from services only. */
    private static final Set<String> SERVICES_ONLY = Set.of("notifications", "signals", "events", "search");

    private static final Pattern CALLER = Pattern.compile("(?i)cred|token|behalf|principal|user|auth");

    private static final RuleDoc DOC = new RuleDoc(
            "auth/no-own-credentials-in-requests",
            Severity.ERROR,
            "A request handler never acts with the plugin's own credentials",
            "Calls of `auth.getOwnServiceCredentials()` that a handler of a route reaches. At start, in scheduled tasks and"
                    + " in handlers of events they are right, and so they are where there is no caller, on a path that is"
                    + " open.",
            "The plugin itself is allowed everything, so whoever calls may do and see what they are not allowed to.",
            "Use the credentials of the caller, which `httpAuth.credentials(req)` gives.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("    const credentials = await auth.getOwnServiceCredentials();\n"),
                    example("    const credentials = await httpAuth.credentials(req, { allow: ['user'] });\n"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        if (plugin.mentioning("getOwnServiceCredentials").isEmpty()) {
            return List.of();
        }
        Map<TsNode, Finding> findings = new LinkedHashMap<>();
        for (Request request : plugin.requests().all()) {
            if (!isOpen(plugin.routes(), request.route()) && !isForServices(request)) {
                request.course().steps().stream()
                        .map(Course.Step::call)
                        .filter(call -> Syntax.calls(call.node(), "getOwnServiceCredentials"))
                        .filter(call -> !isForServicesOnly(call) && !isToTell(call) && !isInstead(call.node()))
                        .forEach(call -> findings.putIfAbsent(
                                call.node(),
                                Finding.at(
                                        call,
                                        DOC,
                                        "Here a request of " + request.title()
                                                + " acts with the plugin's own credentials.")));
            }
        }
        return List.copyOf(findings.values());
    }

    private static boolean isOpen(Routes routes, Routes.Route route) {
        return routes.policies().stream()
                .filter(Routes.Policy::isOpen)
                .anyMatch(policy ->
                        policy.path().isEmpty() || routes.paths(route).stream().anyMatch(policy::covers));
    }

    /** Whether only other plugins get through, who are no users with rights of their own. */
    private static boolean isForServices(Request request) {
        return request.everything().stream()
                .flatMap(function -> function.source().inside(function.node(), "call_expression"))
                .filter(call -> Syntax.calls(call, "credentials"))
                .flatMap(call -> Syntax.argument(call, 1).stream())
                .flatMap(options -> Syntax.property(options, "allow").stream())
                .anyMatch(allow -> allow.is("array")
                        && allow.namedChildren().size() == 1
                        && Syntax.string(allow.namedChildren().get(0))
                                .filter("service"::equals)
                                .isPresent());
    }

    /** Whether they are for a token of a plugin that serves nobody else. */
    private static boolean isForServicesOnly(Place call) {
        Optional<TsNode> function = Syntax.functionAround(call.node());
        return function.isPresent()
                && call.source()
                        .inside(function.get(), "call_expression")
                        .filter(each -> Syntax.calls(each, "getPluginRequestToken"))
                        .flatMap(each -> Syntax.argument(each, 0).stream())
                        .flatMap(each -> Syntax.property(each, "targetPluginId").stream())
                        .anyMatch(each -> Syntax.string(each)
                                .filter(SERVICES_ONLY::contains)
                                .isPresent());
    }

    /** Whether they are for the case that there are no others, so that the caller's may come first. */
    private static boolean isInstead(TsNode call) {
        TsNode at = call;
        while (at.parent().isPresent() && !Syntax.isFunction(at)) {
            TsNode parent = at.parent().get();
            boolean defaulted = parent.is("assignment_pattern", "object_assignment_pattern", "required_parameter");
            boolean other = parent.is("binary_expression", "ternary_expression")
                    && at.field().matches("right|consequence|alternative");
            boolean chosen = parent.is("if_statement")
                    && parent.child("condition")
                            .filter(condition ->
                                    CALLER.matcher(condition.text()).find())
                            .isPresent();
            if (defaulted || other || chosen) {
                return true;
            }
            at = parent;
        }
        return false;
    }

    /** To tell somebody else of what was done is nothing that the caller does. */
    private static boolean isToTell(Place call) {
        return Syntax.functionAround(call.node())
                .flatMap(function ->
                        function.child("name").or(() -> function.parent().flatMap(each -> each.child("name"))))
                .filter(name ->
                        name.text().matches("#?_?(notify|notif|publish|broadcast|emit).*|send[A-Z]\\w*Notification.*"))
                .isPresent();
    }

    private static String example(String credentials) {
        return """
                --- src/router.ts
                import { AuthService, HttpAuthService } from '@backstage/backend-plugin-api';
                import { CatalogService } from '@backstage/plugin-catalog-node';
                import Router from 'express-promise-router';

                export function createRouter(options: {
                  auth: AuthService;
                  catalog: CatalogService;
                  httpAuth: HttpAuthService;
                }) {
                  const { %s, catalog } = options;
                  const router = Router();
                  router.get('/owners', async (%s, res) => {
                %s    res.json(await catalog.getEntities({}, { credentials }));
                  });
                  return router;
                }
                """.formatted(
                        credentials.contains("httpAuth") ? "httpAuth" : "auth",
                        credentials.contains("httpAuth") ? "req" : "_req",
                        credentials);
    }
}
