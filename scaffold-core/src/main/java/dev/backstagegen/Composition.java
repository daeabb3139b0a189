package dev.backstagegen;

import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.host.Host;
import dev.backstagegen.host.HostEdits;
import dev.backstagegen.host.Versions;
import dev.backstagegen.host.Wiring;
import dev.backstagegen.host.Wish;
import dev.backstagegen.render.Before;
import dev.backstagegen.render.Migrations;
import dev.backstagegen.render.Rendered;
import dev.backstagegen.render.Renderer;
import dev.backstagegen.render.Settled;
import dev.backstagegen.render.Steps;
import dev.backstagegen.render.Surroundings;
import dev.backstagegen.rule.Fixer;
import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A plugin as it is to be in a repository: its files, those of the packages beside it, and what makes them known. It is
 * the same whether it is about to be written or only to be shown.
 *
 * @param spec the plugin, with nothing left open
 * @param folder where it lies
 * @param features what it has
 * @param plugin its files, as seen from its folder
 * @param beside the files of each package beside it by its folder, as seen from there
 * @param repository its files at the root of the repository, as seen from there
 * @param configuration the section it needs in app-config.yaml; empty when it needs none
 * @param notes what the user should know of its tables; whole sentences
 */
record Composition(
        PluginSpec spec,
        RelPath folder,
        FeatureSet features,
        FileTree plugin,
        Map<RelPath, FileTree> beside,
        FileTree repository,
        String configuration,
        List<String> notes) {

    private static final RelPath PLUGINS = RelPath.of("plugins");
    private static final RelPath MANIFEST = RelPath.of("package.json");

    /** The role of a package that a frontend can use as well. */
    private static final String SHARED = "common-library";

    static Composition of(PluginSpec spec, FeatureSet features, Host host, Versions versions) {
        return of(spec, folder(spec), features, Origin.of(host.style()), host, versions, Optional.empty());
    }

    /**
     * @param folder where the plugin lies
     * @param origin what its package.json began with
     * @param past what it was before, if it was something
     */
    static Composition of(
            PluginSpec spec,
            RelPath folder,
            FeatureSet features,
            Origin origin,
            Host host,
            Versions versions,
            Optional<Past> past) {
        Surroundings around = surroundings(spec, origin, host, versions);
        Rendered rendered =
                Renderer.render(spec, features, around, past.map(was -> new Before(was.spec(), was.features())));
        FileTree plugin = polished(rendered.plugin(), spec.actionNames());
        Optional<Settled> settled = past.map(was -> settled(plugin, rendered.steps(), spec, features, around, was));
        Map<RelPath, FileTree> beside = new TreeMap<>();
        rendered.beside().forEach((name, files) -> beside.put(beside(folder, name), files));
        return new Composition(
                spec,
                folder,
                features,
                settled.map(Settled::plugin).orElse(plugin),
                beside,
                rendered.repository(),
                rendered.configuration(),
                settled.map(Composition::notes).orElse(List.of()));
    }

    /** Its migrations follow those that are there. */
    private static Settled settled(
            FileTree plugin, Steps forth, PluginSpec spec, FeatureSet features, Surroundings around, Past past) {
        Steps back = Renderer.steps(past.spec(), past.features(), around, new Before(spec, features));
        return Migrations.settle(plugin, forth, back, past.migrations());
    }

    private static List<String> notes(Settled settled) {
        List<String> notes = new ArrayList<>();
        settled.takenBack()
                .forEach(path -> notes.add(path + " is taken back; a database in which it ran has to be rolled back"
                        + " first, with the file still there."));
        settled.left().forEach(left -> notes.add(left.text()));
        return notes;
    }

    /** What was left open is filled in, so that the plugin's own description says it once and for all. */
    static PluginSpec complete(PluginSpec spec, FeatureSet features, Host host) {
        PluginSpec named = spec.packageName().isPresent()
                ? spec
                : spec.withPackageName(host.style().packageName(spec.id().value()));
        return features.has(Fact.RESOURCES) && named.resources().isEmpty()
                ? named.withResource(Resource.DEFAULT)
                : named;
    }

    static RelPath folder(PluginSpec spec) {
        return PLUGINS.resolve(spec.id().folder());
    }

    /** Where a package beside the plugin lies. */
    static RelPath beside(RelPath folder, String name) {
        return folder.segments().size() == 1
                ? RelPath.of(name)
                : folder.parent().resolve(name);
    }

    /** All its files, as seen from the root of the repository. */
    FileTree files() {
        FileTree files =
                plugin.with(SpecFile.PATH, SpecFile.write(spec)).below(folder).and(repository);
        for (Map.Entry<RelPath, FileTree> each : beside.entrySet()) {
            files = files.and(each.getValue().below(each.getKey()));
        }
        return files;
    }

    /** What the files of a repository need, so that it knows the plugin. */
    Wiring wiring(Host host) {
        return HostEdits.wire(host, wish());
    }

    /** What is to be known of it in the repository. */
    Wish wish() {
        return new Wish(
                spec.packageName().orElseThrow(),
                spec.id().value(),
                folder,
                features.has(Fact.ACTIONS),
                shared(beside.values()),
                configuration,
                spec.owner());
    }

    /** What was to be known of the plugin that is remembered. */
    static Wish wish(PluginSpec spec, FeatureSet features, Memory memory) {
        List<FileTree> beside = memory.folders().stream()
                .filter(folder -> !folder.equals(memory.plugin()))
                .map(folder -> memory.files().under(folder))
                .toList();
        return new Wish(
                spec.packageName().orElseThrow(),
                spec.id().value(),
                memory.plugin(),
                features.has(Fact.ACTIONS),
                shared(beside),
                memory.configuration(),
                spec.owner());
    }

    /** The name of the package that the files of a folder make up. */
    static String packageName(FileTree files) {
        return text(files, "name").orElseThrow();
    }

    private static List<String> shared(Collection<FileTree> beside) {
        List<String> names = new ArrayList<>();
        beside.stream()
                .filter(files ->
                        text(files, "backstage", "role").filter(SHARED::equals).isPresent())
                .forEach(files -> names.add(packageName(files)));
        return names;
    }

    private static Optional<String> text(FileTree files, String... path) {
        return Json.read(files.text(MANIFEST).orElseThrow()).at(path).flatMap(Json.Value::asText);
    }

    private static Surroundings surroundings(PluginSpec spec, Origin origin, Host host, Versions versions) {
        return new Surroundings(
                spec.packageName().orElseThrow(),
                origin.version(),
                spec.license().orElse(origin.license()),
                origin.isPrivate(),
                origin.registry(),
                versions.release(),
                host.workspaceRange(),
                (name, fallback) -> versions.range(name, fallback, origin.range(name, fallback, versions.release())));
    }

    private static FileTree polished(FileTree plugin, ActionNames actionNames) {
        Fixer.Fixed fixed = Fixer.fix(plugin, actionNames);
        if (!fixed.left().isEmpty()) {
            throw new IllegalStateException("The templates break a rule: " + fixed.left());
        }
        return fixed.tree();
    }
}
