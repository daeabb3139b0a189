package dev.backstagegen.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON read strictly and with positions, so that a file can be edited where it stands, and written as
 * {@code JSON.stringify} writes it.
 */
public final class Json {

    private Json() {}

    /**
     * Reads one value and nothing after it.
     *
     * @throws IllegalArgumentException when the text is not JSON, names a key twice or nests too deeply; the message
     *     names the line
     */
    public static Value read(String text) {
        return JsonReader.read(text);
    }

    /** The value that a text is; nothing when it is no JSON, such as one with the marks of a conflict in it. */
    public static Optional<Value> whole(String text) {
        try {
            return Optional.of(read(text));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /**
     * What {@code JSON.stringify(value, null, 2)} gives, and a line feed: the way prettier has a package.json.
     *
     * @param value a {@link Value}, or a map, list, text, truth value, whole number or null, however nested
     */
    public static String write(Object value) {
        return JsonText.of(value);
    }

    /**
     * The same as plain maps, lists, texts and truth values in their order. Whole numbers become {@code Integer} or
     * {@code Long}, other numbers stay as they were read, JSON's null is Java's.
     */
    public static Object plain(Value value) {
        if (value instanceof ObjectValue object) {
            Map<String, Object> map = new LinkedHashMap<>();
            object.members().forEach(member -> map.put(member.name(), plain(member.value())));
            return Collections.unmodifiableMap(map);
        }
        if (value instanceof ArrayValue array) {
            List<Object> list = new ArrayList<>();
            array.items().forEach(item -> list.add(plain(item)));
            return Collections.unmodifiableList(list);
        }
        if (value instanceof NumberValue number) {
            return number.whole();
        }
        if (value instanceof BooleanValue truth) {
            return truth.value();
        }
        return value instanceof TextValue string ? string.value() : null;
    }

    /**
     * One map laid over another: maps are merged key by key, a list gets what it does not have yet, anything else is
     * replaced. Keys keep the order of the first map, new ones follow.
     */
    public static Map<String, Object> merge(Map<String, ?> below, Map<String, ?> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        above.forEach((key, value) -> merged.put(key, merged.containsKey(key) ? over(merged.get(key), value) : value));
        return merged;
    }

    @SuppressWarnings("unchecked")
    private static Object over(Object below, Object above) {
        if (below instanceof Map<?, ?> left && above instanceof Map<?, ?> right) {
            return merge((Map<String, Object>) left, (Map<String, Object>) right);
        }
        if (below instanceof List<?> left && above instanceof List<?> right) {
            List<Object> both = new ArrayList<>(left);
            right.stream().filter(item -> !both.contains(item)).forEach(both::add);
            return both;
        }
        return above;
    }

    /** A value and the range of the text it was read from. */
    public sealed interface Value {

        int start();

        int end();

        /** What stands under a name, if this is an object that has it. */
        default Optional<Value> get(String name) {
            return Optional.empty();
        }

        /** What stands at the end of a path of names. */
        default Optional<Value> at(String... path) {
            Optional<Value> value = Optional.of(this);
            for (String name : path) {
                value = value.flatMap(found -> found.get(name));
            }
            return value;
        }

        /** The text, if it is one. */
        default Optional<String> asText() {
            return Optional.empty();
        }
    }

    /** A name in an object, the range of the quoted name, and the value. */
    public record Member(String name, int nameStart, int nameEnd, Value value) {}

    /** An object: its members in the order of the text. */
    public record ObjectValue(List<Member> members, int start, int end) implements Value {

        public ObjectValue {
            members = List.copyOf(members);
        }

        @Override
        public Optional<Value> get(String name) {
            return members.stream()
                    .filter(member -> member.name.equals(name))
                    .findFirst()
                    .map(Member::value);
        }
    }

    /** An array. */
    public record ArrayValue(List<Value> items, int start, int end) implements Value {

        public ArrayValue {
            items = List.copyOf(items);
        }
    }

    /** A string, unescaped; its range includes the quotes. */
    public record TextValue(String value, int start, int end) implements Value {
        @Override
        public Optional<String> asText() {
            return Optional.of(value);
        }
    }

    /** A number as it was written, which no Java type could promise to keep. */
    public record NumberValue(String literal, int start, int end) implements Value {

        private Object whole() {
            if (!literal.matches("-?[0-9]{1,18}") || literal.equals("-0")) {
                return this;
            }
            long number = Long.parseLong(literal);
            if (number == (int) number) {
                return (int) number;
            }
            return number;
        }
    }

    /** True or false. */
    public record BooleanValue(boolean value, int start, int end) implements Value {}

    /** Null. */
    public record NullValue(int start, int end) implements Value {}
}
