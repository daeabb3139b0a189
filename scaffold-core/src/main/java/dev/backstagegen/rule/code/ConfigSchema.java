package dev.backstagegen.rule.code;

import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Optional;

/** What a package says of the configuration that it reads: {@code configSchema} in package.json, or config.d.ts. */
public final class ConfigSchema {

    /** The file that a schema usually is. */
    public static final RelPath USUAL = RelPath.of("config.d.ts");

    private ConfigSchema() {}

    /** What package.json has as the schema: the path of a file, or the schema itself. */
    public static Optional<Json.Value> declared(Plugin plugin) {
        return plugin.manifest().flatMap(manifest -> manifest.at("configSchema"));
    }

    /** The path of the file that package.json names as the schema. */
    public static Optional<RelPath> file(Plugin plugin) {
        return declared(plugin)
                .flatMap(Json.Value::asText)
                .map(path -> path.replaceFirst("^(\\./)+", ""))
                .filter(path -> path.matches("[\\w.-]+(/[\\w.-]+)*") && !path.contains(".."))
                .map(RelPath::of);
    }

    /** Whether the usual file is there and describes a configuration. */
    public static boolean hasUsualFile(Plugin plugin) {
        return plugin.source(USUAL.value())
                .flatMap(source -> source.topLevel("Config"))
                .isPresent();
    }

    /** All keys of the schema, also of one that package.json forgot to name. */
    public static List<ConfigKey> keys(Plugin plugin) {
        Optional<Json.Value> inline = declared(plugin).filter(Json.ObjectValue.class::isInstance);
        if (inline.isPresent()) {
            String text = plugin.files().text(Manifest.PATH).orElse("");
            return new ConfigJson(Manifest.PATH, text).keys(inline.get());
        }
        RelPath path = file(plugin).orElse(USUAL);
        if (path.extension().equals("json")) {
            return plugin.files()
                    .text(path)
                    .flatMap(text -> Json.whole(text).map(root -> new ConfigJson(path, text).keys(root)))
                    .orElse(List.of());
        }
        return plugin.source(path.value())
                .filter(Source::isWhole)
                .map(source -> new ConfigTypes(source).keys())
                .orElse(List.of());
    }
}
