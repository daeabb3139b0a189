package dev.backstagegen.rule.database;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.MigrationFile;
import dev.backstagegen.rule.code.Plugin;
import java.util.List;

/** {@code database/migrations-reversible}: what went up can come down. */
public final class MigrationsReversible implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "database/migrations-reversible",
            Severity.WARNING,
            "Each migration exports up and down",
            "What the files in the folder of the migrations export.",
            "Without `down` an operator cannot go back to the version before.",
            "Export a `down` that undoes what `up` does.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example(""), example("""

                    exports.down = async knex => {
                      await knex.schema.dropTable('items');
                    };
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return MigrationFile.of(plugin).stream()
                .filter(file -> file.exports("up") && !file.exports("down") && file.isClear())
                .map(file -> Finding.at(
                        file.up().orElseGet(file::top),
                        DOC,
                        "The migration " + file.path().name() + " has no `down`."))
                .toList();
    }

    private static String example(String down) {
        return """
                --- migrations/20260101000000_create_items.js
                exports.up = async knex => {
                  await knex.schema.createTable('items', table => table.uuid('id').primary());
                };
                %s""".formatted(down);
    }
}
