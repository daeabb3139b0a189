package dev.backstagegen.rule.router;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Answers;
import dev.backstagegen.rule.code.Caught;
import dev.backstagegen.rule.code.HandWritten;
import dev.backstagegen.rule.code.Input;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Request;
import dev.backstagegen.rule.code.Rewrite;
import dev.backstagegen.rule.code.Routes;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code router/input-error}: who is refused for the input learns it in Backstage's form. */
public final class InputError implements Rule {

    private static final String ERRORS = "@backstage/errors";

    private static final RuleDoc DOC = new RuleDoc(
            "router/input-error",
            Severity.WARNING,
            "Input that is rejected throws InputError",
            "Answers with a status of 400 and an error of the handler's own making.",
            "Clients of Backstage read errors in one form, `{ error: { name, message }, request, response }`, which the"
                    + " error middleware makes of an `InputError`.",
            "Throw an `InputError` of `@backstage/errors`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    """
                    --- src/router.ts
                    import Router from 'express-promise-router';
                    import { itemQuery } from './schemas';

                    export function createRouter() {
                      const router = Router();
                      router.get('/items', async (req, res) => {
                        const query = itemQuery.safeParse(req.query);
                        if (!query.success) {
                          res.status(400).json({ error: query.error.message });
                          return;
                        }
                        res.json({ items: [], limit: query.data.limit });
                      });
                      return router;
                    }
                    --- package.json
                    """ + manifest(""), """
                    --- src/router.ts
                    import Router from 'express-promise-router';
                    import { InputError } from '@backstage/errors';
                    import { itemQuery } from './schemas';

                    export function createRouter() {
                      const router = Router();
                      router.get('/items', async (req, res) => {
                        const query = itemQuery.safeParse(req.query);
                        if (!query.success) {
                          throw new InputError(query.error.message);
                        }
                        res.json({ items: [], limit: query.data.limit });
                      });
                      return router;
                    }
                    --- package.json
                    """ + manifest("    \"@backstage/errors\": \"^1.3.1\",\n"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.answers().all().stream()
                .filter(answer -> answer.status() == 400 && HandWritten.isError(plugin, answer))
                .filter(answer -> Caught.always(answer.call().node()).isEmpty())
                .filter(answer -> answer.isItsOwn() && !isAbsence(answer.call()))
                .map(answer -> Finding.at(answer.call(), DOC, "This 400 is written by hand.", repair(plugin, answer)))
                .toList();
    }

    /** What is not found is no bad input, whatever the status says: {@code const item = await find(); if (!item)}. */
    private static boolean isAbsence(Place call) {
        return call.node()
                .ancestor("if_statement")
                .filter(choice -> choice.child("consequence")
                        .filter(consequence -> Syntax.within(call.node(), consequence))
                        .isPresent())
                .flatMap(choice -> choice.child("condition"))
                .map(Syntax::bare)
                .filter(condition -> condition.is("unary_expression") && Syntax.hasToken(condition, "!"))
                .flatMap(condition -> condition.child("argument"))
                .map(Syntax::bare)
                .flatMap(call.source()::binding)
                .filter(binding -> binding.steps().isEmpty())
                .flatMap(binding -> binding.declaration().child("value"))
                .map(Syntax::bare)
                .filter(value -> value.is("await_expression"))
                .map(Syntax::awaited)
                .filter(value -> value.is("call_expression")
                        && Syntax.method(value)
                                .or(() -> Syntax.called(value).map(TsNode::text))
                                .filter(Input::isCheck)
                                .isEmpty())
                .isPresent();
    }

    private static Repair repair(Plugin plugin, Answers.Answer answer) {
        Source source = answer.call().source();
        Optional<TextEdit> statement = HandWritten.message(answer)
                .filter(message -> isForwarded(plugin, answer))
                .flatMap(message -> thrown(answer, message));
        Optional<Name> name = name(plugin, source);
        if (statement.isEmpty() || name.isEmpty()) {
            return Repair.NONE;
        }
        TextEdit edit = statement.get();
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit(
                source.path(),
                new TextEdit(
                        edit.start(), edit.end(), "throw new " + name.get().text() + "(" + edit.replacement() + ");")));
        name.get().imported().ifPresent(each -> edits.add(new Edit(source.path(), each)));
        dependency(plugin).ifPresent(each -> edits.add(new Edit(Manifest.PATH, each)));
        // Whoever reads the old form of the answer has to be looked after.
        return Repair.suggested(edits);
    }

    /** Whether what is thrown in its place gets to the error middleware, and the response is needed all the same. */
    private static boolean isForwarded(Plugin plugin, Answers.Answer answer) {
        TsNode function = answer.handler().node();
        Optional<Request> request = plugin.requests().all().stream()
                .filter(each -> each.handlers().stream().anyMatch(handler -> handler.node() == function))
                .findFirst();
        boolean forwards = request.filter(each -> !Syntax.isAsync(function)
                        || each.route().routers().stream().allMatch(router -> router.kind() == Routes.Kind.PROMISE))
                .isPresent();
        List<TsNode> parameters = Syntax.parameters(function);
        boolean needed = parameters.size() > 1
                && answer.call()
                        .source()
                        .binding(parameters.get(1))
                        .filter(response -> answer.call().source().uses(response).stream()
                                .anyMatch(
                                        use -> !Syntax.within(use, answer.call().node())))
                        .isPresent();
        return forwards
                && needed
                && Syntax.functionAround(answer.call().node())
                        .filter(function::equals)
                        .isPresent()
                && Caught.by(answer.call().node()).isEmpty();
    }

    /** The range of {@code return res...;}, or of {@code res...;} and the {@code return;} after it. */
    private static Optional<TextEdit> thrown(Answers.Answer answer, TsNode message) {
        TsNode call = answer.call().node();
        TsNode statement = call.parent().orElse(call);
        if (statement.is("return_statement")) {
            return Optional.of(new TextEdit(statement.start(), statement.end(), message.text()));
        }
        if (!statement.is("expression_statement")) {
            return Optional.empty();
        }
        List<TsNode> siblings = statement.parent().map(TsNode::children).orElse(List.of());
        int next = siblings.indexOf(statement) + 1;
        return next < siblings.size()
                        && siblings.get(next).is("return_statement")
                        && siblings.get(next).namedChildren().isEmpty()
                ? Optional.of(new TextEdit(statement.start(), siblings.get(next).end(), message.text()))
                : Optional.empty();
    }

    /** What the class is called in a file, and the edit that imports it where that is needed. */
    private record Name(String text, Optional<TextEdit> imported) {}

    private static Optional<Name> name(Plugin plugin, Source source) {
        Optional<String> known = source.all("import_specifier")
                .map(each -> each.child("alias").or(() -> each.child("name")).orElse(each))
                .filter(each -> plugin.modules().isOutside(source, each, ERRORS, "InputError"))
                .map(TsNode::text)
                .findFirst();
        if (known.isPresent()) {
            return Optional.of(new Name(known.get(), Optional.empty()));
        }
        return source.mentions("InputError")
                ? Optional.empty()
                : Optional.of(new Name("InputError", Optional.of(Rewrite.named(source, ERRORS, "InputError"))));
    }

    private static Optional<TextEdit> dependency(Plugin plugin) {
        return plugin.manifest()
                .filter(manifest -> manifest.range(ERRORS).isEmpty())
                .flatMap(manifest -> manifest.at("dependencies")
                        .filter(Json.ObjectValue.class::isInstance)
                        .map(value -> manifest.addSorted((Json.ObjectValue) value, ERRORS, "^1.3.1")));
    }

    private static String manifest(String errors) {
        return """
                {
                  "name": "@internal/plugin-example-backend",
                  "backstage": {
                    "role": "backend-plugin",
                    "pluginId": "example"
                  },
                  "dependencies": {
                    "@backstage/backend-plugin-api": "^1.10.1",
                %s    "express-promise-router": "^4.1.0"
                  }
                }
                """.formatted(errors);
    }
}
