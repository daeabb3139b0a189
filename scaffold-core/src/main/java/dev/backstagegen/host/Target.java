package dev.backstagegen.host;

/** A file of the repository that has to know the plugin. */
sealed interface Target permits Dependency, BackendFeature, ActionSource, ConfigSection, Owner {

    /** What its text needs. */
    Step edit(String text);

    /** The lines for the user's own hand. */
    String paste();

    /** Whether a file that is not there is an empty one. */
    default boolean mayBeNew() {
        return false;
    }
}
