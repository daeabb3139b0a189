package dev.backstagegen.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What JSON and YAML have in common, together with how it is written. Two of them are the same when they say the same. */
sealed interface Value {

    /** A number, a word like {@code true}, or what is not looked into; a text that looks alike is not the same. */
    record Literal(String text) {}

    Written written();

    /** The same as plain maps, lists, texts and {@link Literal}s. */
    Object says();

    default boolean isSame(Value other) {
        return says().equals(other.says());
    }

    /** Values under keys, in the order of the text. */
    record Keys(Map<String, Value> entries, Written written) implements Value {

        static final Keys NONE = new Keys(Map.of(), Written.ROOT);

        public Keys {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public Object says() {
            Map<String, Object> all = new HashMap<>();
            entries.forEach((key, value) -> all.put(key, value.says()));
            return all;
        }
    }

    /** A list. */
    record Items(List<Value> items, Written written) implements Value {

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Object says() {
            List<Object> all = new ArrayList<>();
            items.forEach(item -> all.add(item.says()));
            return all;
        }
    }

    /** A {@code String}, or a {@link Literal}. */
    record Leaf(Object says, Written written) implements Value {}
}
