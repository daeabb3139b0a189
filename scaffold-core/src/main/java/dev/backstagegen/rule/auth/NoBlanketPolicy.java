package dev.backstagegen.rule.auth;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Plugin;
import java.util.List;
import java.util.Set;

/** {@code auth/no-blanket-policy}: what is open is named. */
public final class NoBlanketPolicy implements Rule {

    private static final Set<String> EVERYTHING = Set.of("", "/", "*", "/*", "/**", "**");

    private static final RuleDoc DOC = new RuleDoc(
            "auth/no-blanket-policy",
            Severity.ERROR,
            "No policy opens the whole plugin",
            "The paths of `addAuthPolicy` calls that allow `unauthenticated`.",
            "A policy covers everything below its path, so this opens every route to everybody, those of the framework"
                    + " such as the list of actions included.",
            "Open the paths that have to be open, one by one.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/open.ts
                    import { HttpRouterService } from '@backstage/backend-plugin-api';

                    export function open(httpRouter: HttpRouterService) {
                      httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
                    }
                    """, """
                    --- src/open.ts
                    import { HttpRouterService } from '@backstage/backend-plugin-api';

                    export function open(httpRouter: HttpRouterService) {
                      httpRouter.addAuthPolicy({ path: '/version', allow: 'unauthenticated' });
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.routes().policies().stream()
                .filter(policy -> policy.isOpen()
                        && policy.path().filter(EVERYTHING::contains).isPresent())
                .map(policy -> Finding.at(policy.call(), DOC, "This policy opens every path of the plugin."))
                .toList();
    }
}
