package dev.backstagegen.render;

import dev.backstagegen.spec.DatabaseName;
import dev.backstagegen.spec.Field;
import dev.backstagegen.spec.FieldType.Kind;
import dev.backstagegen.spec.FieldType.OnDelete;
import dev.backstagegen.spec.Name;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.spec.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A resource, its fields and what is around them, as templates see it. */
final class ResourceModel {

    private final List<Resource> all;

    private ResourceModel(List<Resource> all) {
        this.all = all;
    }

    /** Each resource, in an order in which tables can be made. */
    static List<Map<String, Object>> of(List<Resource> resources) {
        ResourceModel model = new ResourceModel(resources);
        return resources.stream().map(model::resource).toList();
    }

    private Map<String, Object> resource(Resource kept) {
        Map<String, Object> resource = names(kept);
        List<Map<String, Object>> fields =
                kept.fields().stream().map(field -> field(kept, field)).toList();
        resource.put("migration", String.format(Locale.ROOT, "202601010000%02d", all.indexOf(kept)));
        resource.put("isGeneric", kept.name().equals(Resource.DEFAULT.name()));
        resource.put("can", can(kept));
        resource.put("changes", kept.verbs().stream().anyMatch(verb -> !verb.isRead()));
        resource.put("fields", fields);
        resource.put(
                "optionals",
                kept.fields().stream()
                        .filter(field -> field.optional() && field.kind() != Kind.REFERENCE)
                        .map(field -> field(kept, field))
                        .toList());
        resource.put("defaults", where(fields, "fallback"));
        resource.put(
                "filters",
                fields.stream().filter(field -> is(field, "isFilter")).toList());
        resource.put("first", fields.get(0));
        kept.fields().stream()
                .filter(field -> field.kind() != Kind.REFERENCE)
                .findFirst()
                .ifPresent(field -> resource.put("change", field(kept, field)));
        resource.put("sortable", sortable(kept));
        resource.put("uniques", uniques(kept));
        resource.put("taken", "The " + uniqueText(kept) + " is already taken");
        resource.put("references", !kept.references().isEmpty());
        resource.put(
                "dangling",
                kept.references().stream().map(Field::property).collect(Collectors.joining(" or "))
                        + " leads to nothing");
        resource.put("indexes", indexes(kept));
        resource.put("ownerIndex", DatabaseName.of(kept.plural().snake(), "owner", "idx"));
        resource.put("refers", kept.references().stream().anyMatch(field -> !field.optional()));
        resource.put(
                "isNumbered",
                kept.fields().stream()
                        .anyMatch(field ->
                                !field.optional() && field.kind() != Kind.BOOLEAN && field.kind() != Kind.ENUM));
        resource.put("referrers", referrers(kept));
        resource.put(
                "isReferredTo",
                referrers(kept).stream().anyMatch(each -> each.get("onDelete").equals("restrict")));
        return resource;
    }

    private static Map<String, Object> names(Resource kept) {
        Map<String, Object> names = Model.names(kept.name());
        names.put("many", Model.names(kept.plural()));
        names.put("type", kept.code().pascal());
        names.put("var", kept.code().camel());
        names.put("article", article(kept.name()));
        names.put("refers", kept.references().stream().anyMatch(field -> !field.optional()));
        return names;
    }

    private Map<String, Object> field(Resource kept, Field of) {
        Map<String, Object> field = Model.names(of.name());
        field.put("property", of.property());
        field.put("column", of.column());
        field.put("kind", of.kind().word());
        field.put("typeText", of.typeText().replaceAll("=.*", ""));
        field.put("optional", of.optional());
        field.put("many", of.many());
        field.put("length", of.type().length());
        field.put("values", of.type().values());
        of.fallback().ifPresent(value -> {
            field.put("fallback", of.kind() == Kind.ENUM ? "'" + value + "'" : value);
            field.put("fallbackText", "`" + value + "`");
        });
        field.put("unique", kept.unique().contains(List.of(of.name())));
        field.put("isFilter", kept.isFilter(of));
        field.put("isRange", kept.isRange(of));
        field.put("isParent", of.kind() == Kind.REFERENCE && !of.optional());
        target(of).ifPresent(target -> {
            field.put("target", names(target));
            field.put("onDelete", way(of));
            field.put("constraint", DatabaseName.of(kept.plural().snake(), of.column(), "fk"));
        });
        return field;
    }

    private Optional<Resource> target(Field field) {
        return field.type()
                .target()
                .flatMap(name ->
                        all.stream().filter(each -> each.name().equals(name)).findFirst());
    }

    private static Map<String, Object> can(Resource kept) {
        Map<String, Object> can = new LinkedHashMap<>();
        for (Verb verb : Verb.values()) {
            can.put(verb.text(), kept.verbs().contains(verb));
        }
        return can;
    }

    /** The times come first: every resource has them. */
    private List<Map<String, Object>> sortable(Resource kept) {
        List<Map<String, Object>> columns = new ArrayList<>();
        columns.add(time("createdAt", "created_at"));
        columns.add(time("updatedAt", "updated_at"));
        kept.fields().stream().filter(kept::isSortable).forEach(field -> columns.add(field(kept, field)));
        return columns;
    }

    /** A time that each resource has, and that nobody sends. */
    private static Map<String, Object> time(String property, String column) {
        return Map.of("property", property, "column", column, "optional", false, "kind", "");
    }

    private List<Map<String, Object>> uniques(Resource kept) {
        return kept.unique().stream()
                .map(names -> {
                    Map<String, Object> unique = index(kept, names, "uniq");
                    unique.put("text", text(names));
                    unique.put(
                            "fields",
                            names.stream()
                                    .map(kept::field)
                                    .map(field -> field(kept, field))
                                    .toList());
                    return unique;
                })
                .toList();
    }

    private static String uniqueText(Resource kept) {
        return kept.unique().stream().map(ResourceModel::text).collect(Collectors.joining(" or "));
    }

    private static String text(List<Name> names) {
        return (names.size() > 1 ? "combination of " : "")
                + names.stream().map(Name::text).collect(Collectors.joining(" and "));
    }

    private static List<Map<String, Object>> indexes(Resource kept) {
        List<Map<String, Object>> indexes = new ArrayList<>();
        kept.indexes().forEach(names -> indexes.add(index(kept, names, "idx")));
        kept.fields().stream()
                .filter(kept::needsIndex)
                .forEach(field -> indexes.add(index(kept, List.of(field.name()), "idx")));
        Map<String, Object> age = new LinkedHashMap<>();
        age.put("columns", List.of("created_at", "id"));
        age.put("name", DatabaseName.of(kept.plural().snake(), "created_at", "idx"));
        indexes.add(age);
        return indexes;
    }

    private static Map<String, Object> index(Resource kept, List<Name> names, String end) {
        List<String> columns =
                names.stream().map(kept::field).map(Field::column).toList();
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("columns", columns);
        index.put("name", DatabaseName.of(kept.plural().snake(), String.join("_", columns), end));
        return index;
    }

    private List<Map<String, Object>> referrers(Resource kept) {
        List<Map<String, Object>> referrers = new ArrayList<>();
        for (Resource other : all) {
            for (Field reference : other.references()) {
                if (reference.type().target().orElseThrow().equals(kept.name())) {
                    Map<String, Object> referrer = names(other);
                    referrer.put("property", reference.property());
                    referrer.put("onDelete", way(reference));
                    referrers.add(referrer);
                }
            }
        }
        return referrers;
    }

    private static String way(Field reference) {
        OnDelete way = reference.type().onDelete();
        return way.name().toLowerCase(Locale.ROOT);
    }

    private static String article(Name name) {
        return "aeiou".indexOf(name.kebab().charAt(0)) >= 0 ? "an" : "a";
    }

    private static List<Map<String, Object>> where(List<Map<String, Object>> fields, String key) {
        return fields.stream().filter(field -> field.containsKey(key)).toList();
    }

    private static boolean is(Map<String, Object> field, String key) {
        return Boolean.TRUE.equals(field.get(key));
    }
}
