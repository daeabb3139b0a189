package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * A plugin's description as a file: {@code .backstage-gen.yaml} beside the plugin, or one given with {@code --spec}.
 * Unknown keys are refused, so that a slip of the pen is not a silent wish.
 */
public final class SpecFile {

    /** What the file is called in a plugin's folder. */
    public static final String NAME = ".backstage-gen.yaml";

    private static final String HEAD =
            "# What this plugin is made from. It was written by backstage-gen; keep it with the plugin.\n";

    /** The only resource of a plugin by its name alone: how files said it before there could be several. */
    private static final String ONE_RESOURCE = "resource";

    private static final List<String> KEYS = List.of(
            "plugin",
            "package",
            "description",
            "owner",
            "license",
            ONE_RESOURCE,
            "resources",
            "actionNames",
            "features");

    private SpecFile() {}

    /** The file that describes a plugin. */
    public static String write(PluginSpec spec) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("plugin", spec.id().value());
        spec.packageName().ifPresent(name -> file.put("package", name));
        spec.description().ifPresent(text -> file.put("description", text));
        spec.owner().ifPresent(owner -> file.put("owner", owner));
        spec.license().ifPresent(license -> file.put("license", license));
        if (!spec.resources().isEmpty()) {
            file.put(
                    "resources",
                    spec.resources().stream().map(ResourceText::write).toList());
        }
        if (spec.actionNames() != ActionNames.SNAKE) {
            file.put("actionNames", spec.actionNames().name().toLowerCase(Locale.ROOT));
        }
        if (!spec.features().isEmpty()) {
            file.put("features", List.copyOf(spec.features()));
        }
        return HEAD + Yaml.write(file);
    }

    /**
     * Reads a description.
     *
     * @param name what the file is called in a message
     * @throws ScaffoldException when it is not one
     */
    public static PluginSpec read(String name, String text) {
        SpecMap file = SpecMap.parse(name, text);
        file.refuseOthers(KEYS);
        PluginId id = file.text("plugin")
                .map(PluginId::of)
                .orElseThrow(() -> ScaffoldException.usage(
                        name + " does not say which plugin it describes.", "Add a line: plugin: incident-log"));
        return new PluginSpec(
                id,
                file.text("package"),
                file.text("description"),
                file.text("owner"),
                file.text("license"),
                resources(file),
                file.text("actionNames").map(ActionNames::of).orElse(ActionNames.SNAKE),
                new TreeSet<>(file.texts("features")));
    }

    private static List<Resource> resources(SpecMap file) {
        if (file.has(ONE_RESOURCE) && file.has("resources")) {
            throw ScaffoldException.usage(
                    file.place() + " has both 'resource' and 'resources'.", "Put all of them under resources");
        }
        return file.text(ONE_RESOURCE)
                .map(name -> List.of(Resource.of(name)))
                .orElseGet(() ->
                        file.maps("resources").stream().map(ResourceText::read).toList());
    }
}
