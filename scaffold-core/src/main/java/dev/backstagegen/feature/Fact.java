package dev.backstagegen.feature;

/**
 * What the rest of the tool asks about a plugin. Features bring facts, so that nobody has to name a feature; all that
 * there are, those that only templates ask for among them, stand in {@code templates/facts.yaml}.
 */
public final class Fact {

    /** It keeps something of its own in a database. */
    public static final String RESOURCES = "keepsResources";

    /** Each thing it keeps has an owner, in a column of its own. */
    public static final String OWNERS = "keepsOwners";

    /** It registers actions that clients are to find. */
    public static final String ACTIONS = "offersActions";

    /** It has tasks that the scheduler runs. */
    public static final String TASKS = "runsTasks";

    /** It asks the permission framework before it answers. */
    public static final String PERMISSIONS = "checksPermissions";

    private Fact() {}
}
