package dev.backstagegen.render;

import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to be done to a table, as templates see it: {@code change.comes} and {@code change.goes} are what to add and
 * what to take away, columns and what stands on them. A column that is there before and after is not touched.
 */
final class ChangeModel {

    /** Some systems end names of files at 255 bytes, and nobody reads as far as that. */
    private static final int LONGEST_NAME = 100;

    private final Table before;
    private final Table now;

    private ChangeModel(Table before, Table now) {
        this.before = before;
        this.now = now;
    }

    /**
     * A table.
     *
     * @param resource what is kept in it, as templates see that
     * @param hasOwners whether it has a column for owners
     */
    private record Table(Map<String, Object> resource, boolean hasOwners) {

        private String name() {
            return (String) ((Map<?, ?>) resource.get("many")).get("snake");
        }

        @SuppressWarnings("unchecked")
        private List<Map<String, Object>> list(String key) {
            return (List<Map<String, Object>>) resource.get(key);
        }

        private List<Map<String, Object>> indexes() {
            List<Map<String, Object>> indexes = new ArrayList<>(list("indexes"));
            if (hasOwners) {
                indexes.add(0, Map.of("columns", List.of("owner"), "name", resource.get("ownerIndex")));
            }
            return indexes;
        }

        /** What it has that another one does not have. */
        private Part without(Table other) {
            return new Part(
                    without(list("fields"), other.list("fields"), "column"),
                    hasOwners && !other.hasOwners,
                    without(list("uniques"), other.list("uniques"), "columns"),
                    without(indexes(), other.indexes(), "columns"));
        }

        private static List<Map<String, Object>> without(
                List<Map<String, Object>> all, List<Map<String, Object>> others, String key) {
            List<Object> taken = others.stream().map(other -> other.get(key)).toList();
            return all.stream().filter(each -> !taken.contains(each.get(key))).toList();
        }
    }

    /** Some columns of a table and some of what stands on its columns. */
    private record Part(
            List<Map<String, Object>> fields,
            boolean hasOwners,
            List<Map<String, Object>> uniques,
            List<Map<String, Object>> indexes) {

        private List<String> columns() {
            return Stream.concat(
                            fields.stream().map(field -> (String) field.get("column")),
                            hasOwners ? Stream.of("owner") : Stream.empty())
                    .toList();
        }

        private boolean isEmpty() {
            return columns().isEmpty() && keys().isEmpty();
        }

        private List<Map<String, Object>> keys() {
            return Stream.concat(uniques.stream(), indexes.stream()).toList();
        }

        /** The one thing that it is about, in a word; empty when there are several. */
        private String subject() {
            List<String> columns = columns();
            if (columns.size() == 1
                    && keys().stream().allMatch(key -> columnsOf(key).contains(columns.get(0)))) {
                return columns.get(0);
            }
            return columns.isEmpty() && keys().size() == 1
                    ? (uniques.isEmpty() ? "index_" : "unique_") + String.join("_", columnsOf(keys().get(0)))
                    : "";
        }

        private static List<String> columnsOf(Map<String, Object> key) {
            return ((List<?>) key.get("columns"))
                    .stream().map(String.class::cast).toList();
        }

        private Map<String, Object> model() {
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("fields", fields);
            model.put("hasOwners", hasOwners);
            model.put("columns", columns());
            model.put("uniques", uniques);
            model.put("indexes", indexes);
            model.put("references", fields.stream().anyMatch(field -> field.containsKey("target")));
            return model;
        }
    }

    /** What is to be done to each table that is there before and after, in the order of those after. */
    static List<Map<String, Object>> between(Before before, FeatureSet features, List<Map<String, Object>> resources) {
        return between(
                tables(before.features(), ResourceModel.of(Model.kept(before.spec(), before.features()))),
                tables(features, resources));
    }

    private static List<Table> tables(FeatureSet features, List<Map<String, Object>> resources) {
        boolean hasOwners = features.has(Fact.OWNERS);
        return resources.stream()
                .map(resource -> new Table(resource, hasOwners))
                .toList();
    }

    private static List<Map<String, Object>> between(List<Table> before, List<Table> now) {
        Map<String, Table> known = before.stream().collect(Collectors.toMap(Table::name, table -> table));
        List<Map<String, Object>> changes = new ArrayList<>();
        for (Table table : now) {
            if (known.containsKey(table.name())) {
                ChangeModel change = new ChangeModel(known.get(table.name()), table);
                if (!change.comes().isEmpty() || !change.goes().isEmpty()) {
                    changes.add(change.model(changes.size()));
                }
            }
        }
        return changes;
    }

    private Part comes() {
        return now.without(before);
    }

    private Part goes() {
        return before.without(now);
    }

    private Map<String, Object> model(int number) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("migration", String.format(Locale.ROOT, "202601010100%02d", number));
        model.put("name", name());
        model.put("table", now.name());
        model.put("resource", now.resource());
        model.put("before", before.resource());
        model.put("comes", comes().model());
        model.put("goes", goes().model());
        return model;
    }

    private String name() {
        String name = "";
        if (goes().isEmpty()) {
            name = sentence("add", comes().subject(), "to");
        } else if (comes().isEmpty()) {
            name = sentence("drop", goes().subject(), "from");
        }
        return name.isEmpty() || name.length() > LONGEST_NAME ? "change_" + now.name() : name;
    }

    private String sentence(String verb, String subject, String preposition) {
        return subject.isEmpty() ? "" : String.join("_", verb, subject, preposition, now.name());
    }
}
