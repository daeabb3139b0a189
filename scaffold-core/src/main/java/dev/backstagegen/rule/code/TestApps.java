package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Routes.Kind;
import dev.backstagegen.rule.code.Routes.Router;
import dev.backstagegen.ts.TsNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The express applications that tests put around a router of the plugin. */
public final class TestApps {

    private static final Set<String> PARSERS = Set.of("json", "urlencoded", "text", "raw", "static");
    private static final Set<String> CALLERS = Set.of("supertest", "superagent");

    private final Plugin plugin;
    private final Map<TsNode, List<Router>> known = new HashMap<>();

    private TestApps(Plugin plugin) {
        this.plugin = plugin;
    }

    /**
     * An {@code express()} with a router of the plugin, and nothing that could answer its errors.
     *
     * @param mount the last call of {@code use} that hands it something
     * @param statuses the HTTP statuses that the tests which call it expect
     */
    public record Bare(Place creation, Place mount, Set<Integer> statuses) {

        public Bare {
            statuses = Set.copyOf(statuses);
        }
    }

    /** Those in the test files. */
    public static List<Bare> bare(Plugin plugin) {
        TestApps apps = new TestApps(plugin);
        return Suites.files(plugin).stream()
                .filter(source -> source.text().contains("express"))
                .flatMap(source -> source.places("call_expression"))
                .flatMap(call -> apps.bare(call).stream())
                .toList();
    }

    private Optional<Bare> bare(Place creation) {
        Optional<Router> app = application(creation);
        if (app.isEmpty() || escapes(creation.source(), app.get())) {
            return Optional.empty();
        }
        List<Place> uses = creation.source()
                .places("call_expression")
                .filter(call -> Syntax.calls(call.node(), "use"))
                .filter(call -> Syntax.receiver(call.node())
                        .filter(receiver -> is(call.at(receiver), app.get()))
                        .isPresent())
                .toList();
        List<Place> handed = uses.stream()
                .flatMap(use -> Syntax.arguments(use.node()).stream().map(use::at))
                .toList();
        boolean serves = handed.stream().anyMatch(this::isOwnRouter);
        if (!serves || !handed.stream().allMatch(each -> isOwnRouter(each) || isHarmless(each))) {
            return Optional.empty();
        }
        return Optional.of(new Bare(creation, uses.get(uses.size() - 1), statuses(creation.source(), app.get())));
    }

    private Optional<Router> application(Place creation) {
        boolean made = Syntax.called(creation.node())
                .filter(name -> name.is("identifier")
                        && plugin.modules().isOutside(creation.source(), name, "express", "default", "*"))
                .isPresent();
        return made
                ? plugin.routes().routers(creation).stream()
                        .filter(each -> each.kind() == Kind.APPLICATION)
                        .findFirst()
                : Optional.empty();
    }

    /** Whether it is handed to anything but what sends it requests, which might add to it. */
    private boolean escapes(Source source, Router app) {
        return source.places("identifier", "call_expression")
                .filter(each ->
                        each.node().parent().filter(p -> p.is("arguments")).isPresent())
                .filter(each -> is(each, app))
                .anyMatch(each -> !isCaller(each));
    }

    private boolean isCaller(Place argument) {
        TsNode call = argument.node().parent().flatMap(TsNode::parent).orElse(argument.node());
        TsNode called = Syntax.called(call).orElse(call);
        TsNode root = called.is("member_expression") ? called.child("object").orElse(called) : called;
        return root.is("identifier")
                && plugin.modules().meaning(argument.source(), root).orElse(null) instanceof Meaning.Outside outside
                && CALLERS.contains(outside.module());
    }

    private boolean is(Place value, Router app) {
        return value.node().is("identifier", "call_expression")
                && routers(value).contains(app);
    }

    private List<Router> routers(Place value) {
        return known.computeIfAbsent(value.node(), node -> plugin.routes().routers(value));
    }

    /** A router that the plugin's own code makes. */
    private boolean isOwnRouter(Place value) {
        List<Router> routers = routers(value);
        return !routers.isEmpty()
                && routers.stream()
                        .allMatch(each ->
                                plugin.sources().contains(each.creation().source()));
    }

    /** What surely answers no error: a path, a parser of bodies, a function of at most three parameters. */
    private boolean isHarmless(Place value) {
        if (Syntax.isFunction(value.node())) {
            return Syntax.parameters(value.node()).size() < 4;
        }
        return Syntax.string(value.node()).isPresent()
                || value.node().is("template_string")
                || Syntax.method(value.node()).filter(PARSERS::contains).isPresent()
                        && Syntax.receiver(value.node())
                                .filter(each ->
                                        plugin.modules().isOutside(value.source(), each, "express", "default", "*"))
                                .isPresent();
    }

    private Set<Integer> statuses(Source source, Router app) {
        Set<Integer> statuses = new HashSet<>();
        Suites.of(source).stream()
                .flatMap(test -> test.body().stream())
                .filter(body -> body.node().descendants("call_expression").anyMatch(call -> calls(body.at(call), app)))
                .forEach(body -> statuses.addAll(Assertions.statuses(body)));
        return statuses;
    }

    private boolean calls(Place call, Router app) {
        return Syntax.arguments(call.node()).stream().anyMatch(argument -> {
            Place value = call.at(Syntax.bare(argument));
            return is(value, app) && isCaller(call.at(argument));
        });
    }
}
