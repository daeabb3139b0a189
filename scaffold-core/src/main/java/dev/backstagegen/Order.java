package dev.backstagegen;

import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.spec.PluginSpec;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a command asks the front door for.
 *
 * @param folder where the user stands
 * @param root the repository to work in; empty to look for it from the folder upwards
 * @param spec the plugin that is wanted
 * @param features what it takes to make it
 * @param wire whether the files of the repository around the plugin are edited too
 * @param force whether files that are there already give way
 */
public record Order(
        Path folder, Optional<Path> root, PluginSpec spec, FeatureSet features, boolean wire, boolean force) {}
