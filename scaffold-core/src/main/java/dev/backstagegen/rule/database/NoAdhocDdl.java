package dev.backstagegen.rule.database;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.DatabaseClients;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code database/no-adhoc-ddl}: tables are changed in migrations only. */
public final class NoAdhocDdl implements Rule {

    private static final String[] CHANGES = {
        "createTable",
        "createTableIfNotExists",
        "createTableLike",
        "alterTable",
        "table",
        "dropTable",
        "dropTableIfExists",
        "renameTable",
        "createView",
        "createViewOrReplace",
        "createMaterializedView",
        "alterView",
        "dropView",
        "dropViewIfExists",
        "dropMaterializedView",
        "dropMaterializedViewIfExists",
        "renameView"
    };

    /** Temporary tables are gone with the connection; partitions come and go with the data. */
    private static final Pattern SQL = Pattern.compile(
            "\\s*(create|alter|drop)\\s+(unique\\s+|unlogged\\s+|materialized\\s+|or\\s+replace\\s+)*(table|index|view|type)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final RuleDoc DOC = new RuleDoc(
            "database/no-adhoc-ddl",
            Severity.WARNING,
            "Tables are changed in migrations only",
            "Calls such as `schema.createTable`, and raw SQL that creates, alters or drops, outside migrations.",
            "What code changes by itself happens in no order, in several instances at once, and even where the operator"
                    + " runs the migrations.",
            "Move it into a migration.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("""
                    if (!(await client.schema.hasTable('items'))) {
                        await client.schema.createTable('items', table =>
                          table.uuid('id').primary(),
                        );
                      }\
                    """), example("""
                    if (!database.migrations?.skip) {
                        await client.migrate.latest({ directory });
                      }\
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.loaded().stream()
                .filter(source -> !isMigration(source))
                .flatMap(source -> source.places("call_expression"))
                .filter(call -> changes(call) || runs(plugin, call))
                .filter(call -> !isInMigration(call.node()))
                .map(call -> Finding.at(
                        call.at(Syntax.called(call.node())
                                .flatMap(called -> called.child("property"))
                                .orElse(call.node())),
                        DOC,
                        "This changes the tables outside a migration."))
                .toList();
    }

    /** {@code client.schema.createTable(...)}, with anything between the two. */
    private static boolean changes(Place call) {
        if (!Syntax.calls(call.node(), CHANGES)) {
            return false;
        }
        boolean alters = !Syntax.calls(call.node(), "table")
                || Syntax.argument(call.node(), 1).filter(Syntax::isFunction).isPresent();
        return alters
                && Syntax.receiver(call.node()).filter(NoAdhocDdl::isSchema).isPresent();
    }

    private static boolean isSchema(TsNode receiver) {
        TsNode at = receiver;
        while (at.is("call_expression")) {
            Optional<TsNode> inner = Syntax.receiver(at);
            if (inner.isEmpty()) {
                return false;
            }
            at = inner.get();
        }
        return at.is("member_expression")
                && at.child("property")
                        .filter(property -> property.text().equals("schema"))
                        .isPresent();
    }

    private static boolean runs(Plugin plugin, Place call) {
        if (!Syntax.calls(call.node(), "raw")) {
            return false;
        }
        Optional<TsNode> receiver = Syntax.receiver(call.node());
        return Syntax.argument(call.node(), 0)
                        .filter(sql -> beginning(sql)
                                .filter(text -> SQL.matcher(text).matches()
                                        && !text.toLowerCase(Locale.ROOT).contains("partition"))
                                .isPresent())
                        .isPresent()
                && receiver.filter(each -> isSchema(each) || DatabaseClients.isClient(plugin, call.at(each)))
                        .isPresent();
    }

    /** A text, or a template up to its end; what is filled in does not change what kind of statement it is. */
    private static Optional<String> beginning(TsNode sql) {
        return sql.is("template_string") ? Optional.of(sql.text().replaceFirst("^`", "")) : Syntax.string(sql);
    }

    private static boolean isMigration(Source source) {
        return source.path().segments().stream().anyMatch(each -> each.matches("(?i).*migrations?(\\.[jt]s)?"));
    }

    private static boolean isInMigration(TsNode call) {
        Optional<TsNode> around = Syntax.functionAround(call);
        while (around.isPresent()) {
            Optional<TsNode> named = around.get().is("arrow_function", "function_expression")
                    ? around.get().parent()
                    : around;
            boolean found = named.flatMap(each -> each.is("pair")
                            ? Syntax.key(each)
                            : each.child("name").map(TsNode::text))
                    .filter(name -> name.matches("up|down"))
                    .isPresent();
            if (found) {
                return true;
            }
            around = Syntax.functionAround(around.get());
        }
        return false;
    }

    private static String example(String open) {
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
                  %s
                  return client;
                }
                """.formatted(open);
    }
}
