package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;

/** Where a plugin runs its migrations from. */
public final class Migrations {

    private Migrations() {}

    /** The calls of {@code client.migrate.latest(...)}. */
    public static List<Place> runs(Plugin plugin) {
        return plugin.sources().stream()
                .flatMap(source -> source.places("call_expression"))
                .filter(call -> Syntax.calls(call.node(), "latest", "up"))
                .filter(call -> Syntax.receiver(call.node())
                        .flatMap(receiver -> receiver.child("property"))
                        .filter(property -> property.text().equals("migrate"))
                        .isPresent())
                .toList();
    }

    /** The calls of {@code resolvePackagePath} whose result such a run takes as its folder. */
    public static List<Place> resolutions(Plugin plugin) {
        return runs(plugin).stream()
                .flatMap(run -> Syntax.argument(run.node(), 0).map(run::at).stream())
                .flatMap(options -> directory(plugin, options).stream())
                .distinct()
                .toList();
    }

    /** The folders of this very package from which migrations are run. */
    public static List<String> folders(Plugin plugin) {
        Optional<String> name = plugin.manifest().flatMap(manifest -> manifest.text("name"));
        return resolutions(plugin).stream()
                .filter(call ->
                        Syntax.argument(call.node(), 0).flatMap(Syntax::string).equals(name))
                .flatMap(call -> Syntax.argument(call.node(), 1).flatMap(Syntax::string).stream())
                .distinct()
                .toList();
    }

    private static List<Place> directory(Plugin plugin, Place options) {
        return plugin.origins().whole(options).stream()
                .flatMap(object -> Syntax.property(object.node(), "directory").map(object::at).stream())
                .flatMap(value -> plugin.origins().whole(value).stream())
                .filter(origin -> isResolution(plugin, origin))
                .toList();
    }

    private static boolean isResolution(Plugin plugin, Place origin) {
        Optional<TsNode> called = origin.node().is("call_expression") ? Syntax.called(origin.node()) : Optional.empty();
        return called.filter(name -> plugin.modules()
                                .isOutside(origin.source(), name, "@backstage/backend-plugin-api", "resolvePackagePath")
                        || plugin.modules()
                                .isOutside(origin.source(), name, "@backstage/backend-common", "resolvePackagePath"))
                .isPresent();
    }
}
