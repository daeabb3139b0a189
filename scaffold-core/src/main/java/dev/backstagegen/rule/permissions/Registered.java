package dev.backstagegen.rule.permissions;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Permissions;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code permissions/registered}: the permission framework knows the permissions that a plugin asks for. */
public final class Registered implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "permissions/registered",
            Severity.ERROR,
            "A permission that the plugin asks for is registered by it",
            "Permissions that this plugin or its common package creates, and that are asked for with `authorize`,"
                    + " `authorizeConditional` or `visibilityPermission`; and what `permissionsRegistry` is given.",
            "Policies and the tools around them learn from the registry which permissions there are; one that is missing"
                    + " there cannot be granted by name, and its conditions cannot be applied.",
            "Hand it to `permissionsRegistry.addPermissions`, or to `addResourceType` with its resource.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("[itemReadPermission]"), example("[itemReadPermission, itemDeletePermission]"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Permissions permissions = new Permissions(plugin);
        List<Permissions.Use> missing = permissions.used().stream()
                .filter(use -> !permissions.isRegistered(use))
                .filter(use -> isOwn(plugin, use))
                .toList();
        if (missing.isEmpty() || !permissions.areKnown()) {
            return List.of();
        }
        return missing.stream()
                .map(use -> Finding.at(
                        use.place(),
                        DOC,
                        "Nobody registers the permission "
                                + use.name(plugin)
                                        .map(name -> "'" + name + "'")
                                        .orElse(use.place().node().text())
                                + " that is asked for here."))
                .toList();
    }

    /** The name of a permission of another plugin, written again in order not to depend on it. */
    private static boolean isForeign(Plugin plugin, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return false;
        }
        String prefix = letters(name.substring(0, dot));
        String own = letters(
                plugin.manifest().flatMap(manifest -> manifest.text("name")).orElse("")
                        + plugin.init().pluginId().orElse(""));
        return !own.contains(prefix)
                && plugin.init()
                        .pluginId()
                        .map(Registered::letters)
                        .filter(prefix::contains)
                        .isEmpty();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** A package beside the plugin may belong to another plugin, which registers what it shares. */
    private static boolean isOwn(Plugin plugin, Permissions.Use use) {
        if (use.name(plugin).filter(name -> isForeign(plugin, name)).isPresent()) {
            return false;
        }
        RelPath path = use.creation().source().path();
        if (!path.startsWith(Plugin.REPOSITORY)) {
            return true;
        }
        Optional<String> id = plugin.init().pluginId();
        Optional<Json.Value> manifest = manifest(plugin, path.parent());
        return id.isPresent()
                && manifest.flatMap(json -> json.at("backstage", "pluginId"))
                        .or(() -> manifest.flatMap(json -> json.get("name")))
                        .flatMap(Json.Value::asText)
                        .filter(name ->
                                name.equals(id.get()) || name.matches(".*\\b" + Pattern.quote(id.get()) + "-common"))
                        .isPresent();
    }

    private static Optional<Json.Value> manifest(Plugin plugin, RelPath folder) {
        RelPath at = folder;
        while (at.segments().size() > 1) {
            Optional<String> text = plugin.files().text(at.resolve("package.json"));
            if (text.isPresent()) {
                return Json.whole(text.get());
            }
            at = at.parent();
        }
        return Optional.empty();
    }

    private static String example(String registered) {
        return """
                --- src/permissions.ts
                import { createPermission } from '@backstage/plugin-permission-common';

                export const itemReadPermission = createPermission({
                  name: 'example.item.read',
                  attributes: { action: 'read' },
                });

                export const itemDeletePermission = createPermission({
                  name: 'example.item.delete',
                  attributes: { action: 'delete' },
                });

                export const examplePermissions = %s;
                --- src/check.ts
                import {
                  BackstageCredentials,
                  PermissionsRegistryService,
                  PermissionsService,
                } from '@backstage/backend-plugin-api';
                import { NotAllowedError } from '@backstage/errors';
                import { AuthorizeResult } from '@backstage/plugin-permission-common';
                import { examplePermissions, itemDeletePermission } from './permissions';

                export function register(permissionsRegistry: PermissionsRegistryService) {
                  permissionsRegistry.addPermissions(examplePermissions);
                }

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
                """.formatted(registered);
    }
}
