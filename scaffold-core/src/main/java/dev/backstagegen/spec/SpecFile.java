package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plugin's description as a file: {@code .backstage-gen.yaml} beside the plugin, or one given with {@code --spec}.
 * Unknown keys are refused, so that a slip of the pen is not a silent wish.
 */
public final class SpecFile {

    /** What the file is called in a plugin's folder. */
    public static final String NAME = ".backstage-gen.yaml";

    /** Where it lies, as seen from the plugin's folder. */
    public static final RelPath PATH = RelPath.of(NAME);

    /** The key of what is wanted of the rules; the commands that make something leave it alone. */
    public static final String CHECK = "check";

    private static final String HEAD =
            "# What this plugin is made from. It was written by backstage-gen; keep it with the plugin.\n";
    private static final List<String> KEYS = List.of(
            "plugin",
            "package",
            "description",
            "owner",
            "license",
            "resource",
            "resources",
            PieceEntries.ACTIONS,
            PieceEntries.ROUTES,
            PieceEntries.TASKS,
            PieceEntries.PERMISSIONS,
            "actionNames",
            "features",
            CHECK,
            Choice.KEY);

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
                    spec.resources().stream().map(ResourceEntry::write).toList());
        }
        file.putAll(PieceEntries.write(spec.pieces()));
        if (spec.actionNames() != ActionNames.SNAKE) {
            file.put("actionNames", spec.actionNames().name().toLowerCase(Locale.ROOT));
        }
        if (!spec.features().isEmpty()) {
            file.put("features", List.copyOf(spec.features()));
        }
        if (!spec.check().isEmpty()) {
            file.put(CHECK, spec.check());
        }
        if (!spec.choices().isEmpty()) {
            file.put(Choice.KEY, Choice.write(spec.choices()));
        }
        return HEAD + Yaml.write(file);
    }

    /**
     * What was written of a plugin whose first generator did not remember it. A file without a remark of its user's is
     * taken for what that generator wrote; all that it says will be said again.
     *
     * @param text the file as it stands there
     * @param spec what it says
     */
    public static String unremembered(String text, PluginSpec spec) {
        boolean hasRemarks =
                !text.startsWith(HEAD) || text.substring(HEAD.length()).contains("#");
        return hasRemarks ? write(spec) : text;
    }

    /**
     * Reads a description.
     *
     * @param name what the file is called in a message
     * @throws ScaffoldException when it is not one
     */
    public static PluginSpec read(String name, String text) {
        Map<String, Object> file = map(name, text);
        for (String key : file.keySet()) {
            if (!KEYS.contains(key)) {
                throw ScaffoldException.usage(
                        name + " has an unknown key '" + Plain.shown(key) + "'.",
                        "The keys are: " + String.join(", ", KEYS));
            }
        }
        PluginId id = text(name, file, "plugin")
                .map(PluginId::of)
                .orElseThrow(() -> ScaffoldException.usage(
                        name + " does not say which plugin it describes.", "Add a line: plugin: incident-log"));
        return new PluginSpec(
                id,
                text(name, file, "package"),
                text(name, file, "description"),
                text(name, file, "owner"),
                text(name, file, "license"),
                resources(name, file),
                PieceEntries.read(name, file),
                text(name, file, "actionNames").map(ActionNames::of).orElse(ActionNames.SNAKE),
                features(name, file),
                check(name, file),
                Choice.read(name, file));
    }

    /** The resources; {@code resource} names one with the usual fields. */
    private static List<Resource> resources(String name, Map<String, Object> file) {
        List<Resource> resources = new ArrayList<>();
        text(name, file, "resource").map(Resource::of).ifPresent(resources::add);
        Object list = file.get("resources");
        if (list instanceof List<?> entries) {
            entries.forEach(entry -> resources.add(ResourceEntry.read(name, entry)));
        } else if (list != null) {
            throw ScaffoldException.usage(
                    "'resources' in " + name + " is not a list.", "Each begins like: - name: incident");
        }
        return resources;
    }

    private static Map<String, Object> map(String name, String text) {
        try {
            if (Yaml.read(text) instanceof Map<?, ?> map) {
                Map<String, Object> file = new LinkedHashMap<>();
                map.forEach((key, value) -> file.put(String.valueOf(key), value));
                return file;
            }
        } catch (IllegalArgumentException e) {
            throw ScaffoldException.usage(name + " is not YAML: " + e.getMessage() + ".", "");
        }
        throw ScaffoldException.usage(
                name + " is not a list of keys and values.", "It begins like: plugin: incident-log");
    }

    private static Optional<String> text(String name, Map<String, Object> file, String key) {
        Object value = file.get(key);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        throw ScaffoldException.usage(
                "'" + key + "' in " + name + " is not a text.", "Put it in quotes: " + key + ": '" + value + "'");
    }

    private static Map<String, Object> check(String name, Map<String, Object> file) {
        Object value = file.get(CHECK);
        Map<String, Object> check = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> check.put(String.valueOf(key), each));
        } else if (value != null) {
            throw ScaffoldException.usage(
                    "'" + CHECK + "' in " + name + " is not made of keys and values.",
                    "Write: check: { rules: { logging/structured: off } }");
        }
        return check;
    }

    private static Set<String> features(String name, Map<String, Object> file) {
        Object value = file.get("features");
        Set<String> features = new TreeSet<>();
        if (value instanceof List<?> list) {
            list.forEach(each -> features.add(String.valueOf(each)));
        } else if (value != null) {
            throw ScaffoldException.usage("'features' in " + name + " is not a list.", "Write: features: [db, mcp]");
        }
        return features;
    }
}
