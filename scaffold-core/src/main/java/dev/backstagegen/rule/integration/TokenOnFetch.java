package dev.backstagegen.rule.integration;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.PluginRequests;
import dev.backstagegen.rule.code.PluginRequests.PluginRequest;
import dev.backstagegen.rule.code.Routes;
import java.util.List;
import java.util.Set;

/** {@code integration/token-on-fetch}: who calls another plugin says so. */
public final class TokenOnFetch implements Rule {

    /** Plugins that serve callers without credentials, or whose operators decide who may call. */
    private static final Set<String> OPEN = Set.of("auth", "app", "proxy");

    private static final RuleDoc DOC = new RuleDoc(
            "integration/token-on-fetch",
            Severity.ERROR,
            "A request to another plugin carries a token",
            "Requests to addresses that `discovery.getBaseUrl` gave.",
            "A backend answers 401 to whoever calls a plugin without a token.",
            "Get one from `auth.getPluginRequestToken({ onBehalfOf: credentials, targetPluginId })` and send it as"
                    + " `Authorization: Bearer ...`, or use a service of that plugin such as `catalogServiceRef`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("", """
                      const response = await fetch(`${baseUrl}/query?term=${term}`);
                    """), example("""
                      const { token } = await auth.getPluginRequestToken({
                        onBehalfOf: credentials,
                        targetPluginId: 'search',
                      });
                    """, """
                      const response = await fetch(`${baseUrl}/query?term=${term}`, {
                        headers: { Authorization: `Bearer ${token}` },
                      });
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        if (plugin.init().creations().isEmpty()) {
            return List.of();
        }
        return PluginRequests.of(plugin).stream()
                .filter(each -> isWrong(plugin, each))
                .map(each -> Finding.at(
                        each.fetch().address(),
                        DOC,
                        "This request to the plugin '" + each.target() + "' carries no token."))
                .toList();
    }

    /** Whether nobody could answer the request with anything but 401. */
    static boolean isWrong(Plugin plugin, PluginRequest request) {
        return request.fetch().isAnonymous()
                && !OPEN.contains(request.target())
                && !request.path().matches(".*(\\.well-known|health).*")
                && !isOpenHere(plugin, request.target());
    }

    private static boolean isOpenHere(Plugin plugin, String target) {
        return plugin.init().pluginId().filter(target::equals).isPresent()
                && plugin.routes().policies().stream().anyMatch(Routes.Policy::isOpen);
    }

    private static String example(String token, String request) {
        return """
                --- src/search.ts
                import {
                  AuthService,
                  BackstageCredentials,
                  DiscoveryService,
                } from '@backstage/backend-plugin-api';

                export async function search(
                  auth: AuthService,
                  discovery: DiscoveryService,
                  credentials: BackstageCredentials,
                  term: string,
                ) {
                  const baseUrl = await discovery.getBaseUrl('search');
                %s%s  return response.json();
                }
                --- src/index.ts
                export { examplePlugin as default } from './plugin';
                export { search } from './search';
                """.formatted(token, request);
    }
}
