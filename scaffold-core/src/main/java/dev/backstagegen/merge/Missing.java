package dev.backstagegen.merge;

import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What new code would not find in yours: names whose declaration you deleted, and functions that you take from
 * elsewhere, which do not know what is new to them. Whether it comes back or the new code stays out, you decide.
 */
record Missing(Set<String> names, Set<String> functions) {

    Missing {
        names = Set.copyOf(names);
        functions = Set.copyOf(functions);
    }

    /** Where nothing is known yet of names. */
    static Missing of(TsFile base, TsFile yours, TsFile fresh) {
        Map<String, String> before = sources(base);
        Map<String, String> now = sources(fresh);
        Set<String> functions = new HashSet<>();
        sources(yours).forEach((name, source) -> {
            String old = before.getOrDefault(name, source);
            if (!old.equals(source) && old.equals(now.get(name))) {
                functions.add(name);
            }
        });
        return new Missing(Set.of(), functions);
    }

    Missing with(Set<String> more) {
        Set<String> all = new HashSet<>(names);
        all.addAll(more);
        return new Missing(all, functions);
    }

    /** What code uses and does not declare, although what is generated does. */
    static Set<String> in(TsFile code, TsFile fresh) {
        Set<String> missing = new HashSet<>(Names.used(List.of(code.root())));
        missing.retainAll(Names.declaredAnywhere(fresh.root()));
        missing.removeAll(Names.declaredAnywhere(code.root()));
        missing.removeAll(sources(code).keySet());
        return missing;
    }

    /** The names that code declares or imports. */
    static Set<String> known(TsFile code) {
        Set<String> known = new HashSet<>(Names.declaredAnywhere(code.root()));
        known.addAll(sources(code).keySet());
        return known;
    }

    boolean isEmpty() {
        return names.isEmpty() && functions.isEmpty();
    }

    /** Whether something that was deleted would be found again with this. */
    boolean isDeclaredBy(Knot knot) {
        TsNode node = knot.node();
        return Names.meet(names, Names.declared(List.of(knot)))
                || node.is("shorthand_property_identifier_pattern") && names.contains(node.text())
                || node.is("pair")
                        && node.child("key")
                                .map(TsNode::text)
                                .filter(names::contains)
                                .isPresent();
    }

    /** Whether something new cannot be what it is meant to be without it. */
    boolean isUsedBy(Knot knot) {
        return Names.meet(names, Names.usedBy(List.of(knot))) || isHandedOver(knot.node());
    }

    private boolean isHandedOver(TsNode node) {
        Optional<TsNode> call = node.ancestor("call_expression");
        return !functions.isEmpty()
                && Stream.iterate(
                                call, Optional::isPresent, outer -> outer.get().ancestor("call_expression"))
                        .flatMap(each -> each.get().child("function").stream())
                        .anyMatch(function -> functions.contains(function.text()));
    }

    /** The names that are imported, each with its module. */
    private static Map<String, String> sources(TsFile file) {
        Map<String, String> sources = new HashMap<>();
        file.root().children().stream()
                .filter(statement -> statement.is("import_statement"))
                .forEach(statement -> {
                    String source = statement
                            .child("source")
                            .map(TsNode::text)
                            .orElse("")
                            .replace('"', '\'');
                    statement.descendants("identifier").forEach(name -> sources.put(name.text(), source));
                });
        return sources;
    }
}
