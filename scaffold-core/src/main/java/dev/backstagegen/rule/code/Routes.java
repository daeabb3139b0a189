package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The express routers of a plugin, what is registered on them, where they are mounted, and what is opened. */
public final class Routes {

    static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "all", "head", "options");

    private final Plugin plugin;
    private final Routers routers;
    private final List<Route> routes = new ArrayList<>();
    private final List<Mount> mounts = new ArrayList<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<Place> doors = new ArrayList<>();

    Routes(Plugin plugin) {
        this.plugin = plugin;
        this.routers = new Routers(plugin);
        for (Source source : plugin.sources()) {
            source.places("call_expression").forEach(this::read);
        }
    }

    /** What a router does with a handler's rejected promise. */
    public enum Kind {
        /** {@code express-promise-router}: hands it to the error middleware. */
        PROMISE,
        /** {@code express.Router()}: loses it. */
        PLAIN,
        /** {@code express()}: loses it, too. */
        APPLICATION
    }

    /** The call that makes a router. */
    public record Router(Place creation, Kind kind) {}

    /**
     * A handler for a verb and a path.
     *
     * @param routers where it may be registered; all of them are known
     * @param path nothing if it cannot be told
     */
    public record Route(Place call, List<Router> routers, String verb, Optional<String> path, List<Place> handlers) {

        public Route {
            routers = List.copyOf(routers);
            handlers = List.copyOf(handlers);
        }
    }

    /** {@code router.use(path, what)}; what are the routers among the arguments. */
    public record Mount(Place call, List<Router> routers, Optional<String> path, List<Router> what, boolean isKnown) {

        public Mount {
            routers = List.copyOf(routers);
            what = List.copyOf(what);
        }
    }

    /** {@code httpRouter.addAuthPolicy({ path, allow })}. */
    public record Policy(Place call, Optional<String> path, Optional<String> allow) {

        public boolean isOpen() {
            return allow.filter("unauthenticated"::equals).isPresent();
        }

        /** Whether it opens a path: Backstage compares whole segments from the start. */
        public boolean covers(String route) {
            return path.filter(each -> PathPattern.of(each).opens(route)).isPresent();
        }
    }

    public List<Route> all() {
        return List.copyOf(routes);
    }

    public List<Mount> mounts() {
        return List.copyOf(mounts);
    }

    public List<Policy> policies() {
        return List.copyOf(policies);
    }

    /** The calls of {@code use} on the plugin's own {@code httpRouter}. */
    public List<Place> doors() {
        return List.copyOf(doors);
    }

    /** The paths below {@code /api/<pluginId>} on which a route answers; none where that cannot be told. */
    public Set<String> paths(Route route) {
        Set<String> paths = new TreeSet<>();
        for (Router router : route.routers()) {
            for (String prefix : prefixes(router, new HashSet<>())) {
                route.path().ifPresent(path -> paths.add(prefix + path));
            }
        }
        return paths;
    }

    /** What stands before the paths of a router, wherever it is mounted; none where no {@code httpRouter} serves it. */
    public Set<String> prefixes(Router router) {
        return prefixes(router, new HashSet<>());
    }

    /** Whether everything that {@code httpRouter} serves is known, with its path. */
    public boolean areKnown() {
        return plugin.isWhole()
                && doors.stream()
                        .allMatch(door -> Syntax.arguments(door.node()).stream()
                                .noneMatch(each -> routers(door.at(each)).isEmpty()))
                && mounts.stream().allMatch(Mount::isKnown)
                && routes.stream().allMatch(route -> route.path().isPresent());
    }

    /** The routers that a value may be; none if it may be anything else. */
    public List<Router> routers(Place expression) {
        return routers.of(expression);
    }

    private void read(Place call) {
        String method = Syntax.method(call.node()).orElse("");
        if (method.equals("addAuthPolicy")) {
            policies.add(policy(call));
        } else if (method.equals("use")) {
            use(call);
        } else if (VERBS.contains(method) && !Syntax.arguments(call.node()).isEmpty()) {
            route(call, method);
        }
    }

    private Policy policy(Place call) {
        Optional<TsNode> object = Syntax.argument(call.node(), 0);
        return new Policy(call, text(call, object, "path"), text(call, object, "allow"));
    }

    private Optional<String> text(Place call, Optional<TsNode> object, String name) {
        return object.flatMap(each -> Syntax.property(each, name))
                .flatMap(value -> plugin.origins().text(call.at(value)));
    }

    private void use(Place call) {
        Optional<Place> receiver = Syntax.receiver(call.node()).map(call::at);
        if (receiver.isEmpty()) {
            return;
        }
        if (plugin.types().is(receiver.get(), "HttpRouterService")) {
            doors.add(call);
            return;
        }
        List<Router> on = routers(receiver.get());
        if (!on.isEmpty()) {
            List<TsNode> arguments = Syntax.arguments(call.node());
            Optional<String> path = arguments.stream()
                    .findFirst()
                    .flatMap(first -> plugin.origins().text(call.at(first)));
            List<TsNode> used = path.isPresent() ? arguments.subList(1, arguments.size()) : arguments;
            List<Router> what = used.stream()
                    .flatMap(each -> routers(call.at(each)).stream())
                    .toList();
            boolean known = !used.isEmpty() && used.stream().allMatch(each -> isKnown(call.at(each)));
            mounts.add(new Mount(call, on, path, what, known));
        }
    }

    /** A router of this plugin, or a middleware, which serves no path of its own. */
    private boolean isKnown(Place used) {
        return !routers(used).isEmpty()
                || Syntax.isFunction(Syntax.bare(used.node()))
                || plugin.origins().of(used).stream().allMatch(origin -> isMiddleware(origin.place()));
    }

    private boolean isMiddleware(Place place) {
        if (Syntax.isFunction(place.node())) {
            return true;
        }
        return Handlers.isHarmless(plugin, place);
    }

    private void route(Place call, String verb) {
        Optional<Place> receiver = Syntax.receiver(call.node()).map(call::at);
        List<TsNode> arguments = Syntax.arguments(call.node());
        Optional<TsNode> path = arguments.stream().findFirst();
        while (receiver.isPresent() && receiver.get().node().is("call_expression")) {
            // router.route(path).get(handler).put(handler)
            TsNode inner = receiver.get().node();
            if (Syntax.calls(inner, "route")) {
                path = Syntax.arguments(inner).stream().findFirst();
                receiver = Syntax.receiver(inner).map(call::at);
                addRoute(call, receiver, verb, path, arguments);
                return;
            }
            if (Syntax.method(inner).filter(VERBS::contains).isEmpty()) {
                break;
            }
            receiver = Syntax.receiver(inner).map(call::at);
        }
        if (arguments.size() > 1) {
            addRoute(call, receiver, verb, path, arguments.subList(1, arguments.size()));
        }
    }

    private void addRoute(
            Place call, Optional<Place> receiver, String verb, Optional<TsNode> path, List<TsNode> handlers) {
        List<Router> on = receiver.map(this::routers).orElse(List.of());
        if (!on.isEmpty()) {
            Optional<String> text = path.flatMap(each -> plugin.origins().text(call.at(each)));
            routes.add(new Route(
                    call, on, verb, text, handlers.stream().map(call::at).toList()));
        }
    }

    private Set<String> prefixes(Router router, Set<Router> open) {
        Set<String> found = new TreeSet<>();
        if (!open.add(router)) {
            return found;
        }
        for (Place door : doors) {
            if (Syntax.arguments(door.node()).stream()
                    .anyMatch(each -> routers(door.at(each)).contains(router))) {
                found.add("");
            }
        }
        for (Mount mount : mounts) {
            if (mount.what().contains(router)) {
                mount.routers()
                        .forEach(outer -> prefixes(outer, open)
                                .forEach(prefix ->
                                        found.add(prefix + mount.path().orElse(""))));
            }
        }
        open.remove(router);
        return found;
    }
}
