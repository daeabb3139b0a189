package dev.backstagegen.render;

import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.spec.PluginSpec;

/**
 * What a plugin was when it was generated last: there are tables of it, with rows.
 *
 * @param spec what was wanted then
 * @param features what it had then
 */
public record Before(PluginSpec spec, FeatureSet features) {}
