package dev.backstagegen;

import dev.backstagegen.disk.Applier;
import dev.backstagegen.disk.Baseline;
import dev.backstagegen.disk.Reading;
import dev.backstagegen.disk.Recovery;
import dev.backstagegen.disk.Workspace;
import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Templates;
import dev.backstagegen.host.Host;
import dev.backstagegen.host.HostEdits;
import dev.backstagegen.host.Releases;
import dev.backstagegen.host.Versions;
import dev.backstagegen.host.Wiring;
import dev.backstagegen.host.Wish;
import dev.backstagegen.merge.Merged;
import dev.backstagegen.moved.Yours;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.plan.Planner;
import dev.backstagegen.render.Migrations;
import dev.backstagegen.spec.Choice;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The front door of the plugins that are there: from what is wanted of one to a draft, from a draft to files. What was
 * generated last is remembered beside each plugin, so that neither git nor an earlier version of the tool is asked.
 */
public final class Upkeep {

    private static final RelPath README = RelPath.of("README.md");
    private static final RelPath SPEC = RelPath.of(SpecFile.NAME);

    private final UpkeepOrder order;
    private final Workspace workspace;
    private final Releases releases = Releases.embedded();
    private final List<String> notes = new ArrayList<>();
    private Set<RelPath> crlf;
    private Host host;
    private Versions versions;
    private Inputs inputs;
    private ChangePlan planned = ChangePlan.EMPTY;
    private final Set<RelPath> touched = new HashSet<>();

    private Upkeep(UpkeepOrder order, Workspace workspace) {
        this.order = order;
        this.workspace = workspace;
    }

    /**
     * Looks at the repository. Nothing is written, unless an earlier run was killed: then its traces are taken back
     * first, and a note says so.
     *
     * @throws ScaffoldException when there is no such folder or release
     */
    public static Upkeep open(UpkeepOrder order) {
        Upkeep upkeep = new Upkeep(order, workspace(order));
        order.release().ifPresent(upkeep::refuseUnknown);
        new Recovery(upkeep.workspace).repair().ifPresent(repair -> upkeep.notes.add(repair.note()));
        upkeep.look();
        return upkeep;
    }

    /** The folder that all paths are below. */
    public Path root() {
        return workspace.root();
    }

    /** What there is to say of the repository; whole sentences. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * The plugins that were named.
     *
     * @throws ScaffoldException when one of them is not kept up by this tool, or it is not clear which one is meant
     */
    public List<RelPath> named() {
        return new ManagedPlugins(workspace, notes).named(order);
    }

    /** The folder of the plugin that a description would make, if that is there and kept up. */
    public static Optional<RelPath> madeFrom(UpkeepOrder order, PluginSpec spec) {
        Workspace workspace = workspace(order);
        return Optional.of(Composition.folder(spec)).filter(there -> workspace.exists(there.resolve(SPEC)));
    }

    /**
     * A plugin's description as it stands there.
     *
     * @throws ScaffoldException when there is none
     */
    public PluginSpec spec(RelPath folder) {
        return plugin(folder).spec();
    }

    /** Every plugin of the repository that is kept up. */
    public List<RelPath> all() {
        return new ManagedPlugins(workspace, notes).all();
    }

    /**
     * Works out what would become of a plugin.
     *
     * @param folder the plugin's
     * @param wish makes of the plugin's description the one that is wanted
     * @throws ScaffoldException when that cannot be
     */
    public UpkeepDraft draft(RelPath folder, UnaryOperator<PluginSpec> wish) {
        ManagedPlugin plugin = plugin(folder);
        PluginSpec written = plugin.spec();
        Set<RelPath> folders = plugin.folders(written);
        Memory base = plugin.memory(folders);
        RelPath specFile = folder.resolve(SPEC);
        PluginSpec before = base.files()
                .text(specFile)
                .map(text -> SpecFile.read(specFile.value(), text))
                .orElse(written);
        PluginSpec asked = wish.apply(written);
        FeatureSet features = FeatureSet.of(order.features(), asked);
        features.refuseBefore(versions.release());
        PluginSpec spec = Composition.complete(asked, features, host);
        boolean hasMore = folders.addAll(plugin.folders(before)) | folders.addAll(plugin.folders(spec));
        base = hasMore ? plugin.memory(folders) : base;
        Memory remembered = base.files().has(specFile)
                ? base
                : base.with(base.files()
                        .with(
                                specFile,
                                SpecFile.unremembered(plugin.text(specFile).orElseThrow(), written)));
        Origin origin = Origin.of(remembered, host.style());
        boolean isSame = inputs.areThoseOf(remembered, spec, origin);
        Optional<Composition> composition = isSame
                ? Optional.empty()
                : Optional.of(Composition.of(
                        spec,
                        folder,
                        features,
                        origin,
                        host,
                        versions.without(folders),
                        Optional.of(plugin.past(before, remembered))));
        Memory made = composition
                .map(each -> Memory.of(each, versions.release(), inputs.of(spec, folder, origin)))
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
        Set<RelPath> endings = new HashSet<>(crlf);
        endings.addAll(there.crlf());
        endings.addAll(moved.crlf());
        return new UpkeepDraft(
                        workspace.root(),
                        before,
                        spec,
                        features,
                        versions.release(),
                        remembered,
                        fresh,
                        yours,
                        disk,
                        plan.and(Edits.of(host.files(), wiring.edited())),
                        endings,
                        marked(disk, plan),
                        Edits.wirings(wiring),
                        composition.map(Composition::notes).orElse(List.of()))
                .chosen();
    }

    /** The same with the conflicts decided for good: the plugin's description says so from now on. */
    public UpkeepDraft withChoices(UpkeepDraft draft, Choice.Side side, String reason) {
        RelPath folder = draft.folder();
        List<Choice> choices = new ArrayList<>(draft.spec().choices());
        draft.conflicts().stream()
                .map(Change::path)
                .filter(path -> path.startsWith(folder))
                .forEach(path -> choices.add(new Choice(path.relativeTo(folder).value(), side, reason)));
        return draft(folder, spec -> draft.spec().withChoices(choices));
    }

    /** Works out what would become of a plugin as it is described. */
    public UpkeepDraft update(RelPath folder) {
        return draft(folder, UnaryOperator.identity());
    }

    /**
     * The same with a migration of the user's own, that changes nothing yet, after all that there are. It is the
     * user's from the beginning: nothing remembers it.
     *
     * @param name what it does, such as {@code backfill-owners}
     * @throws ScaffoldException when the plugin has no tables, or that is no name
     */
    public UpkeepDraft withMigration(UpkeepDraft draft, String name) {
        if (!draft.features().has(Fact.RESOURCES)) {
            throw ScaffoldException.usage(
                    "The plugin " + draft.spec().id() + " has no tables that a migration could change.",
                    "Let it keep something first: backstage-gen add resource NAME");
        }
        Set<RelPath> there = new TreeSet<>();
        draft.fresh().files().under(draft.folder()).paths().forEach(there::add);
        workspace.list(draft.folder() + "/migrations/**").forEach(path -> there.add(path.relativeTo(draft.folder())));
        RelPath path = Migrations.next(there, name);
        return draft.with(Change.create(draft.folder().resolve(path), Templates.text("migration.js")));
    }

    /**
     * Works out how a plugin that was made otherwise would be taken on. None of its files changes; a description and a
     * memory are put beside them.
     *
     * @param folder the plugin's
     * @throws ScaffoldException when it is kept up already, or no description fits it
     */
    public Adoption adoption(RelPath folder) {
        RelPath specFile = folder.resolve(SPEC);
        if (workspace.exists(specFile) && workspace.exists(folder.resolve(Baseline.FILE))) {
            throw ScaffoldException.usage(folder + " is kept up already.", "Change it with add, remove and update");
        }
        FileTree files = new PluginReader(workspace).read(folder).plugin().own();
        ManagedPlugin plugin = plugin(folder);
        Optional<String> described = plugin.text(specFile);
        PluginSpec spec = described
                .map(text -> SpecFile.read(specFile.value(), text))
                .orElseGet(() -> Inference.of(folder, files, order.features()).withChoices(own(folder)));
        FeatureSet features = FeatureSet.of(order.features(), spec);
        features.refuseBefore(versions.release());
        Origin origin = files.text(RelPath.of("package.json"))
                .map(manifest -> Origin.of(Json.read(manifest), host.style()))
                .orElseGet(() -> Origin.of(host.style()));
        PluginSpec complete = Composition.complete(spec, features, host);
        Composition composition = Composition.of(complete, folder, features, origin, host, versions, Optional.empty());
        List<Change> changes = new ArrayList<>();
        if (described.isEmpty()) {
            changes.add(Change.create(specFile, SpecFile.write(complete)));
        }
        Memory.of(composition, versions.release(), inputs.of(complete, folder, origin))
                .texts()
                .asMap()
                .forEach((path, text) -> changes.add(plugin.text(path)
                        .map(old -> Change.edit(path, old, text))
                        .orElseGet(() -> Change.create(path, text))));
        return new Adoption(workspace.root(), folder, complete, features, versions.release(), new ChangePlan(changes));
    }

    /** A README that somebody wrote has little in common with a generated one. */
    private List<Choice> own(RelPath folder) {
        return workspace.exists(folder.resolve(README))
                ? List.of(
                        new Choice(README.value(), Choice.Side.OURS, "It was written before the plugin was taken on."))
                : List.of();
    }

    /**
     * Takes a plugin on.
     *
     * @throws ScaffoldException when the disk does not allow it
     */
    public void apply(Adoption adoption, String command) {
        new Applier(workspace).apply(adoption.plan(), command);
    }

    /** The plugins that were named to be taken on. */
    public List<RelPath> adoptable() {
        return new PluginFolders(workspace, notes).named(order.paths());
    }

    /**
     * Takes note of a draft that is to be applied with others: the next one is worked out for what it leads to.
     *
     * @throws ScaffoldException when the disk would not allow it
     */
    public void plan(UpkeepDraft draft) {
        ChangePlan plan = draft.plan();
        List<Change> own = plan.writes().stream()
                .filter(change -> touched.add(change.path()))
                .toList();
        new Applier(workspace).check(new ChangePlan(own));
        planned = planned.then(plan);
        List<Change> around = plan.writes().stream()
                .filter(change -> Host.wants(change.path()))
                .toList();
        if (!around.isEmpty()) {
            FileTree files = host.files();
            for (Change change : around) {
                FileTree now = files;
                files = change.after()
                        .map(text -> now.with(change.path(), text))
                        .orElseGet(() -> now.without(change.path()));
            }
            look(files);
        }
    }

    /**
     * Makes all that was planned happen, wholly or not at all. Conflicts that nobody decided are passed over.
     *
     * @param command what was asked for, in words, to be remembered with it
     * @throws ScaffoldException when the disk does not allow it, or is not as it was when the drafts were made
     */
    public void apply(String command) {
        new Applier(workspace).apply(planned, command);
        planned = ChangePlan.EMPTY;
    }

    private ManagedPlugin plugin(RelPath folder) {
        return new ManagedPlugin(workspace, order.features(), folder);
    }

    private static Workspace workspace(UpkeepOrder order) {
        return Workspace.around(order.folder(), order.paths(), order.root());
    }

    private void refuseUnknown(String release) {
        if (releases.nearest(release).note().isPresent()) {
            throw ScaffoldException.usage(
                    "Backstage " + release + " is not in this tool's table of releases.",
                    "The newest in it is " + releases.newest());
        }
    }

    private void look() {
        Reading reading = workspace.read(Host.WANTED);
        crlf = reading.crlf();
        look(reading.tree());
    }

    private void look(FileTree files) {
        host = Host.of(files);
        versions = Versions.of(host, releases, order.release());
        inputs = new Inputs(host, versions);
    }

    private Wiring wiring(PluginSpec before, Memory base, Composition now) {
        PluginSpec named = before.packageName().isPresent()
                ? before
                : now.spec().packageName().map(before::withPackageName).orElse(before);
        Wish was = Composition.wish(named, FeatureSet.of(order.features(), before), base);
        return HostEdits.rewire(host, was, now.wish());
    }

    private static List<RelPath> marked(FileTree disk, ChangePlan plan) {
        return plan.changes().stream()
                .map(Change::path)
                .filter(path -> disk.text(path).filter(Merged::isMarked).isPresent())
                .toList();
    }
}
