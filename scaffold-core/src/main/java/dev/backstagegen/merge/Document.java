package dev.backstagegen.merge;

import java.util.List;
import java.util.Set;

/**
 * A text of keys and values that is edited where it stands; each edit gives another one. A place is told by the
 * indexes that lead to it. Whatever cannot be done safely throws an {@code IllegalArgumentException}.
 */
interface Document {

    String text();

    Value value();

    /** Every comment, in the order of the text. */
    List<String> comments();

    /** With something more, at an index of the map or list at a place. */
    Document put(List<Integer> at, int index, Value value);

    /** With another value at a place. */
    Document replace(List<Integer> at, Value value);

    /**
     * Without what stands at a place.
     *
     * @param dropped comments that go as well where they stand right above it
     */
    Document remove(List<Integer> at, Set<String> dropped);
}
