package dev.backstagegen.cli.report;

import dev.backstagegen.cli.Ink;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Rules;
import java.util.List;
import java.util.Optional;

/**
 * The run that a report comes from, as far as a reader wants to know.
 *
 * @param version which backstage-gen it was
 * @param exitCode what the process ends with
 * @param ink colour for text, where there is somebody to see it
 * @param rules what is known of the rules, sorted by id
 */
public record Run(String version, int exitCode, Ink ink, List<RuleDoc> rules) {

    public Run {
        rules = List.copyOf(rules);
    }

    /** A run of every rule there is. */
    public static Run of(String version, int exitCode, Ink ink) {
        return new Run(version, exitCode, ink, Rules.ALL.stream().map(Rule::doc).toList());
    }

    Optional<RuleDoc> rule(String id) {
        return rules.stream().filter(doc -> doc.id().equals(id)).findFirst();
    }
}
