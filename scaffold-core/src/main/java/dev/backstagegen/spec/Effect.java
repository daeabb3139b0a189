package dev.backstagegen.spec;

import java.util.Locale;
import java.util.Set;

/** What something does to what a plugin keeps, as far as its name tells. It is what permissions call their action. */
public enum Effect {
    READ(Set.of(
            "check",
            "compare",
            "count",
            "describe",
            "explain",
            "fetch",
            "find",
            "get",
            "list",
            "read",
            "search",
            "show",
            "summarize")),
    CREATE(Set.of("add", "create")),
    UPDATE(Set.of("change", "set", "update")),
    DELETE(Set.of("delete", "remove")),
    UNKNOWN(Set.of());

    private final Set<String> verbs;

    Effect(Set<String> verbs) {
        this.verbs = verbs;
    }

    /** What the first word of a name says, which is a verb in that of an action. */
    static Effect first(Name name) {
        String verb = name.words().get(0);
        for (Effect effect : values()) {
            if (effect.verbs.contains(verb)) {
                return effect;
            }
        }
        return UNKNOWN;
    }

    /** What a name says that ends in its verb, as those of permissions often do, or begins with it. */
    static Effect firstOrLast(Name name) {
        String last = name.words().get(name.words().size() - 1);
        for (Effect effect : values()) {
            if (effect != UNKNOWN && effect.text().equals(last)) {
                return effect;
            }
        }
        return first(name);
    }

    /** As it stands in the name and the attributes of a permission; empty when it is not known. */
    public String text() {
        return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
    }
}
