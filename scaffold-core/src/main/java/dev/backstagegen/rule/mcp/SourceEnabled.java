package dev.backstagegen.rule.mcp;

import dev.backstagegen.host.Host;
import dev.backstagegen.host.HostEdits;
import dev.backstagegen.host.Wiring;
import dev.backstagegen.host.Wish;
import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Spot;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code mcp/source-enabled}: the backend that has the plugin asks it for its actions. */
public final class SourceEnabled implements Rule {

    private static final RelPath APP_CONFIG = RelPath.of("app-config.yaml");

    private static final RuleDoc DOC = new RuleDoc(
            "mcp/source-enabled",
            Severity.WARNING,
            "The plugin is among backend.actions.pluginSources",
            "`backend.actions.pluginSources` in the app-config.yaml of the repository around a plugin that registers"
                    + " actions and is installed in its backend.",
            "The list is empty by default, and the actions of a plugin that it does not name are not offered to anybody.",
            "Add the id of the plugin to the list.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example(""), example("""

                    backend:
                      actions:
                        pluginSources:
                          - example
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Manifest> manifest = plugin.manifest();
        Optional<String> id = plugin.init().pluginId();
        if (plugin.host().isEmpty()
                || manifest.isEmpty()
                || id.isEmpty()
                || plugin.actions().all().isEmpty()) {
            return List.of();
        }
        Host host = plugin.host().get();
        Optional<String> before = host.files().text(APP_CONFIG);
        Optional<String> after = wish(manifest.get(), id.get())
                .map(wish -> HostEdits.wire(host, wish))
                .filter(wiring -> isInstalled(host, wiring))
                .flatMap(wiring -> wiring.edited().text(APP_CONFIG));
        if (before.isEmpty() || after.isEmpty()) {
            return List.of();
        }
        Edit edit = new Edit(Plugin.REPOSITORY.resolve(APP_CONFIG), smallest(before.get(), after.get()));
        return List.of(Finding.at(
                spot(manifest.get()),
                DOC,
                "The plugin '" + id.get() + "' registers actions, and app-config.yaml does not list it.",
                Repair.safe(List.of(edit))));
    }

    private static Optional<Wish> wish(Manifest manifest, String id) {
        try {
            return manifest.text("name")
                    .map(name ->
                            new Wish(name, id, RelPath.of("plugins/" + id), true, List.of(), "", Optional.empty()));
        } catch (IllegalArgumentException odd) {
            // A name that npm would not take is installed nowhere.
            return Optional.empty();
        }
    }

    /** Whether nothing is left to do in the backend's package. */
    private static boolean isInstalled(Host host, Wiring wiring) {
        return host.backend()
                .filter(backend -> Stream.concat(
                                wiring.done().stream().map(Wiring.Done::path),
                                wiring.left().stream().map(Wiring.Left::path))
                        .noneMatch(path -> path.startsWith(backend)))
                .isPresent();
    }

    private static Spot spot(Manifest manifest) {
        return manifest.at("backstage", "pluginId").map(manifest::spot).orElseGet(manifest::top);
    }

    /** The one change between two texts. */
    private static TextEdit smallest(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same < most - start
                && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
            same++;
        }
        return new TextEdit(start, before.length() - same, after.substring(start, after.length() - same));
    }

    private static String example(String sources) {
        return """
                --- ^/packages/backend/package.json
                {
                  "name": "backend",
                  "backstage": {
                    "role": "backend"
                  },
                  "dependencies": {
                    "@internal/plugin-example-backend": "workspace:^"
                  }
                }
                --- ^/packages/backend/src/index.ts
                import { createBackend } from '@backstage/backend-defaults';

                const backend = createBackend();

                backend.add(import('@internal/plugin-example-backend'));

                backend.start();
                --- src/actions.ts
                import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
                import { ItemService } from './ItemService';

                export function registerActions(
                  actionsRegistry: ActionsRegistryService,
                  items: ItemService,
                ) {
                  actionsRegistry.register({
                    name: 'get_items',
                    title: 'Get Items',
                    description: 'Lists the items.',
                    attributes: { readOnly: true, destructive: false, idempotent: true },
                    schema: {
                      input: z => z.object({}),
                      output: z =>
                        z.object({ items: z.array(z.string()).describe('Their titles') }),
                    },
                    action: async ({ credentials }) => ({
                      output: { items: await items.list({ credentials }) },
                    }),
                  });
                }
                --- ^/app-config.yaml
                app:
                  title: Example
                %s""".formatted(sources);
    }
}
