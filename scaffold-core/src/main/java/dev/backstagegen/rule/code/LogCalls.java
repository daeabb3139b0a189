package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls that write to a log. */
public final class LogCalls {

    private static final String[] LEVELS = {"error", "warn", "info", "debug", "verbose", "silly", "trace", "http", "log"
    };

    private LogCalls() {}

    /** The calls on loggers, such as {@code logger.info(...)}; not those on the console. */
    public static Stream<Place> on(Plugin plugin, Source source) {
        return source.places("call_expression")
                .filter(call -> Syntax.calls(call.node(), LEVELS))
                .filter(call -> Syntax.receiver(call.node())
                        .filter(receiver -> isLogger(plugin, call.at(receiver)))
                        .isPresent());
    }

    /** The names of the global console and its methods, where nothing else is called so. */
    public static Stream<Place> onConsole(Source source) {
        return source.places("member_expression")
                .filter(member -> member.node()
                        .child("object")
                        .map(Syntax::bare)
                        .filter(object -> object.is("identifier")
                                && object.text().equals("console")
                                && source.binding(object).isEmpty())
                        .isPresent());
    }

    private static boolean isLogger(Plugin plugin, Place receiver) {
        TsNode node = receiver.node();
        if (node.is("call_expression")) {
            return Syntax.calls(node, "child")
                    && Syntax.receiver(node)
                            .filter(inner -> isLogger(plugin, receiver.at(inner)))
                            .isPresent();
        }
        Optional<String> name = node.is("member_expression")
                ? node.child("property").map(TsNode::text)
                : Optional.of(node).filter(each -> each.is("identifier")).map(TsNode::text);
        return name.filter(text -> text.replaceAll("[#_]", "").matches("(?i)log|.*logger"))
                        .isPresent()
                || plugin.types().is(receiver, "LoggerService");
    }
}
