package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an action says of its input or output.
 *
 * @param side {@code input} or {@code output}
 * @param value what stands there
 */
public record ActionSchema(String side, Place value) {

    /** The schemas of an action that are written out. */
    public static List<ActionSchema> of(Plugin plugin, Actions.Action action) {
        return object(plugin, action).stream()
                .flatMap(object -> Stream.of("input", "output")
                        .flatMap(
                                side -> Syntax.property(object.node(), side)
                                        .map(value -> new ActionSchema(side, object.at(value)))
                                        .stream()))
                .toList();
    }

    /** The object at {@code schema}, where it is a single one. */
    public static Optional<Place> object(Plugin plugin, Actions.Action action) {
        List<Place> objects = action.property("schema")
                .map(value -> plugin.origins().whole(action.definition().at(value)))
                .orElse(List.of());
        return objects.size() == 1 && objects.get(0).node().is("object")
                ? Optional.of(objects.get(0))
                : Optional.empty();
    }

    /** The function that makes the schema, where it can be found. */
    public Optional<Place> function(Plugin plugin) {
        List<Place> functions = plugin.calls().functions(value);
        return functions.size() == 1 ? Optional.of(functions.get(0)) : Optional.empty();
    }

    /** The expressions that are the schema: what the function gives back. */
    public List<Place> expressions(Plugin plugin) {
        Optional<Place> function = function(plugin);
        if (function.isEmpty()) {
            return List.of();
        }
        List<TsNode> returned = Syntax.returned(function.get().node()).toList();
        return returned.stream().map(function.get()::at).toList();
    }
}
