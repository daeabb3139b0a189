package dev.backstagegen.rule.errors;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Answers;
import dev.backstagegen.rule.code.Caught;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Request;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code errors/not-swallowed}: what fails is told apart, or at least told. */
public final class NotSwallowed implements Rule {

    private static final Pattern PROBES =
            Pattern.compile(".*(health|ready|readiness|live|liveness|status|ping|probe).*");

    /** What may fail because there is nothing left to do. */
    private static final Pattern CLEANUP = Pattern.compile(
            "(?i).*(close|destroy|unlink|rm|remove|delete|kill|end|abort|cancel|release|stop|disconnect|unsubscribe"
                    + "|rollback|cleanup|clean|dispose|shutdown|flush|exists|access|stat|lstat|mkdir|readdir|readfile"
                    + "|parse|import|write|drain|wait|sleep)(File|Sync|All|dir)?");

    private static final RuleDoc DOC = new RuleDoc(
            "errors/not-swallowed",
            Severity.WARNING,
            "No catch answers everything with one status, or keeps it to itself",
            "The `catch` clauses of handlers that answer whatever was thrown with one status, and empty ones after"
                    + " something that was waited for.",
            "A caller without a token or a permission, or with bad input, is told that the server failed, and what really"
                    + " failed looks like anything else.",
            "Let it throw: the error middleware answers each error with its own status, and logs it. Catch what can be"
                    + " dealt with, and throw the rest again.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/router.ts
                    import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
                    import Router from 'express-promise-router';
                    import { ItemService } from './ItemService';

                    export function createRouter(
                      httpAuth: HttpAuthService,
                      logger: LoggerService,
                      items: ItemService,
                    ) {
                      const router = Router();
                      router.get('/items', async (req, res) => {
                        try {
                          const credentials = await httpAuth.credentials(req, { allow: ['user'] });
                          res.json(await items.list({ credentials }));
                        } catch (error) {
                          logger.error(`Could not list the items: ${error}`);
                          res.status(500).json({ error: 'Could not list the items' });
                        }
                      });
                      return router;
                    }
                    """, """
                    --- src/router.ts
                    import { HttpAuthService } from '@backstage/backend-plugin-api';
                    import Router from 'express-promise-router';
                    import { ItemService } from './ItemService';

                    export function createRouter(httpAuth: HttpAuthService, items: ItemService) {
                      const router = Router();
                      router.get('/items', async (req, res) => {
                        const credentials = await httpAuth.credentials(req, { allow: ['user'] });
                        res.json(await items.list({ credentials }));
                      });
                      return router;
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Finding> findings = new ArrayList<>();
        for (Answers.Answer answer : plugin.answers().all()) {
            caught(answer)
                    .filter(clause -> isForAll(plugin, answer, clause))
                    .ifPresent(clause -> findings.add(Finding.at(
                            answer.call(), DOC, "Whatever is thrown here is answered with " + answer.status() + ".")));
        }
        for (Source source : plugin.sources()) {
            source.places("catch_clause")
                    .filter(NotSwallowed::isSilent)
                    .forEach(clause -> findings.add(Finding.at(
                            clause.at(clause.node().children().get(0)), DOC, "What is thrown here is lost.")));
        }
        return findings;
    }

    /** The {@code catch} that gives an answer to all that is thrown, but for what it goes on from. */
    private static Optional<TsNode> caught(Answers.Answer answer) {
        TsNode call = answer.call().node();
        Optional<TsNode> choice = call.ancestor("if_statement", "switch_statement", "ternary_expression");
        boolean remains = answer.status() == 500
                && choice.filter(each -> each.is("if_statement"))
                        .filter(each -> isAboutTheResponse(each) && !streams(call)
                                || each.child("alternative")
                                        .filter(other -> Syntax.within(call, other))
                                        .isPresent())
                        .isPresent();
        return remains ? Caught.clause(call) : Caught.always(call);
    }

    private static boolean isForAll(Plugin plugin, Answers.Answer answer, TsNode clause) {
        Optional<TsNode> body = clause.child("body");
        Optional<TsNode> tried = clause.parent().flatMap(each -> each.child("body"));
        return body.isPresent()
                && tried.isPresent()
                && Syntax.functionAround(clause)
                        .filter(answer.handler().node()::equals)
                        .isPresent()
                && !tellsApart(answer, body.get(), clause)
                && mayFailInManyWays(answer, tried.get())
                && !isProbe(plugin, answer)
                && (answer.status() == 500 || !isOfProtocol(answer));
    }

    /** Whether some errors are treated in another way, or handed on. */
    private static boolean tellsApart(Answers.Answer answer, TsNode body, TsNode clause) {
        Optional<String> error = clause.child("parameter").map(TsNode::text);
        boolean leaves = body.descendants("throw_statement").findAny().isPresent()
                || body.descendants("call_expression")
                        .anyMatch(call -> Syntax.called(call)
                                .filter(name -> name.text().equals("next"))
                                .isPresent());
        boolean chooses = body.descendants("if_statement", "switch_statement")
                .filter(each -> !isAboutTheResponse(each))
                .anyMatch(each -> ends(each)
                        .anyMatch(end -> !Syntax.within(answer.call().node(), branch(each, answer))
                                || !Syntax.within(end, branch(each, answer))));
        return leaves || chooses || error.isPresent() && isHandedWithResponse(body, error.get());
    }

    /** Where something is answered, or no more is done. */
    private static Stream<TsNode> ends(TsNode choice) {
        return choice.descendants("return_statement", "call_expression")
                .filter(inner -> inner.is("return_statement") || Syntax.calls(inner, "json", "send", "end"));
    }

    /** The part of a choice that holds the answer; the whole of it where none does. */
    private static TsNode branch(TsNode choice, Answers.Answer answer) {
        return Stream.of("consequence", "alternative")
                .flatMap(name -> choice.child(name).stream())
                .filter(each -> Syntax.within(answer.call().node(), each))
                .findFirst()
                .orElse(choice);
    }

    /** An answer that is sent piece by piece cannot be taken back, and says what it can. */
    private static boolean streams(TsNode answer) {
        return Caught.clause(answer)
                .flatMap(TsNode::parent)
                .flatMap(attempt -> attempt.child("body"))
                .filter(body -> body.descendants("call_expression")
                        .anyMatch(call -> Syntax.calls(call, "write", "writeHead", "pipe", "pipeTo", "flushHeaders")))
                .isPresent();
    }

    /** {@code if (!res.headersSent)} */
    private static boolean isAboutTheResponse(TsNode choice) {
        return choice.child("condition").stream()
                .flatMap(condition -> condition.descendants("property_identifier"))
                .anyMatch(name -> name.text().equals("headersSent"));
    }

    /** {@code handleError(error, res)} may do anything. */
    private static boolean isHandedWithResponse(TsNode body, String error) {
        return body.descendants("call_expression").anyMatch(call -> {
            List<String> given =
                    Syntax.arguments(call).stream().map(TsNode::text).toList();
            return given.contains(error) && given.stream().anyMatch(each -> each.matches("res|response"));
        });
    }

    /** A single thing that is tried may be known to fail in one way only. */
    private static boolean mayFailInManyWays(Answers.Answer answer, TsNode tried) {
        long waits = tried.descendants("await_expression", "throw_statement").count();
        return answer.status() == 500 ? waits > 0 : answer.status() < 500 && waits > 1;
    }

    private static boolean isProbe(Plugin plugin, Answers.Answer answer) {
        return plugin.requests().all().stream()
                .filter(request -> request.handlers().stream()
                        .anyMatch(handler -> handler.node() == answer.handler().node()))
                .map(Request::title)
                .anyMatch(title -> PROBES.matcher(title).matches());
    }

    private static boolean isOfProtocol(Answers.Answer answer) {
        return answer.body()
                .map(Place::node)
                .filter(body ->
                        body.is("object") && Syntax.member(body, "jsonrpc").isPresent())
                .isPresent();
    }

    /** An empty one, without a comment that says why, after something else than an attempt to clean up. */
    private static boolean isSilent(Place clause) {
        Optional<TsNode> body = clause.node().child("body");
        boolean empty = body.filter(each -> each.children().size() == 2).isPresent();
        return empty
                && clause.node()
                        .parent()
                        .flatMap(each -> each.child("body"))
                        .filter(NotSwallowed::waitsForSomething)
                        .isPresent();
    }

    private static boolean waitsForSomething(TsNode tried) {
        List<TsNode> calls = tried.descendants("await_expression")
                .map(Syntax::awaited)
                .filter(each -> each.is("call_expression"))
                .toList();
        return !calls.isEmpty()
                && calls.stream()
                        .map(call -> Syntax.method(call)
                                .or(() -> Syntax.called(call).map(TsNode::text))
                                .orElse(""))
                        .noneMatch(name -> CLEANUP.matcher(name).matches());
    }
}
