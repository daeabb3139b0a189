package dev.backstagegen.rule.code;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The packages around a plugin whose sources are at hand, so that an import of one can be followed.
 *
 * @param entries the file that is imported by the name of a package
 */
record Siblings(Map<String, RelPath> entries) {

    private static final String ENTRY = "/src/index.ts";

    static Siblings of(FileTree files) {
        Map<String, RelPath> entries = new TreeMap<>();
        for (RelPath entry : files.paths()) {
            if (entry.startsWith(Plugin.REPOSITORY) && entry.value().endsWith(ENTRY)) {
                String folder = entry.value().substring(0, entry.value().length() - ENTRY.length());
                files.text(RelPath.of(folder + "/package.json"))
                        .flatMap(Siblings::name)
                        .ifPresent(name -> entries.put(name, entry));
            }
        }
        return new Siblings(entries);
    }

    Optional<RelPath> entry(String module) {
        return Optional.ofNullable(entries.get(module));
    }

    private static Optional<String> name(String manifest) {
        return Json.whole(manifest).flatMap(root -> root.get("name")).flatMap(Json.Value::asText);
    }
}
