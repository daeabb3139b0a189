package dev.backstagegen.rule;

import dev.backstagegen.rule.code.Place;
import dev.backstagegen.tree.RelPath;
import java.util.Comparator;

/**
 * One place where a plugin breaks a rule.
 *
 * @param rule the rule's id
 * @param path the file, as seen from the plugin's folder
 * @param start where it begins, as an index of UTF-16 code units
 * @param end where it ends, exclusive
 * @param line the line of the start, counted from one
 * @param column the column of the start in UTF-16 code units, counted from one
 * @param message what is wrong here, why it matters, and what to do
 */
public record Finding(
        String rule,
        Severity severity,
        RelPath path,
        int start,
        int end,
        int line,
        int column,
        String message,
        Repair repair)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::path)
            .thenComparingInt(Finding::start)
            .thenComparing(Finding::rule)
            .thenComparingInt(Finding::end)
            .thenComparing(Finding::message);

    /** A finding that says what is wrong here, and the rule's own why and what to do. */
    public static Finding at(Place place, RuleDoc doc, String wrong, Repair repair) {
        return new Finding(
                doc.id(),
                doc.severity(),
                place.source().path(),
                place.node().start(),
                place.node().end(),
                place.source().line(place.node().start()),
                place.source().column(place.node().start()),
                wrong + " " + doc.why() + " " + doc.todo(),
                repair);
    }

    public static Finding at(Place place, RuleDoc doc, String wrong) {
        return at(place, doc, wrong, Repair.NONE);
    }

    /** By path, then by place. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
