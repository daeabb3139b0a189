package dev.backstagegen.rule.manifest;

import dev.backstagegen.rule.Edit;
import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Repair;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.code.Manifest;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.tree.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code package/plugin-id}: package.json says which plugin this is, and the code agrees. */
public final class PluginId implements Rule {

    private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private static final RuleDoc DOC = new RuleDoc(
            "package/plugin-id",
            Severity.ERROR,
            "package.json names the role and the id that the code has",
            "`backstage.role` and `backstage.pluginId` of package.json, and the `pluginId` of `createBackendPlugin`.",
            "The tools of Backstage find, build and group a plugin's packages by what package.json says.",
            "Set `backstage.role` to `backend-plugin`, and `backstage.pluginId` to the id in the code: kebab-case,"
                    + " without `-backend`.",
            true,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- package.json
                    {
                      "name": "@internal/plugin-example-backend",
                      "backstage": {
                        "role": "backend-plugin",
                        "pluginId": "example-backend"
                      }
                    }
                    """, """
                    --- package.json
                    {
                      "name": "@internal/plugin-example-backend",
                      "backstage": {
                        "role": "backend-plugin",
                        "pluginId": "example"
                      }
                    }
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        List<Finding> findings = new ArrayList<>();
        Optional<Manifest> manifest = plugin.manifest();
        if (manifest.isEmpty() || plugin.init().creations().isEmpty()) {
            return findings;
        }
        Optional<String> id = plugin.init().pluginId();
        id.filter(each -> !each.matches(KEBAB) || each.endsWith("-backend"))
                .ifPresent(each -> plugin.init()
                        .idOf(plugin.init().creations().get(0))
                        .ifPresent(place -> findings.add(Finding.at(
                                place, DOC, "The id '" + each + "' is not kebab-case without '-backend'."))));
        manifest.get()
                .at("backstage", "role")
                .ifPresent(role -> role.asText()
                        .filter(each -> !each.equals("backend-plugin"))
                        .ifPresent(each -> findings.add(replaced(
                                manifest.get(),
                                role,
                                "backend-plugin",
                                "The role is '" + each + "', but the code creates a backend plugin."))));
        id.ifPresent(code -> manifest.get()
                .at("backstage", "pluginId")
                .ifPresent(value -> value.asText()
                        .filter(each -> !each.equals(code))
                        .ifPresent(each -> findings.add(replaced(
                                manifest.get(),
                                value,
                                code,
                                "The id here is '" + each + "', and '" + code + "' in the code.")))));
        missing(manifest.get(), id).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> missing(Manifest manifest, Optional<String> id) {
        Optional<Json.Value> backstage = manifest.at("backstage");
        if (backstage.isEmpty()) {
            return Optional.of(
                    Finding.at(manifest.top(), DOC, "There is no 'backstage' in package.json.", Repair.NONE));
        }
        if (!(backstage.get() instanceof Json.ObjectValue object)) {
            return Optional.empty();
        }
        String name = object.get("role").isEmpty() ? "role" : "pluginId";
        if (object.get(name).isPresent()) {
            return Optional.empty();
        }
        Optional<String> value = name.equals("role") ? Optional.of("backend-plugin") : id;
        return Optional.of(Finding.at(
                manifest.spot(object),
                DOC,
                "There is no 'backstage." + name + "'.",
                value.map(each -> Repair.safe(List.of(new Edit(Manifest.PATH, manifest.add(object, name, each)))))
                        .orElse(Repair.NONE)));
    }

    private static Finding replaced(Manifest manifest, Json.Value value, String by, String wrong) {
        return Finding.at(
                manifest.spot(value),
                DOC,
                wrong,
                Repair.safe(List.of(new Edit(Manifest.PATH, manifest.replace(value, by)))));
    }
}
