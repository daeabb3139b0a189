package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A map in a spec file; what it holds is asked for by key and kind, and anything else is refused by its place. A key
 * without a value is as good as none.
 *
 * @param place what it is called in a message
 * @param values what stands under its keys
 */
record SpecMap(String place, Map<String, Object> values) {

    static SpecMap parse(String name, String text) {
        try {
            return of(name, Yaml.read(text))
                    .orElseThrow(() -> ScaffoldException.usage(
                            name + " is not a list of keys and values.", "It begins like: plugin: incident-log"));
        } catch (IllegalArgumentException e) {
            throw ScaffoldException.usage(name + " is not YAML: " + e.getMessage() + ".", "");
        }
    }

    void refuseOthers(List<String> keys) {
        for (String key : values.keySet()) {
            if (!keys.contains(key)) {
                throw ScaffoldException.usage(
                        place + " has an unknown key '" + Plain.shown(key) + "'.",
                        Guess.hint(key, keys, "The keys are: " + String.join(", ", keys)));
            }
        }
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    Optional<String> text(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw ScaffoldException.usage(
                "'" + Plain.shown(key) + "' in " + place + " is not a text.",
                "Put it in quotes: " + Plain.shown(key) + ": '" + Plain.shown(String.valueOf(value)) + "'");
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object each : list(key)) {
            if (!(each instanceof String text)) {
                throw ScaffoldException.usage(
                        "'" + Plain.shown(String.valueOf(each)) + "' under '" + key + "' in " + place
                                + " is not a text.",
                        "");
            }
            texts.add(text);
        }
        return texts;
    }

    Optional<SpecMap> map(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        return Optional.of(of("'" + key + "' in " + place, values.get(key))
                .orElseThrow(() -> ScaffoldException.usage(
                        "'" + key + "' in " + place + " is not keys and values.", "")));
    }

    List<SpecMap> maps(String key) {
        List<SpecMap> maps = new ArrayList<>();
        for (Object each : list(key)) {
            String one = "Number " + (maps.size() + 1) + " of '" + key + "' in " + place;
            maps.add(of(one, each)
                    .orElseThrow(() -> ScaffoldException.usage(
                            one + " is not keys and values.", "It begins like: - name: incident")));
        }
        return maps;
    }

    private List<?> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw ScaffoldException.usage(
                "'" + key + "' in " + place + " is not a list.",
                "Lists are written: " + key + ": [...], or each on a line of its own after a dash");
    }

    private static Optional<SpecMap> of(String place, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, each) -> values.put(String.valueOf(key), each));
        return Optional.of(new SpecMap(place, values));
    }
}
