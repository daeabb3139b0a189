package dev.backstagegen.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.tree.Json.ArrayValue;
import dev.backstagegen.tree.Json.Member;
import dev.backstagegen.tree.Json.ObjectValue;
import dev.backstagegen.tree.Json.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": {\"b\" :[1 ,true, null,\"x\\\"\\u00e4\\\\\" , -1.5e+10]}, \"\\n\\\"c\": {} ,\"d\":[] }",
                "\uFEFF{\r\n\t\"ä😀\": \"😀\",\r\n\"b\":false}\n",
                " 12 ",
                "\"text\"",
                "null",
            })
    void rangesAreThoseOfTheText(String text) {
        check(text, Json.read(text));
    }

    private static void check(String text, Value value) {
        String own = text.substring(value.start(), value.end());
        assertThat(own).isEqualTo(own.strip()).isNotEmpty();
        assertThat(Json.write(Json.read(own))).isEqualTo(Json.write(value));
        if (value instanceof ArrayValue array) {
            assertThat(own).startsWith("[").endsWith("]");
            array.items().forEach(item -> check(text, item));
        }
        if (value instanceof ObjectValue object) {
            assertThat(own).startsWith("{").endsWith("}");
            for (Member member : object.members()) {
                String name = text.substring(member.nameStart(), member.nameEnd());
                assertThat(Json.read(name).asText()).contains(member.name());
                check(text, member.value());
            }
        }
    }

    @Test
    void writesAsJsonStringifyDoes() {
        String text = "{\"b\":[],\"a\":{},\"l\":[1,{\"x\":null}],\"s\":\"\\u0001\\n\\\"/\\\\ü\\ud83d\\ude00\\ud800\"}";
        assertThat(Json.write(Json.read(text))).isEqualTo("""
                        {
                          "b": [],
                          "a": {},
                          "l": [
                            1,
                            {
                              "x": null
                            }
                          ],
                          "s": "\\u0001\\n\\"/\\\\ü😀\\ud800"
                        }
                        """);
    }

    @Test
    void plainAndBackIsTheSame() {
        String text = "{\"a\":[1,12345678901,1.5,1e999999999,-0,true,null,\"x\"],\"b\":{\"c\":\"d\"}}";
        Value value = Json.read(text);
        assertThat(Json.write(Json.plain(value))).isEqualTo(Json.write(value));
        assertThat(Json.plain(value.get("a").orElseThrow()))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .startsWith(1, 12345678901L);
        assertThat(value.at("b", "c").flatMap(Value::asText)).contains("d");
        assertThat(value.at("b", "c", "d")).isEmpty();
        assertThat(value.at("a", "c")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                   | Line 1: there is nothing",
                "{\"a\":1,}           | Line 1: ",
                "`{\n\"a\":1,\n\"a\":2}` | Line 3: Duplicate field 'a'",
                "{\"a\":1} {}         | Line 1: there is more",
                "// c                 | Line 1: ",
                "{'a':1}              | Line 1: ",
                "{\"a\":              | Line 1: ",
                "[01]                 | Line 1: ",
                "[NaN]                | Line 1: ",
                "`\"a\nb\"`           | Line 1: ",
                "\"a\\x\"             | Line 1: ",
            })
    void whatIsNotJsonIsRefusedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> Json.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContainingAny("Source", "StreamReadFeature");
    }

    @Test
    void hostileInputEndsQuicklyAndPolitely() {
        for (String text : List.of("[".repeat(100_000), "{\"a\":".repeat(100_000), "9".repeat(100_000), "\u0000")) {
            assertThatThrownBy(() -> Json.read(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Line 1");
        }
    }

    @Test
    void mergesDeeply() {
        Map<String, ?> below = Map.of("a", Map.of("x", 1), "l", List.of("p", "q"), "s", "old");
        Map<String, ?> above = Map.of("a", Map.of("y", 2), "l", List.of("q", "r"), "s", "new", "n", true);
        assertThat(Json.merge(below, above))
                .isEqualTo(Map.of("a", Map.of("x", 1, "y", 2), "l", List.of("p", "q", "r"), "s", "new", "n", true));
    }
}
