package dev.backstagegen.render;

import dev.backstagegen.spec.Action;
import dev.backstagegen.spec.Effect;
import dev.backstagegen.spec.Name;
import dev.backstagegen.spec.Pieces;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.Route;
import dev.backstagegen.spec.Route.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a plugin has of its own beside its resources, as templates see it. */
final class PieceModel {

    static final String ACTION = "action";
    static final String ACTIONS = "actions";
    static final String ROUTE = "route";
    static final String ROUTES = "routes";
    static final String TASK = "task";
    static final String TASKS = "tasks";

    private PieceModel() {}

    static Map<String, Object> of(PluginSpec spec) {
        Pieces pieces = spec.pieces();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                ACTIONS,
                pieces.actions().stream().map(each -> action(each, spec)).toList());
        model.put(ROUTES, pieces.routes().stream().map(PieceModel::route).toList());
        model.put(TASKS, pieces.tasks().stream().map(Model::names).toList());
        model.put("permissions", permissions(pieces));
        return model;
    }

    private static Map<String, Object> action(Action own, PluginSpec spec) {
        Map<String, Object> action = Model.names(own.name());
        Effect effect = own.effect();
        action.put(
                "name", String.join(spec.actionNames().separator(), own.name().words()));
        action.put("readOnly", effect == Effect.READ);
        // What is not known to be harmless is said to be dangerous, as clients take it to be.
        action.put("destructive", effect != Effect.READ && effect != Effect.CREATE);
        action.put("idempotent", effect != Effect.CREATE && effect != Effect.UNKNOWN);
        return action;
    }

    private static Map<String, Object> route(Route own) {
        Map<String, Object> route = Model.names(own.name());
        Method method = own.method();
        List<String> parameters = own.parameters().stream().map(Name::camel).toList();
        boolean isSent = method != Method.GET && method != Method.DELETE;
        route.put("method", method.name());
        route.put("call", method.name().toLowerCase(Locale.ROOT));
        route.put("path", own.path());
        route.put("example", own.path().replaceAll(":\\w+", "one"));
        route.put("malformed", own.path().replaceAll(":\\w+", "a%20b"));
        route.put("parameters", parameters);
        route.put("hasQuery", method == Method.GET);
        route.put("hasBody", isSent);
        route.put("hasInput", !parameters.isEmpty() || method != Method.DELETE);
        route.put("answers", method != Method.DELETE);
        route.put("status", method == Method.POST ? 201 : method == Method.DELETE ? 204 : 200);
        route.put("permission", permission(own));
        return route;
    }

    private static Map<String, Object> permission(Route own) {
        String effect = own.method().effect().text();
        Name subject = own.subject();
        return permission(
                subject.camel() + effect.substring(0, 1).toUpperCase(Locale.ROOT) + effect.substring(1),
                subject.kebab() + "." + effect,
                effect,
                false);
    }

    /** Those that actions and routes ask for, each once, and those for code that is still to be written. */
    private static List<Map<String, Object>> permissions(Pieces pieces) {
        List<Map<String, Object>> permissions = new ArrayList<>();
        pieces.actions()
                .forEach(each -> permissions.add(permission(
                        each.name().camel(), each.name().kebab(), each.effect().text(), false)));
        pieces.routes().stream().map(PieceModel::permission).distinct().forEach(permissions::add);
        pieces.permissions()
                .forEach(each -> permissions.add(permission(
                        each.camel(), each.kebab(), Pieces.effect(each).text(), true)));
        return permissions;
    }

    private static Map<String, Object> permission(String variable, String name, String effect, boolean isSpare) {
        Map<String, Object> permission = new LinkedHashMap<>();
        permission.put("var", variable);
        permission.put("name", name);
        permission.put("effect", effect);
        permission.put("isSpare", isSpare);
        return permission;
    }
}
