package dev.backstagegen.rule.logging;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.LogCalls;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Secrets;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code logging/no-secrets}: what lets somebody in is not written down. */
public final class NoSecrets implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "logging/no-secrets",
            Severity.ERROR,
            "No token, secret or password is logged",
            "What loggers and the console are given to write, where it is the value itself and not, say, its length.",
            "Logs are kept for long and read by many; whoever reads a token there can act with it.",
            "Log that it is there, `hasToken: Boolean(token)`, or nothing about it.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("'Calling the service', { url, token }"),
                    example("'Calling the service', { url, hasToken: Boolean(token) }"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.loaded().stream()
                .flatMap(source -> calls(plugin, source))
                .flatMap(call -> Syntax.arguments(call.node()).stream()
                        .flatMap(argument -> Secrets.in(plugin, call.at(argument)).stream()))
                .map(secret -> Finding.at(secret.place(), DOC, "This writes " + secret.name() + " to the log."))
                .distinct()
                .toList();
    }

    private static Stream<Place> calls(Plugin plugin, Source source) {
        Stream<Place> console = LogCalls.onConsole(source)
                .flatMap(use -> use.node().parent().filter(parent -> isCall(parent, use.node())).map(use::at).stream());
        return Stream.concat(LogCalls.on(plugin, source), console);
    }

    private static boolean isCall(TsNode parent, TsNode called) {
        Optional<TsNode> function = parent.is("call_expression") ? Syntax.called(parent) : Optional.empty();
        return function.filter(each -> each == called).isPresent();
    }

    private static String example(String arguments) {
        return """
                --- src/call.ts
                import { LoggerService } from '@backstage/backend-plugin-api';

                export function call(logger: LoggerService, url: string, token: string) {
                  logger.debug(%s);
                  return fetch(url, { headers: { Authorization: `Bearer ${token}` } });
                }
                """.formatted(arguments);
    }
}
