package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What functions throw, and why, as far as the condition around it and its message tell. */
public final class Throws {

    private static final String ERRORS = "@backstage/errors";
    private static final Pattern REFUSED = Pattern.compile(
            "access denied|permission denied|insufficient permission|(?:do|does)(?: not|n't) have (?:\\w+ ){0,2}permission"
                    + "|not authori[sz]ed to|not permitted to|unauthori[sz]ed",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABSENT = Pattern.compile(
            "\\bnot found\\b|\\bno .* found\\b|\\bdoes(?: not|n't) exist\\b|\\bcould(?: not|n't) (?:be found|find)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What is missing because of a mistake of the plugin or in its configuration. */
    private static final Pattern NO_THING = Pattern.compile(
            "config|setting|environment variable|annotation|parameter|argument|header|\\bkey\\b|field|property"
                    + "|integration|provider|token|credential|secret|\\bafter\\b|unexpected|internal|should",
            Pattern.CASE_INSENSITIVE);

    private final Plugin plugin;
    private final Faults faults;

    public Throws(Plugin plugin) {
        this.plugin = plugin;
        this.faults = new Faults(plugin);
    }

    /**
     * An error that is thrown.
     *
     * @param error the expression that makes it
     * @param name the name of its class in its own package
     */
    public record Thrown(Place error, String name, boolean isRefusal, boolean isAbsence, boolean isFault) {

        public boolean isInputError() {
            return name.equals("InputError");
        }

        /** How to call it in a message. */
        public String shown() {
            return isInputError() ? "InputError" : "a plain Error";
        }
    }

    /** The {@code InputError}s and plain {@code Error}s that a function itself throws. */
    public List<Thrown> in(Place function) {
        return function.source()
                .places("throw_statement")
                .filter(each -> Syntax.functionAround(each.node())
                        .filter(function.node()::equals)
                        .isPresent())
                .flatMap(each -> each.node().namedChildren().stream()
                        .map(Syntax::bare)
                        .filter(error -> error.is("new_expression"))
                        .map(each::at))
                .flatMap(error -> name(error).map(name -> thrown(function, error, name)).stream())
                .toList();
    }

    private Thrown thrown(Place function, Place error, String name) {
        Optional<TsNode> condition = condition(error.node(), function.node());
        String message = message(error.node());
        return new Thrown(
                error,
                name,
                isRefusal(error, condition, message),
                isAbsence(error, name, condition, message),
                faults.isFault(function, error, condition));
    }

    private Optional<String> name(Place error) {
        Optional<TsNode> called = Syntax.called(error.node()).filter(each -> each.is("identifier"));
        if (called.isEmpty()) {
            return Optional.empty();
        }
        if (called.get().text().equals("Error")
                && error.source().binding(called.get()).isEmpty()) {
            return Optional.of("Error");
        }
        return plugin.modules().isOutside(error.source(), called.get(), ERRORS, "InputError")
                ? Optional.of("InputError")
                : Optional.empty();
    }

    /** The condition under which a statement stands right in its {@code if}. */
    private static Optional<TsNode> condition(TsNode error, TsNode function) {
        Optional<TsNode> choice = error.ancestor("if_statement").filter(each -> Syntax.within(each, function));
        return choice.filter(each -> each.child("consequence")
                        .filter(then -> Syntax.within(error, then))
                        .isPresent())
                .flatMap(each -> each.child("condition"))
                .map(Syntax::bare);
    }

    private static String message(TsNode error) {
        return Syntax.argument(error, 0).stream()
                .flatMap(each -> each.descendants("string", "template_string"))
                .map(TsNode::text)
                .collect(Collectors.joining(" "));
    }

    private boolean isRefusal(Place error, Optional<TsNode> condition, String message) {
        boolean decided = condition.isPresent()
                && condition.get().descendants("binary_expression").anyMatch(each -> isDecision(error.at(each)));
        // Another service that refuses the plugin itself is a fault, not a refusal.
        boolean reply = condition.isPresent()
                && condition
                        .get()
                        .descendants("property_identifier")
                        .anyMatch(each -> each.text().startsWith("status"));
        return decided
                || condition.isPresent() && !reply && REFUSED.matcher(message).find();
    }

    /** Whether a comparison finds that something is not allowed, or that it is denied. */
    private boolean isDecision(Place comparison) {
        String refused = Syntax.hasToken(comparison.node(), "!==") || Syntax.hasToken(comparison.node(), "!=")
                ? "ALLOW"
                : Syntax.hasToken(comparison.node(), "===") || Syntax.hasToken(comparison.node(), "==") ? "DENY" : "";
        return Stream.of("left", "right")
                .flatMap(side -> comparison.node().child(side).map(Syntax::bare).stream())
                .anyMatch(side -> Syntax.string(side).filter(refused::equals).isPresent()
                        || Syntax.isMember(side, refused)
                                && side.child("object")
                                        .filter(object -> plugin.modules()
                                                .isOutside(
                                                        comparison.source(),
                                                        object,
                                                        "@backstage/plugin-permission-common",
                                                        "AuthorizeResult"))
                                        .isPresent());
    }

    /** Something was asked for, what came is nothing, and the message says so. */
    private boolean isAbsence(Place error, String name, Optional<TsNode> condition, String message) {
        return condition.isPresent()
                && ABSENT.matcher(message).find()
                && !NO_THING.matcher(message).find()
                && missing(condition.get()).anyMatch(each -> isAnswer(error.at(each), name.equals("Error")));
    }

    /** The values that a condition finds to be nothing. */
    private static Stream<TsNode> missing(TsNode condition) {
        TsNode node = Syntax.bare(condition);
        if (node.is("unary_expression") && Syntax.hasToken(node, "!")) {
            return node.child("argument").map(Syntax::bare).stream();
        }
        if (!node.is("binary_expression")) {
            return Stream.empty();
        }
        Optional<TsNode> left = node.child("left");
        Optional<TsNode> right = node.child("right");
        if (left.isEmpty() || right.isEmpty()) {
            return Stream.empty();
        }
        if (Syntax.hasToken(node, "||")) {
            return Stream.concat(missing(left.get()), missing(right.get()));
        }
        boolean same = Syntax.hasToken(node, "===") || Syntax.hasToken(node, "==");
        boolean nothing = right.get().text().matches("undefined|null|0");
        return same && nothing ? Stream.of(Syntax.bare(left.get())) : Stream.empty();
    }

    /**
     * Whether a value was asked of somebody, and is no configuration and no part of the input.
     *
     * @param afar whether it has to be somebody else than a map in memory, which misses nothing but by mistake
     */
    private boolean isAnswer(Place value, boolean afar) {
        TsNode node = value.node();
        boolean plain = node.is("identifier")
                || node.is("member_expression")
                        && node.child("property")
                                .filter(each -> each.text().matches("length|item|data|rowCount"))
                                .isPresent();
        return plain
                && plugin.origins().of(value).stream()
                        .map(origin -> origin.place().node())
                        .anyMatch(origin -> origin.is("call_expression")
                                && !Syntax.method(origin)
                                        .orElse("")
                                        .matches("get(Optional\\w*|Config|ConfigArray)|exec|match")
                                && (!afar || isAwaited(origin) || Syntax.calls(origin, "find"))
                                && !Syntax.root(origin).text().matches("input|process|config|params|args"));
    }

    private static boolean isAwaited(TsNode call) {
        return call.parent()
                .filter(parent -> parent.is("await_expression", "return_statement"))
                .isPresent();
    }
}
