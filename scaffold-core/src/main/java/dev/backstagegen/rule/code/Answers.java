package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the handlers of a plugin answer with a status that they write down themselves. */
public final class Answers {

    private static final Set<String> LAST = Set.of("json", "send", "end");
    private static final Set<String> BETWEEN = Set.of("type", "contentType");
    private static final Map<String, Integer> NAMES = Map.of(
            "BAD_REQUEST", 400,
            "UNAUTHORIZED", 401,
            "FORBIDDEN", 403,
            "NOT_FOUND", 404,
            "CONFLICT", 409,
            "INTERNAL_SERVER_ERROR", 500);

    private final Plugin plugin;
    private final List<Answer> answers = new ArrayList<>();

    Answers(Plugin plugin) {
        this.plugin = plugin;
        for (Source source : plugin.sources()) {
            if (source.text().contains("tatus(")) {
                source.places("call_expression").forEach(call -> read(call).ifPresent(answers::add));
            }
        }
    }

    /**
     * {@code res.status(404).json({ ... })}.
     *
     * @param body what is written, if anything
     * @param handler the function whose parameter the response is
     */
    public record Answer(Place call, int status, Optional<Place> body, Place handler) {

        /** Whether it is no answer to what was asked: nobody looks at the request, and nothing was thrown. */
        boolean isBlind() {
            List<TsNode> parameters = Syntax.parameters(handler.node());
            return parameters.size() == 2
                    && call.node().ancestor("catch_clause").isEmpty()
                    && handler.source()
                            .binding(parameters.get(0))
                            .filter(request -> handler.source().uses(request).isEmpty())
                            .isPresent();
        }

        /** Whether the handler itself gives it, and not a function within that is called whenever it is. */
        public boolean isItsOwn() {
            return Syntax.functionAround(call.node())
                    .filter(handler.node()::equals)
                    .isPresent();
        }
    }

    public List<Answer> all() {
        return List.copyOf(answers);
    }

    private Optional<Answer> read(Place call) {
        String method = Syntax.method(call.node()).orElse("");
        if (method.equals("sendStatus")) {
            return answer(call, call, Optional.empty());
        }
        if (!LAST.contains(method)) {
            return Optional.empty();
        }
        return inner(call.node())
                .filter(each -> Syntax.calls(each, "status"))
                .flatMap(status -> answer(
                        call, call.at(status), Syntax.argument(call.node(), 0).map(call::at)));
    }

    private Optional<Answer> answer(Place call, Place status, Optional<Place> body) {
        Optional<Integer> number = Syntax.argument(status.node(), 0).flatMap(each -> number(status.at(each)));
        Optional<Place> handler = inner(status.node()).flatMap(each -> handler(status.at(each)));
        return number.flatMap(n -> handler.map(function -> new Answer(call, n, body, function)));
    }

    /** What a method is called on, without the type that is set in between. */
    private static Optional<TsNode> inner(TsNode call) {
        Optional<TsNode> inner = Syntax.receiver(call);
        while (inner.isPresent()
                && Syntax.method(inner.get()).filter(BETWEEN::contains).isPresent()) {
            inner = Syntax.receiver(inner.get());
        }
        return inner;
    }

    private Optional<Integer> number(Place expression) {
        Set<Origins.Origin> origins = plugin.origins().of(expression);
        if (origins.size() != 1) {
            return Optional.empty();
        }
        TsNode node = origins.iterator().next().place().node();
        if (node.is("number") && node.text().matches("[1-5][0-9][0-9]")) {
            return Optional.of(Integer.valueOf(node.text()));
        }
        return expression.node().is("member_expression")
                ? expression.node().child("property").map(name -> NAMES.get(name.text()))
                : Optional.empty();
    }

    /** The function that is given this as its response. */
    private Optional<Place> handler(Place response) {
        if (!response.node().is("identifier")) {
            return Optional.empty();
        }
        Optional<Binding> name = response.source()
                .binding(response.node())
                .filter(binding -> binding.is(Kind.PARAMETER) && binding.steps().isEmpty());
        Optional<TsNode> function = name.flatMap(binding -> Syntax.isFunction(binding.declaration())
                ? Optional.of(binding.declaration())
                : Syntax.functionAround(binding.declaration()));
        return function.filter(each -> isHandler(response.at(each), name.get())).map(response::at);
    }

    private boolean isHandler(Place function, Binding response) {
        List<TsNode> parameters = Syntax.parameters(function.node());
        if (parameters.size() == 4) {
            // It answers errors, and has to tell them apart somehow.
            return false;
        }
        boolean typed = response.declaration()
                .child("type")
                .flatMap(type -> plugin.types().named(response.place().at(type)))
                .filter(type -> type.isNamed("Response"))
                .isPresent();
        return typed || (parameters.indexOf(response.name()) == 1 && isRegistered(function.node()));
    }

    private static boolean isRegistered(TsNode function) {
        Optional<TsNode> call =
                function.parent().filter(each -> each.is("arguments")).flatMap(TsNode::parent);
        while (call.isPresent()
                && Syntax.method(call.get()).filter(Answers::registers).isEmpty()) {
            call = call.get().parent().filter(each -> each.is("arguments")).flatMap(TsNode::parent);
        }
        return call.isPresent();
    }

    private static boolean registers(String method) {
        return Routes.VERBS.contains(method) || method.equals("use");
    }
}
