package dev.backstagegen;

import dev.backstagegen.disk.Applier;
import dev.backstagegen.disk.Reading;
import dev.backstagegen.disk.Recovery;
import dev.backstagegen.disk.Workspace;
import dev.backstagegen.host.Host;
import dev.backstagegen.host.Releases;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.spec.Choice;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The front door of the plugins that are there: from what is wanted of one to a draft, from a draft to files. What was
 * generated last is remembered beside each plugin, so that neither git nor an earlier version of the tool is asked.
 */
public final class Upkeep {

    private final UpkeepOrder order;
    private final Workspace workspace;
    private final Releases releases = Releases.embedded();
    private final List<String> notes = new ArrayList<>();
    private final Set<RelPath> touched = new HashSet<>();
    private Around around;
    private ChangePlan planned = ChangePlan.EMPTY;

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
        Reading reading = upkeep.workspace.read(Host.WANTED);
        upkeep.around = Around.of(reading.tree(), reading.crlf(), upkeep.releases, order.release());
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
        return Optional.of(Composition.folder(spec)).filter(there -> workspace.exists(there.resolve(SpecFile.PATH)));
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
        return new Drafting(plugin(folder), around).draft(wish);
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

    /**
     * The same with a migration of the user's own, that changes nothing yet, after all that there are. It is the
     * user's from the beginning: nothing remembers it.
     *
     * @param name what it does, such as {@code backfill-owners}
     * @throws ScaffoldException when the plugin has no tables, or that is no name
     */
    public UpkeepDraft withMigration(UpkeepDraft draft, String name) {
        return new Drafting(plugin(draft.folder()), around).withMigration(draft, name);
    }

    /**
     * Works out how a plugin that was made otherwise would be taken on. None of its files changes; a description and a
     * memory are put beside them.
     *
     * @param folder the plugin's
     * @throws ScaffoldException when it is kept up already, or no description fits it
     */
    public Adoption adoption(RelPath folder) {
        return new Adopting(plugin(folder), around).adoption();
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
        List<Change> repository = plan.writes().stream()
                .filter(change -> Host.wants(change.path()))
                .toList();
        if (!repository.isEmpty()) {
            FileTree files = around.host().files();
            for (Change change : repository) {
                FileTree now = files;
                files = change.after()
                        .map(text -> now.with(change.path(), text))
                        .orElseGet(() -> now.without(change.path()));
            }
            around = Around.of(files, around.crlf(), releases, order.release());
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
}
