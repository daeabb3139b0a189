package dev.backstagegen.merge;

import java.util.Optional;

/** One part of a list, as the base and either side have it. */
record Slot(Optional<Knot> base, Optional<Knot> yours, Optional<Knot> fresh) {

    boolean isNewInYours() {
        return base.isEmpty() && fresh.isEmpty();
    }

    boolean isNewInFresh() {
        return base.isEmpty() && yours.isEmpty();
    }

    boolean isGone() {
        return yours.isEmpty() && fresh.isEmpty();
    }

    /** What the side has that did something, for questions about what it is. */
    Knot any() {
        return yours.or(() -> fresh).or(() -> base).orElseThrow();
    }
}
