package dev.backstagegen;

/** The front door: from an order to a draft, from a draft to files. */
public final class Scaffold {

    private Scaffold() {}

    /**
     * Works out what would happen. Nothing is written.
     *
     * @throws ScaffoldException when the order cannot be met
     */
    public static Draft draft(Order order) {
        throw new IllegalStateException("Waits for its rooms: " + order);
    }

    /**
     * Makes it happen, wholly or not at all.
     *
     * @throws ScaffoldException when the disk does not allow it, or is not as it was when the draft was made
     */
    public static void apply(Draft draft) {
        throw new IllegalStateException("Waits for its rooms: " + draft);
    }
}
