package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold of the resources of one plugin together, and the order in which their tables can be made. */
final class Resources {

    private static final int MOST = 20;
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
                        "The references of " + path + " lead in a circle.", "Take one of them out");
            } else {
                visit(led, all, ordered, new ArrayList<>(path));
            }
        }
        ordered.add(resource);
    }

    private static void checkNames(List<Resource> resources) {
        Map<String, Resource> taken = new HashMap<>();
        for (Resource resource : resources) {
            Set<String> names = new LinkedHashSet<>();
            names.add("the name " + resource.name());
            names.add("the name " + resource.plural());
            names.add("the table " + resource.plural().snake());
            TYPES.forEach(type -> names.add("the type " + resource.code().pascal() + type));
            for (String name : names) {
                Resource other = taken.put(name, resource);
                if (other != null) {
                    throw ScaffoldException.usage(
                            "The resources '" + other.name() + "' and '" + resource.name() + "' both need " + name
                                    + ".",
                            "Rename one of them");
                }
            }
        }
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
