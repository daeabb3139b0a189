package dev.backstagegen;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever people do to a plugin between whatever runs: each line that they wrote is in the result or in a conflict
 * that they were shown, what they did not touch is as generated, and a second run finds nothing to do.
 *
 * <p>{@code -Dsequences=} says how many are tried, {@code -Dseed=} which is the first; a failure names its own.
 */
class EditSequencesTest {

    private static final long SEED = Long.getLong("seed", 20_260_101);
    private static final long SEQUENCES = Long.getLong("sequences", 10_000);

    /** Those through the front door are made and written for real, which takes its time. */
    private static final long THROUGH_THE_DOOR = Math.max(1, SEQUENCES / 400);

    @Test
    void noLineOfAPersonIsLost() {
        each("EditSequencesTest", SEQUENCES, seed -> new EditsInMemory(new Random(seed)).run());
    }

    @Test
    void noLineOfAPersonIsLostThroughTheFrontDoor() {
        each(
                "EditSequencesTest through the door",
                THROUGH_THE_DOOR,
                seed -> new EditsThroughTheDoor(new Random(seed)).run());
    }

    private interface Sequence {
        void of(long seed);
    }

    private static void each(String name, long sequences, Sequence sequence) {
        System.out.println(name + ", " + sequences + " sequences, seeds " + SEED + " to " + (SEED + sequences - 1));
        LongStream.range(SEED, SEED + sequences).parallel().forEach(seed -> {
            try {
                sequence.of(seed);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("-Dsequences=1 -Dseed=" + seed + "\n" + failure, failure);
            }
        });
    }
}
