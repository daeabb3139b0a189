package dev.backstagegen.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    private Plural() {}

    /** The plural of a name: that of its last word. */
    static Name of(Name singular) {
        List<String> words = new ArrayList<>(singular.words());
        int last = words.size() - 1;
        words.set(last, of(words.get(last)));
        return new Name(words);
    }

    static String of(String noun) {
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
}
