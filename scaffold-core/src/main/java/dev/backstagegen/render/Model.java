package dev.backstagegen.render;

import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Templates;
import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.spec.Name;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.tree.Yaml;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What templates see: names in each form, facts, services. Every text of it can stand where it is put as it is. */
final class Model {

    private Model() {}

    static Map<String, Object> of(PluginSpec spec, FeatureSet features, Surroundings around) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("plugin", plugin(spec, around));
        if (features.has(Fact.RESOURCE)) {
            model.put("resource", resource(spec.resources().isEmpty() ? Resource.DEFAULT : spec.resources().get(0)));
        }
        model.put("checksPermissions", features.has(Fact.PERMISSIONS));
        model.put("release", release(around.release()));
        model.put("services", features.services());
        model.put("action", action(spec.actionNames()));
        return model;
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

    private static Map<String, Object> resource(Resource kept) {
        Map<String, Object> resource = names(kept.name());
        resource.put("many", names(kept.plural()));
        resource.put("type", kept.code().pascal());
        resource.put("var", kept.code().camel());
        return resource;
    }

    private static Map<String, Object> names(Name name) {
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
                .forEach((what, since) ->
                        release.put((String) what, Arrays.compare(numbers(version), numbers((String) since)) >= 0));
        return release;
    }

    /** The numbers of a release: {@code 1.55.0} is 1, 55, 0. */
    private static int[] numbers(String release) {
        return Arrays.stream(release.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    /** {@code action("get", plugin.kebab, resource.kebab)}: the name of an action in the style that was chosen. */
    private static Object action(ActionNames style) {
        return Ftl.function(parts -> String.join(
                style.separator(),
                parts.stream().map(part -> part.replace("-", style.separator())).toList()));
    }
}
