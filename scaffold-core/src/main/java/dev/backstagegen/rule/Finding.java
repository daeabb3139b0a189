package dev.backstagegen.rule;

import dev.backstagegen.rule.code.Place;
import dev.backstagegen.rule.code.Spot;
import dev.backstagegen.tree.RelPath;
import java.util.Comparator;

/**
 * One place where a plugin breaks a rule.
 *
 * @param rule the rule's id
 * @param spot the file and the range
 * @param message what is wrong here, why it matters, and what to do
 * @param repair the edits that make it go away; {@link Repair#NONE} where somebody has to think
 */
public record Finding(String rule, Severity severity, Spot spot, String message, Repair repair)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::path)
            .thenComparingInt(finding -> finding.spot.start())
            .thenComparing(Finding::rule)
            .thenComparingInt(finding -> finding.spot.end())
            .thenComparing(Finding::message);

    /** A finding that says what is wrong here, and the rule's own why and what to do. */
    public static Finding at(Spot spot, RuleDoc doc, String wrong, Repair repair) {
        return new Finding(doc.id(), doc.severity(), spot, wrong + " " + doc.why() + " " + doc.todo(), repair);
    }

    public static Finding at(Place place, RuleDoc doc, String wrong, Repair repair) {
        return at(place.spot(), doc, wrong, repair);
    }

    public static Finding at(Place place, RuleDoc doc, String wrong) {
        return at(place.spot(), doc, wrong, Repair.NONE);
    }

    /** The file, as seen from the plugin's folder. */
    public RelPath path() {
        return spot.path();
    }

    /** The line of its start, counted from one. */
    public int line() {
        return spot.line();
    }

    /** By path, then by place. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
