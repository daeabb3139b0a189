package dev.backstagegen.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON read strictly and with positions, so that a file can be edited where it stands, and written as
 * {@code JSON.stringify} writes it. Knows the library, so that nobody else has to.
 */
public final class Json {

    private static final int DEEPEST = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // The names of a hostile file have no business in a table that outlives it.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final String text;
    private final JsonParser parser;

    private Json(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /**
     * Reads one value and nothing after it.
     *
     * @throws IllegalArgumentException when the text is not JSON, names a key twice or nests too deeply; the message
     *     names the line
     */
    public static Value read(String text) {
        // A byte order mark is a blank here, so that positions stay those of the text.
        String clean = text.startsWith("\uFEFF") ? " " + text.substring(1) : text;
        try (JsonParser parser = FACTORY.createParser(clean.toCharArray())) {
            Json json = new Json(clean, parser);
            if (parser.nextToken() == null) {
                throw new IllegalArgumentException("Line 1: there is nothing, where JSON was expected");
            }
            Value value = json.value();
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("Line "
                        + parser.currentTokenLocation().getLineNr() + ": there is more after the end of the JSON");
            }
            return value;
        } catch (JsonProcessingException wrong) {
            int line = wrong.getLocation() == null ? 1 : wrong.getLocation().getLineNr();
            // The library goes on to speak of its own settings there.
            String reason = wrong.getOriginalMessage().split(" \\(start marker", 2)[0];
            throw new IllegalArgumentException("Line " + line + ": " + reason, wrong);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
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

    private Value value() throws IOException {
        int start = at();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(start);
            case START_ARRAY -> array(start);
            case VALUE_STRING -> new TextValue(parser.getText(), start, endOfString(start));
            case VALUE_TRUE, VALUE_FALSE ->
                new BooleanValue(
                        parser.getBooleanValue(),
                        start,
                        start + parser.getText().length());
            case VALUE_NULL -> new NullValue(start, start + 4);
            default ->
                new NumberValue(
                        parser.getText(), start, start + parser.getText().length());
        };
    }

    private Value object(int start) throws IOException {
        List<Member> members = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int nameStart = at();
            String name = parser.currentName();
            parser.nextToken();
            members.add(new Member(name, nameStart, endOfString(nameStart), value()));
        }
        return new ObjectValue(List.copyOf(members), start, at() + 1);
    }

    private Value array(int start) throws IOException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new ArrayValue(List.copyOf(items), start, at() + 1);
    }

    private int at() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** The parser says where a string begins, but not where it ends. */
    private int endOfString(int start) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
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
        @Override
        public Optional<Value> get(String name) {
            return members.stream()
                    .filter(member -> member.name.equals(name))
                    .findFirst()
                    .map(Member::value);
        }
    }

    /** An array. */
    public record ArrayValue(List<Value> items, int start, int end) implements Value {}

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
