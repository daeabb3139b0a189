package dev.backstagegen.render;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The migrations of a plugin that is there, all as seen from its folder.
 *
 * @param generated those that were generated, as they were
 * @param onDisk those that lie there now, whoever wrote them
 * @param young those that the last run made, so that no database can know them but one of the last minutes
 */
public record Existing(FileTree generated, Set<RelPath> onDisk, Set<RelPath> young) {

    /** Of files of every kind, the migrations. */
    public Existing {
        FileTree migrations = FileTree.EMPTY;
        for (RelPath path : migrations(generated.paths())) {
            migrations = migrations.with(path, generated.text(path).orElseThrow());
        }
        generated = migrations;
        onDisk = Set.copyOf(migrations(onDisk));
        young = Set.copyOf(migrations(young));
    }

    static Set<RelPath> migrations(Set<RelPath> paths) {
        return paths.stream()
                .filter(path -> path.startsWith(Step.FOLDER) && MigrationTime.isNumbered(path))
                .collect(Collectors.toSet());
    }
}
