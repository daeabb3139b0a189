package dev.backstagegen;

import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.feature.Service;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads off a plugin that was made otherwise what it would have been made from. What it keeps in tables stays its own:
 * nobody can tell from code what belongs to a resource.
 */
final class Inference {

    private static final RelPath MANIFEST = RelPath.of("package.json");
    private static final Pattern TEST = Pattern.compile("(.*/)?(__\\w+__|dev)/.*|.*\\.test\\.[cm]?[jt]sx?");
    private static final Pattern CODE = Pattern.compile(".*\\.[cm]?[jt]sx?");
    private static final String ROLE = "backend-plugin";
    private static final String BACKEND = "-backend";

    private final RelPath folder;
    private final Optional<Json.Value> manifest;
    private final Set<String> named = new HashSet<>();
    private Optional<String> idInCode = Optional.empty();

    /** @param files the plugin's, as seen from its folder */
    private Inference(RelPath folder, FileTree files) {
        this.folder = folder;
        this.manifest = files.text(MANIFEST).flatMap(Json::whole);
        files.asMap().forEach((path, text) -> {
            if (CODE.matcher(path.value()).matches()
                    && !TEST.matcher(path.value()).matches()) {
                look(TsFile.parse(text).root());
            }
        });
    }

    private void refuseOthers() {
        manifest.flatMap(root -> root.at("backstage", "role"))
                .flatMap(Json.Value::asText)
                .filter(role -> !role.equals(ROLE))
                .ifPresent(role -> {
                    throw ScaffoldException.usage(
                            folder + " is no backend plugin: its package.json says that it is a " + role + ".",
                            "Name the folder of one whose \"backstage\" has \"role\": \"" + ROLE + "\"");
                });
    }

    /**
     * What the plugin would have been made from.
     *
     * @throws ScaffoldException when it is no backend plugin, or has no id that one of this tool could have
     */
    static PluginSpec of(RelPath folder, FileTree files, Features known) {
        Inference inference = new Inference(folder, files);
        inference.refuseOthers();
        PluginSpec spec = PluginSpec.of(inference.id());
        spec = inference.text("name").map(spec::withPackageName).orElse(spec);
        Optional<String> description = inference.text("description").map(String::strip);
        spec = description
                .filter(text -> !text.isEmpty())
                .map(spec::withDescription)
                .orElse(spec);
        spec = inference.text("license").map(spec::withLicense).orElse(spec);
        return spec.withFeatures(inference.features(known));
    }

    private void look(TsNode root) {
        root.descendants("member_expression", "identifier").map(TsNode::text).forEach(named::add);
        if (idInCode.isEmpty()) {
            // A module names the plugin that it extends in the same way.
            idInCode = root.descendants("call_expression")
                    .filter(call -> call.child("function")
                            .filter(callee -> callee.text().equals("createBackendPlugin"))
                            .isPresent())
                    .flatMap(call -> call.descendants("pair"))
                    .filter(pair -> pair.child("key")
                            .filter(key -> key.text().equals("pluginId"))
                            .isPresent())
                    .flatMap(pair -> pair.descendants("string_fragment"))
                    .map(TsNode::text)
                    .findFirst();
        }
    }

    private PluginId id() {
        Optional<String> said =
                manifest.flatMap(root -> root.at("backstage", "pluginId")).flatMap(Json.Value::asText);
        String name = folder.name();
        String fromName = name.endsWith(BACKEND) ? name.substring(0, name.length() - BACKEND.length()) : name;
        return PluginId.of(idInCode.or(() -> said).orElse(fromName));
    }

    private Optional<String> text(String key) {
        return manifest.flatMap(root -> root.get(key)).flatMap(Json.Value::asText);
    }

    /** Those whose services it uses, as far as they go without tables and packages of ours. */
    private Set<String> features(Features known) {
        Set<String> usual = new HashSet<>();
        known.all().stream().filter(Feature::always).forEach(feature -> usual.addAll(feature.services()));
        Set<String> found = new TreeSet<>();
        for (Feature feature : known.optional()) {
            Set<String> own = new TreeSet<>(feature.services());
            own.removeAll(usual);
            boolean uses = !own.isEmpty() && own.stream().map(known::service).allMatch(this::isUsed);
            if (uses && isAlone(known, feature)) {
                found.add(feature.name());
            }
        }
        return found;
    }

    private boolean isUsed(Service service) {
        return named.contains(service.ref());
    }

    private static boolean isAlone(Features known, Feature feature) {
        FeatureSet brought = FeatureSet.of(known, Set.of(feature.name()));
        return !brought.has(Fact.RESOURCES)
                && brought.features().stream().allMatch(each -> each.beside().isEmpty());
    }
}
