package dev.backstagegen.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.backstagegen.tree.Json.ArrayValue;
import dev.backstagegen.tree.Json.BooleanValue;
import dev.backstagegen.tree.Json.Member;
import dev.backstagegen.tree.Json.NullValue;
import dev.backstagegen.tree.Json.NumberValue;
import dev.backstagegen.tree.Json.ObjectValue;
import dev.backstagegen.tree.Json.TextValue;
import dev.backstagegen.tree.Json.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The only place that knows the JSON library, and of it only the tokens. */
final class JsonReader {

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

    private JsonReader(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    static Value read(String text) {
        // A byte order mark is a blank here, so that positions stay those of the text.
        String clean = text.startsWith("\uFEFF") ? " " + text.substring(1) : text;
        try (JsonParser parser = FACTORY.createParser(clean.toCharArray())) {
            JsonReader json = new JsonReader(clean, parser);
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
        return new ObjectValue(members, start, at() + 1);
    }

    private Value array(int start) throws IOException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new ArrayValue(items, start, at() + 1);
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
}
