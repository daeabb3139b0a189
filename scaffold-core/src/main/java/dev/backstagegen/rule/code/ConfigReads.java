package dev.backstagegen.rule.code;

import java.util.List;
import java.util.Set;

/** Where a plugin reads the configuration by a key that is written out, from the root. */
public final class ConfigReads {

    private static final Set<String> GETTERS = Set.of(
            "has",
            "get",
            "getOptional",
            "getConfig",
            "getOptionalConfig",
            "getConfigArray",
            "getOptionalConfigArray",
            "getNumber",
            "getOptionalNumber",
            "getBoolean",
            "getOptionalBoolean",
            "getString",
            "getOptionalString",
            "getStringArray",
            "getOptionalStringArray");

    private ConfigReads() {}

    /**
     * One such place.
     *
     * @param argument the key as it is handed over
     * @param key its text, such as {@code example.baseUrl}
     */
    public record Read(Place argument, String key) {}

    /** All of them. A section that is handed on counts as the root, so that its keys may be among them. */
    public static List<Read> of(Plugin plugin) {
        return plugin.sources().stream()
                .flatMap(source -> source.places("call_expression"))
                .filter(call ->
                        Syntax.method(call.node()).filter(GETTERS::contains).isPresent())
                .filter(call -> Syntax.receiver(call.node())
                        .filter(receiver -> isConfig(plugin, call.at(receiver)))
                        .isPresent())
                .flatMap(call -> Syntax.argument(call.node(), 0).map(call::at).stream())
                .flatMap(argument -> plugin.origins().text(argument).map(key -> new Read(argument, key)).stream())
                .toList();
    }

    private static boolean isConfig(Plugin plugin, Place receiver) {
        return isNamed(plugin, receiver)
                || plugin.origins().of(receiver).stream()
                        .anyMatch(origin -> origin.path().isEmpty() && isNamed(plugin, origin.place()));
    }

    private static boolean isNamed(Plugin plugin, Place value) {
        return plugin.types().is(value, "RootConfigService") || plugin.types().is(value, "Config");
    }
}
