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
import java.util.Random;
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
                FeatureSet.of(FEATURES, spec),
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

    /** Nothing, each feature alone, and all that there are. */
    static List<Set<String>> alone() {
        List<String> names = FEATURES.optional().stream().map(Feature::name).toList();
        List<Set<String>> sets = new ArrayList<>(List.of(Set.of()));
        names.forEach(name -> sets.add(Set.of(name)));
        sets.add(new TreeSet<>(names));
        return sets;
    }

    /** Some features, by chance; each as likely as not. */
    static Set<String> some(Random random) {
        Set<String> some = new TreeSet<>();
        FEATURES.optional().forEach(feature -> {
            if (random.nextBoolean()) {
                some.add(feature.name());
            }
        });
        return some;
    }
}
