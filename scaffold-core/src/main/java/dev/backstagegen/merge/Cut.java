package dev.backstagegen.merge;

import dev.backstagegen.merge.TreeMerge.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a tree without some of its parts; what is left keeps its text. */
final class Cut {

    private final Set<Knot> removed;
    private final Set<Knot> bare;

    /**
     * @param removed by identity: two parts may say the same
     * @param bare the parts that lose their comments, by identity
     */
    Cut(Set<Knot> removed, Set<Knot> bare) {
        this.removed = removed;
        this.bare = bare;
    }

    Cut(Set<Knot> removed) {
        this(removed, Set.of());
    }

    String text(Knot knot) {
        List<Part> parts = new ArrayList<>();
        boolean changed = false;
        String gap = "";
        for (Knot part : knot.parts()) {
            if (removed.contains(part)) {
                changed = true;
                gap = wider(gap, part.gap());
                continue;
            }
            String text = text(part);
            boolean isBare = bare.contains(part);
            changed |= isBare || !text.equals(part.text());
            // What stood apart does so still when the first of it is gone.
            boolean isFirst = parts.isEmpty();
            Optional<Knot> own = Optional.of(
                    gap.isEmpty() || isFirst
                            ? part
                            : part.with(part.key(), wider(part.gap(), gap), part.lead(), part.text(), part.tail()));
            gap = "";
            Slot slot = new Slot(own, own, own);
            parts.add(isBare ? new Part(slot, "", text, "") : new Part(slot, part.lead(), text, part.tail()));
        }
        if (!changed) {
            return knot.text();
        }
        String text = new PartWriter(knot, knot, knot.shape()).text(parts);
        // The end of a member or a statement is not a part of it.
        return knot.text().endsWith(";") && !text.endsWith(";") ? text + ";" : text;
    }

    private static String wider(String gap, String other) {
        return lines(other) > lines(gap) ? other : gap;
    }

    private static long lines(String gap) {
        return gap.chars().filter(c -> c == '\n').count();
    }
}
