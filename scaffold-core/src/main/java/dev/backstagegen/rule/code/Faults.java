package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells whether an error is thrown for whatever went wrong, and not for something that its place knows of. */
final class Faults {

    private static final Pattern ONLY_READS =
            Pattern.compile("parse\\w*|safeParse\\w*|validate\\w*|json|text|decode|import");

    private final Plugin plugin;

    Faults(Plugin plugin) {
        this.plugin = plugin;
    }

    boolean isFault(Place function, Place error, Optional<TsNode> condition) {
        return isCaught(function, error) || isBadReply(function, error, condition);
    }

    /** Thrown for everything that a {@code catch} gets hold of, where the {@code try} waits for somebody else. */
    private boolean isCaught(Place function, Place error) {
        Optional<TsNode> caught = Syntax.statement(error.node())
                .flatMap(TsNode::parent)
                .flatMap(TsNode::parent)
                .filter(each -> each.is("catch_clause"));
        Optional<TsNode> attempt = caught.flatMap(TsNode::parent).flatMap(each -> each.child("body"));
        return attempt.isPresent()
                && caught.get().descendants("if_statement").noneMatch(Faults::isExclusive)
                && attempt.get()
                        .descendants("await_expression")
                        .filter(each -> Syntax.functionAround(each)
                                .filter(function.node()::equals)
                                .isPresent())
                        .map(Syntax::awaited)
                        .anyMatch(each -> each.is("call_expression") && isFallible(error.at(each)));
    }

    /** A branch after which only some errors are left: {@code if (!(error instanceof X)) throw error}. */
    private static boolean isExclusive(TsNode choice) {
        return choice.child("condition")
                .filter(condition -> condition
                        .descendants("unary_expression", "binary_expression")
                        .anyMatch(each -> Syntax.hasToken(each, "!")
                                || Syntax.hasToken(each, "!==")
                                || Syntax.hasToken(each, "!=")))
                .isPresent();
    }

    /** Whether a call may fail for other reasons than its input. */
    private boolean isFallible(Place call) {
        String name = Syntax.method(call.node())
                .or(() -> Syntax.called(call.node()).map(TsNode::text))
                .orElse("");
        if (ONLY_READS.matcher(name).matches()) {
            return false;
        }
        List<Place> own = plugin.calls().reached(call);
        return own.isEmpty() || own.stream().anyMatch(each -> new Reach(plugin, each).leavesInput());
    }

    /** Thrown because a reply was no good, with its status in the message and nothing said about which. */
    private static boolean isBadReply(Place function, Place error, Optional<TsNode> condition) {
        boolean always = error.node()
                .ancestor("if_statement", "switch_case", "catch_clause")
                .filter(each -> Syntax.within(each, function.node()))
                .isEmpty();
        boolean bad = condition
                .filter(each -> each.is("unary_expression")
                        && Syntax.hasToken(each, "!")
                        && each.child("argument")
                                .filter(argument -> Syntax.isMember(argument, "ok"))
                                .isPresent())
                .isPresent();
        return (always || bad)
                && Syntax.arguments(error.node()).stream()
                        .flatMap(each -> each.descendants("template_substitution"))
                        .flatMap(each -> each.namedChildren().stream())
                        .anyMatch(
                                each -> Syntax.isMember(each, "statusText") || bad && Syntax.isMember(each, "status"));
    }
}
