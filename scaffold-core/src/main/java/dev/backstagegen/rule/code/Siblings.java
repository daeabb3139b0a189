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

    static Siblings of(FileTree repository) {
        Map<String, RelPath> entries = new TreeMap<>();
        for (RelPath path : repository.paths()) {
            if (path.name().equals("package.json") && path.segments().size() > 1) {
                RelPath entry = path.parent().resolve("src/index.ts");
                name(repository.text(path).orElseThrow())
                        .filter(name -> repository.has(entry))
                        .ifPresent(name -> entries.put(name, Plugin.REPOSITORY.resolve(entry)));
            }
        }
        return new Siblings(entries);
    }

    Optional<RelPath> entry(String module) {
        return Optional.ofNullable(entries.get(module));
    }

    private static Optional<String> name(String manifest) {
        try {
            return Json.read(manifest).get("name").flatMap(Json.Value::asText);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
