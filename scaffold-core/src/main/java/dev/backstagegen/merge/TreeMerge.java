package dev.backstagegen.merge;

import dev.backstagegen.ts.TsFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Merges in the syntax tree. What one side has left alone is the other's; lists are merged part by part. Where only a
 * person can decide, the side that is preferred has its way, and {@link #hasDoubts()} tells.
 */
final class TreeMerge {

    /** Whose way it is where only a person can decide. */
    enum Side {
        BASE,
        YOURS,
        FRESH
    }

    private final Side preferred;
    private final Missing missing;
    private boolean doubts;

    TreeMerge(Side preferred, Missing missing) {
        this.preferred = preferred;
        this.missing = missing;
    }

    String merge(Knot base, Knot yours, Knot fresh) {
        if (base.sameAs(fresh) || yours.sameAs(fresh)) {
            return yours.text();
        }
        boolean structured = isStructured(base, yours) && isStructured(yours, fresh);
        // What you have only laid out in another way keeps that layout where it can.
        if (base.sameAs(yours) && (!structured || moved(base, yours.indent()).equals(yours.text()))) {
            return moved(fresh, yours.indent());
        }
        if (structured) {
            Shape shape = base.shape() == fresh.shape() ? yours.shape() : Shape.LIST;
            return new PartWriter(yours, fresh, shape).text(parts(shape, base, yours, fresh));
        }
        if (yours.node().is("comment", "template_string")) {
            Merged lines = LineMerge.of(moved(base, yours.indent()), yours.text(), moved(fresh, yours.indent()));
            if (lines.isClean()) {
                return lines.text(conflict -> "");
            }
        }
        return decided(moved(base, yours.indent()), yours.text(), moved(fresh, yours.indent()));
    }

    /** Whether it met something that only a person can decide. */
    boolean hasDoubts() {
        return doubts;
    }

    private static boolean isStructured(Knot one, Knot other) {
        boolean alike = one.shape() == other.shape()
                || one.node().is("array") && other.node().is("array");
        return alike
                && one.shape() != Shape.ATOM
                && one.node().type().equals(other.node().type());
    }

    private String decided(String base, String yours, String fresh) {
        doubts = true;
        return switch (preferred) {
            case BASE -> base;
            case YOURS -> yours;
            case FRESH -> fresh;
        };
    }

    private static String moved(Knot knot, String indent) {
        return Indent.move(knot.text(), knot.indent(), indent);
    }

    private List<Part> parts(Shape shape, Knot base, Knot yours, Knot fresh) {
        List<Slot> slots = Weave.of(base, yours, fresh, shape);
        boolean sorted = shape == Shape.SET && isSorted(yours.parts()) && isSorted(fresh.parts());
        boolean sortedImports = shape == Shape.STATEMENTS && isSorted(imports(yours)) && isSorted(imports(fresh));
        String indent = PartWriter.indentOfParts(yours);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < slots.size()) {
            int end = at;
            while (end < slots.size() && Contention.isPart(slots.get(end))) {
                end++;
            }
            Contention contention = new Contention(shape, slots.subList(at, end));
            if (!contention.isOne()) {
                end = Math.max(end, at + 1);
                slots.subList(at, end).forEach(slot -> part(slot, indent).ifPresent(parts::add));
            } else if (contention.isDoubtful()) {
                decide(contention, indent, parts);
            } else {
                contention
                        .ordered(sorted || sortedImports && contention.areImports())
                        .forEach(slot -> part(slot, indent).ifPresent(parts::add));
            }
            at = end;
        }
        return yours.node().parent().isEmpty() ? behindImports(parts) : parts;
    }

    /** What is new to a file stands behind its imports, whatever it stood behind elsewhere. */
    private static List<Part> behindImports(List<Part> parts) {
        int last = -1;
        for (int i = 0; i < parts.size(); i++) {
            last = parts.get(i).slot().any().node().is("import_statement") ? i : last;
        }
        List<Part> ordered = new ArrayList<>();
        List<Part> later = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean isTooEarly = i < last
                    && part.slot().isNewInFresh()
                    && !part.slot().any().isComment()
                    && !part.slot().any().node().is("import_statement");
            (isTooEarly ? later : ordered).add(part);
            if (i == last) {
                ordered.addAll(later);
            }
        }
        return ordered;
    }

    private void decide(Contention contention, String indent, List<Part> parts) {
        doubts = true;
        switch (preferred) {
            case BASE -> contention.gone().forEach(slot -> parts.add(added(slot, slot.base(), indent)));
            case YOURS -> contention.mine().forEach(slot -> parts.add(added(slot, slot.yours(), indent)));
            case FRESH -> contention.others().forEach(slot -> parts.add(added(slot, slot.fresh(), indent)));
        }
    }

    private static List<Knot> imports(Knot file) {
        return file.parts().stream()
                .filter(part -> part.node().is("import_statement"))
                .toList();
    }

    private static boolean isSorted(List<Knot> parts) {
        for (int i = 1; i < parts.size(); i++) {
            if (Contention.rank(parts.get(i - 1)).compareTo(Contention.rank(parts.get(i))) > 0) {
                return false;
            }
        }
        return true;
    }

    private Optional<Part> part(Slot slot, String indent) {
        if (slot.yours().isPresent() && slot.fresh().isPresent()) {
            return slot.base().isPresent() ? Optional.of(both(slot, indent)) : addedByBoth(slot, indent);
        }
        Optional<Knot> left = slot.yours().or(slot::fresh);
        if (slot.base().isEmpty() || left.isEmpty()) {
            return slot.fresh().filter(missing::isUsedBy).isPresent()
                    ? decided(slot, indent)
                    : left.map(knot -> added(slot, left, indent));
        }
        if (left.get().sameWithComments(slot.base().get())) {
            return slot.fresh().filter(missing::isDeclaredBy).isPresent() ? decided(slot, indent) : Optional.empty();
        }
        // Whether an import is needed is seen when all the code is there.
        return left.get().node().is("import_statement")
                ? Optional.of(added(slot, left, indent))
                : decided(slot, indent);
    }

    private Optional<Part> decided(Slot slot, String indent) {
        doubts = true;
        Optional<Knot> knot = switch (preferred) {
            case BASE -> slot.base();
            case YOURS -> slot.yours();
            case FRESH -> slot.fresh();
        };
        return knot.map(each -> added(slot, knot, indent));
    }

    private static Part added(Slot slot, Optional<Knot> from, String indent) {
        Knot knot = from.orElseThrow();
        if (slot.yours().filter(mine -> mine == knot).isPresent()) {
            return new Part(slot, knot.lead(), knot.text(), knot.tail());
        }
        return new Part(slot, Indent.move(knot.lead(), knot.indent(), indent), moved(knot, indent), knot.tail());
    }

    private Optional<Part> addedByBoth(Slot slot, String indent) {
        Knot yours = slot.yours().orElseThrow();
        Knot fresh = slot.fresh().orElseThrow();
        if (yours.sameAs(fresh)) {
            return Optional.of(added(slot, slot.yours(), indent));
        }
        if (yours.node().is("import_statement")
                && yours.text().contains("{")
                && fresh.text().contains("{")) {
            String none = yours.text().replaceAll("(?s)\\{.*}", "{}");
            Knot base = KnotReader.read(TsFile.shared(none)).parts().get(0);
            return Optional.of(new Part(slot, yours.lead(), merge(base, yours, fresh), yours.tail()));
        }
        return decided(slot, indent);
    }

    private Part both(Slot slot, String indent) {
        Knot base = slot.base().orElseThrow();
        Knot yours = slot.yours().orElseThrow();
        Knot fresh = slot.fresh().orElseThrow();
        String text = merge(base, yours, fresh);
        // The end of a member is not a part of it.
        String end = yours.text().endsWith(";") && !text.endsWith(";") ? ";" : "";
        String moved = Indent.move(fresh.lead(), fresh.indent(), indent);
        return new Part(
                slot,
                comments(Indent.move(base.lead(), base.indent(), indent), yours.lead(), moved),
                text + end,
                comments(base.tail(), yours.tail(), fresh.tail()));
    }

    private String comments(String base, String yours, String fresh) {
        String was = Essence.ofText(base);
        String mine = Essence.ofText(yours);
        String other = Essence.ofText(fresh);
        if (was.equals(other) || mine.equals(other)) {
            return yours;
        }
        if (was.equals(mine)) {
            return fresh;
        }
        Merged lines = LineMerge.of(base, yours, fresh);
        return lines.isClean()
                ? lines.text(conflict -> "")
                : around(base, yours, fresh)
                        .or(() -> around(base, fresh, yours))
                        .orElseGet(() -> decided(base, yours, fresh));
    }

    /** Comments that were only added before or behind what was there keep that place. */
    private static Optional<String> around(String base, String more, String other) {
        if (!base.isEmpty() && more.startsWith(base)) {
            return Optional.of(other + more.substring(base.length()));
        }
        return !base.isEmpty() && more.endsWith(base)
                ? Optional.of(more.substring(0, more.length() - base.length()) + other)
                : Optional.empty();
    }

    /**
     * A part of what comes out.
     *
     * @param slot where it is from
     * @param lead its comments, and what stands between them and the code
     * @param text the code
     * @param tail comments behind it in the same line
     */
    record Part(Slot slot, String lead, String text, String tail) {}
}
