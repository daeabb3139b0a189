package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells which texts are different each time they are made: by chance, by the clock, by the process. */
public final class Chance {

    private static final Pattern MODULES =
            Pattern.compile("(node:)?crypto|uuid(/.*)?|nanoid(/.*)?|ulid(x)?|cuid|@paralleldrive/cuid2|luxon");
    private static final Pattern MAKERS = Pattern.compile(
            "randomUUID|randomBytes|randomInt|v[14567]|nanoid|customAlphabet|ulid|cuid|createId|default|uuid");
    private static final Set<String> GLOBALS = Set.of(
            "Math.random", "Date.now", "performance.now", "crypto.randomUUID", "crypto.randomBytes", "DateTime.now");
    private static final int DEEPEST = 40;

    private final Plugin plugin;
    private final Set<TsNode> seen = new HashSet<>();

    private Chance(Plugin plugin) {
        this.plugin = plugin;
    }

    /** Whether some part of a text is sure to be another one next time. */
    public static boolean isIn(Plugin plugin, Place text) {
        return new Chance(plugin).find(text);
    }

    private boolean find(Place place) {
        TsNode node = Syntax.awaited(place.node());
        if (seen.size() > DEEPEST || !seen.add(node)) {
            return false;
        }
        Place at = place.at(node);
        return switch (node.type()) {
            case "template_string" ->
                any(
                        at,
                        node.namedChildren().stream()
                                .filter(each -> each.is("template_substitution"))
                                .flatMap(each -> each.namedChildren().stream()));
            case "binary_expression" -> Syntax.hasToken(node, "+") && any(at, node.namedChildren().stream());
            case "array" -> any(at, node.namedChildren().stream());
            case "new_expression" ->
                Syntax.arguments(node).isEmpty()
                        && Syntax.called(node)
                                .filter(called -> called.text().equals("Date"))
                                .isPresent();
            case "call_expression" -> makes(at) || passesOn(at) || origins(at);
            case "member_expression" -> node.text().equals("process.pid") || origins(at);
            case "identifier", "shorthand_property_identifier" -> origins(at);
            default -> false;
        };
    }

    private boolean any(Place around, Stream<TsNode> parts) {
        return parts.anyMatch(part -> find(around.at(part)));
    }

    /** Only where it comes from one place; what may come from elsewhere may be stable there. */
    private boolean origins(Place place) {
        Set<Origins.Origin> origins = plugin.origins().of(place);
        return origins.size() == 1
                && origins.stream().allMatch(origin -> origin.path().isEmpty() && find(origin.place()));
    }

    private boolean makes(Place call) {
        Optional<TsNode> called = Syntax.called(call.node());
        if (called.isEmpty()) {
            return false;
        }
        TsNode name = called.get();
        if (name.is("identifier")) {
            return plugin.modules().meaning(call.source(), name).orElse(null) instanceof Meaning.Outside outside
                    && MODULES.matcher(outside.module()).matches()
                    && MAKERS.matcher(outside.name()).matches();
        }
        Optional<TsNode> object = name.child("object").filter(each -> each.is("identifier"));
        String method = name.child("property").map(TsNode::text).orElse("");
        boolean ofModule = object.filter(each ->
                        plugin.modules().meaning(call.source(), each).orElse(null) instanceof Meaning.Outside outside
                                && MODULES.matcher(outside.module()).matches())
                .isPresent();
        boolean isGlobal = object.isPresent()
                && call.source().binding(object.get()).isEmpty()
                && GLOBALS.contains(object.get().text() + "." + method);
        return isGlobal || (ofModule && (MAKERS.matcher(method).matches() || method.equals("now")));
    }

    /** What makes another text of a text: {@code String(x)}, {@code x.toString()}, {@code [x].join('-')}. */
    private boolean passesOn(Place call) {
        if (Syntax.called(call.node())
                .filter(each -> each.text().equals("String"))
                .isPresent()) {
            return any(call, Syntax.arguments(call.node()).stream());
        }
        return Syntax.calls(
                        call.node(),
                        "toString",
                        "toISOString",
                        "toISO",
                        "toMillis",
                        "getTime",
                        "valueOf",
                        "slice",
                        "substring",
                        "substr",
                        "replace",
                        "replaceAll",
                        "toLowerCase",
                        "toUpperCase",
                        "join",
                        "concat")
                && any(call, Syntax.receiver(call.node()).stream());
    }
}
