package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.List;

/**
 * A name and what declares it.
 *
 * @param name the node of the name itself
 * @param declaration the node that declares it: a declarator, a parameter, a function, a class, an import's clause
 * @param steps how a destructured name gets to its value, such as {@code credentials} or {@code 0}; {@code ...} for a
 *     rest and {@code ?} for what cannot be told
 */
public record Binding(Source source, Kind kind, TsNode name, TsNode declaration, List<String> steps) {

    /** What kind of thing a name stands for. */
    public enum Kind {
        VARIABLE,
        PARAMETER,
        FUNCTION,
        CLASS,
        TYPE,
        IMPORT,
        CAUGHT
    }

    public Binding {
        steps = List.copyOf(steps);
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    public Place place() {
        return new Place(source, declaration);
    }

    /** Names are compared by where they stand. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Binding binding && name == binding.name;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(name);
    }
}
