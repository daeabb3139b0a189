package dev.backstagegen.check;

import dev.backstagegen.ScaffoldException;
import dev.backstagegen.tree.Json;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The problems that a repository had on the day it began to be checked, remembered in a file: they are not reported
 * again, and it is said when one is gone.
 */
public record KnownProblems(Set<CheckReport.Gone> problems) {

    public static final KnownProblems NONE = new KnownProblems(Set.of());

    private static final int VERSION = 1;
    private static final Comparator<CheckReport.Gone> ORDER = Comparator.comparing(CheckReport.Gone::path)
            .thenComparing(CheckReport.Gone::rule)
            .thenComparing(CheckReport.Gone::fingerprint);

    public KnownProblems {
        problems = Set.copyOf(problems);
    }

    public static KnownProblems of(List<Problem> problems) {
        Set<CheckReport.Gone> known = new LinkedHashSet<>();
        problems.forEach(problem -> known.add(entry(problem)));
        return new KnownProblems(known);
    }

    public boolean knows(Problem problem) {
        return problems.contains(entry(problem));
    }

    /** Those that are not among the present ones, by path. */
    public List<CheckReport.Gone> gone(List<Problem> present) {
        Set<CheckReport.Gone> there = of(present).problems;
        return problems.stream()
                .filter(each -> !there.contains(each))
                .sorted(ORDER)
                .toList();
    }

    /** The text of the file: one problem a line, in an order that merges well. */
    public String text() {
        List<Map<String, Object>> entries = new ArrayList<>();
        problems.stream().sorted(ORDER).forEach(each -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("rule", each.rule());
            entry.put("path", each.path().value());
            entry.put("fingerprint", each.fingerprint());
            entries.add(entry);
        });
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("version", VERSION);
        file.put("problems", entries);
        return Json.write(file);
    }

    /**
     * Reads the file.
     *
     * @param name what it is called in a message
     * @throws ScaffoldException when it is not one
     */
    public static KnownProblems read(String name, String text) {
        try {
            Json.Value root = Json.read(text);
            if (root.get("version").filter(Json.NumberValue.class::isInstance).isPresent()
                    && root.get("problems").orElse(null) instanceof Json.ArrayValue list) {
                Set<CheckReport.Gone> known = new LinkedHashSet<>();
                list.items()
                        .forEach(item -> known.add(new CheckReport.Gone(
                                text(item, "rule"), RelPath.of(text(item, "path")), text(item, "fingerprint"))));
                return new KnownProblems(known);
            }
        } catch (IllegalArgumentException wrong) {
            throw broken(name, ": " + wrong.getMessage());
        }
        throw broken(name, "");
    }

    private static String text(Json.Value item, String key) {
        return item.get(key)
                .flatMap(Json.Value::asText)
                .orElseThrow(() -> new IllegalArgumentException("a problem has no " + key));
    }

    private static CheckReport.Gone entry(Problem problem) {
        return new CheckReport.Gone(problem.finding().rule(), problem.path(), problem.fingerprint());
    }

    private static ScaffoldException broken(String name, String why) {
        return ScaffoldException.usage(
                name + " is not a baseline" + why + ".", "Write it anew with --baseline FILE --write-baseline");
    }
}
