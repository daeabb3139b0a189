package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Init.Start;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one {@code registerInit} declares and what its {@code init} takes of it.
 *
 * @param declared the members of {@code deps}, each under its name
 * @param taken what {@code init} takes by a pattern or as a member of its parameter
 * @param isAllDeclared whether {@code deps} can have no other member
 * @param isAllTaken whether {@code init} may take what is not written here
 */
public record Services(
        Start start, List<Declared> declared, List<Taken> taken, boolean isAllDeclared, boolean isAllTaken) {

    public Services {
        declared = List.copyOf(declared);
        taken = List.copyOf(taken);
    }

    /** A name and the reference that is given for it. */
    public record Declared(String name, Place member, Place reference) {}

    /**
     * A name that is taken.
     *
     * @param item the part of a pattern, or the member expression
     * @param variable what holds it afterwards, if a pattern gave it to one
     */
    public record Taken(String name, Place item, Optional<Binding> variable) {}

    public static Services of(Start start) {
        List<Declared> declared = new ArrayList<>();
        boolean allDeclared = true;
        for (TsNode member : start.services().node().namedChildren()) {
            Optional<String> name = Syntax.key(member);
            Optional<TsNode> value = member.is("pair")
                    ? member.child("value").map(Syntax::bare)
                    : Optional.of(member).filter(each -> each.is("shorthand_property_identifier"));
            allDeclared &= name.isPresent() && value.isPresent();
            if (name.isPresent() && value.isPresent()) {
                declared.add(new Declared(
                        name.get(),
                        start.services().at(member),
                        start.services().at(value.get())));
            }
        }
        Takings takings = new Takings(start.function());
        return new Services(start, declared, takings.taken, allDeclared, takings.all);
    }

    /** Collects what a function takes of its first parameter. */
    private static final class Takings {
        private final Place function;
        private final List<Taken> taken = new ArrayList<>();
        private boolean all;

        private Takings(Place function) {
            this.function = function;
            List<TsNode> parameters = Syntax.parameters(function.node());
            if (parameters.isEmpty()) {
                all = function.source()
                        .all("identifier")
                        .anyMatch(each -> each.text().equals("arguments") && Syntax.within(each, function.node()));
            } else {
                take(parameters.get(0));
            }
        }

        private void take(TsNode pattern) {
            if (pattern.is("object_pattern")) {
                pattern.namedChildren().forEach(this::item);
                return;
            }
            Optional<Binding> whole = function.source().binding(pattern);
            if (!pattern.is("identifier") || whole.isEmpty()) {
                all = true;
                return;
            }
            for (TsNode use : function.source().uses(whole.get())) {
                TsNode parent = use.parent().orElse(use);
                Optional<TsNode> name = parent.child("name").filter(each -> each.is("object_pattern"));
                if (parent.is("member_expression") && use.field().equals("object")) {
                    taken.add(new Taken(
                            parent.child("property").map(TsNode::text).orElse("?"),
                            function.at(parent),
                            Optional.empty()));
                } else if (parent.is("variable_declarator") && name.isPresent()) {
                    name.get().namedChildren().forEach(this::item);
                } else {
                    all = true;
                }
            }
        }

        private void item(TsNode item) {
            Optional<String> name = Syntax.key(item);
            if (item.is("rest_pattern") || name.isEmpty()) {
                all = true;
                return;
            }
            Optional<TsNode> target = item.is("pair_pattern") ? item.child("value") : Optional.of(item);
            target = target.map(each -> each.is("assignment_pattern", "object_assignment_pattern")
                    ? each.child("left").orElse(each)
                    : each);
            taken.add(new Taken(name.get(), function.at(item), target.flatMap(function.source()::binding)));
        }
    }
}
