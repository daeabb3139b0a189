package dev.backstagegen;

import dev.backstagegen.disk.Workspace;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.RelPath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the plugins of a repository that are kept up: those with a description beside them. */
final class ManagedPlugins {

    private final Workspace workspace;
    private final PluginFolders folders;

    /** @param notes takes what is said of paths that are passed over */
    ManagedPlugins(Workspace workspace, List<String> notes) {
        this.workspace = workspace;
        this.folders = new PluginFolders(workspace, notes);
    }

    List<RelPath> all() {
        return folders.all().stream().filter(this::isManaged).toList();
    }

    /** @throws ScaffoldException when one is not kept up, or it is not clear which one is meant */
    List<RelPath> named(UpkeepOrder order) {
        if (!order.paths().isEmpty()) {
            List<RelPath> named = folders.named(order.paths());
            if (named.isEmpty()) {
                throw ScaffoldException.usage(
                        "There is no backend plugin in " + order.paths().get(0) + ".", "Name the folder of a plugin");
            }
            named.stream().filter(folder -> !isManaged(folder)).findFirst().ifPresent(folder -> {
                throw unmanaged(folder);
            });
            return named;
        }
        List<RelPath> here = around(order.folder());
        if (!here.isEmpty()) {
            return here;
        }
        List<RelPath> all = all();
        if (all.size() != 1) {
            throw ScaffoldException.usage(
                    all.isEmpty()
                            ? "There is no plugin here that backstage-gen keeps up."
                            : "It is not clear which plugin is meant.",
                    all.isEmpty()
                            ? "Make one with new, or take one on with adopt"
                            : "Name one of " + all.stream().map(RelPath::value).collect(Collectors.joining(", ")));
        }
        return all;
    }

    private List<RelPath> around(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        if (!place.startsWith(workspace.root()) || place.equals(workspace.root())) {
            return List.of();
        }
        for (Path at = place; at != null && !at.equals(workspace.root()); at = at.getParent()) {
            RelPath path = workspace.locate(at);
            if (isManaged(path)) {
                return List.of(path);
            }
        }
        return List.of();
    }

    private boolean isManaged(RelPath folder) {
        return !folder.equals(Plugin.REPOSITORY) && workspace.exists(folder.resolve(SpecFile.NAME));
    }

    private static ScaffoldException unmanaged(RelPath folder) {
        return ScaffoldException.usage(
                folder + " is not kept up by backstage-gen: it has no " + SpecFile.NAME + ".",
                "Take it on first: backstage-gen adopt " + folder);
    }
}
