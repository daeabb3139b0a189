package dev.backstagegen.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The plural of an English noun, as far as rules and a short list of exceptions carry. */
final class Plural {

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("analysis", "analyses"),
            Map.entry("axis", "axes"),
            Map.entry("basis", "bases"),
            Map.entry("child", "children"),
            Map.entry("crisis", "crises"),
            Map.entry("criterion", "criteria"),
            Map.entry("foot", "feet"),
            Map.entry("half", "halves"),
            Map.entry("hypothesis", "hypotheses"),
            Map.entry("index", "indexes"),
            Map.entry("knife", "knives"),
            Map.entry("leaf", "leaves"),
            Map.entry("life", "lives"),
            Map.entry("man", "men"),
            Map.entry("mouse", "mice"),
            Map.entry("person", "people"),
            Map.entry("phenomenon", "phenomena"),
            Map.entry("quiz", "quizzes"),
            Map.entry("self", "selves"),
            Map.entry("shelf", "shelves"),
            Map.entry("thesis", "theses"),
            Map.entry("tooth", "teeth"),
            Map.entry("woman", "women"));

    /** What is the same in the plural, or has none. */
    private static final Set<String> SAME = Set.of(
            "aircraft",
            "chassis",
            "data",
            "deer",
            "equipment",
            "evidence",
            "feedback",
            "fish",
            "hardware",
            "headquarters",
            "homework",
            "information",
            "means",
            "metadata",
            "middleware",
            "music",
            "news",
            "research",
            "series",
            "sheep",
            "software",
            "species",
            "staff",
            "traffic",
            "training");

    /** Ends in s and is one thing all the same. */
    private static final Set<String> SINGULAR = Set.of("lens", "kubernetes");

    private Plural() {}

    /**
     * The plural that follows from a name; nothing where it has to be said, because the name has none or looks like
     * one itself.
     */
    static Optional<Name> of(Name singular) {
        String word = last(singular);
        return SAME.contains(word) || undo(word).isPresent() ? Optional.empty() : Optional.of(with(singular, of(word)));
    }

    /** The singular of a name that looks like a plural; nothing for one that does not. */
    static Optional<Name> undo(Name name) {
        return undo(last(name)).map(one -> with(name, one));
    }

    private static Optional<String> undo(String noun) {
        for (Map.Entry<String, String> irregular : IRREGULAR.entrySet()) {
            if (irregular.getValue().equals(noun)) {
                return Optional.of(irregular.getKey());
            }
        }
        // Class, status, analysis, alias and chaos are singular, and so is what is as short as dns.
        if (noun.length() < 4 || SAME.contains(noun) || !noun.matches(".*[^suiao]s") || SINGULAR.contains(noun)) {
            return Optional.empty();
        }
        return Stream.of("ies", "es", "s")
                .filter(noun::endsWith)
                .map(ending -> noun.substring(0, noun.length() - ending.length()) + (ending.equals("ies") ? "y" : ""))
                .filter(one -> !one.isEmpty() && of(one).equals(noun))
                .findFirst();
    }

    private static String of(String noun) {
        String irregular = IRREGULAR.get(noun);
        if (irregular != null) {
            return irregular;
        }
        if (noun.matches(".*(s|x|z|ch|sh)")) {
            return noun + "es";
        }
        if (noun.matches(".*[bcdfghjklmnpqrstvwxz]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + "s";
    }

    private static String last(Name name) {
        return name.words().get(name.words().size() - 1);
    }

    private static Name with(Name name, String last) {
        List<String> words = new ArrayList<>(name.words());
        words.set(words.size() - 1, last);
        return new Name(words);
    }
}
