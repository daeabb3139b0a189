package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a plugin has of its own beside its resources, in a spec file: lists of names, left out where they are empty. */
final class PieceEntries {

    static final String ACTIONS = "actions";
    static final String ROUTES = "routes";
    static final String TASKS = "tasks";
    static final String PERMISSIONS = "permissions";

    private PieceEntries() {}

    static Map<String, List<String>> write(Pieces pieces) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        entries.put(ACTIONS, texts(pieces.actions()));
        entries.put(ROUTES, texts(pieces.routes()));
        entries.put(TASKS, texts(pieces.tasks()));
        entries.put(PERMISSIONS, texts(pieces.permissions()));
        entries.values().removeIf(List::isEmpty);
        return entries;
    }

    /**
     * Reads the lists.
     *
     * @param name what the file is called in a message
     * @throws ScaffoldException when one is none, or names what cannot be
     */
    static Pieces read(String name, Map<String, Object> file) {
        Pieces pieces = Pieces.NONE;
        for (String action : list(name, file, ACTIONS, "summarize-week")) {
            pieces = pieces.withAction(Action.of(action));
        }
        for (String route : list(name, file, ROUTES, "GET /reports/:id")) {
            pieces = pieces.withRoute(Route.of(route));
        }
        for (String task : list(name, file, TASKS, "clean-up")) {
            pieces = pieces.withTask(task);
        }
        for (String permission : list(name, file, PERMISSIONS, "export-read")) {
            pieces = pieces.withPermission(permission);
        }
        return pieces;
    }

    private static List<String> list(String name, Map<String, Object> file, String key, String example) {
        Object value = file.get(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object each : list) {
                if (!(each instanceof String text)) {
                    throw ScaffoldException.usage(
                            "'" + Plain.shown(String.valueOf(each)) + "' in '" + key + "' of " + name
                                    + " is not a text.",
                            "Write: " + key + ": ['" + example + "']");
                }
                texts.add(text);
            }
        } else if (value != null) {
            throw ScaffoldException.usage(
                    "'" + key + "' in " + name + " is not a list.", "Write: " + key + ": ['" + example + "']");
        }
        return texts;
    }

    private static List<String> texts(List<?> pieces) {
        return pieces.stream().map(Object::toString).toList();
    }
}
