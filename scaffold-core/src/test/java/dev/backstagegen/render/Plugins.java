package dev.backstagegen.render;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Plugins for tests, made as for a repository of the newest release that has no word in anything. */
final class Plugins {

    static final Features FEATURES = Features.load();

    private static final Map<String, String> RANGES = Map.of(
            "@backstage/backend-defaults", "^0.18.0",
            "@backstage/backend-plugin-api", "^1.10.1",
            "@backstage/backend-test-utils", "^1.11.7",
            "@backstage/cli", "^0.36.6",
            "@backstage/errors", "^1.3.1",
            "@backstage/plugin-permission-common", "^0.9.11");

    private Plugins() {}

    static FileTree render(PluginSpec spec) {
        return render(spec, "1.55.0");
    }

    static FileTree render(PluginSpec spec, String release) {
        return made(spec, release).plugin();
    }

    static Rendered made(PluginSpec spec, String release) {
        String name = spec.packageName().orElse("@internal/plugin-" + spec.id().folder());
        return Renderer.render(
                spec,
                FeatureSet.of(FEATURES, spec.features()),
                new Surroundings(
                        name,
                        "0.1.0",
                        spec.license().orElse("Apache-2.0"),
                        true,
                        Optional.empty(),
                        release,
                        "workspace:^",
                        (wanted, fallback) -> RANGES.getOrDefault(wanted, fallback)));
    }

    /** Each set of features that can be asked for. */
    static List<Set<String>> combinations() {
        List<String> names = FEATURES.optional().stream().map(Feature::name).toList();
        List<Set<String>> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << names.size(); bits++) {
            Set<String> some = new TreeSet<>();
            for (int i = 0; i < names.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    some.add(names.get(i));
                }
            }
            all.add(some);
        }
        return all;
    }
}
