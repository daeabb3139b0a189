package dev.backstagegen.layout;

/** What a printer may want to know about the place it prints for. */
enum Hint {
    NONE,
    /** The only argument that may break. */
    FIRST_ARGUMENT,
    LAST_ARGUMENT,
    /** Right of an assignment. */
    ASSIGNED,
    /** Right of the last assignment of several, and an arrow that returns an arrow. */
    CHAIN_TAIL;

    boolean isArgument() {
        return this == FIRST_ARGUMENT || this == LAST_ARGUMENT;
    }

    boolean isAssigned() {
        return this == ASSIGNED || this == CHAIN_TAIL;
    }
}
