package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is taken out of objects before somebody sees them. */
final class Redaction {

    private Redaction() {}

    /** The members of a variable that are deleted, or get another value. */
    static Set<String> removed(Binding variable) {
        return variable.source().uses(variable).stream()
                .filter(use -> use.field().equals("object"))
                .flatMap(use -> use.parent().stream())
                .filter(member -> member.is("member_expression")
                        && (member.field().equals("left")
                                || member.parent()
                                        .filter(each -> each.is("unary_expression") && Syntax.hasToken(each, "delete"))
                                        .isPresent()))
                .flatMap(member -> member.child("property").map(TsNode::text).stream())
                .collect(Collectors.toSet());
    }

    /** Whether a secret may be left out on the way to the value of a name: {@code const { token, ...safe } = options}. */
    static boolean mayBeOnTheWayTo(Plugin plugin, Place name) {
        Optional<Binding> binding = name.source().binding(name.node());
        Stream<Source> called = binding
                .map(Binding::place)
                .flatMap(place ->
                        place.node().child("value").map(Syntax::awaited).map(place::at))
                .filter(value -> value.node().is("call_expression"))
                .stream()
                .flatMap(call -> plugin.calls().reached(call).stream())
                .map(Place::source);
        return binding.filter(each -> each.steps().contains("...")).isPresent()
                || Stream.concat(Stream.of(name.source()), called).anyMatch(Redaction::leavesOut);
    }

    /** Whether a file takes a secret out of an object to keep the rest. */
    static boolean leavesOut(Source source) {
        return source.all("rest_pattern")
                .flatMap(rest -> rest.parent().stream())
                .filter(pattern -> pattern.is("object_pattern"))
                .flatMap(pattern -> pattern.namedChildren().stream())
                .anyMatch(member ->
                        Syntax.key(member).filter(SecretNames::isOfSetting).isPresent());
    }
}
