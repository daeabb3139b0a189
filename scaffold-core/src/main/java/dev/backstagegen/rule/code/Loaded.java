package dev.backstagegen.rule.code;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sources that a backend loads with the plugin: those that are shipped, and of the others those whose names do not say that they are scripts, servers for development or for tests. What a
 * generator wrote does not count.
 */
final class Loaded {

    private static final Pattern ASIDE = Pattern.compile(
            "(?i).*/(scripts?|bin|cli|tests?|testing|.*-?test-?utils?|mocks?|fixtures?|seeds?|examples?)/.*"
                    + "|.*/(run|cli|standaloneServer|setup|seed|.*(test|mock|fixture)[^/]*)\\.[cm]?[jt]s");

    /** What generators say of themselves, or switch off for a whole file. */
    private static final Pattern GENERATED = Pattern.compile(
            "(?i)@generated|auto-?\\s?generated|generated (by|using|with|from|file)|do not (edit|modify)"
                    + "|^/\\*\\s*(istanbul ignore file|tslint:disable)\\s*\\*/$");

    private Loaded() {}

    static List<Source> of(Plugin plugin) {
        Set<Source> found = Shipped.reached(plugin);
        return plugin.sources().stream()
                .filter(source -> (found.contains(source) || !isAside(source)) && !isGenerated(source))
                .toList();
    }

    private static boolean isAside(Source source) {
        return ASIDE.matcher("/" + source.path().value()).matches()
                || source.text().startsWith("#!");
    }

    /** What a generator wrote is nothing that the plugin's authors can change. */
    private static boolean isGenerated(Source source) {
        return source.path().segments().contains("generated")
                || source.path().name().contains(".generated.")
                || source.root().children().stream()
                        .takeWhile(child -> child.is("comment"))
                        .anyMatch(comment -> GENERATED.matcher(comment.text()).find());
    }
}
