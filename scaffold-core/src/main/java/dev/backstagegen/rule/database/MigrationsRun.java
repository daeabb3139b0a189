package dev.backstagegen.rule.database;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Migrations;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code database/migrations-run}: what creates the tables exists and runs. */
public final class MigrationsRun implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "database/migrations-run",
            Severity.ERROR,
            "Migrations exist and are run",
            "The files below `migrations`, and the calls of `migrate.latest`.",
            "Without them the plugin works on tables that nobody creates.",
            "Run `client.migrate.latest({ directory: resolvePackagePath('<package>', 'migrations') })` at start, on a"
                    + " folder that exists.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("", ""), example("""
                    if (!database.migrations?.skip) {
                        await client.migrate.latest({ directory });
                      }
                      \
                    """, """
                    const directory = resolvePackagePath(
                      '@internal/plugin-example-backend',
                      'migrations',
                    );

                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Finding> findings = new ArrayList<>();
        Optional<Source> first = plugin.files().paths().stream()
                .filter(path -> path.value().matches("migrations/[^/]+\\.[cm]?js"))
                .findFirst()
                .flatMap(path -> plugin.source(path.value()));
        boolean usesDatabase = plugin.sources().stream()
                .flatMap(source -> source.all("call_expression"))
                .anyMatch(call -> Syntax.calls(call, "getClient"));
        if (first.isPresent() && usesDatabase && plugin.isWhole() && !mayRun(plugin)) {
            TsNode root = first.get().root();
            TsNode label = root.namedChildren().stream().findFirst().orElse(root);
            findings.add(Finding.at(new Place(first.get(), label), DOC, "Nothing runs this migration.", Repair.NONE));
        }
        for (Place resolution : Migrations.resolutions(plugin)) {
            Optional<String> folder = Syntax.argument(resolution.node(), 1).flatMap(Syntax::string);
            if (folder.isPresent()
                    && Migrations.folders(plugin).contains(folder.get())
                    && isMissing(plugin, folder.get())) {
                findings.add(Finding.at(resolution, DOC, "The folder " + folder.get() + " does not exist."));
            }
        }
        return findings;
    }

    /** Any mention of migrating may run them in a way that we do not see. */
    private static boolean mayRun(Plugin plugin) {
        return plugin.sources().stream()
                .flatMap(source -> source.all(
                        "property_identifier",
                        "identifier",
                        "string",
                        "template_string",
                        "shorthand_property_identifier"))
                .anyMatch(name -> name.text().toLowerCase(Locale.ROOT).matches(".*(migrate|migration).*"));
    }

    private static boolean isMissing(Plugin plugin, String folder) {
        return plugin.files().paths().stream().noneMatch(path -> path.value().startsWith(folder + "/"));
    }

    private static String example(String run, String directory) {
        return """
                --- package.json
                {
                  "name": "@internal/plugin-example-backend",
                  "backstage": {
                    "role": "backend-plugin",
                    "pluginId": "example"
                  },
                  "files": [
                    "dist",
                    "migrations"
                  ]
                }
                --- migrations/20260101000000_create_items.js
                exports.up = async knex => {
                  await knex.schema.createTable('items', table => table.uuid('id').primary());
                };

                exports.down = async knex => {
                  await knex.schema.dropTable('items');
                };
                --- src/store.ts
                import {
                  DatabaseService,
                  resolvePackagePath,
                } from '@backstage/backend-plugin-api';

                %sexport async function open(database: DatabaseService) {
                  const client = await database.getClient();
                  %sreturn client;
                }
                """.formatted(directory, run);
    }
}
