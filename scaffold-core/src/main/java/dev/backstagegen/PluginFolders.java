package dev.backstagegen;

import dev.backstagegen.disk.Workspace;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the backend plugins of a repository: the packages that say they are one, and those with a description beside
 * them, whatever has become of their package.json.
 */
final class PluginFolders {

    private static final String MANIFEST = "package.json";
    private static final String ROLE = "backend-plugin";

    private final Workspace workspace;
    private final List<String> notes;

    /** @param notes takes what is said of paths that are passed over */
    PluginFolders(Workspace workspace, List<String> notes) {
        this.workspace = workspace;
        this.notes = notes;
    }

    /** Every one there is. */
    List<RelPath> all() {
        List<String> patterns = workspacePatterns();
        List<RelPath> listed = folders(
                patterns.stream().flatMap(pattern -> said(pattern + "/" + MANIFEST)),
                patterns.stream().flatMap(pattern -> described(pattern + "/" + SpecFile.NAME)));
        List<RelPath> found = new ArrayList<>(listed.isEmpty() ? backendPlugins("**") : listed);
        if (isBackendPlugin(RelPath.of(MANIFEST)) && !found.contains(Plugin.REPOSITORY)) {
            found.add(Plugin.REPOSITORY);
        }
        return found;
    }

    /**
     * Those that paths name: a plugin's folder, a file in one, or a folder with plugins below it.
     *
     * @throws ScaffoldException when a path is not there or leads out of the repository
     */
    List<RelPath> named(List<Path> paths) {
        TreeSet<RelPath> found = new TreeSet<>();
        paths.forEach(path -> found.addAll(named(path)));
        return List.copyOf(found);
    }

    private List<RelPath> named(Path path) {
        RelPath place = workspace.locate(path);
        Optional<RelPath> around = packageAround(place);
        boolean isWithin = around.isPresent() && !around.get().equals(Plugin.REPOSITORY);
        if (isWithin || around.isPresent() && isBackendPlugin(RelPath.of(MANIFEST))) {
            return List.of(around.get());
        }
        String below = place.equals(Plugin.REPOSITORY) ? "**" : place + "/**";
        List<RelPath> plugins = backendPlugins(below);
        if (plugins.isEmpty() && workspace.exists(within(place, "src"))) {
            notes.add(path + " has no package.json; it is looked at all the same.");
            return List.of(place);
        }
        if (plugins.isEmpty()) {
            notes.add("There is no backend plugin in " + path + ".");
        }
        return plugins;
    }

    /** The nearest folder, itself or above, with a package.json. */
    private Optional<RelPath> packageAround(RelPath place) {
        Optional<RelPath> at = Optional.of(place).filter(each -> !each.equals(Plugin.REPOSITORY));
        while (at.isPresent()) {
            if (workspace.exists(at.get().resolve(MANIFEST))) {
                return at;
            }
            at = at.filter(each -> each.segments().size() > 1).map(RelPath::parent);
        }
        return workspace.exists(RelPath.of(MANIFEST)) ? Optional.of(Plugin.REPOSITORY) : Optional.empty();
    }

    private List<RelPath> backendPlugins(String below) {
        return folders(said(below), described(below));
    }

    /** The manifests, of those that a pattern names, of backend plugins. */
    private Stream<RelPath> said(String pattern) {
        return workspace.read(List.of(pattern), path -> path.name().equals(MANIFEST)).tree().asMap().entrySet().stream()
                .filter(file -> isBackendPlugin(file.getValue()))
                .map(Map.Entry::getKey);
    }

    /** The descriptions of plugins, of the files that a pattern names. */
    private Stream<RelPath> described(String pattern) {
        return workspace.list(pattern).stream().filter(path -> path.name().equals(SpecFile.NAME));
    }

    private static List<RelPath> folders(Stream<RelPath> said, Stream<RelPath> described) {
        return Stream.concat(said, described)
                .map(PluginFolders::folder)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isBackendPlugin(RelPath manifest) {
        return workspace
                .read(List.of(manifest.value()))
                .tree()
                .text(manifest)
                .filter(PluginFolders::isBackendPlugin)
                .isPresent();
    }

    private static boolean isBackendPlugin(String manifest) {
        // Most packages are something else, and need not be read as JSON to learn that.
        return manifest.contains(ROLE)
                && Json.whole(manifest)
                        .flatMap(root -> root.at("backstage", "role"))
                        .flatMap(Json.Value::asText)
                        .filter(ROLE::equals)
                        .isPresent();
    }

    /** What the repository says where its packages lie; nothing when it says so in a way that is not a plain path. */
    private List<String> workspacePatterns() {
        Optional<Json.Value> workspaces = workspace
                .read(List.of(MANIFEST))
                .tree()
                .text(RelPath.of(MANIFEST))
                .flatMap(Json::whole)
                .flatMap(root -> root.get("workspaces"))
                .flatMap(value -> value.get("packages").or(() -> Optional.of(value)));
        List<String> patterns = workspaces.stream()
                .flatMap(value -> value instanceof Json.ArrayValue list ? list.items().stream() : Stream.empty())
                .flatMap(item -> item.asText().stream())
                .map(pattern -> pattern.replaceAll("^\\./|/+$", ""))
                .toList();
        return patterns.stream().allMatch(pattern -> pattern.matches("[\\w@.-]+(/([\\w@.-]+|\\*))*"))
                ? patterns
                : List.of();
    }

    private static RelPath folder(RelPath manifest) {
        return manifest.segments().size() == 1 ? Plugin.REPOSITORY : manifest.parent();
    }

    private static RelPath within(RelPath folder, String name) {
        return folder.equals(Plugin.REPOSITORY) ? RelPath.of(name) : folder.resolve(name);
    }
}
