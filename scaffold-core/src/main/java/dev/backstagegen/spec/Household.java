package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has to hold among the resources of one plugin. */
final class Household {

    static final int MAX_RESOURCES = 20;

    private Household() {}

    static void check(List<Resource> resources) {
        if (resources.size() > MAX_RESOURCES) {
            throw ScaffoldException.usage(
                    "There are " + resources.size() + " resources, and " + MAX_RESOURCES + " are allowed.",
                    "Make several plugins of them");
        }
        refuseOneName(resources);
        refuseOneType(resources);
        refuseOneTable(resources);
        resources.forEach(resource -> checkTargets(resource, resources));
        inOrder(resources);
    }

    /** Each resource after all that it refers to, and else in the order given. */
    static List<Resource> inOrder(List<Resource> resources) {
        List<Resource> ordered = new ArrayList<>();
        Set<Name> placed = new LinkedHashSet<>();
        while (ordered.size() < resources.size()) {
            Resource next = resources.stream()
                    .filter(resource -> !placed.contains(resource.name()))
                    .filter(resource -> placed.containsAll(needs(resource)))
                    .findFirst()
                    .orElseThrow(() -> cycle(resources, placed));
            ordered.add(next);
            placed.add(next.name());
        }
        return List.copyOf(ordered);
    }

    private static List<Name> needs(Resource resource) {
        return resource.references().stream()
                .map(field -> field.type().target().orElseThrow())
                .filter(target -> !target.equals(resource.name()))
                .toList();
    }

    private static ScaffoldException cycle(List<Resource> resources, Set<Name> placed) {
        List<String> rest = resources.stream()
                .map(Resource::name)
                .filter(name -> !placed.contains(name))
                .map(Name::kebab)
                .toList();
        return ScaffoldException.usage(
                "Resources refer to each other in a circle, so that none can be created first: "
                        + String.join(", ", rest) + ".",
                "Leave out one of the references");
    }

    private static void checkTargets(Resource resource, List<Resource> resources) {
        List<String> known = resources.stream().map(each -> each.name().kebab()).toList();
        for (Field field : resource.references()) {
            String target = field.type().target().orElseThrow().kebab();
            if (!known.contains(target)) {
                throw ScaffoldException.usage(
                        "The field '" + field.name().camel() + "' of '" + resource.name()
                                + "' refers to a resource '" + target + "' that the plugin does not have.",
                        Guess.hint(target, known, "Add --resource " + target + ", or use entityRef"));
            }
        }
    }

    /** Dashes do not count: some file systems could not tell the classes apart. */
    private static void refuseOneName(List<Resource> resources) {
        Map<String, Resource> owners = new HashMap<>();
        for (Resource resource : resources) {
            Set<String> own = new LinkedHashSet<>();
            for (Name name :
                    List.of(resource.name(), resource.plural(), resource.code(), resource.codePlural())) {
                own.add(ResourceNames.squeezed(name));
            }
            own.forEach(name -> claim(owners, name, resource));
        }
    }

    private static void refuseOneType(List<Resource> resources) {
        for (Resource one : resources) {
            for (Resource other : resources) {
                if (TypeNames.belongsTo(other.code(), one.code())
                        || TypeNames.belongsTo(other.codePlural(), one.code())) {
                    throw ScaffoldException.usage(
                            "'" + one.name() + "' is what a type of '" + other.name() + "' is called in code.",
                            "Call one of them something else");
                }
            }
        }
    }

    /** Tables and indexes share one set of names, in PostgreSQL as in SQLite. */
    private static void refuseOneTable(List<Resource> resources) {
        Map<String, Resource> owners = new HashMap<>();
        for (Resource resource : resources) {
            String table = resource.table();
            claim(owners, table, resource);
            claim(owners, table + "_pkey", resource);
            claim(owners, table + "_created_at_idx", resource);
            resource.keys().forEach(key -> claim(owners, key.name(), resource));
        }
    }

    private static void claim(Map<String, Resource> owners, String name, Resource resource) {
        Optional.ofNullable(owners.put(name, resource)).ifPresent(other -> {
            throw ScaffoldException.usage(
                    other.name().equals(resource.name())
                            ? "Two things of '" + resource.name() + "' would be called '" + name + "'."
                            : "'" + other.name() + "' and '" + resource.name() + "' would both be called '" + name
                                    + "' somewhere.",
                    "Call one of them something else");
        });
    }
}
