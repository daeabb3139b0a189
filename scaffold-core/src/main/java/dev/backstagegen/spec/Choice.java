package dev.backstagegen.spec;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whose text wins, once and for all, where a file was edited in the very place that is generated anew.
 *
 * @param file the file, as seen from the plugin's folder
 * @param take whose text
 * @param reason why; whoever comes later wants to know
 */
public record Choice(String file, Side take, String reason) {

    static final String KEY = "conflicts";

    private static final Set<String> KEYS = Set.of("file", "take", "reason");

    /** Whose text it is. */
    public enum Side {
        /** The lines of the user. */
        OURS,
        /** The generated lines. */
        THEIRS;

        /** It in words, in a sentence. */
        public String words() {
            return this == OURS ? "your lines" : "the generated lines";
        }

        /** The word for it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<Map<String, Object>> write(List<Choice> choices) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Choice choice : choices) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("file", choice.file);
            entry.put("take", choice.take.text());
            entry.put("reason", choice.reason);
            entries.add(entry);
        }
        return entries;
    }

    /**
     * @param name what the file is called in a message
     * @throws ScaffoldException when they are none
     */
    static List<Choice> read(String name, Map<String, Object> file) {
        Object value = file.get(KEY);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(name);
        }
        List<Choice> choices = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof Map<?, ?> entry)
                    || !KEYS.equals(entry.keySet())
                    || !(entry.get("file") instanceof String path)
                    || !(entry.get("reason") instanceof String reason)
                    || reason.isBlank()) {
                throw wrong(name);
            }
            choices.add(new Choice(file(name, path), side(name, String.valueOf(entry.get("take"))), reason));
        }
        return choices;
    }

    private static String file(String name, String path) {
        try {
            return RelPath.of(path).value();
        } catch (IllegalArgumentException wrong) {
            throw ScaffoldException.usage(
                    "'" + Plain.shown(path) + "' in '" + KEY + "' of " + name + " is not a file of the plugin.",
                    "Write it as seen from the plugin's folder, such as README.md");
        }
    }

    private static Side side(String name, String word) {
        for (Side side : Side.values()) {
            if (side.text().equals(word)) {
                return side;
            }
        }
        throw ScaffoldException.usage(
                "'" + Plain.shown(word) + "' in '" + KEY + "' of " + name + " is nobody's text.",
                "It is ours or theirs");
    }

    private static ScaffoldException wrong(String name) {
        return ScaffoldException.usage(
                "'" + KEY + "' in " + name + " is not a list of choices, each with file, take and reason.",
                "Write: - { file: README.md, take: ours, reason: it is our own }");
    }
}
