package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.Optional;

/** How a place stands to the {@code catch} clauses around it in its function. */
public final class Caught {

    private static final String[] CHOICES = {"if_statement", "switch_statement", "ternary_expression"};

    private Caught() {}

    /** The {@code catch} that a place stands in, in any case that it catches. */
    public static Optional<TsNode> always(TsNode place) {
        return clause(place).filter(clause -> {
            Optional<TsNode> choice = place.ancestor(CHOICES);
            return choice.isEmpty() || !Syntax.within(choice.get(), clause);
        });
    }

    /** The {@code catch} that a place stands in. */
    public static Optional<TsNode> clause(TsNode place) {
        Optional<TsNode> clause = place.ancestor("catch_clause");
        Optional<TsNode> function = Syntax.functionAround(place);
        return clause.filter(each -> function.isEmpty() || !Syntax.within(function.get(), each));
    }

    /** The {@code catch} of the nearest {@code try} around a place that gets what is thrown there. */
    public static Optional<TsNode> by(TsNode place) {
        Optional<TsNode> function = Syntax.functionAround(place);
        for (Optional<TsNode> around = place.ancestor("try_statement");
                around.isPresent();
                around = around.get().ancestor("try_statement")) {
            if (function.isPresent() && !Syntax.within(around.get(), function.get())) {
                return Optional.empty();
            }
            Optional<TsNode> body = around.get().child("body").filter(each -> Syntax.within(place, each));
            Optional<TsNode> clause = around.get().child("handler");
            if (body.isPresent() && clause.isPresent()) {
                return clause;
            }
        }
        return Optional.empty();
    }
}
