package dev.backstagegen.render;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
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
        return Renderer.render(spec, FeatureSet.of(FEATURES, spec), around(spec, release));
    }

    /** The plugin after its description became another one, with nothing of its own on the disk. */
    static Settled evolved(PluginSpec before, PluginSpec now, FileTree base) {
        Before then = before(before);
        Rendered fresh = Renderer.render(now, before(now).features(), around(now, "1.55.0"), Optional.of(then));
        return Migrations.settle(fresh.plugin(), fresh.steps(), steps(now, before), allYoung(base, base.paths()));
    }

    /** The migrations of a new plugin, without all the rest that takes longer. */
    static FileTree migrations(PluginSpec spec) {
        return tree(steps(spec, spec));
    }

    /** As {@link #evolved}, without all the rest that takes longer. */
    static Settled migrated(PluginSpec before, PluginSpec now, FileTree base, Set<RelPath> onDisk) {
        Steps forth = steps(before, now);
        return Migrations.settle(tree(forth), forth, steps(now, before), allYoung(base, onDisk));
    }

    private static Existing allYoung(FileTree base, Set<RelPath> onDisk) {
        return new Existing(base, onDisk, base.paths());
    }

    private static Steps steps(PluginSpec before, PluginSpec now) {
        return Renderer.steps(now, before(now).features(), around(now, "1.55.0"), before(before));
    }

    private static FileTree tree(Steps steps) {
        FileTree tree = FileTree.EMPTY;
        for (Step step : steps.all()) {
            tree = tree.with(step.path(), step.text());
        }
        return tree;
    }

    private static Before before(PluginSpec spec) {
        return new Before(spec, FeatureSet.of(FEATURES, spec));
    }

    private static Surroundings around(PluginSpec spec, String release) {
        return new Surroundings(
                spec.packageName().orElse("@internal/plugin-" + spec.id().folder()),
                "0.1.0",
                spec.license().orElse("Apache-2.0"),
                true,
                Optional.empty(),
                release,
                "workspace:^",
                (wanted, fallback) -> RANGES.getOrDefault(wanted, fallback));
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
