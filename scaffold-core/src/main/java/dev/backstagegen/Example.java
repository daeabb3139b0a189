package dev.backstagegen;

import dev.backstagegen.explain.FeatureDoc;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.host.Host;
import dev.backstagegen.host.Releases;
import dev.backstagegen.host.Versions;
import dev.backstagegen.plan.Planner;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Txtar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plugin in a small repository of the newest release, both made up, which shows what a feature does. Nothing is read
 * or written.
 */
public final class Example {

    /** The id of the plugin where nobody says another. */
    public static final PluginId ID = PluginId.of("example");

    /** As much of a repository as is wired; the plugin has a frontend in it. */
    private static final String REPOSITORY = """
            -- app-config.yaml --
            app:
              title: Acme

            backend:
              baseUrl: http://localhost:7007
              actions:
                pluginSources:
                  - catalog
            -- backstage.json --
            {
              "version": "RELEASE"
            }
            -- package.json --
            {
              "name": "root",
              "private": true,
              "workspaces": ["packages/*", "plugins/*"]
            }
            -- packages/backend/package.json --
            {
              "name": "backend",
              "version": "0.0.0",
              "private": true,
              "backstage": {
                "role": "backend"
              },
              "dependencies": {
                "app": "link:../app"
              }
            }
            -- packages/backend/src/index.ts --
            import { createBackend } from '@backstage/backend-defaults';

            const backend = createBackend();

            backend.add(import('@backstage/plugin-catalog-backend'));

            backend.start();
            -- plugins/ID/package.json --
            {
              "name": "@internal/plugin-ID",
              "version": "0.1.0",
              "private": true,
              "backstage": {
                "role": "frontend-plugin",
                "pluginId": "ID"
              },
              "dependencies": {
                "react-use": "^17.2.4"
              }
            }
            """;

    private final Features features;
    private final PluginId id;
    private final Set<String> beside;
    private final FileTree repository;
    private final Host host;
    private final Versions versions;
    private final Map<Set<String>, FileTree> made = new HashMap<>();

    private Example(Features features, PluginId id, Set<String> beside) {
        Releases releases = Releases.embedded();
        this.features = features;
        this.id = id;
        this.beside = new TreeSet<>(beside);
        this.repository =
                Txtar.read(REPOSITORY.replace("RELEASE", releases.newest()).replace("ID", id.value()));
        this.host = Host.of(repository);
        this.versions = Versions.of(host, releases);
    }

    /**
     * @param features what can be asked for
     * @param beside the names of the features that the plugin has anyway
     */
    public static Example of(Features features, PluginId id, Set<String> beside) {
        return new Example(features, id, beside);
    }

    /** What there is to know about each feature. */
    public List<FeatureDoc> all() {
        return features.all().stream().map(this::explain).toList();
    }

    /**
     * What there is to know about a feature, the difference it makes among it: between the plugin with what the feature
     * needs, and the plugin with the feature.
     *
     * @throws ScaffoldException when the plugin has the feature anyway, or cannot have it
     */
    public FeatureDoc explain(Feature feature) {
        Set<String> without = new TreeSet<>(beside);
        feature.needs().forEach(need -> without.add(need.feature()));
        Set<String> with = new TreeSet<>(without);
        with.add(feature.name());
        FeatureSet had = FeatureSet.of(features, without);
        if (!feature.always() && had.features().contains(feature)) {
            throw ScaffoldException.usage(
                    "The example has '" + feature.name() + "' already: "
                            + had.pulledIn().getOrDefault(feature.name(), "it was said so") + ".",
                    "Leave out what brings it");
        }
        FileTree before = feature.always() ? repository : made(without);
        return new FeatureDoc(
                feature,
                feature.services().stream().map(features::service).toList(),
                id.value(),
                had.features().stream()
                        .filter(each -> !each.always())
                        .map(Feature::name)
                        .toList(),
                Planner.plan(before, before, made(with), false));
    }

    private FileTree made(Set<String> asked) {
        return made.computeIfAbsent(asked, names -> files(FeatureSet.of(features, names), names));
    }

    private FileTree files(FeatureSet set, Set<String> asked) {
        PluginSpec spec = Composition.complete(PluginSpec.of(id).withFeatures(asked), set, host);
        Composition composition = Composition.of(spec, set, host, versions);
        RelPath folder = Composition.folder(spec);
        FileTree files = repository
                .and(composition.wiring(host).edited())
                .and(composition.plugin().below(folder));
        for (Map.Entry<RelPath, FileTree> each : composition.beside().entrySet()) {
            files = files.and(each.getValue().below(each.getKey()));
        }
        return files.and(composition.repository());
    }
}
