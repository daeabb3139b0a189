package dev.backstagegen.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text that has not yet decided where its lines end. Never changes once made. */
sealed interface Doc {

    Doc EMPTY = new Text("", 0);

    /** Whether it is sure to end a line somewhere inside. */
    boolean willBreak();

    /** Whether it makes the group around it break; a group with several states keeps that to itself. */
    boolean forces();

    /** Text without line ends. */
    record Text(String value, int width) implements Doc {
        @Override
        public boolean willBreak() {
            return false;
        }

        @Override
        public boolean forces() {
            return false;
        }
    }

    /** One after the other. */
    record Concat(List<Doc> parts, boolean willBreak, boolean forces) implements Doc {}

    /** Content and separators in turn, as many on each line as fit. */
    record Fill(List<Doc> parts, boolean willBreak, boolean forces) implements Doc {}

    /** Lines that begin inside begin so many columns further to the right. */
    record Indent(int columns, Doc contents, boolean willBreak, boolean forces) implements Doc {}

    /** Lines that begin inside begin at this column, whatever is around. */
    record AtColumn(int column, Doc contents, boolean willBreak, boolean forces) implements Doc {}

    /** On one line if it fits, otherwise the first of its further states that does. */
    record Group(Doc contents, List<Doc> states, boolean broken, boolean willBreak, Id id) implements Doc {
        @Override
        public boolean forces() {
            return broken;
        }
    }

    /** One thing if the group breaks, the other if not. */
    record IfBreak(Doc broken, Doc flat, Id id, boolean willBreak, boolean forces) implements Doc {}

    /** Indented only if the named group breaks. */
    record IndentIfBreak(Doc contents, Id id) implements Doc {
        @Override
        public boolean willBreak() {
            return contents.willBreak();
        }

        @Override
        public boolean forces() {
            return contents.forces();
        }
    }

    /** A chain of calls that decides for itself how it breaks; assignments want to know. */
    record Chain(Doc contents) implements Doc {
        @Override
        public boolean willBreak() {
            return contents.willBreak();
        }

        @Override
        public boolean forces() {
            return contents.forces();
        }
    }

    /** Waits for the end of the line. */
    record Suffix(Doc contents) implements Doc {
        @Override
        public boolean willBreak() {
            return contents.willBreak();
        }

        @Override
        public boolean forces() {
            return contents.forces();
        }
    }

    /** The ways a line can end. */
    enum Line implements Doc {
        /** A space, unless the group around it breaks. */
        SPACE,
        /** Nothing, unless the group around it breaks. */
        SOFT,
        /** Always, so every group around it breaks. */
        HARD,
        /** As hard, and the next line begins at the margin. */
        LITERAL;

        boolean hard() {
            return this == HARD || this == LITERAL;
        }

        @Override
        public boolean willBreak() {
            return hard();
        }

        @Override
        public boolean forces() {
            return hard();
        }
    }

    /** Prints nothing; tells afterwards whether the group around it was broken. */
    record Probe(Id id) implements Doc {
        @Override
        public boolean willBreak() {
            return false;
        }

        @Override
        public boolean forces() {
            return false;
        }
    }

    /** Things that print nothing. */
    enum Mark implements Doc {
        BREAK_PARENT,
        SUFFIX_BOUNDARY;

        @Override
        public boolean willBreak() {
            return this == BREAK_PARENT;
        }

        @Override
        public boolean forces() {
            return this == BREAK_PARENT;
        }
    }

    /** The identity of a group that others ask about. */
    final class Id {}

    static Doc text(String value) {
        return value.isEmpty() ? EMPTY : new Text(value, Columns.of(value));
    }

    static Doc concat(Doc... parts) {
        return concat(Arrays.asList(parts));
    }

    static Doc concat(List<Doc> parts) {
        List<Doc> some = new ArrayList<>(parts.size());
        boolean breaks = false;
        boolean forces = false;
        for (Doc part : parts) {
            if (part != EMPTY) {
                some.add(part);
                breaks |= part.willBreak();
                forces |= part.forces();
            }
        }
        return switch (some.size()) {
            case 0 -> EMPTY;
            case 1 -> some.get(0);
            default -> new Concat(some, breaks, forces);
        };
    }

    static Doc fill(List<Doc> parts) {
        return new Fill(parts, anyBreaks(parts), anyForces(parts));
    }

    static Doc join(Doc separator, List<Doc> parts) {
        List<Doc> joined = new ArrayList<>(parts.size() * 2);
        for (Doc part : parts) {
            if (!joined.isEmpty()) {
                joined.add(separator);
            }
            joined.add(part);
        }
        return concat(joined);
    }

    static Doc indent(Doc... contents) {
        return align(2, concat(contents));
    }

    static Doc align(int columns, Doc contents) {
        return contents == EMPTY ? EMPTY : new Indent(columns, contents, contents.willBreak(), contents.forces());
    }

    static Doc atColumn(int column, Doc contents) {
        return new AtColumn(column, contents, contents.willBreak(), contents.forces());
    }

    static Doc group(Doc... contents) {
        return group(concat(contents), false, null);
    }

    static Doc group(Doc contents, boolean broken) {
        return group(contents, broken, null);
    }

    static Doc group(Doc contents, boolean broken, Id id) {
        return new Group(contents, List.of(), broken || contents.forces(), broken || contents.willBreak(), id);
    }

    /** A group that tries its states in turn; the last is taken if none fits. */
    static Doc oneOf(Doc... states) {
        return new Group(states[0], List.of(states), false, states[0].willBreak(), null);
    }

    static Doc ifBreak(Doc broken, Doc flat) {
        return ifBreak(broken, flat, null);
    }

    static Doc ifBreak(Doc broken, Doc flat, Id id) {
        return new IfBreak(broken, flat, id, broken.willBreak() || flat.willBreak(), broken.forces() || flat.forces());
    }

    static boolean anyBreaks(List<Doc> parts) {
        for (Doc part : parts) {
            if (part.willBreak()) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyForces(List<Doc> parts) {
        for (Doc part : parts) {
            if (part.forces()) {
                return true;
            }
        }
        return false;
    }
}
