package dev.backstagegen.render;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The package of the plugin and those beside it: which file lies in which, and what one is to write to import from
 * another.
 *
 * @param folder the name of the plugin's folder
 * @param names the name of each package by the name of its folder
 * @param moved the files of the plugin that lie in another folder, by their paths within
 */
record Packages(String folder, Map<String, String> names, Map<String, String> moved) {

    /** The folder that stands for the root of the repository, which no package is called. */
    static final String ROOT = RelPath.REPOSITORY.value();

    private static final String BACKEND = "backend";

    static Packages of(PluginSpec spec, FeatureSet features, Surroundings around) {
        Map<String, String> names = new TreeMap<>(Map.of(spec.id().folder(), around.packageName()));
        Map<String, String> moved = new HashMap<>();
        for (Feature feature : features.features()) {
            feature.beside().ifPresent(beside -> {
                String folder = inRole(spec.id().folder(), beside.role());
                names.put(folder, inRole(around.packageName(), beside.role()));
                beside.takes().forEach(path -> moved.put(path, folder));
            });
        }
        return new Packages(spec.id().folder(), names, moved);
    }

    /** The names of the folders that a plugin and the packages beside it lie in. */
    static Set<String> folders(PluginSpec spec, FeatureSet features) {
        Set<String> folders = new TreeSet<>();
        features.features()
                .forEach(feature -> folders.add(feature.beside()
                        .map(beside -> inRole(spec.id().folder(), beside.role()))
                        .orElse(spec.id().folder())));
        return folders;
    }

    /** The name of the package that goes by a role: {@code @acme/plugin-example-common}. */
    String named(String role) {
        return names.get(inRole(folder, role));
    }

    String folder(Feature feature) {
        return feature.beside().map(beside -> inRole(folder, beside.role())).orElse(folder);
    }

    /** Where a file of a feature lies, as seen from the folder of all packages. */
    RelPath place(Feature feature, String path) {
        return RelPath.of(moved.getOrDefault(path, folder(feature)) + "/" + path);
    }

    /** Where a file at the root of the repository lies, as seen from the folder of all packages. */
    static RelPath atRoot(String path) {
        return RelPath.of(ROOT + "/" + path);
    }

    /** What a file has to import instead of a module of the plugin that lies in another package. */
    String module(RelPath from, String module) {
        if (!module.startsWith(".")) {
            return module;
        }
        String own = from.segments().get(0);
        String path = resolve(from, module);
        return Optional.ofNullable(moved.get(path + ".ts"))
                .filter(other -> !other.equals(own))
                .map(names::get)
                .orElse(module);
    }

    /** The files of each package by the name of its folder, as seen from there. */
    static Map<String, FileTree> split(FileTree files) {
        Map<String, FileTree> trees = new TreeMap<>();
        files.asMap().forEach((path, text) -> {
            RelPath folder = RelPath.of(path.segments().get(0));
            FileTree known = trees.getOrDefault(folder.value(), FileTree.EMPTY);
            trees.put(folder.value(), known.with(path.relativeTo(folder), text));
        });
        return trees;
    }

    private static String inRole(String name, String role) {
        return name.endsWith("-" + BACKEND)
                ? name.substring(0, name.length() - BACKEND.length()) + role
                : name + "-" + role;
    }

    /** The path of a module below its package. */
    private static String resolve(RelPath from, String module) {
        List<String> folders = from.parent().segments();
        Deque<String> path = new ArrayDeque<>(folders.subList(1, folders.size()));
        for (String step : Arrays.asList(module.split("/"))) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }
}
