package dev.backstagegen.rule.database;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.DatabaseClients;
import dev.backstagegen.rule.code.Migrations;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;

/** {@code database/migrations-skip}: an operator can run the migrations elsewhere. */
public final class MigrationsSkip implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "database/migrations-skip",
            Severity.WARNING,
            "Migrations are left out when the operator says so",
            "The calls of `migrate.latest` on a client of the database service, and whether anything asks"
                    + " `database.migrations?.skip`.",
            "Where `backend.database.skipMigrations` is set, the plugin's user may not even be allowed to change"
                    + " tables.",
            "Run them only `if (!database.migrations?.skip)`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(example("  await client.migrate.latest({ directory });\n"), example("""
                      if (!database.migrations?.skip) {
                        await client.migrate.latest({ directory });
                      }
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Place> runs = Migrations.runs(plugin);
        if (runs.isEmpty() || plugin.sources().stream().anyMatch(MigrationsSkip::asks)) {
            return List.of();
        }
        return runs.stream()
                .filter(run -> plugin.loaded().contains(run.source()))
                .flatMap(run -> finding(plugin, run).stream())
                .toList();
    }

    private static Optional<Finding> finding(Plugin plugin, Place run) {
        Optional<Place> client = Syntax.receiver(run.node())
                .flatMap(migrate -> migrate.child("object"))
                .map(run::at);
        List<Place> origins = client.map(each -> plugin.origins().whole(each)).orElse(List.of());
        if (origins.isEmpty() || !origins.stream().allMatch(origin -> DatabaseClients.isGiven(plugin, origin))) {
            return Optional.empty();
        }
        Repair repair = origins.size() == 1 ? repair(plugin, run, origins.get(0)) : Repair.NONE;
        return Optional.of(Finding.at(
                run.at(Syntax.called(run.node()).orElse(run.node())),
                DOC,
                "These migrations run even when the operator asked to skip them.",
                repair));
    }

    /** Whether the word is asked for anywhere; who asks in another way is believed, too. */
    private static boolean asks(Source source) {
        return source.all("property_identifier", "shorthand_property_identifier_pattern", "identifier", "string")
                .map(node -> node.text().replaceAll("['\"]", ""))
                .anyMatch(name -> name.equals("skip") || name.matches("(?i).*(skip.*migration|migration.*skip).*"));
    }

    private static Repair repair(Plugin plugin, Place run, Place given) {
        TsNode statement = Syntax.statement(run.node()).orElse(run.node());
        Optional<TsNode> database = Syntax.receiver(given.node());
        boolean alone = statement.is("expression_statement")
                && statement.namedChildren().size() == 1
                && Syntax.awaited(statement.namedChildren().get(0)) == run.node();
        boolean inReach = database.filter(each -> each.is("identifier")
                                || (each.is("member_expression")
                                        && each.child("object")
                                                .filter(object -> object.is("this", "identifier"))
                                                .isPresent()))
                        .isPresent()
                && run.source() == given.source()
                && Syntax.functionAround(run.node()).equals(Syntax.functionAround(given.node()))
                && given.node().end() < statement.start();
        boolean lines = statement
                .descendants("template_string")
                .anyMatch(each -> each.text().contains("\n"));
        if (!alone || !inReach || lines) {
            return Repair.NONE;
        }
        List<Edit> edits = Rewrite.wrapped(
                        run.source(), statement, "if (!" + database.get().text() + ".migrations?.skip) {", "}")
                .stream()
                .map(edit -> new Edit(run.source().path(), edit))
                .toList();
        boolean typed = plugin.types().of(given.at(database.get())).isPresent();
        return typed ? Repair.safe(edits) : Repair.suggested(edits);
    }

    private static String example(String run) {
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
                --- src/store.ts
                import {
                  DatabaseService,
                  resolvePackagePath,
                } from '@backstage/backend-plugin-api';

                const directory = resolvePackagePath(
                  '@internal/plugin-example-backend',
                  'migrations',
                );

                export async function open(database: DatabaseService) {
                  const client = await database.getClient();
                %s  return client;
                }
                """.formatted(run);
    }
}
