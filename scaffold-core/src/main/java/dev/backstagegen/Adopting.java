package dev.backstagegen;

import dev.backstagegen.disk.Baseline;
import dev.backstagegen.disk.Workspace;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.moved.Moves;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.spec.Choice;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out how a plugin that was made otherwise would be taken on. */
final class Adopting {

    private static final RelPath README = RelPath.of("README.md");
    private final ManagedPlugin plugin;
    private final Around around;

    Adopting(ManagedPlugin plugin, Around around) {
        this.plugin = plugin;
        this.around = around;
    }

    Adoption adoption() {
        RelPath folder = plugin.folder();
        Workspace workspace = plugin.workspace();
        if (folder.equals(Plugin.REPOSITORY)) {
            throw ScaffoldException.usage(
                    "The repository itself is that plugin, and only one in a folder of its own is kept up.",
                    "Move it below plugins/ first");
        }
        RelPath specFile = folder.resolve(SpecFile.PATH);
        if (workspace.exists(specFile) && workspace.exists(folder.resolve(Baseline.FILE))) {
            throw ScaffoldException.usage(folder + " is kept up already.", "Change it with add, remove and update");
        }
        FileTree files = new PluginReader(workspace).read(folder).plugin().own();
        Optional<String> described = plugin.text(specFile);
        PluginSpec spec = described
                .map(text -> SpecFile.read(specFile.value(), text))
                .orElseGet(() -> Inference.of(folder, files, plugin.features()).withChoices(own()));
        FeatureSet features = FeatureSet.of(plugin.features(), spec);
        features.refuseBefore(around.versions().release());
        Origin origin = files.text(RelPath.of("package.json"))
                .flatMap(Json::whole)
                .map(manifest -> Origin.of(manifest, around.host().style()))
                .orElseGet(() -> Origin.of(around.host().style()));
        PluginSpec complete = Composition.complete(spec, features, around.host());
        Composition composition = Composition.of(
                complete,
                folder,
                features,
                origin,
                around.host(),
                around.versions().without(plugin.folders(complete)),
                Optional.empty());
        List<Change> changes = new ArrayList<>();
        if (described.isEmpty()) {
            changes.add(Change.create(specFile, SpecFile.write(complete)));
        }
        Set<RelPath> byHand = files.paths().stream()
                .filter(Moves::canMove)
                .map(folder::resolve)
                .collect(Collectors.toSet());
        Memory.of(composition, around.versions().release(), around.inputs().of(complete, folder, origin))
                .with(byHand)
                .texts()
                .asMap()
                .forEach((path, text) -> changes.add(plugin.text(path)
                        .map(old -> Change.edit(path, old, text))
                        .orElseGet(() -> Change.create(path, text))));
        return new Adoption(
                workspace.root(), folder, complete, features, around.versions().release(), new ChangePlan(changes));
    }

    /** A README that somebody wrote has little in common with a generated one. */
    private List<Choice> own() {
        return plugin.workspace().exists(plugin.folder().resolve(README))
                ? List.of(
                        new Choice(README.value(), Choice.Side.OURS, "It was written before the plugin was taken on."))
                : List.of();
    }
}
