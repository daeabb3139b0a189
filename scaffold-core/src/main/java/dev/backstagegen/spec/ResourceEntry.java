package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One resource in a spec file. */
final class ResourceEntry {

    static final List<String> KEYS = List.of("name", "plural", "fields", "unique", "index", "verbs");

    private ResourceEntry() {}

    static Map<String, Object> write(Resource resource) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", resource.name().kebab());
        if (!resource.isPluralUsual()) {
            entry.put("plural", resource.plural().kebab());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        resource.fields().forEach(field -> fields.put(field.name().camel(), field.typeText()));
        entry.put("fields", fields);
        if (!resource.unique().isEmpty()) {
            entry.put("unique", lists(resource.unique()));
        }
        if (!resource.indexes().isEmpty()) {
            entry.put("index", lists(resource.indexes()));
        }
        if (resource.verbs().size() < Verb.values().length) {
            entry.put("verbs", resource.verbs().stream().map(Verb::text).toList());
        }
        return entry;
    }

    /**
     * Reads a resource.
     *
     * @param file what the file is called in a message
     * @throws ScaffoldException when it is none
     */
    static Resource read(String file, Object value) {
        if (!(value instanceof Map<?, ?> entry) || !(entry.get("name") instanceof String name)) {
            throw ScaffoldException.usage(
                    "A resource in " + file + " does not say its name.", "It begins like: - name: incident");
        }
        for (Object key : entry.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw ScaffoldException.usage(
                        "The resource '" + Plain.shown(name) + "' in " + file + " has an unknown key '"
                                + Plain.shown(String.valueOf(key)) + "'.",
                        "The keys are: " + String.join(", ", KEYS));
            }
        }
        Resource resource = Resource.of(name, plural(file, entry));
        if (entry.get("fields") != null) {
            resource = resource.withFields(fields(file, name, entry.get("fields")));
        }
        for (List<Name> names : names(file, "unique", entry.get("unique"))) {
            resource = resource.withUnique(names);
        }
        for (List<Name> names : names(file, "index", entry.get("index"))) {
            resource = resource.withIndex(names);
        }
        return entry.get("verbs") == null ? resource : resource.withVerbs(verbs(file, entry.get("verbs")));
    }

    private static String plural(String file, Map<?, ?> entry) {
        Object plural = entry.get("plural");
        if (plural != null && !(plural instanceof String)) {
            throw ScaffoldException.usage("'plural' in " + file + " is not a text.", "");
        }
        return plural == null ? "" : (String) plural;
    }

    private static List<Field> fields(String file, String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw ScaffoldException.usage(
                    "'fields' of '" + Plain.shown(name) + "' in " + file + " is not a list of names and types.",
                    "Write for example: title: string(120)");
        }
        List<Field> fields = new ArrayList<>();
        map.forEach((field, type) -> {
            if (!(type instanceof String text)) {
                throw ScaffoldException.usage(
                        "The field '" + Plain.shown(String.valueOf(field)) + "' in " + file
                                + " does not say what it holds.",
                        "For example: string");
            }
            fields.add(Field.parse(String.valueOf(field), text));
        });
        return fields;
    }

    /** A list of names and of lists of names. */
    private static List<List<Name>> names(String file, String key, Object value) {
        List<List<Name>> names = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object each : list) {
                List<Name> together = new ArrayList<>();
                for (Object name : each instanceof List<?> several ? several : Collections.singletonList(each)) {
                    together.add(Field.name(String.valueOf(name)));
                }
                names.add(together);
            }
        } else if (value != null) {
            throw ScaffoldException.usage(
                    "'" + key + "' in " + file + " is not a list.", "Write: " + key + ": [title]");
        }
        return names;
    }

    private static Set<Verb> verbs(String file, Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw ScaffoldException.usage("'verbs' in " + file + " is not a list.", "Write: verbs: [list, get]");
        }
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        list.forEach(each -> verbs.add(Verb.of(String.valueOf(each))));
        return verbs;
    }

    /** One name stands for itself, several stand in a list. */
    private static List<Object> lists(List<List<Name>> names) {
        return names.stream()
                .map(together -> together.stream().map(Name::camel).toList())
                .map(together -> together.size() == 1 ? (Object) together.get(0) : together)
                .toList();
    }
}
