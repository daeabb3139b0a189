package dev.backstagegen.rule.logging;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Binding;
import dev.backstagegen.rule.code.LogCalls;
import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.rule.code.Source;
import dev.backstagegen.rule.code.Syntax;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code logging/structured}: a message is a constant, what belongs to it are its data. */
public final class Structured implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "logging/structured",
            Severity.INFO,
            "Values of a log line are its metadata",
            "Messages of loggers into which values are put, once a file. The message of an error, a constant, and a"
                    + " line that has metadata besides are none.",
            "Lines about the same thing then have the same text, and can be found and counted by their values.",
            "Give the values in the second argument: `logger.info('Refreshed the items', { count })`.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example(
                    example("`Refreshed ${count} items of ${owner}`"),
                    example("'Refreshed the items', { count, owner }"))));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return plugin.loaded().stream()
                .filter(source -> source.all("call_expression").noneMatch(Structured::isForUsers))
                .flatMap(source -> finding(plugin, source).stream())
                .toList();
    }

    /** The log of a scaffolder action is a text on a page, where metadata would not be seen. */
    private static boolean isForUsers(TsNode call) {
        return Syntax.called(call)
                .filter(called -> called.text().equals("createTemplateAction"))
                .isPresent();
    }

    private static Optional<Finding> finding(Plugin plugin, Source source) {
        List<Place> messages = LogCalls.on(plugin, source)
                .filter(call -> Syntax.arguments(call.node()).size() == 1)
                .flatMap(call -> Syntax.argument(call.node(), 0).map(call::at).stream())
                .filter(message -> values(message).anyMatch(value -> isData(plugin, message.at(value))))
                .toList();
        return messages.stream()
                .findFirst()
                .map(first -> Finding.at(
                        first,
                        DOC,
                        messages.size() == 1
                                ? "This message has values in its text."
                                : "This message has values in its text, as " + (messages.size() - 1)
                                        + " more in this file."));
    }

    /** What stands in the holes of a template, or between the texts of a sum. */
    private static Stream<TsNode> values(Place message) {
        TsNode node = message.node();
        if (node.is("template_string")) {
            return node.namedChildren().stream()
                    .filter(each -> each.is("template_substitution"))
                    .flatMap(each -> each.namedChildren().stream())
                    .map(Syntax::bare);
        }
        boolean isSum = node.is("binary_expression")
                && Syntax.hasToken(node, "+")
                && node.descendants("string", "template_string").findAny().isPresent();
        return isSum
                ? Stream.of("left", "right")
                        .flatMap(side -> node.child(side).stream())
                        .map(Syntax::bare)
                        .flatMap(side -> side.is("binary_expression", "template_string")
                                ? values(message.at(side))
                                : Stream.of(side))
                : Stream.empty();
    }

    private static boolean isData(Plugin plugin, Place value) {
        TsNode node = value.node();
        return Syntax.string(node).isEmpty()
                && !node.is("number")
                && !isOfError(value)
                && !node.text().matches("[A-Z][A-Z0-9_]*(\\.[A-Z][A-Z0-9_]*)*")
                && plugin.origins().text(value).isEmpty();
    }

    /** An error, its message, its stack, or a text made of one. */
    private static boolean isOfError(Place value) {
        return value.node().descendants("identifier", "property_identifier").anyMatch(name -> isError(value.at(name)));
    }

    private static boolean isError(Place name) {
        return name.node()
                        .text()
                        .matches(
                                "e|ex|err|errors?|cause|reason|exception|message|msg|prefix|.*(Error|Err|Errors|Message)")
                || name.source()
                        .binding(name.node())
                        .filter(binding -> binding.is(Binding.Kind.CAUGHT))
                        .isPresent();
    }

    private static String example(String arguments) {
        return """
                --- src/report.ts
                import { LoggerService } from '@backstage/backend-plugin-api';

                export function report(logger: LoggerService, count: number, owner: string) {
                  logger.info(%s);
                }
                """.formatted(arguments);
    }
}
