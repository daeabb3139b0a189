package dev.backstagegen.rule;

import java.util.List;

/**
 * The edits that make a finding go away; all of them or none.
 *
 * @param safe whether the plugin does what it was meant to do afterwards, for sure; otherwise it is a suggestion that
 *     somebody has to look at
 * @param edits nothing where there is no repair
 */
public record Repair(boolean safe, List<Edit> edits) {

    public static final Repair NONE = new Repair(true, List.of());

    public Repair {
        edits = List.copyOf(edits);
    }

    public static Repair safe(List<Edit> edits) {
        return new Repair(true, edits);
    }

    public static Repair suggested(List<Edit> edits) {
        return new Repair(false, edits);
    }

    public boolean isThere() {
        return !edits.isEmpty();
    }
}
