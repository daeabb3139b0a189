package dev.backstagegen;

import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.plan.ChangePlan;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.tree.RelPath;
import java.nio.file.Path;

/**
 * How a plugin that was made otherwise would be taken on.
 *
 * @param root the folder that all paths are below
 * @param folder the plugin's
 * @param spec what it would have been made from
 * @param features what it has of what can be asked for
 * @param release the Backstage release of the repository
 * @param plan the description and the memory that are put beside it; no other file
 */
public record Adoption(
        Path root, RelPath folder, PluginSpec spec, FeatureSet features, String release, ChangePlan plan) {}
