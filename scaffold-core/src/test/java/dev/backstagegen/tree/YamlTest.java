package dev.backstagegen.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstagegen.tree.Yaml.Mapping;
import dev.backstagegen.tree.Yaml.Node;
import dev.backstagegen.tree.Yaml.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    @Test
    void readsWhatYamlTwelveMeans() {
        String text = """
                # comment
                text: on
                yes: No
                truth: true
                number: 42
                negative: -7
                float: 1.50
                octal: 007
                huge: 99999999999999999999
                date: 2026-11-22
                time: 12:30:00
                nothing:
                tilde: ~
                quoted: '42'
                block: |
                  two
                  lines
                list: [a, 1, true, null]
                """;
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("text", "on");
        expected.put("yes", "No");
        expected.put("truth", true);
        expected.put("number", 42);
        expected.put("negative", -7);
        expected.put("float", "1.50");
        expected.put("octal", "007");
        expected.put("huge", "99999999999999999999");
        expected.put("date", "2026-11-22");
        expected.put("time", "12:30:00");
        expected.put("nothing", null);
        expected.put("tilde", null);
        expected.put("quoted", "42");
        expected.put("block", "two\nlines\n");
        expected.put("list", java.util.Arrays.asList("a", 1, true, null));
        assertThat(Yaml.read(text)).isEqualTo(expected);
        assertThat(Yaml.read("# nothing\n")).isEqualTo(Map.of());
        assertThat(Yaml.read("- a\n- b: c\n")).isEqualTo(List.of("a", Map.of("b", "c")));
    }

    @Test
    void rangesAreThoseOfTheText() {
        String text = "# ü😀\na😀: 'x😀' # c\nb:\n  - one\n  # c\n  - {k: v}\n\n# end\nc: [p,  q ]\nd:\ne: f\n";
        Node root = Yaml.tree(text).orElseThrow();
        assertThat(text(text, root.get("a😀").orElseThrow())).isEqualTo("'x😀'");
        Sequence block = (Sequence) root.get("b").orElseThrow();
        assertThat(block.isFlow()).isFalse();
        assertThat(text(text, block)).isEqualTo("- one\n  # c\n  - {k: v}");
        assertThat(block.span().line()).isEqualTo(4);
        assertThat(block.span().column()).isEqualTo(3);
        Sequence flow = (Sequence) root.get("c").orElseThrow();
        assertThat(flow.isFlow()).isTrue();
        assertThat(text(text, flow)).isEqualTo("[p,  q ]");
        assertThat(flow.items()).extracting(item -> text(text, item)).containsExactly("p", "q");
        assertThat(text.substring(0, root.get("d").orElseThrow().span().start()))
                .endsWith("\nd:");
        assertThat(((Mapping) root).entries())
                .extracting(e -> text(text, e.key()))
                .contains("a😀", "e");
    }

    private static String text(String text, Node node) {
        return text.substring(node.span().start(), node.span().end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1\na: 2\n",
                "a: &x 1\nb: *x\n",
                "a: !!java.net.URL [x]\n",
                "a: !tag x\n",
                "a: 1\n---\nb: 2\n",
                "a:\n\t- b\n",
                "a: [b\n",
                "? {a: b}\n: c\n",
                "a: 'b\n",
                "a: b: c\n",
                "a: \u0007\n",
                "{a: b}}\n",
                "a: *unknown\n",
            })
    void whatIsNotReadIsRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> Yaml.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s)Line \\d+.*: .*");
    }

    @Test
    void hostileInputEndsQuicklyAndPolitely() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [" + "*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        for (String text :
                List.of(bomb.toString(), "[".repeat(50_000), "- ".repeat(5_000), "a: x\n".repeat(1_000_000))) {
            assertThatThrownBy(() -> Yaml.read(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aTreeMayHaveAliasesThatNobodyTouches() {
        Node root = Yaml.tree("a: &x {b: c}\nd: *x\ne: f\n").orElseThrow();
        assertThat(root.get("a").orElseThrow().isMarked()).isTrue();
        assertThat(root.get("d").orElseThrow()).isInstanceOf(Yaml.Alias.class);
        assertThat(root.get("e").orElseThrow().isMarked()).isFalse();
    }

    @Test
    void writesSmallAndPlain() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", "example");
        map.put("package", "@acme/plugin-example-backend");
        map.put("description", "Keeps items: it's \"fine\"");
        map.put("short", "it's");
        map.put("apostrophe", "it's: so");
        map.put("release", "1.55.0");
        map.put("no", "yes");
        map.put("actions", true);
        map.put("limit", 5);
        map.put("lines", "two\nlines");
        map.put("empty", List.of());
        map.put("none", Map.of());
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", "title");
        field.put("values", List.of("a", "b"));
        map.put("resources", List.of(field, Map.of("x", 1), List.of("p", "q")));
        assertThat(Yaml.write(map)).isEqualTo("""
                        id: example
                        package: '@acme/plugin-example-backend'
                        description: 'Keeps items: it''s "fine"'
                        short: it's
                        apostrophe: "it's: so"
                        release: '1.55.0'
                        'no': 'yes'
                        actions: true
                        limit: 5
                        lines: "two\\nlines"
                        empty: []
                        none: {}
                        resources:
                          - name: title
                            values:
                              - a
                              - b
                          - x: 1
                          - - p
                            - q
                        """);
        assertThat(Yaml.read(Yaml.write(map))).isEqualTo(map);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(7);
        String[] pieces = {
            "a", "Z", " ", "  ", ":", ": ", "#", " #", "-", "- ", "'", "\"", "\\", "\n", "\t", "[", "]", "{", "}", ",",
            "&", "*", "!", "|", ">", "%", "@", "`", "?", "? ", "0", "1.5", "e3", "0x1F", "null", "true", "~", "=", "<<",
            "---", "...", "\u0085", "\u2028", "\uFEFF", "😀", "ü", "\u0000", "\u007f", "\uD800", "yes", ".inf", "$",
            "/",
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(5); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Map<String, Object> map = Map.of("k", text.toString(), "l", List.of(text.toString()), text + "x", "v");
            if (text.indexOf("\uD800") < 0) {
                assertThat(Yaml.read(Yaml.write(map))).isEqualTo(map);
            }
        }
        assertThat(Yaml.read(Yaml.write(Map.of("k", "a b ".repeat(50_000) + "c"))))
                .isEqualTo(Map.of("k", "a b ".repeat(50_000) + "c"));
    }
}
