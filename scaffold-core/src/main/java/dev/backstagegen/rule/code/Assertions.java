package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a test claims. */
public final class Assertions {

    private static final Set<String> EQUALITIES = Set.of("toBe", "toEqual", "toStrictEqual");
    private static final String CLAIMING = "_?(expect|assert|verify|check|should|validate|ensure|fail).*";

    private Assertions() {}

    /**
     * An {@code expect(subject).words()}.
     *
     * @param words all that stands between the subject and the arguments, such as {@code not} and {@code toBe}
     */
    public record Assertion(Place call, Place subject, List<String> words, List<TsNode> arguments) {

        public Assertion {
            words = List.copyOf(words);
            arguments = List.copyOf(arguments);
        }

        public String matcher() {
            return words.isEmpty() ? "" : words.get(words.size() - 1);
        }
    }

    /** All that stand in a function. */
    public static List<Assertion> in(Place function) {
        return calls(function).flatMap(call -> read(call).stream()).toList();
    }

    /** Whether anything else in a function may fail for a reason: a helper, supertest's {@code expect}, a throw. */
    public static boolean hasOthers(Plugin plugin, Place function) {
        return function.node().descendants("throw_statement").findAny().isPresent()
                || calls(function)
                        .filter(call -> read(call).isEmpty() && !isExpect(call.node()))
                        .anyMatch(call -> isClaim(call.node()) || reachesClaim(plugin, call, new HashSet<>()));
    }

    /** The HTTP statuses that a function expects of answers. */
    public static Set<Integer> statuses(Place function) {
        Set<Integer> statuses = new HashSet<>();
        in(function).forEach(each -> status(each).ifPresent(statuses::add));
        calls(function)
                .filter(call ->
                        Syntax.calls(call.node(), "expect") && read(call).isEmpty())
                .forEach(call -> Syntax.argument(call.node(), 0)
                        .flatMap(Assertions::number)
                        .ifPresent(statuses::add));
        return statuses;
    }

    private static Optional<Integer> status(Assertion assertion) {
        List<TsNode> arguments = assertion.arguments();
        if (arguments.isEmpty() || assertion.words().contains("not")) {
            return Optional.empty();
        }
        TsNode first = Syntax.bare(arguments.get(0));
        if (EQUALITIES.contains(assertion.matcher())) {
            return isStatus(assertion.subject().node()) ? number(first) : Optional.empty();
        }
        if (assertion.matcher().equals("toMatchObject")) {
            return Syntax.property(first, "status").flatMap(Assertions::number);
        }
        boolean named = assertion.matcher().equals("toHaveProperty")
                && Syntax.string(first).filter("status"::equals).isPresent();
        return named && arguments.size() > 1 ? number(Syntax.bare(arguments.get(1))) : Optional.empty();
    }

    private static boolean isStatus(TsNode subject) {
        String name = subject.child("property").orElse(subject).text();
        return name.matches("status|statusCode");
    }

    private static Optional<Integer> number(TsNode node) {
        return node.is("number") && node.text().matches("\\d{3}")
                ? Optional.of(Integer.parseInt(node.text()))
                : Optional.empty();
    }

    private static Stream<Place> calls(Place function) {
        return function.node().descendants("call_expression").map(function::at);
    }

    private static Optional<Assertion> read(Place call) {
        List<String> words = new ArrayList<>();
        TsNode at = Syntax.called(call.node()).orElse(call.node());
        while (at.is("member_expression")) {
            words.add(0, at.child("property").map(TsNode::text).orElse(""));
            Optional<TsNode> object = at.child("object").map(Syntax::bare);
            if (object.isEmpty()) {
                return Optional.empty();
            }
            at = object.get();
        }
        boolean claim = at != call.node() && !words.isEmpty() && isExpect(at);
        return claim
                ? Syntax.argument(at, 0)
                        .map(subject -> new Assertion(call, call.at(subject), words, Syntax.arguments(call.node())))
                : Optional.empty();
    }

    private static boolean isExpect(TsNode call) {
        return call.is("call_expression")
                && Syntax.called(call)
                        .filter(name -> name.is("identifier") && name.text().equals("expect"))
                        .isPresent();
    }

    /** Whether a call is named like one that asserts something. */
    private static boolean isClaim(TsNode call) {
        TsNode called = Syntax.called(call).orElse(call);
        String name = called.child("property").orElse(called).text();
        String owner = called.child("object").map(TsNode::text).orElse("");
        return owner.matches("assert|sinon.*") || (!owner.equals("expect") && name.matches(CLAIMING));
    }

    private static boolean reachesClaim(Plugin plugin, Place call, Set<TsNode> seen) {
        return plugin.calls().reached(call).stream()
                .filter(function -> seen.add(function.node()))
                .anyMatch(function ->
                        calls(function).anyMatch(each -> isExpect(each.node()) || reachesClaim(plugin, each, seen)));
    }
}
