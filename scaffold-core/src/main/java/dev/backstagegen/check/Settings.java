package dev.backstagegen.check;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.spec.Guess;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a repository wants of the rules: {@code .backstage-gen-rules.yaml} at its root or in a plugin's folder, or the
 * key {@code check} of the file that describes a plugin. What is nearer to the code wins.
 *
 * @param severities the severity of each rule that is to have another one than its own; nothing for one that is off
 * @param excluded the paths, as seen from the root of the repository, in which nothing is reported
 * @param actionNames how the words of an action's name are to be joined, if that is said
 */
record Settings(
        Map<String, Optional<Severity>> severities, List<PathPattern> excluded, Optional<ActionNames> actionNames) {

    /** What the file is called. */
    static final String FILE = ".backstage-gen-rules.yaml";

    static final Settings NONE = new Settings(Map.of(), List.of(), Optional.empty());

    private static final String OFF = "off";
    private static final List<String> KEYS = List.of("rules", "exclude", "actionNames");

    Settings {
        severities = Map.copyOf(severities);
        excluded = List.copyOf(excluded);
    }

    /**
     * Reads a file.
     *
     * @param name what the file is called in a message
     * @param folder the folder that its paths are seen from; nothing for the root of the repository
     * @throws ScaffoldException when it is not one, or names a rule that there is not
     */
    static Settings read(String name, Optional<RelPath> folder, String text) {
        try {
            return of(name, folder, Yaml.read(text));
        } catch (IllegalArgumentException e) {
            throw ScaffoldException.usage(name + " is not YAML: " + e.getMessage() + ".", "");
        }
    }

    /** The same for what was read already: a map of the keys, or nothing. */
    static Settings of(String name, Optional<RelPath> folder, Object content) {
        if (content == null) {
            return NONE;
        }
        Map<?, ?> map = map(name, content);
        for (Object key : map.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw ScaffoldException.usage(
                        name + " has an unknown key '" + key + "'.", "The keys are: " + String.join(", ", KEYS));
            }
        }
        Object names = map.get("actionNames");
        return new Settings(
                severities(name, map.get("rules")),
                excluded(name, folder, map.get("exclude")),
                Optional.ofNullable(names).map(style -> ActionNames.of(String.valueOf(style))));
    }

    /** These, with others that are nearer to the code. */
    Settings and(Settings nearer) {
        Map<String, Optional<Severity>> both = new LinkedHashMap<>(severities);
        both.putAll(nearer.severities);
        return new Settings(
                both,
                Stream.concat(excluded.stream(), nearer.excluded.stream()).toList(),
                nearer.actionNames.or(() -> actionNames));
    }

    boolean isOff(Rule rule) {
        return severities.containsKey(rule.doc().id())
                && severities.get(rule.doc().id()).isEmpty();
    }

    /** How bad the findings of a rule are here. */
    Severity severity(String rule, Severity usual) {
        return severities.getOrDefault(rule, Optional.of(usual)).orElse(usual);
    }

    boolean excludes(RelPath path) {
        return excluded.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static Map<String, Optional<Severity>> severities(String name, Object from) {
        Map<String, Optional<Severity>> severities = new LinkedHashMap<>();
        if (from != null) {
            map(name, from)
                    .forEach((rule, word) -> severities.put(rule(name, String.valueOf(rule)), severity(name, word)));
        }
        return severities;
    }

    private static String rule(String name, String id) {
        List<String> ids = Rules.ALL.stream().map(rule -> rule.doc().id()).toList();
        if (!ids.contains(id)) {
            throw ScaffoldException.usage(
                    name + " names a rule '" + id + "' that there is not.",
                    Guess.hint(id, ids, "backstage-gen rules lists them"));
        }
        return id;
    }

    /** YAML takes a bare {@code off} for {@code false}. */
    private static Optional<Severity> severity(String name, Object word) {
        String text = Boolean.FALSE.equals(word) ? OFF : String.valueOf(word);
        return switch (text) {
            case OFF -> Optional.empty();
            case "error", "warning", "info" -> Optional.of(Severity.valueOf(text.toUpperCase(Locale.ROOT)));
            default ->
                throw ScaffoldException.usage(
                        name + " gives a rule the severity '" + text + "'.", "It is error, warning, info or off");
        };
    }

    private static List<PathPattern> excluded(String name, Optional<RelPath> folder, Object from) {
        List<PathPattern> patterns = new ArrayList<>();
        if (from instanceof List<?> list) {
            list.forEach(each -> patterns.add(PathPattern.of(name, folder, String.valueOf(each))));
        } else if (from != null) {
            throw ScaffoldException.usage(
                    "'exclude' in " + name + " is not a list.", "Write: exclude: ['plugins/legacy-backend/**']");
        }
        return patterns;
    }

    private static Map<?, ?> map(String name, Object content) {
        if (content instanceof Map<?, ?> map) {
            return map;
        }
        throw ScaffoldException.usage(
                name + " is not made of keys and values.", "It begins like: rules: { logging/structured: off }");
    }
}
