package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The permissions that a plugin asks for, and those that it registers. */
public final class Permissions {

    private static final String COMMON = "@backstage/plugin-permission-common";
    private static final int DEEPEST = 12;

    private final Plugin plugin;
    private final Map<TsNode, Use> used = new LinkedHashMap<>();
    private final Set<TsNode> registered = new HashSet<>();
    private boolean areKnown = true;
    private boolean anyRegistered;

    public Permissions(Plugin plugin) {
        this.plugin = plugin;
        for (Source source : plugin.sources()) {
            source.places("call_expression").forEach(this::read);
        }
        plugin.actions()
                .all()
                .forEach(action -> action.property("visibilityPermission")
                        .ifPresent(value -> use(action.definition().at(value))));
    }

    /**
     * A permission and the first place that asks for it.
     *
     * @param creation the call of {@code createPermission}
     */
    public record Use(Place place, Place creation) {

        /** Its name, if it is written out. */
        public Optional<String> name(Plugin plugin) {
            return Syntax.argument(creation.node(), 0)
                    .flatMap(options -> Syntax.property(options, "name"))
                    .flatMap(name -> plugin.origins().text(creation.at(name)));
        }
    }

    /** The permissions that the code asks for and whose creation is in sight. */
    public List<Use> used() {
        return List.copyOf(used.values());
    }

    /** Whether all that is registered could be followed. */
    public boolean areKnown() {
        return areKnown && plugin.isWhole() && !isRegistryGivenAway();
    }

    /** Whether anything is registered at all. */
    public boolean isAnyRegistered() {
        return anyRegistered;
    }

    public boolean isRegistered(Use use) {
        return registered.contains(use.creation().node());
    }

    private void read(Place call) {
        String method = Syntax.method(call.node())
                .or(() -> Syntax.called(call.node()).map(TsNode::text))
                .orElse("");
        Optional<Place> argument = Syntax.argument(call.node(), 0).map(call::at);
        switch (method) {
            case "authorize", "authorizeConditional" -> argument.ifPresent(this::requests);
            case "addPermissions" -> argument.ifPresent(each -> register(each, 0));
            case "addPermission" -> argument.ifPresent(this::registerOne);
            case "addResourceType", "createPermissionIntegrationRouter" -> argument.ifPresent(each -> types(each, 0));
            default -> {
                // No business of permissions.
            }
        }
    }

    /** Whether somebody who cannot be seen gets the registry. */
    private boolean isRegistryGivenAway() {
        return plugin.sources().stream()
                .filter(source -> source.text().contains("ermissionsRegistry"))
                .flatMap(source -> source.places("call_expression", "new_expression"))
                .filter(call -> plugin.calls().reached(call).isEmpty())
                .anyMatch(call -> Syntax.arguments(call.node()).stream().anyMatch(each -> isRegistry(call.at(each))));
    }

    private boolean isRegistry(Place argument) {
        return argument.node().is("object")
                ? argument.node().namedChildren().stream()
                        .map(member -> argument.at(member.child("value").orElse(member)))
                        .anyMatch(this::isRegistry)
                : plugin.types().is(argument, "PermissionsRegistryService");
    }

    private void requests(Place list) {
        for (Place array : plugin.origins().whole(list)) {
            if (array.node().is("array")) {
                for (TsNode request : array.node().namedChildren()) {
                    Syntax.property(Syntax.bare(request), "permission").ifPresent(each -> use(array.at(each)));
                }
            }
        }
    }

    private void use(Place permission) {
        for (Place origin : plugin.origins().whole(permission)) {
            if (isCreation(origin)) {
                used.putIfAbsent(origin.node(), new Use(permission, origin));
            }
        }
    }

    private void types(Place options, int depth) {
        List<Place> objects = plugin.origins().whole(options);
        if (depth > DEEPEST || objects.size() != 1 || !objects.get(0).node().is("object")) {
            areKnown = false;
            return;
        }
        Place object = objects.get(0);
        areKnown = areKnown && !Syntax.hasSpread(object.node());
        Syntax.property(object.node(), "permissions").ifPresent(each -> register(object.at(each), depth));
        Syntax.property(object.node(), "resources")
                .ifPresent(resources -> plugin.origins()
                        .whole(object.at(resources))
                        .forEach(list -> {
                            areKnown = areKnown && list.node().is("array");
                            list.node().namedChildren().forEach(each -> types(list.at(each), depth + 1));
                        }));
    }

    private void register(Place list, int depth) {
        anyRegistered = true;
        List<Place> arrays = plugin.origins().whole(list);
        areKnown = areKnown && (depth <= DEEPEST && arrays.size() == 1);
        if (!areKnown) {
            return;
        }
        for (Place array : items(arrays.get(0))) {
            TsNode node = Syntax.bare(array.node());
            if (node.is("spread_element")) {
                node.namedChildren().forEach(each -> register(array.at(each), depth + 1));
            } else {
                registerOne(array);
            }
        }
    }

    /** The elements of an array, of {@code a.concat(b)} as if it were spread; anything else cannot be told. */
    private List<Place> items(Place array) {
        if (array.node().is("array")) {
            return array.node().namedChildren().stream().map(array::at).toList();
        }
        if (Syntax.calls(array.node(), "concat")) {
            List<Place> items = new ArrayList<>();
            Syntax.receiver(array.node()).ifPresent(each -> register(array.at(each), 1));
            Syntax.arguments(array.node()).forEach(each -> register(array.at(each), 1));
            return items;
        }
        if (Syntax.calls(array.node(), "values")
                && Syntax.receiver(array.node())
                        .filter(each -> each.text().equals("Object"))
                        .isPresent()) {
            return Syntax.argument(array.node(), 0)
                    .map(array::at)
                    .map(this::values)
                    .orElse(List.of());
        }
        areKnown = false;
        return List.of();
    }

    private List<Place> values(Place object) {
        List<Place> objects = plugin.origins().whole(object);
        boolean one = objects.size() == 1
                && objects.get(0).node().is("object")
                && !Syntax.hasSpread(objects.get(0).node());
        areKnown = areKnown && one;
        return one
                ? objects.get(0).node().namedChildren().stream()
                        .map(member -> objects.get(0).at(member.child("value").orElse(member)))
                        .toList()
                : List.of();
    }

    private void registerOne(Place permission) {
        anyRegistered = true;
        List<Place> origins = plugin.origins().whole(permission);
        areKnown = areKnown && !origins.isEmpty();
        for (Place origin : origins) {
            if (isCreation(origin)) {
                registered.add(origin.node());
            } else {
                areKnown = areKnown && isForeign(origin);
            }
        }
    }

    /** A permission that another package exports is none of those that are created here. */
    private boolean isForeign(Place origin) {
        return origin.node().is("identifier")
                && plugin.modules().meaning(origin.source(), origin.node()).orElse(null) instanceof Meaning.Outside;
    }

    private boolean isCreation(Place call) {
        return call.node().is("call_expression")
                && Syntax.called(call.node())
                        .filter(called -> plugin.modules().isOutside(call.source(), called, COMMON, "createPermission"))
                        .isPresent();
    }
}
