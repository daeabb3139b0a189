package dev.backstagegen.rule.database;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Migrations;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code database/migrations-path}: a plugin runs its own migrations. */
public final class MigrationsPath implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "database/migrations-path",
            Severity.ERROR,
            "The migrations are looked for in this very package",
            "The package that `resolvePackagePath` is given for the folder of the migrations, where this package has"
                    + " such a folder itself.",
            "Under another name the folder is not found at start, or it is that of another plugin.",
            "Give `resolvePackagePath` the name in this package.json.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("@internal/plugin-sample-backend"), example("@internal/plugin-example-backend"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        Optional<String> name = plugin.manifest().flatMap(manifest -> manifest.text("name"));
        if (name.isEmpty()) {
            return List.of();
        }
        return Migrations.resolutions(plugin).stream()
                .filter(call ->
                        folder(call).filter(folder -> has(plugin, folder)).isPresent())
                .flatMap(call -> Syntax.argument(call.node(), 0).map(call::at).stream())
                .flatMap(given -> wrong(given, name.get()))
                .toList();
    }

    private static Stream<Finding> wrong(Place given, String name) {
        return Syntax.string(given.node()).filter(text -> !text.equals(name)).stream()
                .map(text -> Finding.at(
                        given,
                        DOC,
                        "The migrations are looked for in '" + text + "', but this is '" + name + "'.",
                        Repair.safe(List.of(new Edit(given.source().path(), quoted(given.node(), name))))));
    }

    private static TextEdit quoted(TsNode literal, String name) {
        return new TextEdit(literal.start() + 1, literal.end() - 1, name);
    }

    private static Optional<String> folder(Place call) {
        return Syntax.argument(call.node(), 1).flatMap(Syntax::string);
    }

    private static boolean has(Plugin plugin, String folder) {
        return plugin.files().paths().stream().anyMatch(path -> path.value().startsWith(folder + "/"));
    }

    private static String example(String name) {
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
                import { resolvePackagePath } from '@backstage/backend-plugin-api';
                import { Knex } from 'knex';

                const directory = resolvePackagePath('%s', 'migrations');

                export const migrate = (client: Knex) => client.migrate.latest({ directory });
                """.formatted(name);
    }
}
