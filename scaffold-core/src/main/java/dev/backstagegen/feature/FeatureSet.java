package dev.backstagegen.feature;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.spec.Guess;
import dev.backstagegen.spec.PluginSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The features of one plugin: those that were asked for, those they need, and those that each plugin has.
 *
 * @param features in the order of weaving
 * @param services what they use together, by name
 * @param known what can be true of a plugin
 * @param facts what is true of this one
 * @param pulledIn the features that nobody asked for, each with the reason it is there
 */
public record FeatureSet(
        List<Feature> features,
        List<Service> services,
        Set<String> known,
        Set<String> facts,
        Map<String, String> pulledIn) {

    public FeatureSet {
        features = List.copyOf(features);
        services = List.copyOf(services);
        known = Set.copyOf(known);
        facts = Set.copyOf(facts);
        pulledIn = Collections.unmodifiableMap(new TreeMap<>(pulledIn));
    }

    /**
     * Completes what was asked for.
     *
     * @throws ScaffoldException when a name is unknown or two features cannot stand together
     */
    public static FeatureSet of(Features known, Set<String> asked) {
        Set<String> names = new TreeSet<>();
        Map<String, String> pulledIn = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(new TreeSet<>(asked));
        known.all().stream().filter(Feature::always).map(Feature::name).forEach(open::add);
        while (!open.isEmpty()) {
            Feature feature = find(known, open.remove());
            if (!names.add(feature.name())) {
                continue;
            }
            for (Feature.Need need : feature.needs()) {
                if (!asked.contains(need.feature())) {
                    pulledIn.putIfAbsent(need.feature(), need.reason());
                }
                open.add(need.feature());
            }
        }
        List<Feature> features =
                known.all().stream().filter(f -> names.contains(f.name())).toList();
        features.forEach(feature -> refuseConflicts(feature, names));
        return new FeatureSet(features, services(known, features), known.facts(), facts(features), pulledIn);
    }

    /**
     * What a plugin is made of: what was asked for, and what its resources and pieces are nothing without.
     *
     * @throws ScaffoldException as {@link #of(Features, Set)}
     */
    public static FeatureSet of(Features known, PluginSpec spec) {
        Set<String> names = new TreeSet<>(spec.features());
        Map<String, String> brought = new TreeMap<>();
        FeatureSet set = of(known, names);
        for (Demand demand : Demand.of(spec)) {
            if (!set.has(demand.fact())) {
                String name = known.bringing(demand.fact()).name();
                names.add(name);
                brought.put(name, demand.reason());
                set = of(known, names);
            }
        }
        brought.putAll(set.pulledIn());
        return new FeatureSet(set.features(), set.services(), set.known(), set.facts(), brought);
    }

    public boolean has(String fact) {
        return facts.contains(fact);
    }

    /** @throws ScaffoldException when a release does not have yet what a feature uses */
    public void refuseBefore(String release) {
        for (Feature feature : features) {
            if (feature.since()
                    .filter(since -> Release.isBefore(release, since))
                    .isPresent()) {
                List<String> missing = services.stream()
                        .filter(service -> feature.services().contains(service.name()))
                        .filter(service -> service.since()
                                .filter(since -> Release.isBefore(release, since))
                                .isPresent())
                        .map(Service::name)
                        .toList();
                throw ScaffoldException.usage(
                        "'" + feature.name() + "' needs Backstage "
                                + feature.since().get() + " or later"
                                + (missing.isEmpty() ? "" : " for its " + String.join(" and ", missing) + " service")
                                + ", and this repository has " + release + ".",
                        pulledIn.containsKey(feature.name())
                                ? "It was added, as " + pulledIn.get(feature.name())
                                        + ": leave out what needs it, or update Backstage first"
                                : "Leave it out, or update Backstage first");
            }
        }
    }

    private static Feature find(Features known, String name) {
        List<String> names = known.optional().stream().map(Feature::name).toList();
        return known.named(name)
                .orElseThrow(() -> ScaffoldException.usage(
                        "There is no feature '" + name + "'.",
                        Guess.hint(name, names, "There are: " + String.join(", ", names))));
    }

    private static void refuseConflicts(Feature feature, Set<String> names) {
        for (String conflict : feature.conflicts()) {
            if (names.contains(conflict)) {
                throw ScaffoldException.usage(
                        "'" + feature.name() + "' and '" + conflict + "' cannot stand together.", "Leave one out");
            }
        }
    }

    private static List<Service> services(Features known, List<Feature> features) {
        Set<String> names = new TreeSet<>();
        features.forEach(feature -> names.addAll(feature.services()));
        List<Service> services = new ArrayList<>();
        names.forEach(name -> services.add(known.service(name)));
        services.sort(Comparator.comparing(Service::name));
        return services;
    }

    private static Set<String> facts(List<Feature> features) {
        Set<String> facts = new TreeSet<>();
        features.forEach(feature -> facts.addAll(feature.facts()));
        return facts;
    }
}
