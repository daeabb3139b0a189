package dev.backstagegen.rule.database;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.MigrationFile;
import dev.backstagegen.rule.code.Migrations;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code database/migrations-fail-loudly}: a migration that failed does not pass for done. */
public final class MigrationsFailLoudly implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "database/migrations-fail-loudly",
            Severity.ERROR,
            "A migration that fails stops the start",
            "What is caught around the queries of `up`, and around `migrate.latest`.",
            "A migration that ends without an error counts as done for ever, and the plugin goes on with tables that"
                    + " are not there.",
            "Let the error through; ask first, with `hasTable` or `hasColumn`, where something may be there already.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(example("""
                      try {
                        await knex.schema.createTable('items', table => table.uuid('id').primary());
                      } catch (error) {
                        console.warn('The table is there already', error);
                      }
                    """), example("""
                      if (!(await knex.schema.hasTable('items'))) {
                        await knex.schema.createTable('items', table => table.uuid('id').primary());
                      }
                    """))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Finding> findings = new ArrayList<>();
        for (MigrationFile file : MigrationFile.of(plugin)) {
            for (Place up : file.functions("up")) {
                swallowed(up)
                        .map(each -> Finding.at(each, DOC, "What fails here in `up` is swallowed."))
                        .forEach(findings::add);
            }
        }
        Migrations.runs(plugin).stream()
                .filter(run -> plugin.loaded().contains(run.source()))
                .flatMap(run -> silencer(plugin, run).stream())
                .map(each -> Finding.at(each, DOC, "The plugin starts even when its migrations failed."))
                .forEach(findings::add);
        return findings;
    }

    /** The places where an error of a query on the client is caught and comes to nothing. */
    private static Stream<Place> swallowed(Place up) {
        Optional<String> client =
                Syntax.parameters(up.node()).stream().findFirst().map(TsNode::text);
        Stream<TsNode> blocks = up.node()
                .descendants("try_statement")
                .filter(each -> each.child("body")
                        .filter(body -> client.isPresent() && waitsFor(body, client.get()))
                        .isPresent())
                .flatMap(each -> each.child("handler").stream())
                .filter(handler -> client.isPresent() && !asks(handler, client.get()))
                .filter(handler -> !fails(handler));
        Stream<TsNode> calls = up.node()
                .descendants("call_expression")
                .filter(each -> Syntax.calls(each, "catch") && client.isPresent() && startsAt(each, client.get()))
                .flatMap(each -> Syntax.argument(each, 0).stream())
                .filter(handler -> Syntax.isFunction(handler) && !asks(handler, client.get()) && !fails(handler));
        return Stream.concat(blocks, calls).map(MigrationsFailLoudly::label).map(up::at);
    }

    /** What catches the errors of a run in the same function and does not pass them on. */
    private static Optional<Place> silencer(Plugin plugin, Place run) {
        Optional<TsNode> chained = run.node()
                .parent()
                .filter(member -> member.is("member_expression"))
                .flatMap(TsNode::parent)
                .filter(call -> call.is("call_expression") && Syntax.calls(call, "catch"))
                .flatMap(call -> Syntax.argument(call, 0))
                .filter(Syntax::isFunction);
        Optional<TsNode> function = Syntax.functionAround(run.node());
        Optional<TsNode> block = run.node()
                .ancestor("try_statement")
                .filter(each -> Syntax.functionAround(each).equals(function))
                .filter(each -> each.child("body")
                        .filter(body -> Syntax.within(run.node(), body))
                        .isPresent())
                .flatMap(each -> each.child("handler"));
        boolean again = run.node()
                .ancestor("for_statement", "for_in_statement", "while_statement", "do_statement")
                .filter(each -> Syntax.functionAround(each).equals(function))
                .isPresent();
        return chained.or(() -> block)
                .filter(handler ->
                        !again && !asks(handler, "migrate") && !fails(handler) && !mayFail(plugin, run.at(handler)))
                .map(MigrationsFailLoudly::label)
                .map(run::at);
    }

    /** The head of a handler; its body may be long. */
    private static TsNode label(TsNode handler) {
        return handler.is("catch_clause") ? handler.children().get(0) : handler;
    }

    private static boolean waitsFor(TsNode body, String client) {
        return body.descendants("await_expression")
                .flatMap(each -> each.namedChildren().stream())
                .anyMatch(each -> startsAt(each, client));
    }

    /** Whether the handler works on the database itself, which is another way and no silence. */
    private static boolean asks(TsNode handler, String client) {
        return handler.descendants("identifier", "property_identifier")
                .anyMatch(each -> each.text().equals(client));
    }

    private static boolean startsAt(TsNode chain, String client) {
        TsNode at = Syntax.awaited(chain);
        while (true) {
            Optional<TsNode> inner = at.is("call_expression")
                    ? Syntax.called(at)
                    : at.is("member_expression") ? at.child("object") : Optional.empty();
            if (inner.isEmpty()) {
                return at.is("identifier") && at.text().equals(client);
            }
            at = Syntax.awaited(inner.get());
        }
    }

    private static boolean fails(TsNode handler) {
        return handler.descendants("throw_statement").findAny().isPresent()
                || handler.descendants("call_expression")
                        .anyMatch(call -> Syntax.calls(call, "exit", "reject", "abort", "kill", "rollback")
                                || Syntax.called(call)
                                        .filter(called -> called.text().matches("reject|next|done|callback|cb"))
                                        .isPresent());
    }

    /** Whether a function of the plugin that the handler calls throws, or whether the failure is given back. */
    private static boolean mayFail(Plugin plugin, Place handler) {
        boolean givesBack = handler.node()
                .descendants("return_statement")
                .anyMatch(each -> !each.namedChildren().isEmpty());
        return givesBack
                || handler.node()
                        .descendants("call_expression")
                        .flatMap(call -> plugin.calls().reached(handler.at(call)).stream())
                        .anyMatch(function -> fails(function.node()));
    }

    private static String example(String body) {
        return """
                --- migrations/20260101000000_create_items.js
                exports.up = async knex => {
                %s};

                exports.down = async knex => {
                  await knex.schema.dropTable('items');
                };
                """.formatted(body);
    }
}
