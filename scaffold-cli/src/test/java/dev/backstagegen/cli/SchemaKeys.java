package dev.backstagegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** The keys that a schema describes, as the rows of a table; one without a sentence fails the test. */
public final class SchemaKeys {

    private SchemaKeys() {}

    /** Adds a row for each key of an object, and those of the objects within. */
    public static void list(JsonNode schema, JsonNode object, String path, StringBuilder table) {
        object.get("properties").properties().forEach(each -> {
            String meaning = each.getValue().path("description").asText();
            assertThat(meaning).as(each.getKey()).endsWith(".");
            table.append("| `" + path + each.getKey() + "` | " + meaning + " |\n");
            boolean isList = each.getValue().has("items");
            JsonNode value = isList ? each.getValue().get("items") : each.getValue();
            JsonNode meant =
                    value.has("$ref") ? schema.at(value.get("$ref").asText().substring(1)) : value;
            if (meant.has("properties")) {
                list(schema, meant, path + each.getKey() + (isList ? "[]." : "."), table);
            }
        });
    }
}
