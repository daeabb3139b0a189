package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One resource in a spec file: a map with the keys below, its fields a map from names to types. */
final class ResourceText {

    static final List<String> KEYS = List.of("name", "plural", "fields", "unique", "index", "verbs");

    private ResourceText() {}

    static Map<String, Object> write(Resource resource) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", resource.name().kebab());
        if (!ResourceNames.isDerived(resource.name(), resource.plural())) {
            map.put("plural", resource.plural().kebab());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        resource.fields().forEach(field -> fields.put(field.name().camel(), field.typeText()));
        map.put("fields", fields);
        put(map, "unique", keys(resource.unique()));
        put(map, "index", keys(resource.indexes()));
        if (resource.verbs().size() < Verb.values().length) {
            put(map, "verbs", resource.verbs().stream().map(Verb::text).toList());
        }
        return map;
    }

    static Resource read(SpecMap map) {
        map.refuseOthers(KEYS);
        String name = map.text("name")
                .orElseThrow(() -> ScaffoldException.usage(
                        map.place() + " does not say what it is called.", "Add a line: name: incident"));
        return Resource.of(
                name,
                map.text("plural"),
                fields(map),
                map.has("unique") ? Optional.of(map.texts("unique")) : Optional.empty(),
                map.texts("index"),
                verbs(map));
    }

    private static List<Field> fields(SpecMap map) {
        List<Field> fields = new ArrayList<>();
        map.map("fields").ifPresent(types -> {
            for (String name : types.keys()) {
                String type = types.text(name)
                        .orElseThrow(() -> ScaffoldException.usage(
                                "The field '" + Plain.shown(name) + "' in " + types.place()
                                        + " does not say what it holds.",
                                "For example: " + Plain.shown(name) + ": string"));
                fields.add(Field.parse(name, type));
            }
            if (fields.isEmpty()) {
                throw ScaffoldException.usage(
                        types.place() + " names no field.", "Leave the key out to have the usual fields");
            }
        });
        return fields;
    }

    private static Set<Verb> verbs(SpecMap map) {
        if (!map.has("verbs")) {
            return EnumSet.allOf(Verb.class);
        }
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        map.texts("verbs").forEach(verb -> verbs.add(Verb.of(verb)));
        return verbs;
    }

    private static List<String> keys(List<List<Name>> keys) {
        return keys.stream()
                .map(key -> String.join(",", key.stream().map(Name::camel).toList()))
                .toList();
    }

    private static void put(Map<String, Object> map, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            map.put(key, texts);
        }
    }
}
