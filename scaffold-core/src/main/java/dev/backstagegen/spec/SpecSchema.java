package dev.backstagegen.spec;

import dev.backstagegen.tree.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The JSON Schema of a spec file, for editors. It accepts each file that is a spec and refuses what a look at one place
 * shows to be wrong; what has to hold between places is left to {@link SpecFile}. It is of draft-07, the newest that
 * every editor of YAML knows.
 */
public final class SpecSchema {

    private SpecSchema() {}

    /**
     * The schema as text.
     *
     * @param features what can be asked for
     */
    public static String of(List<String> features) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(
                "plugin",
                matching(Name.KEBAB, PluginId.MAX_LENGTH, "The plugin's id, without '-backend' at its end.", "string"));
        keys.put("package", matching(Wishes.PACKAGE, Wishes.MAX_PACKAGE, "The name of the npm package."));
        keys.put("description", matching(".+", Wishes.MAX_DESCRIPTION, "One line on what the plugin does."));
        keys.put("owner", matching(Wishes.OWNER, 0, "Who is entered in CODEOWNERS."));
        keys.put("license", matching(Wishes.LICENSE, Wishes.MAX_LICENSE, "What stands in package.json."));
        keys.put("resource", matching(Name.KEBAB, Resource.MAX_LENGTH, "A resource with the usual fields."));
        keys.put("resources", list("What the plugin keeps.", resource(), 0, Resources.MOST));
        keys.put(PieceEntries.ACTIONS, pieces("Actions of its own, as 'summarize-week'."));
        keys.put(
                PieceEntries.ROUTES,
                list(
                        "Routes of its own, as 'GET /reports/:id'.",
                        matching(Route.PATTERN, Route.MAX_LENGTH, "A method and a path.", "string"),
                        0,
                        Pieces.MOST));
        keys.put(PieceEntries.TASKS, pieces("Tasks of its own, each on a schedule, as 'clean-up'."));
        keys.put(PieceEntries.PERMISSIONS, pieces("Permissions of its own, as 'export-read'."));
        keys.put(
                "actionNames",
                oneOf(
                        "How the names of actions are written.",
                        Arrays.stream(ActionNames.values())
                                .map(style -> style.name().toLowerCase(Locale.ROOT))
                                .toList()));
        keys.put("features", list("What the plugin is made of.", choice(features), 0, 0));
        keys.put(SpecFile.CHECK, check(keys.get("actionNames")));
        keys.put(Choice.KEY, list("Whose text wins where both sides have their own.", choices(), 0, 0));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "What a Backstage backend plugin is made from by backstage-gen");
        schema.putAll(object(keys, List.of("plugin")));
        return Json.write(schema);
    }

    private static Map<String, Object> choices() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("file", described("The file, as seen from the plugin's folder.", "string"));
        keys.put(
                "take",
                choice(Arrays.stream(Choice.Side.values())
                        .map(Choice.Side::text)
                        .toList()));
        keys.put("reason", described("Why.", "string"));
        return object(keys, List.of("file", "take", "reason"));
    }

    /** What may be said to the rules; which rules there are is not for this room to know. */
    private static Map<String, Object> check(Object actionNames) {
        Map<String, Object> rules = described("The severity of rules, by their ids.", "object", "null");
        rules.put("additionalProperties", choice(List.of("error", "warning", "info", "off")));
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("rules", rules);
        keys.put("exclude", list("Patterns of paths in which nothing is reported.", Map.of("type", "string"), 0, 0));
        keys.put("actionNames", actionNames);
        Map<String, Object> check = described("What is wanted of the rules in this plugin.", "object", "null");
        check.put("properties", keys);
        check.put("additionalProperties", false);
        return check;
    }

    private static Map<String, Object> pieces(String description) {
        return list(description, matching(Name.KEBAB, Pieces.MAX_LENGTH, "Its name.", "string"), 0, Pieces.MOST);
    }

    private static Map<String, Object> resource() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("name", matching(Name.KEBAB, Resource.MAX_LENGTH, "One of them, in the singular.", "string"));
        keys.put("plural", matching(Name.KEBAB, Resource.MAX_PLURAL, "Many of them, where no rule makes it."));
        Map<String, Object> fields = described("What is known of each: names and types.", "object", "null");
        fields.put("propertyNames", matching(Name.CAMEL, Field.MAX_LENGTH, "What it is called.", "string"));
        fields.put("additionalProperties", matching(Field.pattern(), 0, "Its type: " + FieldType.words(), "string"));
        fields.put("minProperties", 1);
        fields.put("maxProperties", Resource.MAX_FIELDS);
        keys.put("fields", fields);
        keys.put("unique", list("The fields that are unique, alone or several in a list.", key(), 0, 0));
        keys.put("index", list("The fields with an index, alone or several in a list.", key(), 0, 0));
        Map<String, Object> verbs = list("What callers may do.", choice(Verb.texts()), 1, 0);
        verbs.put("contains", Map.of("enum", List.of(Verb.LIST.text(), Verb.GET.text())));
        keys.put("verbs", verbs);
        return object(keys, List.of("name"));
    }

    private static Map<String, Object> key() {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("type", "string");
        field.put("pattern", whole(Name.CAMEL));
        Map<String, Object> several = new LinkedHashMap<>();
        several.put("type", "array");
        several.put("items", field);
        several.put("minItems", 1);
        several.put("maxItems", ResourceRules.MAX_INDEX);
        return Map.of("anyOf", List.of(field, several));
    }

    private static Map<String, Object> object(Map<String, Object> keys, List<String> needed) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", keys);
        object.put("required", needed);
        object.put("additionalProperties", false);
        return object;
    }

    /** A text; a key without a value is as good as none, and so it is null as well where it may be left out. */
    private static Map<String, Object> matching(String pattern, int longest, String description) {
        return matching(pattern, longest, description, "string", "null");
    }

    private static Map<String, Object> matching(String pattern, int longest, String description, String... types) {
        Map<String, Object> text = described(description, types);
        text.put("pattern", whole(pattern));
        if (longest > 0) {
            text.put("maxLength", longest);
        }
        return text;
    }

    private static Map<String, Object> list(String description, Map<String, Object> items, int least, int most) {
        Map<String, Object> list = described(description, "array", "null");
        list.put("items", items);
        if (least > 0) {
            list.put("minItems", least);
        }
        if (most > 0) {
            list.put("maxItems", most);
        }
        return list;
    }

    private static Map<String, Object> oneOf(String description, List<String> words) {
        List<Object> choices = new ArrayList<>(words);
        choices.add(null);
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("description", description);
        one.put("enum", choices);
        return one;
    }

    private static Map<String, Object> choice(List<String> words) {
        return Map.of("enum", words);
    }

    private static Map<String, Object> described(String description, String... types) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("description", description);
        value.put("type", types.length == 1 ? types[0] : List.of(types));
        return value;
    }

    private static String whole(String pattern) {
        return "^(" + pattern + ")$";
    }
}
