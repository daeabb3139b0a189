package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of resources that follow on others: the tables are there, and have rows that know nothing of what is new. */
public final class Evolution {

    private Evolution() {}

    /** @throws ScaffoldException when rows that are there could not have what is new */
    public static void check(List<Resource> before, List<Resource> now) {
        for (Resource resource : now) {
            before.stream()
                    .filter(each -> each.plural().equals(resource.plural()))
                    .forEach(each -> check(each, resource));
        }
    }

    private static void check(Resource before, Resource now) {
        Set<String> columns = before.fields().stream().map(Field::column).collect(Collectors.toSet());
        Set<Name> added = new HashSet<>();
        for (Field field : now.fields()) {
            if (!columns.contains(field.column())) {
                added.add(field.name());
                if (!field.optional() && field.fallback().isEmpty()) {
                    throw ScaffoldException.usage(
                            "The resource '" + now.name() + "' is there already, and what is kept has no '"
                                    + field.name().camel() + "'.",
                            hint(field));
                }
            }
        }
        for (List<Name> unique : now.unique()) {
            if (added.containsAll(unique)) {
                throw ScaffoldException.usage(
                        "The resource '" + now.name() + "' is there already, and all that is kept would begin with the"
                                + " same " + unique.stream().map(Name::camel).collect(Collectors.joining(" and "))
                                + ", which is to be unique.",
                        "Add it without the constraint, give each its value, and add the constraint then");
            }
        }
    }

    private static String hint(Field field) {
        String start = field.name().camel() + ":" + field.typeText();
        String fallback = field.many()
                ? ""
                : switch (field.kind()) {
                    case BOOLEAN -> "false";
                    case INTEGER, NUMBER -> "0";
                    case ENUM -> field.type().values().get(0);
                    default -> "";
                };
        return "Let it be empty, as " + start + "?"
                + (fallback.isEmpty() ? "" : ", or give it a default, as " + start + "=" + fallback);
    }
}
