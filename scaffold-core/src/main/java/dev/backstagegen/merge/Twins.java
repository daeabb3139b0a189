package dev.backstagegen.merge;

import dev.backstagegen.ts.TsFile;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what a file says twice, such as two members of one name. */
final class Twins {

    private Twins() {}

    static int in(TsFile file) {
        return in(KnotReader.read(file));
    }

    private static int in(Knot knot) {
        int twins = knot.parts().stream().mapToInt(Twins::in).sum();
        if (knot.shape().isNamed()) {
            twins += (int) knot.parts().stream()
                    .filter(part -> part.key().matches("(?s).*#\\d+"))
                    .count();
        }
        return twins + (knot.shape() == Shape.STATEMENTS ? declaredTwice(knot.parts()) : 0);
    }

    private static int declaredTwice(List<Knot> statements) {
        Set<String> names = new HashSet<>();
        return (int) statements.stream()
                .map(each -> Names.declared(List.of(each)))
                .flatMap(Collection::stream)
                .filter(name -> !names.add(name))
                .count();
    }
}
