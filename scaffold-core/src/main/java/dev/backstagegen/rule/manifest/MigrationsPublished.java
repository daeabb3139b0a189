package dev.backstagegen.rule.manifest;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Migrations;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.Json;
import java.util.List;
import java.util.Optional;

/** {@code package/migrations-published}: a published plugin has its migrations with it. */
public final class MigrationsPublished implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "package/migrations-published",
            Severity.ERROR,
            "The migrations that the code runs are published with the package",
            "The list `files` of package.json, and the folder from which the code runs migrations.",
            "The migrations are missing in the published package and in a bundled backend, which then does not start.",
            "List the folder in `files`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- package.json
                    {
                      "name": "@internal/plugin-example-backend",
                      "backstage": {
                        "role": "backend-plugin",
                        "pluginId": "example"
                      },
                      "files": [
                        "dist"
                      ]
                    }
                    --- src/ItemStore.ts
                    import {
                      DatabaseService,
                      resolvePackagePath,
                    } from '@backstage/backend-plugin-api';

                    export async function migrate(database: DatabaseService) {
                      const client = await database.getClient();
                      if (!database.migrations?.skip) {
                        await client.migrate.latest({
                          directory: resolvePackagePath(
                            '@internal/plugin-example-backend',
                            'migrations',
                          ),
                        });
                      }
                    }
                    """, """
                    --- package.json
                    {
                      "name": "@internal/plugin-example-backend",
                      "backstage": {
                        "role": "backend-plugin",
                        "pluginId": "example"
                      },
                      "files": [
                        "dist",
                        "migrations/**/*.{js,d.ts}"
                      ]
                    }
                    --- src/ItemStore.ts
                    import {
                      DatabaseService,
                      resolvePackagePath,
                    } from '@backstage/backend-plugin-api';

                    export async function migrate(database: DatabaseService) {
                      const client = await database.getClient();
                      if (!database.migrations?.skip) {
                        await client.migrate.latest({
                          directory: resolvePackagePath(
                            '@internal/plugin-example-backend',
                            'migrations',
                          ),
                        });
                      }
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<Manifest> manifest = plugin.manifest();
        // Without the list, everything is published.
        Optional<Json.ArrayValue> files = manifest.flatMap(each -> each.at("files"))
                .filter(Json.ArrayValue.class::isInstance)
                .map(Json.ArrayValue.class::cast);
        if (files.isEmpty()) {
            return List.of();
        }
        List<String> entries = manifest.get().texts("files").orElse(List.of());
        return Migrations.folders(plugin).stream()
                .filter(folder -> entries.stream().noneMatch(entry -> covers(entry, folder)))
                .map(folder -> Finding.at(
                        manifest.get().spot(files.get()),
                        DOC,
                        "The list does not cover the folder " + folder + ", from which the code runs migrations.",
                        Repair.safe(List.of(new Edit(
                                Manifest.PATH, manifest.get().append(files.get(), folder + "/**/*.{js,d.ts}"))))))
                .toList();
    }

    /** Whatever begins with a pattern may cover anything. */
    private static boolean covers(String entry, String folder) {
        String path = entry.replaceAll("^(\\./|/)+", "").replaceAll("/+$", "");
        String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        return path.isEmpty()
                || path.equals(".")
                || first.matches(".*[*?{\\[(].*")
                || path.equals(folder)
                || path.startsWith(folder + "/")
                || folder.startsWith(path + "/");
    }
}
