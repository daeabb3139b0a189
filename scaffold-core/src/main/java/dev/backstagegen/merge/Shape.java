package dev.backstagegen.merge;

/** How the parts of a piece of code hang together, and so how two changes of them can live side by side. */
enum Shape {
    /** Parts with commas between them whose order does not matter, each known by its name. */
    SET(",", true),
    /** Types with bars between them. */
    BARS("|", true),
    /** Parts with commas between them, known by their place. */
    LIST(",", false),
    /** Members of a class or an interface, each with its own end. */
    MEMBERS("", true),
    /** Statements, one after the other. */
    STATEMENTS("", false),
    /** A value and what is asked of it, call by call. */
    CHAIN("", false),
    /** What the grammar says must be there, token by token. */
    FIXED("", false),
    /** Taken as a whole or not at all. */
    ATOM("", false);

    private final String separator;
    private final boolean named;

    Shape(String separator, boolean named) {
        this.separator = separator;
        this.named = named;
    }

    String separator() {
        return separator;
    }

    /** Whether a part is known by its name wherever it stands. */
    boolean isNamed() {
        return named;
    }

    /** Whether its parts stand between brackets, or are the whole file. */
    boolean isList() {
        return this == SET || this == LIST || this == MEMBERS || this == STATEMENTS;
    }
}
