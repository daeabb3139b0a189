package dev.backstagegen;

import dev.backstagegen.disk.Baseline;
import dev.backstagegen.disk.LastRun;
import dev.backstagegen.disk.Reading;
import dev.backstagegen.disk.Workspace;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.moved.Moves;
import dev.backstagegen.moved.Yours;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.render.Existing;
import dev.backstagegen.render.Renderer;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What lies on the disk of one plugin that is kept up.
 *
 * @param workspace the repository
 * @param features what can be asked for
 * @param folder the plugin's
 */
record ManagedPlugin(Workspace workspace, Features features, RelPath folder) {

    /** @throws ScaffoldException when it has no description */
    PluginSpec spec() {
        RelPath file = folder.resolve(SpecFile.PATH);
        String text = text(file)
                .orElseThrow(() -> ScaffoldException.usage(
                        "There is no " + file + ", so nothing is known of how that plugin is made.",
                        "Take it on first: backstage-gen adopt " + folder));
        PluginSpec spec = SpecFile.read(file.value(), text);
        return spec.packageName().isPresent()
                ? spec
                : text(folder.resolve("package.json"))
                        .flatMap(Json::whole)
                        .flatMap(manifest -> manifest.get("name"))
                        .flatMap(Json.Value::asText)
                        .map(spec::withPackageName)
                        .orElse(spec);
    }

    Optional<String> text(RelPath file) {
        return workspace.read(file.value()).whole().tree().text(file);
    }

    /** Where a plugin of a description lies, and the packages beside it. */
    Set<RelPath> folders(PluginSpec spec) {
        Set<RelPath> folders = new TreeSet<>();
        Renderer.folders(spec, FeatureSet.of(features, spec)).forEach(name -> {
            boolean own = name.equals(spec.id().folder());
            folders.add(own ? folder : Composition.beside(folder, name));
        });
        return folders;
    }

    /** @throws ScaffoldException when nothing is remembered of the plugin, or that is damaged */
    Memory memory(Set<RelPath> folders) {
        Map<RelPath, String> texts = new TreeMap<>();
        folders.forEach(each -> text(each.resolve(Baseline.FILE)).ifPresent(text -> texts.put(each, text)));
        if (!texts.containsKey(folder)) {
            throw ScaffoldException.usage(
                    "There is no " + folder.resolve(Baseline.FILE)
                            + ", without which your lines cannot be told from generated ones.",
                    "Take it back from git, or begin anew: backstage-gen adopt " + folder);
        }
        return Memory.of(folder, texts);
    }

    Past past(PluginSpec before, Memory base) {
        FileTree files = base.files().under(base.plugin());
        Set<RelPath> there = own(workspace.list(base.plugin() + "/migrations/**"));
        Set<RelPath> young = own(LastRun.made(workspace));
        return new Past(before, FeatureSet.of(features, before), new Existing(files, there, young));
    }

    private Set<RelPath> own(Collection<RelPath> paths) {
        Set<RelPath> own = new TreeSet<>();
        paths.stream()
                .filter(path -> path.startsWith(folder))
                .map(path -> path.relativeTo(folder))
                .forEach(own::add);
        return own;
    }

    /** What lies where something was or will be generated, and where it is remembered. */
    Reading there(Memory base, Memory fresh, Collection<RelPath> folders) {
        Set<RelPath> paths = new TreeSet<>(base.files().paths());
        paths.addAll(fresh.files().paths());
        List<String> wanted = new ArrayList<>(values(paths));
        folders.forEach(each -> wanted.add(each.resolve(Baseline.FILE).value()));
        return workspace.read(wanted).whole();
    }

    /** Code that nobody generated is read only when something that was generated is not there. */
    Yours yours(Memory base, Memory fresh, FileTree there) {
        boolean isAllThere = !Moves.arePossible(base.files(), there);
        FileTree code = isAllThere
                ? FileTree.EMPTY
                : workspace
                        .read(
                                base.folders().stream()
                                        .map(each -> each + "/src/**")
                                        .toList(),
                                Moves::canMove)
                        .tree();
        return Yours.of(base.files(), fresh.files(), there.and(code), base.byHand());
    }

    /** What lies where files were moved to. */
    Reading moved(Yours yours) {
        return workspace.read(values(yours.moves().places().values())).whole();
    }

    /** What was put beside files on which both sides have their own mind. */
    FileTree besides(ChangePlan plan) {
        return workspace
                .read(plan.conflicts().stream()
                        .map(conflict -> ChangePlan.besides(conflict.path()))
                        .toList())
                .tree();
    }

    private static List<String> values(Collection<RelPath> paths) {
        return paths.stream().map(RelPath::value).toList();
    }
}
