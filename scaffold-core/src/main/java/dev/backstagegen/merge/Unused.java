package dev.backstagegen.merge;

import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is declared and used by nobody, because what would have used it stayed out. Names that somebody else declared
 * are left alone, whoever uses them.
 */
final class Unused {

    private static final String DEPS = "deps";

    private Unused() {}

    /**
     * The code without declarations that nobody uses.
     *
     * @param kept the names that stay
     */
    static TsFile without(TsFile file, Set<String> kept) {
        TsFile now = file;
        while (true) {
            Knot root = KnotReader.read(now);
            Set<Knot> unused = Collections.newSetFromMap(new IdentityHashMap<>());
            Set<String> used = used(now);
            used.addAll(kept);
            parts(root).filter(part -> isUnused(part, used)).forEach(unused::add);
            if (unused.isEmpty()) {
                return now;
            }
            TsFile less = TsFile.parse(new Cut(unused).text(root));
            if (!less.isWhole()) {
                return now;
            }
            now = less;
        }
    }

    /** The names that code declares in one way or another, those of services that it asks for included. */
    static Set<String> declared(TsFile file) {
        Set<String> names = new HashSet<>(Names.declaredAnywhere(file.root()));
        file.root().descendants("pair").filter(Unused::isService).forEach(pair -> names.add(key(pair)));
        return names;
    }

    /** The names that are used somewhere else than where they are declared. */
    static Set<String> used(TsFile file) {
        return Names.usedOutsideDeclarations(file.root());
    }

    static boolean isUnused(Knot part, Set<String> used) {
        TsNode node = part.node();
        Set<String> names = declaredBy(part);
        boolean goes = isService(node) || isTakenApart(node) || isConstant(node);
        return goes && !names.isEmpty() && Collections.disjoint(names, used);
    }

    /** The names that are known because of a part: a declaration, what is taken apart, a service that is asked for. */
    static Set<String> declaredBy(Knot part) {
        TsNode node = part.node();
        if (isService(node)) {
            return Set.of(key(node));
        }
        return isTakenApart(node) ? Set.of(local(node)) : Names.declared(List.of(part));
    }

    private static boolean isConstant(TsNode node) {
        return node.is("lexical_declaration", "function_declaration");
    }

    private static boolean isTakenApart(TsNode node) {
        return node.parent().filter(parent -> parent.is("object_pattern")).isPresent()
                && node.is("shorthand_property_identifier_pattern", "pair_pattern")
                && local(node).matches("[\\w$]+");
    }

    private static String local(TsNode node) {
        return node.is("pair_pattern") ? node.child("value").map(TsNode::text).orElse("") : node.text();
    }

    private static boolean isService(TsNode node) {
        return node.is("pair")
                && node.parent()
                        .flatMap(TsNode::parent)
                        .filter(outer -> outer.is("pair") && key(outer).equals(DEPS))
                        .isPresent();
    }

    private static String key(TsNode pair) {
        return pair.child("key").map(TsNode::text).orElse("");
    }

    private static Stream<Knot> parts(Knot knot) {
        return knot.parts().stream().flatMap(part -> Stream.concat(Stream.of(part), parts(part)));
    }
}
