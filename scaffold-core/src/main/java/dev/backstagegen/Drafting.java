package dev.backstagegen;

import dev.backstagegen.disk.Reading;
import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Templates;
import dev.backstagegen.host.HostEdits;
import dev.backstagegen.host.Wiring;
import dev.backstagegen.host.Wish;
import dev.backstagegen.merge.Merged;
import dev.backstagegen.moved.Yours;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.plan.Planner;
import dev.backstagegen.render.Migrations;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Works out what would become of one plugin: what is generated now, merged with what stands there. */
final class Drafting {

    private final ManagedPlugin plugin;
    private final Around around;

    Drafting(ManagedPlugin plugin, Around around) {
        this.plugin = plugin;
        this.around = around;
    }

    UpkeepDraft draft(UnaryOperator<PluginSpec> wish) {
        RelPath folder = plugin.folder();
        PluginSpec written = plugin.spec();
        Set<RelPath> folders = plugin.folders(written);
        Memory base = plugin.memory(folders);
        RelPath specFile = folder.resolve(SpecFile.PATH);
        PluginSpec before = base.files()
                .text(specFile)
                .map(text -> SpecFile.read(specFile.value(), text))
                .orElse(written);
        PluginSpec asked = wish.apply(written);
        FeatureSet features = FeatureSet.of(plugin.features(), asked);
        features.refuseBefore(around.versions().release());
        PluginSpec spec = Composition.complete(asked, features, around.host());
        boolean hasMore = folders.addAll(plugin.folders(before)) | folders.addAll(plugin.folders(spec));
        base = hasMore ? plugin.memory(folders) : base;
        Memory remembered = base.files().has(specFile)
                ? base
                : base.with(base.files()
                        .with(
                                specFile,
                                SpecFile.unremembered(plugin.text(specFile).orElseThrow(), written)));
        Origin origin = Origin.of(remembered, around.host().style());
        boolean isSame = around.inputs().areThoseOf(remembered, spec, origin);
        Optional<Composition> composition = isSame
                ? Optional.empty()
                : Optional.of(Composition.of(
                        spec,
                        folder,
                        features,
                        origin,
                        around.host(),
                        around.versions().without(folders),
                        Optional.of(plugin.past(before, remembered))));
        Memory made = composition
                .map(each -> Memory.of(
                                each,
                                around.versions().release(),
                                around.inputs().of(spec, folder, origin))
                        .with(remembered.byHand()))
                .orElse(remembered);
        Memory fresh = made.isLike(remembered) ? remembered : made;
        Reading there = plugin.there(remembered, fresh, folders);
        Yours yours = plugin.yours(remembered, fresh, there.tree());
        Reading moved = plugin.moved(yours);
        FileTree lying = there.tree().and(moved.tree());
        ChangePlan planned = yours.left(Planner.plan(yours.base(), lying, yours.fresh(), false));
        ChangePlan plan = Needed.with(planned, yours.fresh(), folder);
        FileTree disk = lying.and(plugin.besides(plan));
        Wiring wiring =
                composition.map(each -> wiring(before, remembered, each)).orElse(Wiring.NONE);
        List<String> notes = new ArrayList<>(composition.map(Composition::notes).orElse(List.of()));
        notes.addAll(LeftOut.of(remembered, yours, plan));
        Set<RelPath> endings = new HashSet<>(around.crlf());
        endings.addAll(there.crlf());
        endings.addAll(moved.crlf());
        return new UpkeepDraft(
                        plugin.workspace().root(),
                        before,
                        spec,
                        features,
                        around.versions().release(),
                        remembered,
                        fresh,
                        yours,
                        disk,
                        plan.and(Edits.of(around.host().files(), wiring.edited())),
                        endings,
                        marked(disk, plan),
                        Edits.wirings(wiring),
                        notes)
                .chosen();
    }

    UpkeepDraft withMigration(UpkeepDraft draft, String name) {
        Set<RelPath> there = new TreeSet<>();
        draft.fresh().files().under(draft.folder()).paths().forEach(there::add);
        plugin.workspace()
                .list(draft.folder() + "/migrations/**")
                .forEach(path -> there.add(path.relativeTo(draft.folder())));
        if (!draft.features().has(Fact.RESOURCES) && !Migrations.areAmong(there)) {
            throw ScaffoldException.usage(
                    "The plugin " + draft.spec().id() + " has no tables that a migration could change.",
                    "Let it keep something first: backstage-gen add resource NAME");
        }
        RelPath path = Migrations.next(there, name);
        return draft.with(Change.create(draft.folder().resolve(path), Templates.text("migration.js")));
    }

    private Wiring wiring(PluginSpec before, Memory base, Composition now) {
        PluginSpec named = before.packageName().isPresent()
                ? before
                : now.spec().packageName().map(before::withPackageName).orElse(before);
        Wish was = Composition.wish(named, FeatureSet.of(plugin.features(), before), base);
        return HostEdits.rewire(around.host(), was, now.wish());
    }

    private static List<RelPath> marked(FileTree disk, ChangePlan plan) {
        return plan.changes().stream()
                .map(Change::path)
                .filter(path -> disk.text(path).filter(Merged::isMarked).isPresent())
                .toList();
    }
}
