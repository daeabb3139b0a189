package dev.backstagegen.rule.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The classes and objects of a plugin that say they are what an interface describes; looked for once, for all of them. */
final class Implementations {

    private final Plugin plugin;
    private final Map<Type, List<Place>> found = new HashMap<>();
    private boolean looked;

    Implementations(Plugin plugin) {
        this.plugin = plugin;
    }

    List<Place> of(Place described) {
        if (!looked) {
            // Whoever asks again while they are looked for goes in a circle, and gets what is there.
            looked = true;
            look();
        }
        return found.getOrDefault(new Type.Shape(described), List.of());
    }

    private void look() {
        for (Source source : plugin.sources()) {
            source.places("class_declaration", "abstract_class_declaration")
                    .forEach(each -> Shapes.parents(each.node(), "implements_clause")
                            .flatMap(parent -> plugin.types().named(each.at(parent)).stream())
                            .distinct()
                            .forEach(type -> add(type, each)));
            source.places(
                            "variable_declarator",
                            "arrow_function",
                            "function_declaration",
                            "function_expression",
                            "method_definition")
                    .forEach(each ->
                            declared(each).ifPresent(type -> objects(each).forEach(object -> add(type, object))));
        }
    }

    private Optional<Type> declared(Place place) {
        return place.node()
                .child("type")
                .or(() -> place.node().child("return_type"))
                .flatMap(type -> plugin.types().named(place.at(type)));
    }

    private static Stream<Place> objects(Place place) {
        Stream<Place> values = place.node().is("variable_declarator")
                ? place.node().child("value").map(Syntax::bare).map(place::at).stream()
                : Syntax.returned(place.node()).map(place::at);
        return values.filter(each -> each.node().is("object"));
    }

    private void add(Type type, Place implementation) {
        if (type instanceof Type.Shape) {
            found.computeIfAbsent(type, key -> new ArrayList<>()).add(implementation);
        }
    }
}
