package dev.backstagegen.host;

/** A file of the repository that has to know the plugin, or not to know it any longer. */
sealed interface Target permits Dependency, BackendFeature, ActionSource, ConfigSection, ConfigChange, Owner {

    /** What its text needs. */
    Step edit(String text);

    /**
     * The inverse of {@link #edit}: where a text is what an edit makes of another one, it is that one again. Several
     * may have become the same text; then most is taken out.
     */
    Step takeOut(String text);

    /** The lines for the user's own hand. */
    String paste();

    /** Whether a file that is not there is an empty one. */
    default boolean mayBeNew() {
        return false;
    }
}
