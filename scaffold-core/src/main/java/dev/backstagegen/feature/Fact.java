package dev.backstagegen.feature;

/** What a template may ask about the plugin. Features bring facts, so that no template has to name a feature. */
public enum Fact {
    /** It keeps something of its own in a database. */
    RESOURCE,
    /** It asks the permission framework before it answers. */
    PERMISSIONS,
    /** It registers actions that clients are to find. */
    ACTIONS
}
