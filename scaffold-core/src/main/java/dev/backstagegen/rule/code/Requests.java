package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What runs when the routes of a plugin are asked for: the handlers, what stands before them, and what they reach. */
public final class Requests {

    private final Plugin plugin;
    private final List<Request> requests;

    Requests(Plugin plugin) {
        this.plugin = plugin;
        this.requests = plugin.routes().all().stream().map(this::request).toList();
    }

    public List<Request> all() {
        return List.copyOf(requests);
    }

    /** Whether routes may be added to the plugin's routers in ways that are not seen. */
    public boolean mayBeMore() {
        return plugin.sources().stream()
                        .flatMap(source -> source.all("call_expression"))
                        .flatMap(call -> Syntax.called(call).stream())
                        .anyMatch(called -> called.is("subscript_expression"))
                || Stream.concat(
                                plugin.routes().all().stream().flatMap(route -> route.routers().stream()),
                                plugin.routes().mounts().stream().flatMap(mount -> mount.routers().stream()))
                        .distinct()
                        .anyMatch(this::isHandedOut);
    }

    private Request request(Routes.Route route) {
        return new Request(
                plugin,
                route,
                Handlers.of(plugin, route.handlers()),
                Handlers.of(plugin, before(route)),
                route.routers().stream().noneMatch(this::isHandedOut));
    }

    /** What is put in front of a route with {@code use}, {@code all} or {@code param}, as far out as it goes. */
    private List<Place> before(Routes.Route route) {
        Set<Routes.Router> around = new HashSet<>();
        route.routers().forEach(router -> outwards(router, around));
        List<Place> found = new ArrayList<>();
        for (Routes.Mount mount : plugin.routes().mounts()) {
            if (mount.routers().stream().anyMatch(around::contains)) {
                found.addAll(middleware(mount.call(), mount.path().isPresent() ? 1 : 0));
            }
        }
        plugin.routes().doors().forEach(door -> found.addAll(middleware(door, 0)));
        for (Routes.Route other : plugin.routes().all()) {
            boolean all = other.verb().equals("all")
                    && other != route
                    && other.path().filter(path -> !path.contains("*")).isEmpty();
            if (all && other.routers().stream().anyMatch(around::contains)) {
                found.addAll(other.handlers());
            }
        }
        return found;
    }

    private void outwards(Routes.Router router, Set<Routes.Router> around) {
        if (around.add(router)) {
            plugin.routes().mounts().stream()
                    .filter(mount -> mount.what().contains(router))
                    .flatMap(mount -> mount.routers().stream())
                    .forEach(outer -> outwards(outer, around));
        }
    }

    private List<Place> middleware(Place use, int from) {
        List<TsNode> arguments = Syntax.arguments(use.node());
        return arguments.subList(Math.min(from, arguments.size()), arguments.size()).stream()
                .map(use::at)
                .filter(each -> plugin.routes().routers(each).isEmpty())
                .toList();
    }

    /** Whether somebody else gets hold of a router, and may put anything in front of its routes. */
    private boolean isHandedOut(Routes.Router router) {
        Place creation = router.creation();
        Optional<Binding> name = creation.node()
                .parent()
                .filter(each -> each.is("variable_declarator"))
                .flatMap(each -> each.child("name"))
                .flatMap(creation.source()::binding);
        return name.isPresent()
                && creation.source().uses(name.get()).stream()
                        .flatMap(use ->
                                use.parent().filter(each -> each.is("arguments")).flatMap(TsNode::parent).stream())
                        .map(creation::at)
                        .anyMatch(call -> !Syntax.calls(call.node(), "use")
                                && plugin.calls().reached(call).isEmpty());
    }
}
