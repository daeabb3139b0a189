package dev.backstagegen;

import dev.backstagegen.disk.Applier;
import dev.backstagegen.disk.Baseline;
import dev.backstagegen.disk.Reading;
import dev.backstagegen.disk.Recovery;
import dev.backstagegen.disk.Workspace;
import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.host.Host;
import dev.backstagegen.host.HostEdits;
import dev.backstagegen.host.Releases;
import dev.backstagegen.host.Versions;
import dev.backstagegen.host.Wiring;
import dev.backstagegen.host.Wish;
import dev.backstagegen.plan.Change;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.plan.Planner;
import dev.backstagegen.render.Rendered;
import dev.backstagegen.render.Renderer;
import dev.backstagegen.render.Surroundings;
import dev.backstagegen.rule.Fixer;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The front door: from an order to a draft, from a draft to files. Each step is a room's; here they are put in order. */
public final class Scaffold {

    /** Backstage puts {@code backstage_plugin_} in front, and 63 characters are all that PostgreSQL keeps. */
    private static final int LONGEST_DATABASE_ID = 46;

    private static final RelPath PLUGINS = RelPath.of("plugins");

    private Scaffold() {}

    /** Begins to load what a draft needs, while the caller is still finding out what is wanted. */
    public static void warmUp() {
        Thread thread = new Thread(Renderer::warmUp, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Works out what would happen. Nothing is written, unless an earlier run was killed: then its traces are taken
     * back first, and a note says so.
     *
     * @throws ScaffoldException when the order cannot be met
     */
    public static Draft draft(Order order) {
        FeatureSet features = order.features();
        List<String> notes = new ArrayList<>();
        Workspace workspace = workspace(order);
        new Recovery(workspace)
                .repair()
                .ifPresent(repair -> notes.add("An earlier run was interrupted; "
                        + repair.putBack().size() + " files stand again as they stood before it."));
        Host host = host(workspace, notes);
        Versions versions = Versions.of(host, Releases.embedded());
        notes.addAll(host.notes());
        if (host.isBackstage()) {
            notes.addAll(versions.notes());
        }

        RelPath folder = PLUGINS.resolve(order.spec().id().folder());
        host.holder(order.spec().id().value(), folder).ifPresent(holder -> {
            throw ScaffoldException.usage(
                    "The plugin id '" + order.spec().id() + "' belongs to " + holder + " here.",
                    "Choose another one: a backend does not start with two plugins of one id");
        });
        PluginSpec spec = complete(order.spec(), features, host);
        String packageName = spec.packageName().orElseThrow();
        if (host.isTaken(packageName, folder)) {
            throw ScaffoldException.usage(
                    "There is a package " + packageName + " here already.", "Name another one with --package");
        }
        if (features.has(Fact.RESOURCES) && spec.id().value().length() > LONGEST_DATABASE_ID) {
            notes.add("PostgreSQL cuts names at 63 characters, and the plugin's database would be called"
                    + " backstage_plugin_" + spec.id() + ": a shorter id, or backend.database.pluginDivisionMode:"
                    + " schema, avoids it.");
        }
        refuseNewer(features, versions.release());
        Rendered rendered = Renderer.render(spec, features, surroundings(spec, host, versions));
        FileTree fresh = FileTree.EMPTY;
        FileTree there = FileTree.EMPTY;
        List<RelPath> folders = new ArrayList<>();
        for (Map.Entry<RelPath, FileTree> made : made(folder, spec, rendered).entrySet()) {
            folders.add(made.getKey());
            fresh = fresh.and(made.getValue().below(made.getKey()));
            there = there.and(workspace.read(made.getKey() + "/**").whole().tree());
        }
        ChangePlan plan = Planner.plan(FileTree.EMPTY, there, fresh, order.force());

        List<Draft.Wiring> wirings = List.of();
        if (order.wire() && host.isBackstage()) {
            Wiring wiring = HostEdits.wire(host, wish(spec, features, folder, rendered));
            plan = plan.and(edits(host.files(), wiring.edited()));
            wirings = wirings(wiring);
        }
        new Applier(workspace).check(plan);
        return new Draft(
                workspace.root(),
                spec,
                folder,
                features,
                versions.release(),
                plan,
                order.force() ? List.of() : inTheWay(workspace, folders, plan),
                host.isBackstage(),
                wirings,
                notes);
    }

    /**
     * Makes it happen, wholly or not at all.
     *
     * @throws ScaffoldException when the disk does not allow it, or is not as it was when the draft was made
     */
    public static void apply(Draft draft) {
        new Applier(Workspace.open(draft.root())).apply(draft.plan());
    }

    /**
     * A new plugin does not move in where something lives, be it its own twin: whoever runs the same command twice
     * shall know that the second one made nothing.
     */
    private static List<RelPath> inTheWay(Workspace workspace, List<RelPath> folders, ChangePlan plan) {
        TreeSet<RelPath> files = new TreeSet<>();
        folders.forEach(folder -> files.addAll(workspace.list(folder + "/**")));
        plan.conflicts().forEach(conflict -> files.add(conflict.path()));
        return List.copyOf(files);
    }

    private static Workspace workspace(Order order) {
        if (order.root().isPresent()) {
            return Workspace.open(order.root().get());
        }
        return Workspace.find(order.folder()).orElseGet(() -> Workspace.open(order.folder()));
    }

    private static Host host(Workspace workspace, List<String> notes) {
        Reading reading = workspace.read(Host.WANTED);
        for (Reading.Refusal refusal : reading.refusals()) {
            notes.add(refusal.path() + " " + refusal.reason() + " and is left alone.");
        }
        Host host = Host.of(reading.tree());
        if (!host.isBackstage()) {
            notes.add("There is no Backstage repository here, so the plugin is made for the newest release known and"
                    + " nothing is wired.");
        }
        return host;
    }

    /** What was left open is filled in, so that the plugin's own description says it once and for all. */
    private static PluginSpec complete(PluginSpec spec, FeatureSet features, Host host) {
        PluginSpec named = spec.packageName().isPresent()
                ? spec
                : spec.withPackageName(host.style().packageName(spec.id().value()));
        return features.has(Fact.RESOURCES) && named.resources().isEmpty()
                ? named.withResource(Resource.DEFAULT)
                : named;
    }

    private static Surroundings surroundings(PluginSpec spec, Host host, Versions versions) {
        return new Surroundings(
                spec.packageName().orElseThrow(),
                host.style().version(),
                spec.license().orElse(host.style().license()),
                host.style().isPrivate(),
                host.style().publishRegistry(),
                versions.release(),
                host.workspaceRange(),
                versions::range);
    }

    private static void refuseNewer(FeatureSet features, String release) {
        for (Feature feature : features.features()) {
            feature.since().filter(since -> Releases.isBefore(release, since)).ifPresent(since -> {
                throw ScaffoldException.usage(
                        "'" + feature.name() + "' needs Backstage " + since + " or later, and this repository has "
                                + release + ".",
                        "Leave it out, or update Backstage first");
            });
        }
    }

    /** Each folder and what is to lie there: what was made, polished, and what is remembered of it. */
    private static Map<RelPath, FileTree> made(RelPath folder, PluginSpec spec, Rendered rendered) {
        Map<RelPath, FileTree> made = new LinkedHashMap<>();
        FileTree plugin = polished(rendered.plugin());
        made.put(folder, remembered(plugin).with(RelPath.of(SpecFile.NAME), SpecFile.write(spec)));
        rendered.beside().forEach((name, files) -> made.put(PLUGINS.resolve(name), remembered(files)));
        return made;
    }

    private static FileTree remembered(FileTree files) {
        return files.with(RelPath.of(Baseline.FILE), Baseline.text(files));
    }

    private static FileTree polished(FileTree plugin) {
        Fixer.Fixed fixed = Fixer.fix(plugin);
        if (!fixed.left().isEmpty()) {
            throw new IllegalStateException("The templates break a rule: " + fixed.left());
        }
        return fixed.tree();
    }

    private static Wish wish(PluginSpec spec, FeatureSet features, RelPath folder, Rendered rendered) {
        return new Wish(
                spec.packageName().orElseThrow(),
                spec.id().value(),
                folder,
                features.has(Fact.ACTIONS),
                rendered.configuration(),
                spec.owner());
    }

    private static ChangePlan edits(FileTree before, FileTree edited) {
        List<Change> changes = new ArrayList<>();
        edited.asMap().forEach((path, text) -> {
            Optional<String> old = before.text(path);
            changes.add(old.isPresent() ? Change.edit(path, old.get(), text) : Change.create(path, text));
        });
        return new ChangePlan(changes);
    }

    private static List<Draft.Wiring> wirings(Wiring wiring) {
        List<Draft.Wiring> wirings = new ArrayList<>();
        wiring.done().forEach(done -> wirings.add(new Draft.Wiring(done.path(), done.what(), true, "", "")));
        wiring.left()
                .forEach(left -> wirings.add(
                        new Draft.Wiring(left.path(), "needs your hand", false, left.reason(), left.paste())));
        return wirings;
    }
}
