package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tests that a plugin has, and what they start. */
public final class Suites {

    private static final Set<String> BLOCKS = Set.of("it", "test", "fit", "xit", "xtest");
    private static final Set<String> RUNNERS = Set.of("@jest/globals", "vitest", "node:test");

    private Suites() {}

    /**
     * One {@code it} or {@code test}, a table of them included.
     *
     * @param body the function that runs; nothing where there is none, as for {@code test.todo}
     */
    public record Test(Place call, Optional<Place> body, boolean isSkipped) {

        /** What to underline: the title. */
        public Place label() {
            return Syntax.argument(call.node(), 0).map(call::at).orElse(call);
        }
    }

    /** The files that hold tests, not what helps them. */
    public static List<Source> files(Plugin plugin) {
        return plugin.tests().stream().filter(Suites::isTestFile).toList();
    }

    /** The tests of a file. */
    public static List<Test> of(Source source) {
        return source.places("call_expression")
                .flatMap(call -> read(call).stream())
                .toList();
    }

    /** The calls that start a backend for tests, in the files that know this plugin. */
    public static List<Place> starts(Plugin plugin) {
        return files(plugin).stream()
                .filter(source -> names(plugin, source))
                .flatMap(source -> source.places("call_expression"))
                .filter(call -> Syntax.called(call.node())
                        .filter(name -> plugin.modules()
                                .isOutside(call.source(), name, "@backstage/backend-test-utils", "startTestBackend"))
                        .isPresent())
                .toList();
    }

    /** Whether a value is what {@code createBackendPlugin} of this plugin gave. */
    public static boolean isPlugin(Plugin plugin, Place value) {
        List<TsNode> creations =
                plugin.init().creations().stream().map(Place::node).toList();
        return plugin.origins().whole(value).stream().anyMatch(origin -> creations.contains(origin.node()));
    }

    private static boolean names(Plugin plugin, Source source) {
        return source.places("identifier", "shorthand_property_identifier")
                .anyMatch(name -> source.binding(name.node())
                                .filter(binding -> binding.is(Binding.Kind.IMPORT))
                                .isPresent()
                        && isPlugin(plugin, name));
    }

    private static boolean isTestFile(Source source) {
        return source.path().name().matches(".*\\.(test|spec)\\.[a-z]+")
                || source.path().segments().contains("__tests__");
    }

    private static Optional<Test> read(Place call) {
        TsNode called = Syntax.called(call.node()).orElse(call.node());
        if (last(called).equals("each") || Syntax.arguments(call.node()).isEmpty()) {
            return Optional.empty();
        }
        TsNode root = called;
        StringBuilder words = new StringBuilder();
        while (root.is("member_expression", "call_expression")) {
            words.append(' ').append(last(root));
            root = root.child(root.is("call_expression") ? "function" : "object")
                    .orElse(null);
            if (root == null) {
                return Optional.empty();
            }
        }
        if (!BLOCKS.contains(root.text()) || !isOfRunner(call.at(root))) {
            return Optional.empty();
        }
        boolean skipped = root.text().startsWith("x") || words.toString().matches(".* (skip|todo|failing).*");
        List<TsNode> arguments = Syntax.arguments(call.node());
        Optional<Place> body = arguments.stream()
                .skip(1)
                .map(Syntax::bare)
                .filter(Syntax::isFunction)
                .findFirst()
                .map(call::at);
        return Optional.of(new Test(call, body, skipped));
    }

    /** A name that nobody declares is one of the test runner's. */
    private static boolean isOfRunner(Place name) {
        Optional<Binding> binding = name.source().binding(name.node());
        return binding.isEmpty()
                || binding.filter(each -> each.is(Binding.Kind.IMPORT))
                        .flatMap(each -> Modules.module(each.declaration()))
                        .filter(RUNNERS::contains)
                        .isPresent();
    }

    private static String last(TsNode called) {
        return called.is("member_expression")
                ? called.child("property").map(TsNode::text).orElse("")
                : "";
    }
}
