package dev.backstagegen.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts the parts of three lists into one order: what is new stands behind what it stood behind. */
final class Weave {

    private final List<Knot> base;
    private final List<Knot> yours;
    private final List<Knot> fresh;
    private final int[] inYours;
    private final int[] inFresh;
    private final int[] sameNew;

    private Weave(Knot base, Knot yours, Knot fresh, Shape shape) {
        this.base = base.parts();
        this.yours = yours.parts();
        this.fresh = fresh.parts();
        this.inYours = Matching.of(this.base, this.yours, shape);
        this.inFresh = Matching.of(this.base, this.fresh, shape);
        this.sameNew = new int[this.yours.size()];
        Arrays.fill(sameNew, -1);
        matchNew(shape);
    }

    static List<Slot> of(Knot base, Knot yours, Knot fresh, Shape shape) {
        return new Weave(base, yours, fresh, shape).slots();
    }

    /** What both sides have added is one part if it is the same, or has the same name. */
    private void matchNew(Shape shape) {
        List<Integer> mine = rest(yours.size(), inYours);
        List<Integer> others = rest(fresh.size(), inFresh);
        boolean[] taken = new boolean[fresh.size()];
        for (int i : mine) {
            Knot one = yours.get(i);
            for (int j : others) {
                Knot other = fresh.get(j);
                boolean named = shape.isNamed() || shape == Shape.FIXED || Matching.isDeclaration(one);
                if (!taken[j] && (one.sameAs(other) || named && one.key().equals(other.key()))) {
                    sameNew[i] = j;
                    taken[j] = true;
                    break;
                }
            }
        }
    }

    private static List<Integer> rest(int size, int[] partners) {
        return IntStream.range(0, size)
                .filter(i -> IntStream.of(partners).noneMatch(partner -> partner == i))
                .boxed()
                .toList();
    }

    private List<Slot> slots() {
        List<Slot> slots = new ArrayList<>();
        Slot[] ofYours = new Slot[yours.size()];
        Slot[] ofFresh = new Slot[fresh.size()];
        List<Slot> ofBase = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            int mine = inYours[i];
            int other = inFresh[i];
            Slot slot = new Slot(
                    Optional.of(base.get(i)),
                    mine < 0 ? Optional.empty() : Optional.of(yours.get(mine)),
                    other < 0 ? Optional.empty() : Optional.of(fresh.get(other)));
            ofBase.add(slot);
            if (mine >= 0) {
                ofYours[mine] = slot;
            }
            if (other >= 0) {
                ofFresh[other] = slot;
            }
        }
        for (int i = 0; i < ofYours.length; i++) {
            if (ofYours[i] == null) {
                Optional<Knot> other = sameNew[i] < 0 ? Optional.empty() : Optional.of(fresh.get(sameNew[i]));
                ofYours[i] = new Slot(Optional.empty(), Optional.of(yours.get(i)), other);
                if (sameNew[i] >= 0) {
                    ofFresh[sameNew[i]] = ofYours[i];
                }
            }
        }
        for (int i = 0; i < ofFresh.length; i++) {
            if (ofFresh[i] == null) {
                ofFresh[i] = new Slot(Optional.empty(), Optional.empty(), Optional.of(fresh.get(i)));
            }
        }
        boolean freshOrder = isMoved(inFresh) && !isMoved(inYours);
        slots.addAll(Arrays.asList(freshOrder ? ofFresh : ofYours));
        weave(slots, ofBase);
        weave(slots, Arrays.asList(freshOrder ? ofYours : ofFresh));
        return slots;
    }

    private static boolean isMoved(int[] partners) {
        int last = -1;
        for (int partner : partners) {
            if (partner >= 0 && partner < last) {
                return true;
            }
            last = Math.max(last, partner);
        }
        return false;
    }

    private static void weave(List<Slot> slots, List<Slot> others) {
        int at = 0;
        for (Slot slot : others) {
            int known = index(slots, slot);
            if (known < 0) {
                while (at < slots.size() && index(others, slots.get(at)) < 0) {
                    at++;
                }
                slots.add(at, slot);
                known = at;
            }
            at = known + 1;
        }
    }

    /** Two slots may be equal and yet not the same. */
    private static int index(List<Slot> slots, Slot slot) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i) == slot) {
                return i;
            }
        }
        return -1;
    }
}
