package dev.backstagegen.render;

import dev.backstagegen.feature.Release;
import dev.backstagegen.feature.Templates;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What package.json has to list, read off the imports of the plugin's code: nothing that is not used, everything that
 * is.
 */
final class Dependencies {

    private static final Map<?, ?> PACKAGES = (Map<?, ?>) Yaml.read(Templates.text("packages.yaml"));

    private final Packages own;
    private final Surroundings around;
    private final Set<String> running = new TreeSet<>();
    private final Set<String> developing = new TreeSet<>();

    /** One line of package.json; public for the templates. */
    public record Dependency(String name, String range) {}

    /**
     * What the package in a folder depends on.
     *
     * @param files all that is made, the package's files below its folder
     */
    Dependencies(FileTree files, RelPath folder, Packages own, Surroundings around) {
        this.own = own;
        this.around = around;
        files.asMap().forEach((path, text) -> {
            if (path.startsWith(folder) && path.extension().equals("ts")) {
                (isShipped(path.relativeTo(folder)) ? running : developing).addAll(packages(text));
            }
        });
        always().forEach(developing::add);
        for (String name : List.copyOf(both())) {
            String types = entry(name, "types");
            if (!types.isEmpty()) {
                developing.add(types);
            }
        }
        developing.removeAll(running);
    }

    List<Dependency> running() {
        return ranges(running);
    }

    List<Dependency> developing() {
        return ranges(developing);
    }

    private Set<String> both() {
        Set<String> both = new TreeSet<>(running);
        both.addAll(developing);
        return both;
    }

    private static boolean isShipped(RelPath path) {
        return path.value().startsWith("src/") && !path.name().endsWith(".test.ts");
    }

    private static Set<String> packages(String text) {
        Set<String> names = new TreeSet<>();
        for (String module : Imports.modules(text)) {
            if (!module.startsWith(".") && !module.startsWith("node:")) {
                String[] parts = module.split("/");
                names.add(module.startsWith("@") ? parts[0] + "/" + parts[1] : parts[0]);
            }
        }
        return names;
    }

    private static List<String> always() {
        List<String> names = new ArrayList<>();
        PACKAGES.forEach((name, entry) -> {
            if (Boolean.TRUE.equals(((Map<?, ?>) entry).get("always"))) {
                names.add((String) name);
            }
        });
        return names;
    }

    private List<Dependency> ranges(Set<String> names) {
        return names.stream().map(name -> new Dependency(name, range(name))).toList();
    }

    private String range(String name) {
        return own.names().containsValue(name)
                ? around.workspaceRange()
                : Renderer.range(name, around.release(), around.ranges());
    }

    /** The range that the code was written for, which may be another one for older releases. */
    static String writtenFor(String name, String release) {
        if (PACKAGES.get(name) instanceof Map<?, ?> entry && entry.get("before") instanceof Map<?, ?> before) {
            for (Map.Entry<?, ?> older : before.entrySet()) {
                if (Release.isBefore(release, (String) older.getKey())) {
                    return (String) older.getValue();
                }
            }
        }
        return entry(name, "range");
    }

    private static String entry(String name, String key) {
        Object value = PACKAGES.get(name) instanceof Map<?, ?> entry ? entry.get(key) : null;
        return value == null ? "" : (String) value;
    }
}
