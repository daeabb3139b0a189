package dev.backstagegen.merge;

import dev.backstagegen.merge.Value.Items;
import dev.backstagegen.merge.Value.Keys;
import dev.backstagegen.merge.Value.Leaf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a map or a list by what they are known by: the key, else the name, else what they say. */
final class Members {

    private static final String NAME = "name";

    private Members() {}

    /** Whether every item of these lists has a name. */
    static boolean areNamed(Items... lists) {
        return Stream.of(lists)
                .flatMap(list -> list.items().stream())
                .allMatch(item -> name(item).isPresent());
    }

    /** The items of a list; empty when two of them are known by the same. */
    static Optional<Map<Object, Value>> of(Items list, boolean named) {
        Map<Object, Value> members = new LinkedHashMap<>();
        for (Value item : list.items()) {
            members.put(named ? name(item).orElseThrow() : item.says(), item);
        }
        return members.size() == list.items().size() ? Optional.of(members) : Optional.empty();
    }

    private static Optional<Object> name(Value item) {
        return item instanceof Keys keys && keys.entries().get(NAME) instanceof Leaf name
                ? Optional.of(name.says())
                : Optional.empty();
    }

    /** Whether each is known by a text and comes after the one before it. */
    static boolean areSorted(List<?> known) {
        for (int i = 0; i < known.size(); i++) {
            if (!(known.get(i) instanceof String text) || i > 0 && ((String) known.get(i - 1)).compareTo(text) > 0) {
                return false;
            }
        }
        return true;
    }
}
