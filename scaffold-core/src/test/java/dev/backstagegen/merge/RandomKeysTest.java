package dev.backstagegen.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.merge.Merged.Conflict;
import dev.backstagegen.merge.Value.Items;
import dev.backstagegen.merge.Value.Keys;
import dev.backstagegen.merge.Value.Leaf;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for merges by key, whatever the texts are; a failure names the seed. */
class RandomKeysTest {

    private static final int ROUNDS = 1500;
    private static final List<String> NAMES = List.of("a", "b", "c", "dependencies", "e", "f");

    @Test
    void json() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            check(seed, random, Json::write, text -> reformatted(random, text), JsonDocument::read, JsonMerge::of);
        }
    }

    @Test
    void yaml() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            check(seed, random, Yaml::write, text -> commented(random, text), YamlDocument::read, YamlMerge::of);
        }
    }

    /** The merge of three texts. */
    private interface Way {
        Merged of(String base, String yours, String fresh);
    }

    private static void check(
            int seed,
            Random random,
            Function<Map<String, Object>, String> writer,
            Function<String, String> byHand,
            Function<String, Document> reader,
            Way merge) {
        Map<String, Object> first = map(random, 3);
        String base = writer.apply(first);
        String yours = byHand.apply(writer.apply(changed(random, first)));
        String fresh = writer.apply(changed(random, first));
        String told = "seed " + seed + "\n" + base + "=\n" + yours + "=\n" + fresh;
        Merged merged;
        try {
            merged = merge.of(base, yours, fresh);
        } catch (RuntimeException e) {
            throw new AssertionError(told, e);
        }
        String whole = merged.text(Conflict::yours);

        assertThat(merge.of(base, base, fresh).text(Conflict::yours)).isEqualTo(fresh);
        assertThat(merge.of(base, yours, base).text(Conflict::yours)).isEqualTo(yours);
        assertThat(merge.of(fresh, whole, fresh).text(Conflict::yours)).as(told).isEqualTo(whole);
        Document result = reader.apply(whole);
        reader.apply(merged.text(Conflict::fresh));
        List<String> own = new ArrayList<>(reader.apply(yours).comments());
        reader.apply(base).comments().forEach(own::remove);
        assertThat(result.comments()).as(told).containsAll(own);
        String shown = Merging.shown(merged);
        assertKept(
                told + "=\n" + shown,
                shown,
                reader.apply(base).value(),
                reader.apply(yours).value(),
                result.value());
        if (seed % 7 == 0 && yours.strip().contains("\n")) {
            String feeds = yours.replace("\n", "\r\n");
            String folded = merge.of(base, feeds, fresh).text(Conflict::yours);
            assertThat(folded.replace("\r\n", "")).as(told).doesNotContain("\n");
        }
    }

    /** Each key that yours added or changed is in the result as yours has it, or higher, or in a conflict. */
    private static void assertKept(String told, String shown, Value base, Value yours, Value result) {
        if (yours instanceof Keys your) {
            your.entries().forEach((key, value) -> {
                Value was = base instanceof Keys keys ? keys.entries().getOrDefault(key, Keys.NONE) : Keys.NONE;
                boolean isOwn = !(base instanceof Keys keys && keys.entries().containsKey(key)) || !was.isSame(value);
                // Of generated dependencies that go nothing stays but what was added to them.
                boolean goes = key.equals("dependencies")
                        && was instanceof Keys generated
                        && value instanceof Keys left
                        && generated
                                .entries()
                                .keySet()
                                .containsAll(left.entries().keySet());
                if (isOwn && !goes) {
                    assertThat(result).as(told).isInstanceOf(Keys.class);
                    assertThat(((Keys) result).entries()).as(told).containsKey(key);
                    assertKept(
                            told, shown, was, value, ((Keys) result).entries().get(key));
                }
            });
        } else if (yours instanceof Items your && result instanceof Items its) {
            List<Object> said = its.items().stream().map(Value::says).collect(Collectors.toList());
            for (Value item : your.items()) {
                boolean isOwn =
                        !(base instanceof Items items && items.items().stream().anyMatch(item::isSame));
                if (isOwn && item instanceof Leaf) {
                    assertThat(said).as(told).contains(item.says());
                }
            }
        } else if (yours instanceof Leaf leaf && leaf.says() instanceof String text && !text.startsWith("^")) {
            assertThat(result.says()).as(told).isEqualTo(text);
        }
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(NAMES);
        if (random.nextBoolean()) {
            Collections.shuffle(names, random);
        }
        names.subList(0, 1 + random.nextInt(NAMES.size())).forEach(name -> map.put(name, value(random, depth - 1)));
        return map;
    }

    private static Object value(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(4) : random.nextInt(8)) {
            case 0 -> random.nextInt(5);
            case 1 -> "^1." + random.nextInt(20) + ".0";
            case 2 -> List.of("x # y", "two\nlines\n", "z", "true").get(random.nextInt(4));
            case 3 -> random.nextBoolean() ? List.of() : Map.of();
            case 4 -> {
                List<Object> list = new ArrayList<>();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    list.add("i" + random.nextInt(6));
                }
                yield list.stream().distinct().toList();
            }
            case 5 -> {
                List<Object> list = new ArrayList<>();
                for (int n = random.nextInt(3); n >= 0; n--) {
                    Map<String, Object> item = new LinkedHashMap<>();
                    item.put("name", "n" + n);
                    item.putAll(map(random, depth));
                    list.add(item);
                }
                yield list;
            }
            default -> map(random, depth);
        };
    }

    private static Map<String, Object> changed(Random random, Map<String, Object> map) {
        Map<String, Object> changed = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            int dice = random.nextInt(10);
            if (dice > 1) {
                changed.put(key, dice > 5 ? value : changed(random, value));
            }
            if (random.nextInt(10) == 0) {
                changed.putIfAbsent(NAMES.get(random.nextInt(NAMES.size())), value(random, 2));
            }
        });
        return changed.isEmpty() ? map : changed;
    }

    @SuppressWarnings("unchecked")
    private static Object changed(Random random, Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return changed(random, (Map<String, Object>) map);
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            List<Object> changed = new ArrayList<>();
            for (Object item : list) {
                if (random.nextInt(4) > 0) {
                    changed.add(item instanceof Map<?, ?> ? changed(random, item) : item);
                }
                if (random.nextInt(4) == 0 && item instanceof String) {
                    changed.add("i" + (6 + random.nextInt(6)));
                }
            }
            return changed.stream().distinct().toList();
        }
        return value(random, 2);
    }

    private static String reformatted(Random random, String json) {
        return switch (random.nextInt(4)) {
            case 0 -> json.replace("  ", "\t");
            case 1 -> json.replaceAll("\n *", "");
            case 2 -> json.replaceAll("\\[\\s+\"", "[\"");
            default -> json;
        };
    }

    /** Comments of all kinds, each one of its own. */
    private static String commented(Random random, String yaml) {
        StringBuilder text = new StringBuilder();
        int[] count = {0};
        yaml.lines().forEach(line -> {
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            switch (random.nextInt(12)) {
                case 0 ->
                    text.append(indent).append("# above ").append(count[0]++).append('\n');
                case 1 -> text.append('\n');
                default -> {}
            }
            text.append(line);
            text.append(random.nextInt(12) == 0 ? " # behind " + count[0]++ : "")
                    .append('\n');
        });
        return text.append(random.nextInt(5) == 0 ? "# end\n" : "").toString();
    }
}
