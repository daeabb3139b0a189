package dev.backstagegen.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides what becomes of parts that both sides have added at one place. */
final class Contention {

    private final Shape shape;
    private final List<Slot> mine = new ArrayList<>();
    private final List<Slot> others = new ArrayList<>();
    private final List<Slot> gone = new ArrayList<>();

    Contention(Shape shape, List<Slot> slots) {
        this.shape = shape;
        for (Slot slot : slots) {
            (slot.isGone() && slot.base().isPresent() ? gone : slot.isNewInYours() ? mine : others).add(slot);
        }
    }

    static boolean isPart(Slot slot) {
        return slot.isNewInYours() || slot.isNewInFresh() || slot.isGone();
    }

    boolean isOne() {
        return !mine.isEmpty() && !others.isEmpty();
    }

    List<Slot> mine() {
        return mine;
    }

    List<Slot> others() {
        return others;
    }

    List<Slot> gone() {
        return gone;
    }

    /** Whether only a person can say what is to be. */
    boolean isDoubtful() {
        return switch (shape) {
            case SET, BARS, MEMBERS -> false;
            case CHAIN -> !gone.isEmpty();
            case STATEMENTS -> isReplaced() || usesBothWays() || declareSame() || jumps(mine) && jumps(others);
            default -> true;
        };
    }

    private boolean isReplaced() {
        return gone.stream().anyMatch(slot -> !slot.any().node().is("import_statement", "comment"));
    }

    /** Both, in an order in which each finds what it uses. */
    List<Slot> ordered(boolean sorted) {
        List<Slot> both = new ArrayList<>();
        if (sorted) {
            both.addAll(mine);
            both.addAll(others);
            both.sort(Comparator.comparing(Contention::rank));
            return both;
        }
        boolean first = shape != Shape.STATEMENTS || !uses(mine, others) && !(jumps(mine) && !jumps(others));
        both.addAll(first ? mine : others);
        both.addAll(first ? others : mine);
        return both;
    }

    boolean areImports() {
        return Stream.concat(mine.stream(), others.stream())
                .allMatch(slot -> slot.any().node().is("import_statement"));
    }

    static String rank(Slot slot) {
        return rank(slot.any());
    }

    /** Where a list that is sorted has it; imports of packages stand before those of files. */
    static String rank(Knot knot) {
        String key = knot.key();
        if (!key.startsWith("import ")) {
            return key.toLowerCase(Locale.ROOT);
        }
        return importRank(key.substring("import ".length()));
    }

    static String importRank(String quoted) {
        String source = quoted.replaceAll("['\"\u0001]", "");
        if (source.startsWith(".")) {
            return (source.startsWith("../") ? "2" : "3") + source;
        }
        return (source.startsWith("node:") ? "0" : "1") + source;
    }

    private boolean usesBothWays() {
        return uses(mine, others) && uses(others, mine);
    }

    private boolean declareSame() {
        Set<String> both = new HashSet<>(Names.declared(knots(mine)));
        both.retainAll(Names.declared(knots(others)));
        return !both.isEmpty();
    }

    private static boolean uses(List<Slot> some, List<Slot> others) {
        return Names.meet(Names.usedBy(knots(some)), Names.declared(knots(others)));
    }

    private static boolean jumps(List<Slot> slots) {
        return slots.get(slots.size() - 1)
                .any()
                .node()
                .is("return_statement", "throw_statement", "break_statement", "continue_statement");
    }

    private static List<Knot> knots(List<Slot> slots) {
        Function<Slot, Knot> knot = Slot::any;
        return slots.stream().map(knot).toList();
    }
}
