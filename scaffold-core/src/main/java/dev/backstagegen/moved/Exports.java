package dev.backstagegen.moved;

import dev.backstagegen.merge.LineDiff;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module declares for others, in its order. */
final class Exports {

    /** How much of a declaration has to be left for it to be the same under another name. */
    private static final double LEAST = 0.5;

    /**
     * One of them.
     *
     * @param kind what it is: a class, a function, a constant ...
     * @param text the whole declaration
     */
    record Export(String kind, String name, String text) {}

    private record Key(String kind, String name) {}

    private Exports() {}

    static List<Export> of(TsFile file) {
        return file.root().children().stream()
                .filter(node -> node.is("export_statement"))
                .flatMap(node -> node.child("declaration").stream())
                .flatMap(Exports::declared)
                .toList();
    }

    private static Stream<Export> declared(TsNode declaration) {
        Stream<TsNode> named = declaration.is("lexical_declaration", "variable_declaration")
                ? declaration.namedChildren().stream()
                : Stream.of(declaration);
        return named.flatMap(each -> each.child("name").stream())
                .map(name -> new Export(declaration.type(), name.text(), declaration.text()));
    }

    /** The exports that stand, much as they were, in the place of others of the same kind that are gone. */
    static Map<String, String> renamed(TsFile before, TsFile after) {
        List<Export> old = of(before);
        List<Export> now = of(after);
        Set<String> had = names(old);
        Set<String> has = names(now);
        Map<String, String> renamed = new TreeMap<>();
        for (LineDiff.Change change : LineDiff.between(keys(old), keys(now))) {
            List<Export> gone = without(old.subList(change.start(), change.end()), has);
            List<Export> come = without(now.subList(change.newStart(), change.newEnd()), had);
            for (Export was : gone) {
                partner(was, gone, come).ifPresent(is -> renamed.put(was.name, is.name));
            }
        }
        return renamed;
    }

    /** The one in the same position, or the only one that is like it, and like no other. */
    private static Optional<Export> partner(Export was, List<Export> gone, List<Export> come) {
        if (gone.size() == come.size()) {
            return Optional.of(come.get(gone.indexOf(was))).filter(is -> isSame(was, is));
        }
        List<Export> like = come.stream().filter(is -> isSame(was, is)).toList();
        return like.size() == 1
                        && gone.stream()
                                        .filter(each -> isSame(each, like.get(0)))
                                        .count()
                                == 1
                ? Optional.of(like.get(0))
                : Optional.empty();
    }

    private static List<Export> without(List<Export> exports, Set<String> names) {
        return exports.stream().filter(each -> !names.contains(each.name)).toList();
    }

    private static boolean isSame(Export was, Export is) {
        return was.kind.equals(is.kind)
                && Likeness.of(Likeness.Lines.of(was.text), Likeness.Lines.of(is.text))
                                .shape()
                        >= LEAST;
    }

    static Set<String> names(List<Export> exports) {
        return exports.stream().map(Export::name).collect(Collectors.toSet());
    }

    private static List<Key> keys(List<Export> exports) {
        return exports.stream().map(each -> new Key(each.kind, each.name)).toList();
    }
}
