package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must hold of the pieces of a plugin together with its resources: no two things need one name, be it that of a
 * class, a permission, an action or a path.
 */
final class PieceNames {

    /** The sample of the scheduler. */
    private static final String SAMPLE_TASK = "report";

    /** What the samples of features are decided upon. */
    private static final Set<String> PERMISSIONS =
            Set.of("ownership-read", "remote-document-read", "settings-read", "upstream-read");

    private final PluginId id;
    private final Map<String, String> needed = new HashMap<>();

    private PieceNames(PluginId id) {
        this.id = id;
    }

    /** @throws ScaffoldException when two things need one name, or one needs a name that is not to be had */
    static void check(PluginId id, List<Resource> resources, Pieces pieces) {
        checkNumber("actions", pieces.actions());
        checkNumber("routes", pieces.routes());
        checkNumber("tasks", pieces.tasks());
        checkNumber("permissions", pieces.permissions());
        if (pieces.equals(Pieces.NONE)) {
            return;
        }
        PieceNames names = new PieceNames(id);
        resources.forEach(names::add);
        pieces.actions().forEach(names::add);
        pieces.routes().forEach(names::add);
        names.addPermissions(pieces.routes());
        pieces.tasks().forEach(names::addTask);
        pieces.permissions().forEach(name -> names.needPermission("the permission '" + name + "'", name));
        checkPaths(resources, pieces.routes());
    }

    private void add(Resource resource) {
        String who = "the resource '" + resource.name() + "'";
        Resources.types(resource).forEach(type -> needType(who, type));
        for (String effect : List.of("read", "create", "update", "delete")) {
            // It goes by its own name in permissions, and by that of the code in their variables.
            Stream.of(resource.name(), resource.code())
                    .distinct()
                    .forEach(name -> need(who, permission(new Name(Name.and(name, effect)))));
        }
        boolean generic = resource.name().equals(Resource.DEFAULT.name());
        String one = (generic ? id + "-" : "") + resource.name();
        need(who, "an action get-" + (generic ? id + "-" : "") + resource.plural());
        for (String verb : List.of("get", "create", "update", "delete")) {
            need(who, "an action " + verb + "-" + one);
        }
    }

    private void add(Action action) {
        String who = "the action '" + action + "'";
        if (!action.isVerbFirst(id)) {
            throw ScaffoldException.usage(
                    sentence(who) + " does not begin with its verb, by which assistants choose.",
                    "Put the verb first, as in get-report");
        }
        if (action.name().kebab().equals("get-" + id + "-ownership")) {
            throw taken(who, "an action of that name");
        }
        needCode(who, action.name(), "Action");
        needPermission(who, action.name());
        need(who, "an action " + action);
    }

    private void add(Route route) {
        needCode("the route '" + route + "'", route.name(), "Router");
    }

    /** One for all routes that do alike to one subject. */
    private void addPermissions(List<Route> routes) {
        Set<Name> known = new HashSet<>();
        for (Route route : routes) {
            Name permission = route.permission();
            if (known.add(permission)) {
                needPermission("the route '" + route + "'", permission);
            }
        }
    }

    private void addTask(Name task) {
        String who = "the task '" + task + "'";
        if (task.kebab().equals(SAMPLE_TASK)) {
            throw taken(who, "a task of that name");
        }
        needType(who, task.pascal() + "Task");
        needType(who, task.pascal() + "TaskOptions");
    }

    /** What a piece with a service and a way in is made of. */
    private void needCode(String who, Name name, String wayIn) {
        if (TakenTypes.isOne(name.pascal())) {
            throw taken(who, name.pascal() + "Service or the like");
        }
        for (String end : List.of("", "Input", "Output", "Schemas", "Service", wayIn, wayIn + "Options")) {
            needType(who, name.pascal() + end);
        }
    }

    private void needType(String who, String type) {
        // Classes are files, and some file systems do not tell small letters from capitals.
        need(who, "the name " + type.toLowerCase(Locale.ROOT) + ", capitals aside,");
    }

    private void needPermission(String who, Name name) {
        if (PERMISSIONS.contains(name.kebab())) {
            throw taken(who, "a permission of that name");
        }
        need(who, permission(name));
    }

    private static String permission(Name name) {
        return "a permission " + name.camel();
    }

    private void need(String who, String what) {
        String other = needed.putIfAbsent(what, who);
        if (other == null) {
            return;
        }
        throw other.equals(who)
                ? ScaffoldException.usage("There is " + who + " twice.", "Leave one out")
                : ScaffoldException.usage(
                        sentence(other) + " and " + who + " both need " + what.replaceAll(",$", "") + ".",
                        "Rename one of them");
    }

    private static void checkPaths(List<Resource> resources, List<Route> routes) {
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            for (Route earlier : routes.subList(0, i)) {
                if (route.meets(earlier)) {
                    throw ScaffoldException.usage(
                            "A request could be meant for '" + earlier + "' or for '" + route + "'.",
                            "Change one of the paths");
                }
            }
            for (Resource resource : resources) {
                for (Route served : Resources.routes(resource)) {
                    if (route.meets(served)) {
                        throw ScaffoldException.usage(
                                "A request for '" + route + "' could be meant for the resource '" + resource.name()
                                        + "', which is served at " + served + ".",
                                "Choose another path");
                    }
                }
            }
        }
    }

    private static void checkNumber(String what, List<?> list) {
        if (list.size() > Pieces.MOST) {
            throw ScaffoldException.usage(
                    "A plugin has at most " + Pieces.MOST + " " + what + " of its own, not " + list.size() + ".",
                    "Make two plugins");
        }
    }

    private static ScaffoldException taken(String who, String what) {
        return ScaffoldException.usage(
                sentence(who) + " cannot be called that: there is " + what + " already.", "Add a word");
    }

    private static String sentence(String who) {
        return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
    }
}
