package dev.backstagegen.render;

import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.layout.Layout;
import dev.backstagegen.layout.Markdown;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Weaves features into files: each file from the feature that owns it, with the fragments of the others in its holes.
 * The order of the features decides the order of fragments.
 */
public final class Renderer {

    private static final String MANIFEST = "package.json";

    private final FeatureSet features;
    private final Surroundings around;
    private final Map<String, Object> model;
    private final Ftl ftl;
    private final Set<String> poured = new HashSet<>();
    private final Map<RelPath, Future<String>> laidOut = new TreeMap<>();
    private final ExecutorService processors;

    private Renderer(PluginSpec spec, FeatureSet features, Surroundings around, ExecutorService processors) {
        this.processors = processors;
        this.features = features;
        this.around = around;
        this.model = Model.of(spec, features, around);
        this.ftl = new Ftl(model);
        this.model.put("routerOptions", routerOptions());
    }

    /** The files of a plugin, with paths as seen from its own folder. */
    public static FileTree render(PluginSpec spec, FeatureSet features, Surroundings around) {
        ExecutorService processors =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Renderer::daemon);
        try {
            return new Renderer(spec, features, around, processors).render();
        } finally {
            processors.shutdownNow();
        }
    }

    /**
     * Loads what rendering needs, which takes longer than rendering itself. To be called on a thread of its own, while
     * nothing is known yet of what to render.
     */
    public static void warmUp() {
        new Ftl(Map.of("a", "a")).render("warm-up", "[#if a??][=a][/#if]", hole -> "");
        Layout.format("import { a } from 'a';\n\nexport const b = a({ c: [1, 'd'] });\n");
    }

    private FileTree render() {
        FileTree files = FileTree.EMPTY;
        for (Feature feature : features.features()) {
            for (String target : feature.files()) {
                if (!target.equals(MANIFEST)) {
                    files = add(files, feature, target);
                }
            }
        }
        Dependencies dependencies = new Dependencies(files, around);
        model.put("dependencies", dependencies.running());
        model.put("devDependencies", dependencies.developing());
        for (Feature feature : features.features()) {
            if (feature.files().contains(MANIFEST)) {
                files = add(files, feature, MANIFEST);
            }
        }
        refuseLeftovers();
        return collected();
    }

    /** A file that has nothing to say in this plugin is not made. */
    private FileTree add(FileTree files, Feature feature, String target) {
        RelPath path = RelPath.of(inline(target));
        if (files.has(path)) {
            throw new IllegalStateException("Two features own " + path);
        }
        String text =
                ftl.render(feature.name() + "/" + target, feature.fileTemplate(target), hole -> pour(target, hole));
        if (text.isBlank()) {
            return files;
        }
        String whole = path.extension().equals("ts") ? Imports.organize(text) : text;
        // Breaking lines takes longest; it goes on while the next templates are rendered.
        laidOut.put(path, processors.submit(() -> layOut(path, whole)));
        return files.with(path, whole);
    }

    private String pour(String target, String hole) {
        StringBuilder text = new StringBuilder();
        String name = target + "/" + hole;
        for (Feature feature : features.features()) {
            if (feature.fragments().contains(name)) {
                poured.add(name);
                text.append(ftl.render(
                        feature.name() + "/" + name, feature.fragmentTemplate(name), inner -> pour(target, inner)));
            }
        }
        return text.toString();
    }

    private void refuseLeftovers() {
        for (Feature feature : features.features()) {
            for (String fragment : feature.fragments()) {
                if (!poured.contains(fragment)) {
                    throw new IllegalStateException(feature.name() + " has a fragment for no hole: " + fragment);
                }
            }
        }
    }

    private List<Map<String, String>> routerOptions() {
        List<Map<String, String>> options = new ArrayList<>();
        for (Feature feature : features.features()) {
            for (Feature.RouterOption option : feature.routerOptions()) {
                String name = inline(option.name());
                if (!name.isEmpty()) {
                    options.add(Map.of("name", name, "type", inline(option.type())));
                }
            }
        }
        return options;
    }

    private String inline(String template) {
        return template.contains("[") ? ftl.render(template, template, hole -> "") : template;
    }

    private FileTree collected() {
        Map<RelPath, String> files = new TreeMap<>();
        laidOut.forEach((path, text) -> files.put(path, result(text)));
        return FileTree.of(files);
    }

    private static String result(Future<String> text) {
        try {
            return text.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a file was laid out", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "layout");
        thread.setDaemon(true);
        return thread;
    }

    private static String layOut(RelPath path, String text) {
        return switch (path.extension()) {
            case "ts", "js" -> Layout.format(text);
            case "md" -> Markdown.format(text);
            default -> text;
        };
    }
}
