package dev.backstagegen.rule.database;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.MigrationFile;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code database/migrations-javascript}: migrations are shipped as they are written. */
public final class MigrationsJavascript implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "database/migrations-javascript",
            Severity.ERROR,
            "Migrations are JavaScript",
            "The files in the folder of the migrations that are not compiled with `src`.",
            "The build compiles `src` only and ships this folder as it is, so that Node.js fails to load them in"
                    + " production.",
            "Write them in JavaScript, with `// @ts-check` and JSDoc types where that helps.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- migrations/20260101000000_create_items.js
                    --- migrations/20260101000000_create_items.ts
                    import { Knex } from 'knex';

                    export async function up(knex: Knex) {
                      await knex.schema.createTable('items', table => table.uuid('id').primary());
                    }

                    export async function down(knex: Knex) {
                      await knex.schema.dropTable('items');
                    }
                    """, """
                    --- migrations/20260101000000_create_items.js
                    // @ts-check

                    /**
                     * @param {import('knex').Knex} knex
                     */
                    exports.up = async knex => {
                      await knex.schema.createTable('items', table => table.uuid('id').primary());
                    };

                    /**
                     * @param {import('knex').Knex} knex
                     */
                    exports.down = async knex => {
                      await knex.schema.dropTable('items');
                    };
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<RelPath> paths = MigrationFile.paths(plugin);
        Set<String> javascript = paths.stream()
                .filter(path -> !isTypeScript(path))
                .map(MigrationsJavascript::bare)
                .collect(Collectors.toSet());
        boolean suspicious = paths.stream()
                .anyMatch(path -> isTypeScript(path) && !path.segments().get(0).equals("src"));
        if (!suspicious || isCompiled(plugin)) {
            return List.of();
        }
        return MigrationFile.of(plugin).stream()
                .filter(file -> isTypeScript(file.path())
                        && !file.path().segments().get(0).equals("src"))
                .filter(file -> !javascript.contains(bare(file.path())) && file.exports("up"))
                .map(file -> Finding.at(
                        file.top(), DOC, "The migration " + file.path().name() + " is TypeScript."))
                .toList();
    }

    private static boolean isTypeScript(RelPath path) {
        return path.extension().endsWith("ts");
    }

    private static String bare(RelPath path) {
        return path.name().replaceAll("\\.[cm]?[jt]s$", "");
    }

    /** A script of package.json, or a configuration beside the migrations, that sees to them. */
    private static boolean isCompiled(Plugin plugin) {
        boolean scripted = plugin.manifest().flatMap(manifest -> manifest.at("scripts")).stream()
                .flatMap(
                        scripts -> scripts instanceof Json.ObjectValue object ? object.members().stream() : Stream.of())
                .flatMap(script -> script.value().asText().stream())
                .anyMatch(script -> script.contains("migration"));
        return scripted
                || plugin.files().paths().stream()
                        .anyMatch(path -> path.name().matches("tsconfig.*\\.json")
                                && (path.segments().size() > 1
                                        || plugin.files().text(path).orElse("").contains("migrations")));
    }
}
