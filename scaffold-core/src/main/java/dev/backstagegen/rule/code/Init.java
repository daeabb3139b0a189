package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The calls of {@code createBackendPlugin} and what they register to run at start. */
public final class Init {

    private static final String API = "@backstage/backend-plugin-api";

    private final Plugin plugin;
    private final List<Place> creations = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>();

    Init(Plugin plugin) {
        this.plugin = plugin;
        for (Source source : plugin.sources()) {
            source.places("call_expression").forEach(call -> {
                if (isCreation(call)) {
                    creations.add(call);
                }
                if (Syntax.calls(call.node(), "registerInit")) {
                    Syntax.argument(call.node(), 0)
                            .flatMap(object -> start(call.at(object)))
                            .ifPresent(starts::add);
                }
            });
        }
    }

    /** What is declared and what runs, of one {@code registerInit}. */
    public record Start(Place services, Place function) {}

    /** The calls of {@code createBackendPlugin}. */
    public List<Place> creations() {
        return List.copyOf(creations);
    }

    public List<Start> starts() {
        return List.copyOf(starts);
    }

    /** The {@code pluginId} that the code gives, if it is a single one and written out. */
    public Optional<String> pluginId() {
        List<String> ids = creations.stream()
                .flatMap(call -> idOf(call).stream())
                .flatMap(id -> plugin.origins().text(id).stream())
                .distinct()
                .toList();
        return ids.size() == 1 && creations.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    /** Where that {@code pluginId} is written. */
    public Optional<Place> idOf(Place creation) {
        return Syntax.argument(creation.node(), 0)
                .flatMap(object -> Syntax.property(object, "pluginId"))
                .map(creation::at);
    }

    /** The services, if the declaration is the parameter of an {@code init}. */
    Optional<Type> services(Place parameter) {
        Optional<TsNode> function = Syntax.isFunction(parameter.node())
                ? Optional.of(parameter.node())
                : Syntax.functionAround(parameter.node());
        return starts.stream()
                .filter(start ->
                        function.filter(each -> each == start.function().node()).isPresent())
                .map(start -> (Type) new Type.Services(start.services()))
                .findFirst();
    }

    private Optional<Start> start(Place object) {
        Optional<TsNode> services = Syntax.property(object.node(), "deps").filter(each -> each.is("object"));
        Optional<TsNode> function = Syntax.property(object.node(), "init").filter(Syntax::isFunction);
        return services.flatMap(each -> function.map(init -> new Start(object.at(each), object.at(init))));
    }

    private boolean isCreation(Place call) {
        return Syntax.called(call.node())
                .filter(name -> name.is("identifier")
                        && plugin.modules().isOutside(call.source(), name, API, "createBackendPlugin"))
                .isPresent();
    }
}
