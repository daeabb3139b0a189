package dev.backstagegen.rule.suppression;

import dev.backstagegen.rule.Finding;
import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.RuleDoc;
import dev.backstagegen.rule.Rules;
import dev.backstagegen.rule.Severity;
import dev.backstagegen.rule.Suppressions;
import dev.backstagegen.rule.code.Plugin;
import java.util.List;
import java.util.stream.Stream;

/** {@code suppression/well-formed}: who silences a rule says which and why. */
public final class WellFormed implements Rule {

    private static final RuleDoc DOC = new RuleDoc(
            "suppression/well-formed",
            Severity.WARNING,
            "A suppression names a rule and gives a reason",
            "Comments that begin with `backstage-gen-ignore`.",
            "Without a rule that exists and a reason the comment silences nothing, and nobody can tell later whether it"
                    + " may go.",
            "Write `// backstage-gen-ignore <rule> -- <reason>` on the line before.",
            false,
            "0.1.0",
            List.of(new RuleDoc.Example("""
                    --- src/lib.ts
                    // backstage-gen-ignore router/promise-router
                    export const answer = 42;
                    """, """
                    --- src/lib.ts
                    // backstage-gen-ignore router/promise-router -- nothing here is async
                    export const answer = 42;
                    """)));

    @Override
    public RuleDoc doc() {
        return DOC;
    }

    @Override
    public List<Finding> check(Plugin plugin) {
        return Suppressions.in(plugin).stream()
                .flatMap(each -> wrong(each).map(wrong -> Finding.at(each.comment(), DOC, wrong)))
                .toList();
    }

    private static Stream<String> wrong(Suppressions.Suppression suppression) {
        if (suppression.rule().isEmpty()) {
            return Stream.of("This comment does not say which rule it silences.");
        }
        if (Rules.byId(suppression.rule()).isEmpty()) {
            return Stream.of("There is no rule '" + suppression.rule() + "'.");
        }
        return suppression.reason().isEmpty()
                ? Stream.of("This comment does not say why '" + suppression.rule() + "' is silenced.")
                : Stream.empty();
    }
}
