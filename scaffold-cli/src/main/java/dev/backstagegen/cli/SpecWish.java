package dev.backstagegen.cli;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.Upkeep;
import dev.backstagegen.UpkeepDraft;
import dev.backstagegen.feature.Fact;
import dev.backstagegen.feature.Feature;
import dev.backstagegen.feature.FeatureSet;
import dev.backstagegen.feature.Features;
import dev.backstagegen.spec.Choice;
import dev.backstagegen.spec.Guess;
import dev.backstagegen.spec.PluginSpec;
import dev.backstagegen.spec.Resource;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What is to become of a plugin's description, and which plugin is meant.
 *
 * @param change the description that is wanted, made of the one that is there
 * @param paths the words that name plugins
 * @param migration the name of a migration of the user's own
 */
record SpecWish(UnaryOperator<PluginSpec> change, List<String> paths, Optional<String> migration) {

    SpecWish(UnaryOperator<PluginSpec> change, List<String> paths) {
        this(change, paths, Optional.empty());
    }

    /** What becomes of a plugin. */
    UpkeepDraft draft(Upkeep upkeep, RelPath folder) {
        return withMigration(upkeep, upkeep.draft(folder, change));
    }

    /** The same, with the conflicts decided for good. */
    UpkeepDraft choosing(Upkeep upkeep, UpkeepDraft draft, Choice.Side side, String reason) {
        return withMigration(upkeep, upkeep.withChoices(draft, side, reason));
    }

    private UpkeepDraft withMigration(Upkeep upkeep, UpkeepDraft draft) {
        return migration.map(name -> upkeep.withMigration(draft, name)).orElse(draft);
    }

    /** Nothing but what today's templates bring. */
    static SpecWish updating(List<String> paths) {
        return new SpecWish(UnaryOperator.identity(), paths);
    }

    /**
     * Features that come.
     *
     * @param words features, then perhaps the path of a plugin
     */
    static SpecWish adding(Features known, List<String> words) {
        Words split = Words.split(known, words);
        return new SpecWish(
                spec -> {
                    Set<String> features = new TreeSet<>(spec.features());
                    features.addAll(split.features());
                    return spec.withFeatures(features);
                },
                split.paths());
    }

    /** Features that go. */
    static SpecWish removing(Features known, List<String> words) {
        Words split = Words.split(known, words);
        return new SpecWish(spec -> without(known, spec, split.features()), split.paths());
    }

    private static PluginSpec without(Features known, PluginSpec spec, List<String> gone) {
        FeatureSet had = FeatureSet.of(known, spec);
        Set<String> features = new TreeSet<>(spec.features());
        for (String name : gone) {
            if (had.features().stream().noneMatch(each -> each.name().equals(name))) {
                throw ScaffoldException.usage(
                        "The plugin " + spec.id() + " does not have '" + name + "'.",
                        "It has: " + (features.isEmpty() ? "nothing but the base" : String.join(", ", features)));
            }
            features.remove(name);
        }
        PluginSpec fewer = spec.withFeatures(features);
        boolean keeps = FeatureSet.of(known, features).has(Fact.RESOURCES);
        PluginSpec rest = !keeps && takesAlong(known, spec, gone) ? fewer.withoutResources() : fewer;
        FeatureSet left = FeatureSet.of(known, rest);
        for (String name : gone) {
            if (left.features().stream().anyMatch(each -> each.name().equals(name))) {
                throw ScaffoldException.usage(
                        "'" + name + "' stays as long as something needs it: "
                                + left.pulledIn().getOrDefault(name, "each plugin has it") + ".",
                        "Remove what needs it as well");
            }
        }
        return rest;
    }

    /** What is kept goes with the feature that keeps it; with one that only needs that, what came when nobody said. */
    private static boolean takesAlong(Features known, PluginSpec spec, List<String> gone) {
        boolean isKeeper = known.optional().stream()
                .anyMatch(each -> gone.contains(each.name()) && each.facts().contains(Fact.RESOURCES));
        boolean needsOne = FeatureSet.of(known, Set.copyOf(gone)).has(Fact.RESOURCES);
        return isKeeper || needsOne && spec.resources().equals(List.of(Resource.DEFAULT));
    }

    /** Which words are features and which are paths. */
    private record Words(List<String> features, List<String> paths) {

        static Words split(Features known, List<String> words) {
            List<String> names = known.optional().stream().map(Feature::name).toList();
            List<String> features = new ArrayList<>();
            List<String> paths = new ArrayList<>();
            for (String word : words) {
                if (names.contains(word)) {
                    features.add(word);
                } else if (isPath(word)) {
                    paths.add(word);
                } else {
                    throw ScaffoldException.usage(
                            "There is no feature '" + Plain.line(word) + "'.",
                            Guess.hint(word, names, "There are: " + String.join(", ", names)));
                }
            }
            if (features.isEmpty()) {
                throw ScaffoldException.usage(
                        "It is not said which feature.", "There are: " + String.join(", ", names));
            }
            return new Words(features, paths);
        }
    }

    /** Whether a word is the path of a plugin, where no name is awaited. */
    static boolean isPath(String word) {
        return isNoName(word) || word.endsWith("-backend");
    }

    /** Whether nothing can be called that. */
    static boolean isNoName(String word) {
        return word.contains("/") || word.contains("\\") || word.startsWith(".");
    }
}
