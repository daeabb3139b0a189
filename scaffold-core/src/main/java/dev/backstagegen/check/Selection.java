package dev.backstagegen.check;

import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.tree.RelPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants to hear of.
 *
 * @param rules the rules that are asked
 * @param least how bad it must be at least
 * @param files the only files that are spoken of, as seen from the root of the repository; nothing for all of them
 */
public record Selection(List<Rule> rules, Severity least, Optional<Set<RelPath>> files) {

    public Selection {
        rules = List.copyOf(rules);
        files = files.map(Set::copyOf);
    }

    boolean takes(RelPath path, Severity severity) {
        return severity.compareTo(least) <= 0
                && files.map(chosen -> chosen.contains(path)).orElse(true);
    }
}
