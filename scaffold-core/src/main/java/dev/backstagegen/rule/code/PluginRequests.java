package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The requests that a plugin sends to plugins of the same backend, at addresses that the discovery service gave. */
public final class PluginRequests {

    private static final Set<String> DISCOVERY = Set.of("DiscoveryService", "PluginEndpointDiscovery", "DiscoveryApi");

    private PluginRequests() {}

    /**
     * A request whose address surely begins with what {@code getBaseUrl} gave.
     *
     * @param target the id of the plugin that is called
     * @param path what follows the base URL, a star for each value in it
     */
    public record PluginRequest(Fetches.Fetch fetch, String target, String path) {}

    /** Those of the sources that ship, if it is known which plugin they call. */
    public static List<PluginRequest> of(Plugin plugin) {
        // Without the word there is no address of another plugin.
        if (plugin.mentioning("getBaseUrl").isEmpty()) {
            return List.of();
        }
        return Fetches.in(plugin, Shipped.sources(plugin)).stream()
                .flatMap(fetch -> read(plugin, fetch).stream())
                .toList();
    }

    private static Optional<PluginRequest> read(Plugin plugin, Fetches.Fetch fetch) {
        List<Addresses.Start> starts = Addresses.starts(plugin, fetch.address());
        List<String> targets = starts.stream()
                .map(start -> target(plugin, start.place()).orElse(""))
                .distinct()
                .toList();
        return targets.size() == 1 && !targets.get(0).isEmpty()
                ? Optional.of(
                        new PluginRequest(fetch, targets.get(0), starts.get(0).text()))
                : Optional.empty();
    }

    private static Optional<String> target(Plugin plugin, Place call) {
        if (!call.node().is("call_expression") || !Syntax.calls(call.node(), "getBaseUrl", "getExternalBaseUrl")) {
            return Optional.empty();
        }
        return Syntax.receiver(call.node())
                .filter(receiver -> isDiscovery(plugin, call.at(receiver)))
                .flatMap(receiver -> Syntax.argument(call.node(), 0))
                .flatMap(id -> plugin.origins().text(call.at(id)));
    }

    private static boolean isDiscovery(Plugin plugin, Place receiver) {
        TsNode node = receiver.node();
        String name = node.child("property").orElse(node).text();
        return name.matches("[#_]?([a-zA-Z]*[dD])iscovery(Api|Service)?|[#_]?discovery(Api|Service)?")
                || plugin.types()
                        .of(receiver)
                        .filter(type -> type instanceof Type.Named named && DISCOVERY.contains(named.name()))
                        .isPresent();
    }
}
