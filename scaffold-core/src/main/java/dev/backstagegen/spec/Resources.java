package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.Route.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold of the resources of one plugin together, and the order in which their tables can be made. */
final class Resources {

    static final int MOST = 20;
    private static final List<String> TYPES =
            List.of("", "Input", "Patch", "Query", "List", "Row", "Store", "Service", "Router", "Actions", "Created");

    private Resources() {}

    /** The same in an order in which each one's references lead to earlier ones. */
    static List<Resource> inOrder(List<Resource> resources) {
        if (resources.size() > MOST) {
            throw ScaffoldException.usage(
                    "A plugin keeps at most " + MOST + " resources, not " + resources.size() + ".", "Make two plugins");
        }
        checkNames(resources);
        Set<Resource> ordered = new LinkedHashSet<>();
        for (Resource resource : resources) {
            visit(resource, resources, ordered, new ArrayList<>());
        }
        return List.copyOf(ordered);
    }

    /** What is called after a resource in code. */
    static List<String> types(Resource resource) {
        return TYPES.stream().map(type -> resource.code().pascal() + type).toList();
    }

    /** Where a resource is served. */
    static List<Route> routes(Resource resource) {
        String all = "/" + resource.plural();
        return resource.verbs().stream()
                .map(verb -> switch (verb) {
                    case LIST -> new Route(Method.GET, all);
                    case GET -> new Route(Method.GET, all + "/:id");
                    case CREATE -> new Route(Method.POST, all);
                    case UPDATE -> new Route(Method.PATCH, all + "/:id");
                    case DELETE -> new Route(Method.DELETE, all + "/:id");
                })
                .toList();
    }

    private static void visit(Resource resource, List<Resource> all, Set<Resource> ordered, List<Name> path) {
        if (ordered.contains(resource)) {
            return;
        }
        path.add(resource.name());
        for (Field reference : resource.references()) {
            Name target = reference.type().target().orElseThrow();
            Resource led = find(all, target).orElseThrow(() -> unknown(resource, reference, all));
            if (led.equals(resource)) {
                if (!reference.optional()) {
                    throw ScaffoldException.usage(
                            "Nobody could create the first " + resource.name() + ", because its "
                                    + reference.name().camel() + " has to be another one.",
                            "Make the reference optional with ?");
                }
            } else if (path.contains(target)) {
                throw ScaffoldException.usage(
                        "The references of " + circle(path, target) + " lead in a circle.", "Take one of them out");
            } else {
                visit(led, all, ordered, new ArrayList<>(path));
            }
        }
        ordered.add(resource);
    }

    private static void checkNames(List<Resource> resources) {
        Map<String, Resource> taken = new HashMap<>();
        for (Resource resource : resources) {
            for (String name : names(resource)) {
                Resource other = taken.put(name, resource);
                if (other != null) {
                    throw clash(other, resource, name);
                }
            }
        }
    }

    private static ScaffoldException clash(Resource one, Resource other, String name) {
        if (!one.name().equals(other.name())) {
            return ScaffoldException.usage(
                    "The resources '" + one.name() + "' and '" + other.name() + "' both need " + name + ".",
                    "Rename one of them");
        }
        return name.startsWith("the name ")
                ? ScaffoldException.usage(
                        "There are two resources '" + one.name() + "'.", "Describe it in one place, or rename one")
                : ScaffoldException.usage(
                        "Two tables or indexes of '" + one.name() + "' both need " + name + ".",
                        "Rename one of its fields");
    }

    private static List<String> names(Resource resource) {
        List<String> names = new ArrayList<>();
        names.add("the name " + resource.name());
        names.add("the name " + resource.plural());
        // Classes are files, and some file systems do not tell small letters from capitals.
        types(resource).forEach(type -> names.add("the type " + type.toLowerCase(Locale.ROOT) + ", capitals aside"));
        // Tables and indexes share one set of names.
        String table = resource.plural().snake();
        names.add("the table or index " + table);
        names.add("the table or index " + table + "_pkey");
        names.add("the table or index " + DatabaseName.of(table, "created_at", "idx"));
        resource.unique().forEach(key -> names.add("the table or index " + index(resource, key, "uniq")));
        resource.indexes().forEach(key -> names.add("the table or index " + index(resource, key, "idx")));
        resource.fields().stream()
                .filter(resource::needsIndex)
                .forEach(field -> names.add("the table or index " + index(resource, List.of(field.name()), "idx")));
        return names;
    }

    private static String index(Resource resource, List<Name> key, String end) {
        String columns = key.stream().map(resource::field).map(Field::column).collect(Collectors.joining("_"));
        return DatabaseName.of(resource.plural().snake(), columns, end);
    }

    private static String circle(List<Name> path, Name target) {
        return path.subList(path.indexOf(target), path.size()).stream()
                .map(Name::kebab)
                .collect(Collectors.joining(", "));
    }

    private static Optional<Resource> find(List<Resource> all, Name name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static ScaffoldException unknown(Resource resource, Field reference, List<Resource> all) {
        List<String> names = all.stream().map(each -> each.name().kebab()).toList();
        String target = reference.type().target().orElseThrow().kebab();
        return ScaffoldException.usage(
                "The field '" + reference.name().camel() + "' of " + resource.name() + " refers to '" + target
                        + "', which is no resource of this plugin.",
                Guess.hint(target, names, "There are: " + String.join(", ", names)));
    }
}
