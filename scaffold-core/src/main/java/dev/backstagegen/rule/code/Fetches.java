package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The HTTP requests that a plugin sends by {@code fetch} or axios. */
public final class Fetches {

    private static final List<String> FETCHES =
            List.of("node-fetch", "cross-fetch", "isomorphic-fetch", "undici", "node-fetch-native");
    private static final Set<String> WITHOUT_BODY = Set.of("get", "delete", "head", "options");
    private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");
    private static final Pattern IDENTIFYING = Pattern.compile("(?i).*(auth|token|cookie|key|secret|session).*");

    private Fetches() {}

    /**
     * One such call.
     *
     * @param options its headers and the like, where it has any
     */
    public record Fetch(Place call, Place address, Optional<Place> options) {

        /** Whether it surely has no header that could say who is asking. */
        public boolean isAnonymous() {
            return options.isEmpty()
                    || literal(options.get()).filter(Fetches::hasNoToken).isPresent();
        }
    }

    /** Those in some sources. */
    public static List<Fetch> in(Plugin plugin, List<Source> sources) {
        return sources.stream()
                .flatMap(source -> source.places("call_expression"))
                .flatMap(call -> read(plugin, call).stream())
                .toList();
    }

    private static Optional<Fetch> read(Plugin plugin, Place call) {
        List<TsNode> arguments = Syntax.arguments(call.node());
        if (arguments.isEmpty() || arguments.stream().anyMatch(each -> each.is("spread_element"))) {
            return Optional.empty();
        }
        int options = isFetch(plugin, call) ? 1 : axios(plugin, call);
        return options < 0
                ? Optional.empty()
                : Optional.of(new Fetch(
                        call,
                        call.at(arguments.get(0)),
                        Syntax.argument(call.node(), options).map(call::at)));
    }

    private static boolean isFetch(Plugin plugin, Place call) {
        TsNode called = Syntax.called(call.node()).orElse(call.node());
        if (called.is("member_expression")) {
            return called.text().matches("(globalThis|global)\\.fetch");
        }
        if (!called.is("identifier")) {
            return false;
        }
        if (call.source().binding(called).isEmpty()) {
            return called.text().equals("fetch");
        }
        return plugin.modules().meaning(call.source(), called).orElse(null) instanceof Meaning.Outside outside
                && FETCHES.contains(outside.module())
                && Set.of("default", "fetch", "*").contains(outside.name());
    }

    /** Which argument holds the options; less than none where it is no request by axios. */
    private static int axios(Plugin plugin, Place call) {
        String method = Syntax.method(call.node()).orElse("");
        int options = WITHOUT_BODY.contains(method) ? 1 : WITH_BODY.contains(method) ? 2 : -1;
        boolean plain = options > 0
                && Syntax.receiver(call.node())
                        .filter(each -> each.is("identifier"))
                        .filter(each -> plugin.modules().isOutside(call.source(), each, "axios", "default", "*"))
                        .isPresent()
                // Either of them may add headers to every request.
                && plugin.sources().stream()
                        .flatMap(source -> source.all("property_identifier"))
                        .noneMatch(each -> each.text().matches("interceptors|defaults"));
        return plain ? options : -1;
    }

    private static boolean hasNoToken(Place options) {
        Optional<TsNode> headers = Syntax.member(options.node(), "headers");
        if (headers.isEmpty()) {
            return !isOpen(options.node());
        }
        boolean overlaid = options.node().namedChildren().stream()
                .anyMatch(each -> each.is("spread_element")
                        && each.start() > headers.get().start());
        return !overlaid
                && Syntax.property(options.node(), "headers")
                        .flatMap(value -> literal(options.at(value)))
                        .filter(object -> !isOpen(object.node())
                                && object.node().namedChildren().stream()
                                        .noneMatch(each -> IDENTIFYING
                                                .matcher(Syntax.key(each).orElse("token"))
                                                .matches()))
                        .isPresent();
    }

    private static boolean isOpen(TsNode object) {
        return Syntax.hasSpread(object)
                || object.namedChildren().stream()
                        .anyMatch(each -> Syntax.key(each).isEmpty());
    }

    /** The object that is written there, or in a variable that is used nowhere else and so cannot have got more. */
    private static Optional<Place> literal(Place value) {
        TsNode node = Syntax.bare(value.node());
        if (node.is("object")) {
            return Optional.of(value.at(node));
        }
        if (!node.is("identifier", "shorthand_property_identifier")) {
            return Optional.empty();
        }
        return value.source()
                .binding(node)
                .filter(binding -> binding.is(Kind.VARIABLE) && binding.steps().isEmpty())
                .filter(binding -> value.source().uses(binding).size() == 1)
                .flatMap(binding -> binding.declaration().child("value").map(Syntax::bare))
                .filter(each -> each.is("object"))
                .map(value::at);
    }
}
