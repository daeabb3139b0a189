package dev.backstagegen.render;

import dev.backstagegen.tree.FileTree;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was made of a description.
 *
 * @param plugin the files of the plugin, with paths as seen from its own folder
 * @param beside the packages beside it: the name of each one's folder, and its files as seen from there
 * @param repository the files at the root of the repository
 * @param configuration the section that the app's configuration needs, as YAML with the plugin's key on top; empty when
 *     it needs none
 * @param steps the migrations among the files, and what of the tables they leave to the user
 */
public record Rendered(
        FileTree plugin, Map<String, FileTree> beside, FileTree repository, String configuration, Steps steps) {

    public Rendered {
        beside = Collections.unmodifiableMap(new TreeMap<>(beside));
    }
}
