package dev.backstagegen;

import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.render.Existing;
import dev.backstagegen.spec.PluginSpec;

/**
 * What a plugin was when it was generated last; its tables are as that has left them.
 *
 * @param spec what was wanted then
 * @param features what it had then
 * @param migrations those that it has
 */
record Past(PluginSpec spec, FeatureSet features, Existing migrations) {}
