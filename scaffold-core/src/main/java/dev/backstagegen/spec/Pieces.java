package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plugin has of its own beside its resources, in the order in which it was said. What has to hold between them
 * and the rest of the plugin is for {@link PieceNames} to see.
 *
 * @param actions what assistants can ask for
 * @param routes what can be asked for over HTTP
 * @param tasks the names of what is done on a schedule
 * @param permissions the names of what else is decided upon
 */
public record Pieces(List<Action> actions, List<Route> routes, List<Name> tasks, List<Name> permissions) {

    public static final Pieces NONE = new Pieces(List.of(), List.of(), List.of(), List.of());

    static final int MAX_LENGTH = 40;
    static final int MOST = 20;

    public Pieces {
        actions = List.copyOf(actions);
        routes = List.copyOf(routes);
        tasks = List.copyOf(tasks);
        permissions = List.copyOf(permissions);
    }

    public Pieces withAction(Action action) {
        return withActions(and(actions, action));
    }

    public Pieces withRoute(Route route) {
        return withRoutes(and(routes, route));
    }

    /** @throws ScaffoldException when it is not a name */
    public Pieces withTask(String name) {
        return withTasks(and(tasks, name("a task", "clean-up", name)));
    }

    /** @throws ScaffoldException when it is not a name */
    public Pieces withPermission(String name) {
        return withPermissions(and(permissions, name("a permission", "export-read", name)));
    }

    /** The same with other actions. */
    public Pieces withActions(List<Action> others) {
        return new Pieces(others, routes, tasks, permissions);
    }

    /** The same with other routes. */
    public Pieces withRoutes(List<Route> others) {
        return new Pieces(actions, others, tasks, permissions);
    }

    /** The same with other tasks. */
    public Pieces withTasks(List<Name> others) {
        return new Pieces(actions, routes, others, permissions);
    }

    /** The same with other permissions. */
    public Pieces withPermissions(List<Name> others) {
        return new Pieces(actions, routes, tasks, others);
    }

    /** What a permission of one's own allows. */
    public static Effect effect(Name permission) {
        return Effect.firstOrLast(permission);
    }

    /**
     * Reads the name of something.
     *
     * @param of what it is the name of, in a message
     * @param example a good one
     */
    static Name name(String of, String example, String text) {
        if (text.length() > MAX_LENGTH || !Name.isKebab(text)) {
            String guess = Plain.kebab(text);
            throw ScaffoldException.usage(
                    "'" + Plain.shown(text) + "' is not a name for " + of
                            + ": it must be lower-case letters, digits and single dashes, beginning with a letter, at"
                            + " most " + MAX_LENGTH + " characters.",
                    guess.isEmpty() || guess.length() > MAX_LENGTH ? "For example: " + example : "Try " + guess);
        }
        return Name.ofKebab(text);
    }

    private static <T> List<T> and(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
