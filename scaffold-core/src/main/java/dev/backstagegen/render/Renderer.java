package dev.backstagegen.render;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.layout.Layout;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;

/**
 * Weaves features into files: each file from the feature that owns it, with the fragments of the others in its holes.
 * A file whose path names a resource, or one of a plugin's own pieces, is made once for each. The order of the features decides the order of
 * fragments.
 */
public final class Renderer {

    private static final String MANIFEST = "package.json";

    /** What a file can be made once for each of, as its path names it and as the model does. */
    private static final Map<String, String> EACH = Map.of(
            "resource",
            "resources",
            PieceModel.ACTION,
            PieceModel.ACTIONS,
            PieceModel.ROUTE,
            PieceModel.ROUTES,
            PieceModel.TASK,
            PieceModel.TASKS);

    private final FeatureSet features;
    private final Packages packages;
    private final Map<String, Object> model;
    private final Ftl ftl;
    private final Typesetting typesetting;

    private Renderer(PluginSpec spec, FeatureSet features, Surroundings around, ExecutorService processors) {
        this.features = features;
        this.packages = Packages.of(spec, features, around);
        this.model = Model.of(spec, features, around, packages);
        this.ftl = new Ftl(model);
        this.typesetting = new Typesetting(processors);
        this.model.put("routerOptions", routerOptions());
    }

    /** The files of a plugin, and of what is made beside it. */
    public static Rendered render(PluginSpec spec, FeatureSet features, Surroundings around) {
        ExecutorService processors =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Typesetting::daemon);
        try {
            return new Renderer(spec, features, around, processors).render(around);
        } finally {
            processors.shutdownNow();
        }
    }

    /** The names of the folders that a plugin and the packages beside it lie in. */
    public static Set<String> folders(PluginSpec spec, FeatureSet features) {
        return Packages.folders(spec, features);
    }

    /**
     * The range that a package.json is given for a package.
     *
     * @param ranges the range, given what to take where the repository has no word
     */
    public static String range(String npmPackage, String release, BinaryOperator<String> ranges) {
        return ranges.apply(npmPackage, Dependencies.writtenFor(npmPackage, release));
    }

    /**
     * Loads what rendering needs, which takes longer than rendering itself. To be called on a thread of its own, while
     * nothing is known yet of what to render.
     */
    public static void warmUp() {
        new Ftl(Map.of("a", "a")).render("warm-up", "[#if a??][=a][/#if]", Map.of(), (hole, given) -> "");
        Layout.format("import { a } from 'a';\n\nexport const b = a({ c: [1, 'd'] });\n");
    }

    private Rendered render(Surroundings around) {
        FileTree files = FileTree.EMPTY;
        for (Feature feature : features.features()) {
            for (String target : feature.files()) {
                if (!target.equals(MANIFEST)) {
                    files = add(files, feature, target);
                }
            }
            for (String target : feature.repository()) {
                RelPath path = Packages.atRoot(inline(target, Map.of()));
                files = add(files, path, target, feature.repositoryTemplate(target), Map.of());
            }
        }
        for (Feature feature : features.features()) {
            if (feature.files().contains(MANIFEST)) {
                RelPath folder = RelPath.of(packages.folder(feature));
                Dependencies dependencies = new Dependencies(files, folder, packages, around);
                model.put("dependencies", dependencies.running());
                model.put("devDependencies", dependencies.developing());
                files = add(files, feature, MANIFEST);
            }
        }
        Map<String, FileTree> trees = Packages.split(typesetting.collect());
        FileTree plugin = trees.remove(packages.folder());
        FileTree repository = Optional.ofNullable(trees.remove(Packages.ROOT)).orElse(FileTree.EMPTY);
        return new Rendered(plugin, trees, repository, configuration());
    }

    private String configuration() {
        StringBuilder section = new StringBuilder();
        for (Feature feature : features.features()) {
            inline(feature.configuration(), Map.of())
                    .lines()
                    .forEach(line -> section.append("  ").append(line).append('\n'));
        }
        return section.isEmpty() ? "" : inline("[=plugin.camel]:\n", Map.of()) + section;
    }

    private FileTree add(FileTree files, Feature feature, String target) {
        FileTree more = files;
        for (Map<String, Object> about : abouts(target)) {
            more = add(more, feature, target, about);
        }
        return more;
    }

    private FileTree add(FileTree files, Feature feature, String target, Map<String, Object> about) {
        RelPath path = packages.place(feature, inline(target, about));
        return add(files, path, target, feature.fileTemplate(target), about);
    }

    /** A file that has nothing to say in this plugin is not made. */
    private FileTree add(FileTree files, RelPath path, String target, String template, Map<String, Object> about) {
        if (files.has(path)) {
            throw new IllegalStateException("Two features own " + path);
        }
        String text = ftl.render(
                path.value(), template, about, (hole, given) -> pour(target, hole, Model.with(about, given)));
        if (text.isBlank()) {
            return files;
        }
        String whole =
                path.extension().equals("ts") ? Imports.organize(text, module -> packages.module(path, module)) : text;
        typesetting.set(path, whole);
        return files.with(path, whole);
    }

    private String pour(String target, String hole, Map<String, Object> about) {
        StringBuilder text = new StringBuilder();
        String name = target + "/" + hole;
        for (Feature feature : features.features()) {
            if (feature.fragments().contains(name)) {
                text.append(ftl.render(
                        feature.name() + "/" + name,
                        feature.fragmentTemplate(name),
                        about,
                        (inner, given) -> pour(target, inner, Model.with(about, given))));
            }
        }
        return text.toString();
    }

    private List<Map<String, String>> routerOptions() {
        List<Map<String, String>> options = new ArrayList<>();
        for (Feature feature : features.features()) {
            for (Feature.RouterOption option : feature.routerOptions()) {
                for (Map<String, Object> about : abouts(option.name() + option.type())) {
                    String name = inline(option.name(), about);
                    if (!name.isEmpty()) {
                        options.add(new TreeMap<>(Map.of("name", name, "type", inline(option.type(), about))));
                    }
                }
            }
        }
        return options;
    }

    /** What a template is rendered with, each time that it is; once and with nothing when it names nothing. */
    private List<Map<String, Object>> abouts(String template) {
        for (Map.Entry<String, String> each : EACH.entrySet()) {
            if (template.contains("[=" + each.getKey() + ".")) {
                return Model.list(model, each.getValue()).stream()
                        .map(one -> Map.<String, Object>of(each.getKey(), one))
                        .toList();
            }
        }
        return List.of(Map.of());
    }

    private String inline(String template, Map<String, Object> about) {
        return template.contains("[") ? ftl.render(template, template, about, (hole, given) -> "") : template;
    }
}
