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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code auth/cookie-policy}: a cookie that gets in is accepted, and one that is accepted gets in. */
public final class CookiePolicy implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "auth/cookie-policy",
            Severity.WARNING,
            "A user-cookie policy and allowLimitedAccess come together",
            "Policies that allow `user-cookie`, and what the handlers of `get` below them hand to `httpAuth.credentials`.",
            "The policy lets a request in that has only the cookie of a user, and `httpAuth.credentials` accepts it only with"
                    + " `allowLimitedAccess: true`; one without the other answers 401.",
            "Keep both: the policy, and `allowLimitedAccess: true` in the handlers that it is for.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("{ allow: ['user'] }"), example("{ allow: ['user'], allowLimitedAccess: true }"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Finding> findings = new ArrayList<>(refused(plugin).values());
        findings.addAll(unreachable(plugin));
        return findings;
    }

    /** Where a cookie gets in and is not accepted. */
    private static Map<TsNode, Finding> refused(Plugin plugin) {
        Map<TsNode, Finding> findings = new LinkedHashMap<>();
        Routes routes = plugin.routes();
        for (Routes.Policy policy : routes.policies()) {
            if (policy.allow().filter("user-cookie"::equals).isPresent()) {
                for (Request request : plugin.requests().all()) {
                    boolean covered = request.route().verb().equals("get")
                            && routes.paths(request.route()).stream().anyMatch(policy::covers);
                    if (covered) {
                        request.course().steps().stream()
                                .map(Course.Step::call)
                                .filter(call -> isCredentials(plugin, call) && !takesCookies(call.node()))
                                .forEach(call -> findings.putIfAbsent(
                                        call.node(),
                                        Finding.at(
                                                call,
                                                DOC,
                                                "The policy for "
                                                        + policy.path().orElse("")
                                                        + " lets cookies in, and they are refused here.")));
                    }
                }
            }
        }
        return findings;
    }

    /** Where a cookie would be accepted and never gets in. */
    private static List<Finding> unreachable(Plugin plugin) {
        Routes routes = plugin.routes();
        boolean letIn = routes.policies().stream()
                .anyMatch(policy -> policy.allow().isEmpty()
                        || policy.allow().filter("user-cookie"::equals).isPresent()
                        || policy.isOpen());
        boolean root =
                plugin.sources().stream().anyMatch(source -> source.text().contains("rootHttpRouter"));
        if (letIn || root || !plugin.isWhole() || routes.doors().isEmpty() || !routes.areKnown()) {
            return List.of();
        }
        return plugin.sources().stream()
                .filter(source -> source.text().contains("allowLimitedAccess"))
                .flatMap(source -> source.places("call_expression"))
                .filter(call -> isCredentials(plugin, call))
                .flatMap(call -> limited(call.node())
                        .map(member -> Finding.at(
                                call.at(member), DOC, "No policy lets in the cookies that are accepted here."))
                        .stream())
                .toList();
    }

    private static boolean isCredentials(Plugin plugin, Place call) {
        return Syntax.calls(call.node(), "credentials")
                && Syntax.receiver(call.node())
                        .filter(receiver -> plugin.types().is(call.at(receiver), "HttpAuthService")
                                || receiver.text().matches("(?i).*httpAuth(Service)?"))
                        .isPresent();
    }

    /** Whether options may say that cookies are accepted; those that are not written there may. */
    private static boolean takesCookies(TsNode call) {
        Optional<TsNode> options = Syntax.argument(call, 1);
        return options.isPresent()
                && (!options.get().is("object")
                        || Syntax.hasSpread(options.get())
                        || Syntax.property(options.get(), "allowLimitedAccess")
                                .filter(value -> !value.text().equals("false"))
                                .isPresent());
    }

    private static Optional<TsNode> limited(TsNode call) {
        return Syntax.argument(call, 1)
                .filter(options -> Syntax.property(options, "allowLimitedAccess")
                        .filter(value -> value.text().equals("true"))
                        .isPresent())
                .flatMap(options -> Syntax.member(options, "allowLimitedAccess"));
    }

    private static String example(String options) {
        return """
                --- src/plugin.ts
                import {
                  coreServices,
                  createBackendPlugin,
                } from '@backstage/backend-plugin-api';
                import { createRouter } from './router';

                export const examplePlugin = createBackendPlugin({
                  pluginId: 'example',
                  register(env) {
                    env.registerInit({
                      deps: {
                        httpAuth: coreServices.httpAuth,
                        httpRouter: coreServices.httpRouter,
                      },
                      async init({ httpAuth, httpRouter }) {
                        httpRouter.use(await createRouter(httpAuth));
                        httpRouter.addAuthPolicy({ path: '/images', allow: 'user-cookie' });
                      },
                    });
                  },
                });
                --- src/router.ts
                import { HttpAuthService } from '@backstage/backend-plugin-api';
                import Router from 'express-promise-router';
                import { draw } from './draw';

                export async function createRouter(httpAuth: HttpAuthService) {
                  const router = Router();
                  router.get('/images/logo', async (req, res) => {
                    const credentials = await httpAuth.credentials(req, %s);
                    res.type('png').send(await draw(credentials));
                  });
                  return router;
                }
                """.formatted(options);
    }
}
