package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.spec.PluginId;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.SpecFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * What the options and the spec file say together: an option wins over the file, features add up.
 *
 * @param features what can be asked for
 * @param cwd where the name of the spec file begins
 */
record Wishes(Features features, Path cwd) {

    /** Stands in for an id that is still to be asked for, so that the rest can be checked first. */
    private static final PluginId UNASKED = PluginId.of("unasked");

    /** @throws ScaffoldException when something that was said cannot be */
    void check(Arguments arguments) {
        set(spec(arguments));
    }

    /** @throws ScaffoldException when that cannot be made */
    FeatureSet set(PluginSpec spec) {
        return FeatureSet.of(features, spec);
    }

    /** @throws ScaffoldException when something that was said cannot be */
    PluginSpec spec(Arguments arguments) {
        Optional<PluginId> id = arguments.value(Flag.ID).map(PluginId::of);
        PluginSpec spec = arguments
                .value(Flag.SPEC)
                .map(file -> fromFile(file, id))
                .orElseGet(() -> PluginSpec.of(id.orElse(UNASKED)));
        spec = with(spec, arguments.value(Flag.PACKAGE), PluginSpec::withPackageName);
        spec = with(spec, arguments.value(Flag.DESCRIPTION), PluginSpec::withDescription);
        spec = with(spec, arguments.value(Flag.OWNER), PluginSpec::withOwner);
        spec = with(spec, arguments.value(Flag.LICENSE), PluginSpec::withLicense);
        spec = spec.withResources(ResourceWishes.of(arguments.repeated()));
        spec = with(spec, arguments.value(Flag.ACTION_NAMES).map(ActionNames::of), PluginSpec::withActionNames);
        spec = spec.withFeatures(asked(spec.features(), arguments));
        return spec;
    }

    private static PluginSpec fromFile(Path path, String name, Optional<PluginId> id) {
        PluginSpec spec = SpecFile.read(name, SpecText.read(path, name));
        if (id.isPresent() && !id.get().equals(spec.id())) {
            throw ScaffoldException.usage(
                    "--id says " + id.get() + ", and " + name + " describes " + spec.id() + ".",
                    "Leave out --id, or change the file");
        }
        return spec;
    }

    private PluginSpec fromFile(String file, Optional<PluginId> id) {
        return fromFile(SpecText.path(cwd, file), Plain.line(file), id);
    }

    private static <T> PluginSpec with(PluginSpec spec, Optional<T> value, BiFunction<PluginSpec, T, PluginSpec> set) {
        return value.map(given -> set.apply(spec, given)).orElse(spec);
    }

    private Set<String> asked(Set<String> inFile, Arguments arguments) {
        Set<String> asked = new TreeSet<>(inFile);
        for (Feature feature : features.optional()) {
            if (arguments.has(feature.flag())) {
                asked.add(feature.name());
            }
        }
        return asked;
    }
}
