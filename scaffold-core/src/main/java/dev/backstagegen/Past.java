package dev.backstagegen;

import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.Set;

/**
 * What a plugin was when it was generated last; its tables are as that has left them.
 *
 * @param spec what was wanted then
 * @param features what it had then
 * @param base its files, as seen from its folder
 * @param migrations what lies in the folder of its migrations now, as seen from its folder
 */
record Past(PluginSpec spec, FeatureSet features, FileTree base, Set<RelPath> migrations) {

    Past {
        migrations = Set.copyOf(migrations);
    }
}
