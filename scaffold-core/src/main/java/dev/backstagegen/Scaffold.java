package dev.backstagegen;

import dev.backstagegen.disk.Applier;
import dev.backstagegen.disk.Reading;
import dev.backstagegen.disk.Recovery;
import dev.backstagegen.disk.Workspace;
import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.host.Host;
import dev.backstagegen.host.Releases;
import dev.backstagegen.host.Versions;
import dev.backstagegen.host.Wiring;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.plan.Planner;
import dev.backstagegen.render.Renderer;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The front door: from an order to a draft, from a draft to files. Each step is a room's; here they are put in order. */
public final class Scaffold {

    /** Backstage puts {@code backstage_plugin_} in front, and 63 characters are all that PostgreSQL keeps. */
    private static final int LONGEST_DATABASE_ID = 46;

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
        Workspace workspace = Workspace.around(order.folder(), order.root());
        new Recovery(workspace).repair().ifPresent(repair -> notes.add(repair.note()));
        Host host = host(workspace, notes);
        Versions versions = Versions.of(host, Releases.embedded());
        notes.addAll(host.notes());
        if (host.isBackstage()) {
            notes.addAll(versions.notes());
        }

        RelPath folder = Composition.folder(order.spec());
        host.holder(order.spec().id().value(), folder).ifPresent(holder -> {
            throw ScaffoldException.usage(
                    "The plugin id '" + order.spec().id() + "' belongs to " + holder + " here.",
                    "Choose another one: a backend does not start with two plugins of one id");
        });
        PluginSpec spec = Composition.complete(order.spec(), features, host);
        refuseTaken(host, spec.packageName().orElseThrow(), folder);
        if (features.has(Fact.RESOURCES) && spec.id().value().length() > LONGEST_DATABASE_ID) {
            notes.add("PostgreSQL cuts names at 63 characters, and the plugin's database would be called"
                    + " backstage_plugin_" + spec.id() + ": a shorter id, or backend.database.pluginDivisionMode:"
                    + " schema, avoids it.");
        }
        features.refuseBefore(versions.release());
        Composition composition = Composition.of(spec, features, host, versions);
        composition.beside().forEach((place, files) -> refuseTaken(host, Composition.packageName(files), place));
        String inputs = new Inputs(host, versions).of(spec, folder, Origin.of(host.style()));
        Set<RelPath> folders = new TreeSet<>(composition.beside().keySet());
        folders.add(folder);
        FileTree fresh = composition
                .files()
                .and(Memory.of(composition, versions.release(), inputs).texts());
        FileTree there = FileTree.EMPTY;
        for (RelPath each : folders) {
            there = there.and(workspace.read(each + "/**").whole().tree());
        }
        there = there.and(
                workspace.read(values(composition.repository())).whole().tree());
        ChangePlan plan = Planner.plan(FileTree.EMPTY, there, fresh, order.force());

        List<Draft.Wiring> wirings = List.of();
        if (order.wire() && host.isBackstage()) {
            Wiring wiring = composition.wiring(host);
            plan = plan.and(Edits.of(host.files(), wiring.edited()));
            wirings = Edits.wirings(wiring);
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
     * @param command what the user asked for, in one line, so that it can be named when it is taken back
     * @throws ScaffoldException when the disk does not allow it, or is not as it was when the draft was made
     */
    public static void apply(Draft draft, String command) {
        new Applier(Workspace.open(draft.root())).apply(draft.plan(), command);
    }

    /**
     * A new plugin does not move in where something lives, be it its own twin: whoever runs the same command twice
     * shall know that the second one made nothing.
     */
    private static List<RelPath> inTheWay(Workspace workspace, Set<RelPath> folders, ChangePlan plan) {
        TreeSet<RelPath> files = new TreeSet<>();
        folders.forEach(folder -> files.addAll(workspace.list(folder + "/**")));
        plan.conflicts().forEach(conflict -> files.add(conflict.path()));
        return List.copyOf(files);
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

    private static void refuseTaken(Host host, String packageName, RelPath folder) {
        if (host.isTaken(packageName, folder)) {
            throw ScaffoldException.usage(
                    "There is a package " + packageName + " here already.", "Name another one with --package");
        }
    }

    private static List<String> values(FileTree files) {
        return files.paths().stream().map(RelPath::value).toList();
    }
}
