package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the secrets that a value is or holds; what is only made of them, such as a length or a half, is none. */
public final class Secrets {

    private static final int MOST = 200;

    private final Plugin plugin;
    private final List<Secret> found = new ArrayList<>();
    private final Set<TsNode> seen = new HashSet<>();

    private Secrets(Plugin plugin) {
        this.plugin = plugin;
    }

    /**
     * A secret.
     *
     * @param place the part of the value that is it
     * @param name how it is called where it comes from
     */
    public record Secret(Place place, String name) {}

    /** Those that somebody sees who reads the value written out. */
    public static List<Secret> in(Plugin plugin, Place value) {
        Secrets secrets = new Secrets(plugin);
        secrets.read(value, Optional.empty(), Set.of());
        return List.copyOf(secrets.found);
    }

    /**
     * @param shown what to underline where the value stands somewhere else
     * @param hidden the members that something else takes the place of
     */
    private void read(Place value, Optional<Place> shown, Set<String> hidden) {
        TsNode node = Syntax.awaited(value.node());
        Place place = value.at(node);
        if (seen.size() > MOST || !seen.add(node)) {
            return;
        }
        switch (node.type()) {
            case "identifier", "shorthand_property_identifier", "member_expression", "subscript_expression" ->
                named(place, shown, hidden);
            case "call_expression" -> called(place, shown);
            case "object" -> members(place, shown, hidden);
            default -> parts(node).forEach(part -> read(place.at(part), shown, Set.of()));
        }
    }

    private void members(Place object, Optional<Place> shown, Set<String> hidden) {
        List<TsNode> members = object.node().namedChildren();
        Set<String> covered = new HashSet<>(hidden);
        for (TsNode member : members) {
            Syntax.key(member).filter(key -> !member.is("spread_element")).ifPresent(covered::add);
        }
        for (TsNode member : members) {
            if (member.is("spread_element")) {
                member.namedChildren().forEach(each -> read(object.at(each), shown, covered));
            } else if (Syntax.key(member).filter(hidden::contains).isEmpty()) {
                Optional<TsNode> value = member.is("pair") ? member.child("value") : Optional.of(member);
                value.filter(each -> !each.is("method_definition"))
                        .ifPresent(each -> read(object.at(each), shown, Set.of()));
            }
        }
    }

    /** The values that a reader sees of a value. */
    private static Stream<TsNode> parts(TsNode node) {
        return switch (node.type()) {
            case "template_string" ->
                node.namedChildren().stream()
                        .filter(each -> each.is("template_substitution"))
                        .flatMap(each -> each.namedChildren().stream());
            case "binary_expression" ->
                Syntax.hasToken(node, "+") || Syntax.hasToken(node, "||") || Syntax.hasToken(node, "??")
                        ? node.namedChildren().stream()
                        : node.child("right").stream().filter(each -> Syntax.hasToken(node, "&&"));
            case "ternary_expression" ->
                Stream.of("consequence", "alternative").flatMap(side -> node.child(side).stream());
            case "array", "spread_element" -> node.namedChildren().stream();
            default -> Stream.empty();
        };
    }

    private void called(Place call, Optional<Place> shown) {
        TsNode node = call.node();
        // A second argument of JSON.stringify may leave something out.
        boolean writesOut = Syntax.called(node)
                        .filter(called -> called.text().matches("JSON\\.stringify|String|(util\\.)?inspect"))
                        .isPresent()
                && Syntax.argument(node, 1)
                        .filter(each -> !each.text().matches("null|undefined"))
                        .isEmpty();
        Optional<String> key = Syntax.calls(node, "get", "getString", "getOptionalString", "getOptional", "header")
                ? Syntax.argument(node, 0).flatMap(Syntax::string)
                : Optional.empty();
        if (writesOut) {
            Syntax.argument(node, 0).ifPresent(argument -> read(call.at(argument), shown, Set.of()));
        } else if (Syntax.calls(node, "toString")) {
            Syntax.receiver(node).ifPresent(receiver -> read(call.at(receiver), shown, Set.of()));
        } else if (key.filter(Secrets::isKey).isPresent()) {
            note(call, shown, "'" + key.get() + "'");
        }
    }

    private static boolean isKey(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return last.matches("(?i)authorization|cookie|x-api-key") || SecretNames.isOfSetting(last);
    }

    private void named(Place place, Optional<Place> shown, Set<String> hidden) {
        String name = lastName(place.node());
        if (isEnvironment(place.node())) {
            if (SecretNames.isOfSetting(name)) {
                note(place, shown, "`" + name + "`");
            }
        } else if (isHeader(place, name)) {
            if (!hidden.contains("authorization")) {
                note(place, shown, "the Authorization header");
            }
        } else if (SecretNames.isOfValue(name) && isValue(place)) {
            note(place, shown, "`" + name + "`");
        } else if (!place.node().is("subscript_expression")) {
            follow(place, shown, hidden);
        }
    }

    /** What goes by another name here may still come from a secret, or be written together from one. */
    private void follow(Place place, Optional<Place> shown, Set<String> hidden) {
        Set<String> gone = new HashSet<>(hidden);
        place.source().binding(place.node()).map(Redaction::removed).ifPresent(gone::addAll);
        for (Origins.Origin origin : plugin.origins().of(place)) {
            List<String> path = origin.path();
            if (path.isEmpty() && origin.place().node() != place.node()) {
                if (!origin.place().node().is("object")
                        || !(Redaction.mayBeOnTheWayTo(plugin, place)
                                || Redaction.leavesOut(origin.place().source()))) {
                    read(origin.place(), shown.or(() -> Optional.of(place)), gone);
                }
            } else if (!path.isEmpty()
                    && origin.place().node().is("call_expression")
                    && SecretNames.isOfValue(path.get(path.size() - 1))) {
                note(place, shown, "`" + path.get(path.size() - 1) + "`");
            }
        }
    }

    private void note(Place place, Optional<Place> shown, String name) {
        found.add(new Secret(shown.orElse(place), name));
    }

    private static String lastName(TsNode node) {
        return switch (node.type()) {
            case "member_expression" -> node.child("property").map(TsNode::text).orElse("");
            case "subscript_expression" ->
                node.child("index").flatMap(Syntax::string).orElse("");
            default -> node.text();
        };
    }

    private static boolean isEnvironment(TsNode node) {
        return node.child("object")
                .filter(object -> object.text().equals("process.env"))
                .isPresent();
    }

    /** {@code req.headers}, {@code req.headers.authorization}, {@code headers['authorization']}. */
    private boolean isHeader(Place place, String name) {
        Optional<TsNode> object = place.node().child("object").map(Syntax::bare);
        if (name.equalsIgnoreCase("authorization")) {
            return object.filter(each -> lastName(each).equals("headers")).isPresent();
        }
        return name.equals("headers")
                && object.filter(each -> each.is("identifier") && each.text().matches("req|request"))
                        .filter(each -> place.source()
                                .binding(each)
                                .filter(binding -> binding.is(Kind.PARAMETER))
                                .isPresent())
                        .isPresent();
    }

    /** Whether a name that sounds like a secret really has the value of one. */
    private boolean isValue(Place place) {
        TsNode node = place.node();
        Optional<TsNode> object = node.child("object").map(Syntax::bare);
        if (object.filter(each -> lastName(each)
                        .matches("(?i).*(errors?|messages?|labels?|columns?|fields?|keys|types?|names?|enum)"))
                .isPresent()) {
            return false;
        }
        Optional<Binding> binding = place.source().binding(node);
        if (binding.filter(each -> each.is(Kind.FUNCTION) || isOneOfMany(each) || isPlain(each))
                .isPresent()) {
            return false;
        }
        Set<Origins.Origin> origins = plugin.origins().of(place);
        return origins.isEmpty()
                || origins.stream()
                        .anyMatch(origin -> !isHarmless(origin.place().node()));
    }

    /** The words of a text are called tokens, too, and are gone through one by one. */
    private static boolean isOneOfMany(Binding binding) {
        return binding.declaration().is("for_in_statement")
                || (binding.is(Kind.PARAMETER)
                        && Syntax.functionAround(binding.name())
                                .flatMap(TsNode::parent)
                                .flatMap(TsNode::parent)
                                .filter(call -> call.is("call_expression")
                                        && Syntax.calls(
                                                call, "map", "forEach", "filter", "some", "every", "flatMap", "reduce",
                                                "find"))
                                .isPresent());
    }

    private static boolean isPlain(Binding binding) {
        return binding.declaration()
                .child("type")
                .filter(type -> binding.steps().isEmpty()
                        && type.text().replaceAll("[:\\s]", "").matches("boolean|number"))
                .isPresent();
    }

    /** A text that the source itself has, a comparison, a negation, a number. */
    private static boolean isHarmless(TsNode origin) {
        return Syntax.string(origin).isPresent()
                || origin.is(
                        "true", "false", "number", "undefined", "null", "unary_expression", "object", "arrow_function")
                || (origin.is("binary_expression") && !Syntax.hasToken(origin, "+"))
                || Syntax.called(origin)
                        .filter(called -> called.text().matches("Boolean|Number|parseInt"))
                        .isPresent()
                || (origin.is("member_expression") && lastName(origin).equals("length"));
    }
}
