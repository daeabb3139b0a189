package dev.backstagegen.render;

import dev.backstagegen.tree.RelPath;

/** What becomes of a table, or of what is in it, is not ours to guess: the user has to write a migration, or not. */
public sealed interface Leftover {

    /** The table it is about. */
    String table();

    /** It in words. */
    String text();

    /**
     * A column that is to hold something else.
     *
     * @param was what it held, as in the description of a field
     * @param now what it is to hold
     */
    record Column(String table, String column, String was, String now) implements Leftover {
        @Override
        public String text() {
            return "The column " + column + " of " + table + " was made for " + was + " and is to hold " + now
                    + " now; no migration changes it.";
        }
    }

    /** A table that nothing keeps anything in any more. */
    record Kept(String table) implements Leftover {
        @Override
        public String text() {
            return "The table " + table + " is not used any more and stays with all its rows; no migration drops it.";
        }
    }

    /**
     * A table that is used again.
     *
     * @param made the migration that made it at the time
     */
    record Returned(String table, RelPath made) implements Leftover {
        @Override
        public String text() {
            return "The table " + table + " is still there from " + made
                    + "; no migration gives it what is new since then.";
        }
    }
}
