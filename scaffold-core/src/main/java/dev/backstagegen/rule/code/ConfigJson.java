package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.ConfigKey.Around;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A schema written as JSON Schema, in a file of its own or in package.json. */
final class ConfigJson {

    private static final List<String> PARTS = List.of("items", "additionalProperties");
    private static final List<String> CHOICES = List.of("anyOf", "oneOf", "allOf");
    private static final int DEEPEST = 40;

    private final RelPath path;
    private final String text;
    private final List<ConfigKey> keys = new ArrayList<>();

    ConfigJson(RelPath path, String text) {
        this.path = path;
        this.text = text;
    }

    List<ConfigKey> keys(Json.Value schema) {
        read(schema, Around.NOTHING, 0);
        return List.copyOf(keys);
    }

    private void read(Json.Value schema, Around outer, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        Around inside = outer.and(visibility(schema), text(schema, "deepVisibility"));
        for (String name : List.of("properties", "patternProperties")) {
            if (schema.get(name).orElse(null) instanceof Json.ObjectValue properties) {
                for (Json.Member member : properties.members()) {
                    if (name.equals("properties")) {
                        key(member, inside);
                    }
                    read(member.value(), inside, depth + 1);
                }
            }
        }
        PARTS.forEach(part -> schema.get(part).ifPresent(each -> read(each, inside, depth + 1)));
        for (String choice : CHOICES) {
            if (schema.get(choice).orElse(null) instanceof Json.ArrayValue choices) {
                choices.items().forEach(each -> read(each, inside, depth + 1));
            }
        }
    }

    private void key(Json.Member member, Around outer) {
        Optional<String> own = visibility(member.value());
        keys.add(new ConfigKey(
                Spot.of(path, text, member.nameStart(), member.nameEnd()),
                member.name(),
                isText(member.value()),
                own.or(outer::visibility),
                outer.isSecret(),
                outer.isShown() ? Optional.empty() : secretly(member.value(), own)));
    }

    private static Optional<String> visibility(Json.Value schema) {
        return text(schema, "visibility").or(() -> text(schema, "deepVisibility"));
    }

    private static Optional<String> text(Json.Value schema, String name) {
        return schema.get(name).flatMap(Json.Value::asText);
    }

    private static boolean isText(Json.Value schema) {
        Optional<Json.Value> type = schema.get("type");
        return type.flatMap(Json.Value::asText).filter("string"::equals).isPresent()
                || type.orElse(null) instanceof Json.ArrayValue types
                        && types.items().stream()
                                .anyMatch(each ->
                                        each.asText().filter("string"::equals).isPresent());
    }

    private Optional<TextEdit> secretly(Json.Value schema, Optional<String> own) {
        if (!(schema instanceof Json.ObjectValue object) || object.members().isEmpty()) {
            return Optional.empty();
        }
        if (own.isPresent()) {
            return schema.get("visibility")
                    .filter(value -> value.asText().filter("backend"::equals).isPresent())
                    .map(value -> new TextEdit(value.start(), value.end(), "\"secret\""));
        }
        Json.Member first = object.members().get(0);
        Json.Member last = object.members().get(object.members().size() - 1);
        String gap = text.substring(object.start() + 1, first.nameStart());
        return Optional.of(
                TextEdit.insert(last.value().end(), "," + (gap.isEmpty() ? " " : gap) + "\"visibility\": \"secret\""));
    }
}
