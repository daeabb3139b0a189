package dev.backstagegen.render;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.layout.Layout;
import dev.backstagegen.spec.Evolution;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Weaves features into files: each file from the feature that owns it, with the fragments of the others in its holes.
 * A file whose path names a resource, a table that changes, or one of a plugin's own pieces, is made once for each. The
 * order of the features decides the order of
 * fragments.
 */
public final class Renderer {

    private static final String MANIFEST = "package.json";
    private static final String RESOURCE = "resource";
    private static final String CHANGE = "change";
    private static final String CHANGES = "changes";

    /** What a file can be made once for each of, as its path names it and as the model does. */
    private static final Map<String, String> EACH = Map.of(
            RESOURCE,
            Model.RESOURCES,
            CHANGE,
            CHANGES,
            PieceModel.ACTION,
            PieceModel.ACTIONS,
            PieceModel.ROUTE,
            PieceModel.ROUTES,
            PieceModel.TASK,
            PieceModel.TASKS);

    private final FeatureSet features;
    private final Packages packages;
    private final Map<String, Object> model;
    private final List<Leftover> left;
    private final List<Step> steps = new ArrayList<>();
    private final Ftl ftl;
    private final Typesetting typesetting;

    private Renderer(
            PluginSpec spec,
            FeatureSet features,
            Surroundings around,
            Optional<Before> before,
            ExecutorService processors) {
        this.features = features;
        this.packages = Packages.of(spec, features, around);
        this.model = Model.of(spec, features, around, packages);
        List<Map<String, Object>> resources = Model.list(model, Model.RESOURCES);
        this.model.put(
                CHANGES,
                before.map(then -> ChangeModel.between(then, features, resources))
                        .orElse(List.of()));
        this.left = before.map(then -> Leftovers.between(then, Model.kept(spec, features)))
                .orElse(List.of());
        this.ftl = new Ftl(model);
        this.typesetting = new Typesetting(processors);
        this.model.put("routerOptions", routerOptions());
    }

    /** The files of a new plugin, and of what is made beside it. */
    public static Rendered render(PluginSpec spec, FeatureSet features, Surroundings around) {
        return render(spec, features, around, Optional.empty());
    }

    /**
     * The files of a plugin, and of what is made beside it. Among them are the migrations from what the plugin was
     * before; which of all migrations are to be there is for {@link Migrations} to say.
     *
     * @throws ScaffoldException when what was kept before could not have what is wanted now
     */
    public static Rendered render(PluginSpec spec, FeatureSet features, Surroundings around, Optional<Before> before) {
        before.ifPresent(then -> Evolution.check(Model.kept(then.spec(), then.features()), Model.kept(spec, features)));
        return with(processors -> new Renderer(spec, features, around, before, processors).render(around));
    }

    /** The migrations alone; the way back to an earlier description, say, be it one that a user could not take. */
    public static Steps steps(PluginSpec spec, FeatureSet features, Surroundings around, Before before) {
        return with(processors -> new Renderer(spec, features, around, Optional.of(before), processors).steps());
    }

    private static <T> T with(Function<ExecutorService, T> work) {
        ExecutorService processors =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Typesetting::daemon);
        try {
            return work.apply(processors);
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
        return new Rendered(plugin, trees, repository, configuration(), steps(plugin));
    }

    private Steps steps() {
        FileTree files = FileTree.EMPTY;
        for (Feature feature : features.features()) {
            for (String target : feature.files()) {
                if (isMigration(target)) {
                    files = add(files, feature, target);
                }
            }
        }
        return steps(Packages.split(typesetting.collect()).getOrDefault(packages.folder(), FileTree.EMPTY));
    }

    /** What was noted while the files were made, with the texts that they have in the end. */
    private Steps steps(FileTree plugin) {
        return new Steps(
                steps.stream()
                        .sorted(Comparator.comparing(Step::isChange))
                        .map(step -> step.with(plugin.text(step.path()).orElseThrow()))
                        .toList(),
                left);
    }

    private static boolean isMigration(String target) {
        return target.startsWith(Step.FOLDER + "/") && (names(target, RESOURCE) || names(target, CHANGE));
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
            RelPath path = packages.place(feature, inline(target, about));
            more = add(more, path, target, feature.fileTemplate(target), about);
            if (isMigration(target) && more.has(path)) {
                note(path.relativeTo(RelPath.of(packages.folder())), about);
            }
        }
        return more;
    }

    private void note(RelPath path, Map<String, Object> about) {
        boolean isChange = about.containsKey("change");
        steps.add(new Step(path, "", inline(isChange ? "[=change.table]" : "[=resource.many.snake]", about), isChange));
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
            if (names(template, each.getKey())) {
                return Model.list(model, each.getValue()).stream()
                        .map(one -> Map.<String, Object>of(each.getKey(), one))
                        .toList();
            }
        }
        return List.of(Map.of());
    }

    private static boolean names(String template, String thing) {
        return template.contains("[=" + thing + ".");
    }

    private String inline(String template, Map<String, Object> about) {
        return template.contains("[") ? ftl.render(template, template, about, (hole, given) -> "") : template;
    }
}
