package dev.backstagegen.merge;

import dev.backstagegen.ts.TsNode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that code declares and the names it uses. */
final class Names {

    private static final String[] IDENTIFIERS = {
        "identifier", "type_identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern"
    };

    private Names() {}

    /** The names that are in scope behind a statement because of it. */
    static Set<String> declared(Collection<Knot> statements) {
        return statements.stream()
                .flatMap(each -> declared(each.node()).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> declared(TsNode statement) {
        TsNode declaration = statement.child("declaration").orElse(statement);
        if (declaration.is("lexical_declaration", "variable_declaration")) {
            return declaration.namedChildren().stream()
                    .flatMap(each -> each.child("name").stream())
                    .flatMap(name -> name.descendants(IDENTIFIERS))
                    .map(TsNode::text)
                    .collect(Collectors.toSet());
        }
        return declaration.type().endsWith("_declaration")
                ? declaration.child("name").map(TsNode::text).map(Set::of).orElse(Set.of())
                : Set.of();
    }

    static Set<String> usedBy(Collection<Knot> statements) {
        return used(statements.stream().map(Knot::node).toList());
    }

    static Set<String> used(List<TsNode> code) {
        return code.stream()
                .flatMap(each -> each.descendants(IDENTIFIERS))
                .map(TsNode::text)
                .collect(Collectors.toSet());
    }

    /** The names of everything that is declared somewhere in the code, imports not counted. */
    static Set<String> declaredAnywhere(TsNode code) {
        return code.descendants(IDENTIFIERS)
                .filter(Names::isDeclared)
                .map(TsNode::text)
                .collect(Collectors.toSet());
    }

    /** The names that stand somewhere else than where they are declared, imports not counted. */
    static Set<String> usedOutsideDeclarations(TsNode code) {
        return code.children().stream()
                .filter(statement -> !statement.is("import_statement"))
                .flatMap(statement -> statement.descendants(IDENTIFIERS))
                .filter(name -> !isDeclared(name))
                .map(TsNode::text)
                .collect(Collectors.toSet());
    }

    private static boolean isDeclared(TsNode name) {
        if (name.is("shorthand_property_identifier_pattern")) {
            return true;
        }
        TsNode parent = name.parent().orElse(name);
        boolean named = name.field().equals("name")
                && (parent.type().endsWith("_declaration") || parent.is("variable_declarator", "type_parameter"));
        return named
                || name.field().equals("pattern")
                || name.field().equals("parameter")
                || name.field().equals("value") && parent.is("pair_pattern")
                || parent.is("array_pattern");
    }

    static boolean meet(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }
}
