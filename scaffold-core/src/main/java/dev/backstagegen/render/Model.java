package dev.backstagegen.render;

import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Release;
import dev.backstagegen.feature.Templates;
import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.spec.Name;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.tree.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What templates see: names in each form, facts, services. Every text of it can stand where it is put as it is. */
final class Model {

    static final String RESOURCES = "resources";

    private Model() {}

    static Map<String, Object> of(PluginSpec spec, FeatureSet features, Surroundings around, Packages packages) {
        Map<String, Object> model = new LinkedHashMap<>();
        features.known().forEach(fact -> model.put(fact, features.has(fact)));
        model.put("plugin", plugin(spec, around));
        model.put("packages", packages.names().values().stream().sorted().toList());
        model.put("folders", List.copyOf(packages.names().keySet()));
        model.put("packageOf", Ftl.function(role -> packages.named(role.get(0))));
        model.put(RESOURCES, ResourceModel.of(kept(spec, features)));
        Map<String, Object> release = release(around.release());
        model.put("release", release);
        model.put("zod", Boolean.TRUE.equals(release.get("zodV3")) ? "zod/v3" : "zod");
        model.put("services", features.services());
        model.put("actionName", actionName(spec.actionNames()));
        model.putAll(PieceModel.of(spec));
        return model;
    }

    /** What a plugin keeps, in the order in which its tables are made. */
    static List<Resource> kept(PluginSpec spec, FeatureSet features) {
        if (!features.has(Fact.RESOURCES)) {
            return List.of();
        }
        return spec.resources().isEmpty() ? List.of(Resource.DEFAULT) : spec.resources();
    }

    /** What a model has several of, each as templates see it. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> model, String name) {
        return (List<Map<String, Object>>) model.get(name);
    }

    /** Both; where both have a word, the second one's. */
    static Map<String, Object> with(Map<String, Object> about, Map<String, Object> more) {
        if (more.isEmpty()) {
            return about;
        }
        Map<String, Object> both = new LinkedHashMap<>(about);
        both.putAll(more);
        return both;
    }

    private static Map<String, Object> plugin(PluginSpec spec, Surroundings around) {
        Map<String, Object> plugin = names(spec.id().name());
        plugin.put("id", spec.id().value());
        plugin.put("folder", spec.id().folder());
        plugin.put("package", around.packageName());
        plugin.put("version", around.version());
        plugin.put("license", Escape.forms(around.license()));
        plugin.put("private", around.isPrivate());
        around.registry().ifPresent(registry -> plugin.put("registry", Escape.forms(registry)));
        plugin.put(
                "description",
                Escape.forms(spec.description()
                        .orElseGet(() -> "The " + spec.id().name().text() + " backend plugin")));
        return plugin;
    }

    static Map<String, Object> names(Name name) {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("kebab", name.kebab());
        names.put("snake", name.snake());
        names.put("camel", name.camel());
        names.put("pascal", name.pascal());
        names.put("text", name.text());
        names.put("title", name.title());
        return names;
    }

    /** What the release has that not every release has. */
    private static Map<String, Object> release(String version) {
        Map<String, Object> release = new LinkedHashMap<>();
        ((Map<?, ?>) Yaml.read(Templates.text("since.yaml")))
                .forEach((what, since) -> release.put((String) what, !Release.isBefore(version, (String) since)));
        return release;
    }

    /** {@code actionName("get", plugin.kebab, resource.kebab)}: the name of an action in the style that was chosen. */
    private static Object actionName(ActionNames style) {
        return Ftl.function(parts -> String.join(
                style.separator(),
                parts.stream().map(part -> part.replace("-", style.separator())).toList()));
    }
}
