package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Routes.Kind;
import dev.backstagegen.rule.code.Routes.Router;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which values are express routers, and of what kind. */
final class Routers {

    private final Plugin plugin;
    private final Map<TsNode, Router> made = new HashMap<>();

    Routers(Plugin plugin) {
        this.plugin = plugin;
    }

    List<Router> of(Place expression) {
        List<Router> found = new ArrayList<>();
        for (Origins.Origin origin : plugin.origins().of(expression)) {
            List<Router> here = origin.path().isEmpty() ? ofOrigin(origin.place()) : List.of();
            if (here.isEmpty()) {
                return List.of();
            }
            found.addAll(here);
        }
        return found.stream().distinct().toList();
    }

    private Optional<Router> creation(Place call) {
        if (!call.node().is("call_expression")) {
            return Optional.empty();
        }
        return Syntax.called(call.node())
                .flatMap(called -> kind(call.at(called)))
                .map(kind -> made.computeIfAbsent(call.node(), node -> new Router(call, kind)));
    }

    private List<Router> ofOrigin(Place place) {
        Optional<Router> here = creation(place);
        if (here.isPresent()) {
            return List.of(here.get());
        }
        // Express gives the router back, so that calls can be chained.
        boolean chained = place.node().is("call_expression")
                && Syntax.method(place.node())
                        .filter(name -> Routes.VERBS.contains(name) || name.equals("use"))
                        .isPresent();
        return chained
                ? Syntax.receiver(place.node())
                        .map(receiver -> of(place.at(receiver)))
                        .orElse(List.of())
                : List.of();
    }

    private Optional<Kind> kind(Place called) {
        TsNode node = called.node();
        Modules modules = plugin.modules();
        if (node.is("identifier")) {
            if (modules.isOutside(called.source(), node, "express-promise-router", "default", "*", "Router")) {
                return Optional.of(Kind.PROMISE);
            }
            if (modules.isOutside(called.source(), node, "express", "Router")) {
                return Optional.of(Kind.PLAIN);
            }
            return modules.isOutside(called.source(), node, "express", "default", "*")
                    ? Optional.of(Kind.APPLICATION)
                    : Optional.empty();
        }
        boolean plain = node.is("member_expression")
                && node.child("property")
                        .filter(property -> property.text().equals("Router"))
                        .isPresent()
                && node.child("object")
                        .filter(object -> modules.isOutside(called.source(), object, "express", "default", "*"))
                        .isPresent();
        return plain ? Optional.of(Kind.PLAIN) : Optional.empty();
    }
}
