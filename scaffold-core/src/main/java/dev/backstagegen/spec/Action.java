package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.List;
import java.util.Set;

/**
 * Something of a plugin's own that assistants can ask for, named after what it does, verb first.
 *
 * @param name for example {@code summarize-week}
 */
public record Action(Name name) {

    /** Words that are nothing but verbs, so that they tell the order of the others. */
    public static final Set<String> VERBS =
            Set.of("get", "create", "update", "delete", "remove", "fetch", "add", "list", "find");

    private static final Set<String> THINGS = Set.of("list", "find");

    /** @throws ScaffoldException when it is not a name, or not one of an action */
    public static Action of(String text) {
        return new Action(Pieces.name("an action", "summarize-week", text));
    }

    /** What it does to what the plugin keeps. */
    public Effect effect() {
        return Effect.first(name);
    }

    /** Whether its verb comes first; a word that is known to be none, or that nobody knows, may be one. */
    boolean isVerbFirst(PluginId plugin) {
        List<String> words = name.words();
        String first = words.get(0);
        String last = words.get(words.size() - 1);
        boolean begins = words.size() == 1 || VERBS.contains(first);
        boolean isOfPlugin =
                plugin.name().words().contains(first) && words.stream().anyMatch(VERBS::contains);
        boolean ends = VERBS.contains(last) && !THINGS.contains(last);
        return begins || !isOfPlugin && !ends;
    }

    @Override
    public String toString() {
        return name.kebab();
    }
}
