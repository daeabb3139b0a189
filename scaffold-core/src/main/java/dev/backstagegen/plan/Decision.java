package dev.backstagegen.plan;

/** What is to become of a file on which both sides have their own mind. */
public sealed interface Decision {

    Decision OPEN = new Open();

    Decision BESIDE = new Beside();

    /** The file gets this text. */
    record Settled(String text) implements Decision {}

    /** The file stays, and what was generated is put beside it under a name of its own. */
    record Beside() implements Decision {}

    /** Nobody has decided. */
    record Open() implements Decision {}
}
