package dev.backstagegen.render;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.List;

/**
 * A plugin with the migrations that it is to have.
 *
 * @param plugin its files, as seen from its folder
 * @param added the migrations that are new
 * @param takenBack the migrations that were there and are not wanted any more; a database in which one ran already has
 *     to be rolled back first
 * @param left what no migration is made for
 */
public record Settled(FileTree plugin, List<RelPath> added, List<RelPath> takenBack, List<Leftover> left) {

    public Settled {
        added = List.copyOf(added);
        takenBack = List.copyOf(takenBack);
        left = List.copyOf(left);
    }
}
