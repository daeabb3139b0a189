package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The functions that an argument of a route or of {@code use} stands for: itself, what it names, what a wrapper is
 * given, what a factory gives back.
 *
 * @param isKnown whether there can be no others
 */
record Handlers(List<Place> functions, boolean isKnown) {

    private static final Set<String> HARMLESS_MODULES = Set.of(
            "express",
            "cors",
            "helmet",
            "compression",
            "cookie-parser",
            "body-parser",
            "morgan",
            "multer",
            "express-fileupload");

    private static final String[] HARMLESS_METHODS = {
        "json", "urlencoded", "text", "raw", "error", "logging", "cors", "helmet", "compression", "notFound"
    };

    Handlers {
        functions = List.copyOf(functions);
    }

    static Handlers of(Plugin plugin, List<Place> arguments) {
        Search search = new Search(plugin);
        arguments.forEach(search::look);
        return new Handlers(search.functions, search.known);
    }

    /** Whether a call makes a middleware that reads or writes what is around a request, and asks nothing of who sends it. */
    static boolean isHarmless(Plugin plugin, Place call) {
        Optional<TsNode> maker = Syntax.receiver(call.node()).or(() -> Syntax.called(call.node()));
        boolean harmless = maker.filter(each -> isOfHarmlessModule(plugin, call.at(each))
                        || plugin.origins().whole(call.at(each)).stream()
                                .flatMap(origin -> Syntax.called(origin.node()).map(origin::at).stream())
                                .anyMatch(called -> isOfHarmlessModule(plugin, called)))
                .isPresent();
        return harmless
                || Syntax.calls(call.node(), HARMLESS_METHODS)
                || Syntax.called(call.node())
                        .filter(each -> each.text().equals("createPermissionIntegrationRouter"))
                        .isPresent();
    }

    private static boolean isOfHarmlessModule(Plugin plugin, Place name) {
        return name.node().is("identifier")
                && plugin.modules().meaning(name.source(), name.node()).orElse(null) instanceof Meaning.Outside outside
                && HARMLESS_MODULES.contains(outside.module());
    }

    private static final class Search {
        private final Plugin plugin;
        private final List<Place> functions = new ArrayList<>();
        private final Set<TsNode> seen = new HashSet<>();
        private boolean known = true;

        Search(Plugin plugin) {
            this.plugin = plugin;
        }

        private void look(Place argument) {
            TsNode node = Syntax.bare(argument.node());
            if (!seen.add(node)) {
                return;
            }
            if (node.is("array")) {
                node.namedChildren().forEach(each -> look(argument.at(each)));
            } else if (node.is("call_expression")) {
                called(argument.at(node));
            } else {
                named(argument.at(node));
            }
        }

        private void named(Place place) {
            List<Place> found = plugin.calls().functions(place);
            if (!found.isEmpty()) {
                functions.addAll(found);
                return;
            }
            List<Place> origins = plugin.origins().whole(place).stream()
                    .filter(each -> each.node().is("call_expression") || Syntax.isFunction(each.node()))
                    .filter(each -> each.node() != place.node())
                    .toList();
            known = known && !origins.isEmpty();
            origins.forEach(this::look);
        }

        private void called(Place call) {
            if (Syntax.calls(call.node(), "bind")) {
                Syntax.receiver(call.node()).ifPresent(receiver -> look(call.at(receiver)));
                return;
            }
            List<Place> makers = plugin.calls().reached(call);
            for (Place maker : makers) {
                Syntax.returned(maker.node()).forEach(each -> look(maker.at(each)));
            }
            List<Place> given = Syntax.arguments(call.node()).stream()
                    .map(call::at)
                    .filter(each -> !plugin.calls().functions(each).isEmpty())
                    .toList();
            given.forEach(this::look);
            if (makers.isEmpty()) {
                known = known && (isHarmless(plugin, call) || (!given.isEmpty() && isWrapper(call)));
            }
        }

        /** {@code asyncHandler(async (req, res) => ...)}. */
        private static boolean isWrapper(Place call) {
            return Syntax.called(call.node())
                    .filter(name -> name.text().matches("(?i).*(async|wrap|catch|handler|promise).*"))
                    .isPresent();
        }
    }
}
