package dev.backstagegen.merge;

import dev.backstagegen.ts.TsFile;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What generated code has in common with a file that somebody else wrote for the same purpose. Of what was generated it
 * is what the file has as well; of what is generated now that, what is new, and what the new needs. What the file never
 * had is no deletion, and a change of it is no conflict.
 *
 * @param base what was generated before
 * @param fresh what is generated now
 */
public record Overlap(String base, String fresh) {

    /**
     * @param yours the file
     * @param gone the routes that are generated, and that the plugin does not have
     */
    public static Overlap of(String base, String yours, String fresh, Routes gone) {
        TsFile was = TsFile.parse(base);
        TsFile mine = TsFile.parse(yours);
        TsFile now = TsFile.parse(fresh);
        return was.isWhole() && mine.isWhole() && now.isWhole()
                ? new Search(Guise.of(mine, was), mine, Guise.of(mine, now), gone).overlap()
                : new Overlap(base, fresh);
    }

    /** The same, with what tests of yours need to start a plugin that cannot do without its configuration. */
    public Overlap configured(String yours, String fresh) {
        TsFile mine = TsFile.parse(yours);
        return Configured.with(this, mine, Guise.of(mine, TsFile.parse(fresh)));
    }

    /** Walks both trees side by side, and then takes out and puts back until nothing is missing and nothing too much. */
    private static final class Search {

        private final TsFile base;
        private final TsFile yours;
        private final TsFile fresh;
        private final Routes gone;
        private final Missing foreign;
        private final Set<Knot> absentInBase = identities();
        private final Set<Knot> absent = identities();
        private final Set<Knot> added = identities();
        private final Set<Knot> refused = identities();
        private final Set<Knot> bare = identities();

        Search(TsFile base, TsFile yours, TsFile fresh, Routes gone) {
            this.base = base;
            this.yours = yours;
            this.fresh = fresh;
            this.gone = gone;
            this.foreign = Missing.of(base, yours, fresh);
        }

        Overlap overlap() {
            Knot was = KnotReader.read(base);
            Knot now = KnotReader.read(fresh);
            walk(Optional.of(was), KnotReader.read(yours), now);
            added.stream()
                    .filter(part -> foreign.isUsedBy(part) || gone.areAskedForBy(part.node()))
                    .forEach(refused::add);
            Set<Knot> out = identities();
            out.addAll(absent);
            out.addAll(refused);
            while (settle(now, out)) {}
            return new Overlap(written(was, absentInBase, base), written(now, out, fresh));
        }

        private void walk(Optional<Knot> base, Knot yours, Knot fresh) {
            Shape shape = fresh.shape();
            boolean alike = shape == yours.shape()
                    && fresh.node().type().equals(yours.node().type());
            if (!alike || shape == Shape.ATOM || fresh.sameAs(yours)) {
                return;
            }
            int[] inYours = partners(fresh, yours);
            int[] inBase = base.map(was -> partners(fresh, was)).orElseGet(() -> none(fresh));
            for (int i = 0; i < inYours.length; i++) {
                Knot part = fresh.parts().get(i);
                Optional<Knot> was = inBase[i] < 0
                        ? Optional.empty()
                        : Optional.of(base.orElseThrow().parts().get(inBase[i]));
                if (inYours[i] >= 0) {
                    was.ifPresent(old -> comment(old, part));
                    walk(was, yours.parts().get(inYours[i]), part);
                } else if (canBeAbsent(fresh, part)) {
                    (was.isPresent() ? absent : added).add(part);
                }
            }
            base.ifPresent(was -> leaveOut(was, yours));
        }

        /** What was said of something in other words than yours is no business of yours. */
        private void comment(Knot was, Knot now) {
            boolean same = Essence.ofText(was.lead()).equals(Essence.ofText(now.lead()))
                    && Essence.ofText(was.tail()).equals(Essence.ofText(now.tail()));
            if (!same) {
                bare.add(was);
                bare.add(now);
            }
        }

        private void leaveOut(Knot base, Knot yours) {
            int[] inYours = partners(base, yours);
            for (int i = 0; i < inYours.length; i++) {
                Knot part = base.parts().get(i);
                if (inYours[i] < 0 && canBeAbsent(base, part)) {
                    absentInBase.add(part);
                }
            }
        }

        /** Imports follow from the code; what the grammar puts in a place has to be there, and so has an argument. */
        private static boolean canBeAbsent(Knot list, Knot part) {
            return list.shape() != Shape.FIXED
                    && list.shape() != Shape.CHAIN
                    && !list.node().is("arguments", "formal_parameters", "named_imports")
                    && !part.node().is("import_statement");
        }

        /** Mocks of new tests are cleared before each of them, or one would see the calls of another. */
        private boolean prepares(Knot part, Set<Knot> out) {
            return part.node().text().startsWith(Guise.CLEAR)
                    && added.stream()
                            .anyMatch(each -> !out.contains(each) && each.key().startsWith("it"));
        }

        /** One round: what the code lacks comes back or takes with it what needs it, what nobody uses goes. */
        private boolean settle(Knot now, Set<Knot> out) {
            TsFile code = TsFile.parse(new Cut(out).text(now));
            Set<String> lacking = Missing.in(code, fresh);
            lacking.removeAll(Missing.known(yours));
            boolean changed = out.removeIf(part ->
                    !refused.contains(part) && (prepares(part, out) || Names.meet(lacking, Unused.declaredBy(part))));
            if (changed) {
                return true;
            }
            for (Knot part : both()) {
                boolean needs = !out.contains(part) && Names.meet(lacking, Names.used(List.of(part.node())));
                if (needs && refused.add(part)) {
                    out.add(part);
                    changed = true;
                }
            }
            if (changed) {
                return true;
            }
            Set<String> used = Unused.used(code);
            used.addAll(Unused.declared(yours));
            for (Knot part : both()) {
                if (!out.contains(part) && Unused.isUnused(part, used) && refused.add(part)) {
                    out.add(part);
                    changed = true;
                }
            }
            return changed;
        }

        private Set<Knot> both() {
            Set<Knot> both = identities();
            both.addAll(added);
            both.addAll(absent);
            return both;
        }

        private String written(Knot root, Set<Knot> out, TsFile whole) {
            TsFile less = TsFile.parse(new Cut(out, bare).text(root));
            return less.isWhole() ? new Imports(whole, whole).settle(less, List.of(less)) : whole.text();
        }

        private static int[] partners(Knot from, Knot to) {
            return from.shape().isNamed() || from.shape() == Shape.STATEMENTS
                    ? byKey(from, to)
                    : Matching.of(from.parts(), to.parts(), from.shape());
        }

        private static int[] byKey(Knot from, Knot to) {
            Map<String, Integer> places = new HashMap<>();
            Set<String> twice = new HashSet<>();
            for (int i = 0; i < to.parts().size(); i++) {
                String key = key(to.parts().get(i));
                if (places.put(key, i) != null) {
                    twice.add(key);
                }
            }
            int[] partners = none(from);
            for (int i = 0; i < partners.length; i++) {
                String key = key(from.parts().get(i));
                partners[i] = twice.contains(key) ? -1 : places.getOrDefault(key, -1);
            }
            return partners;
        }

        /** What is handed over for the same as something else is known by what that is made with. */
        private static String key(Knot part) {
            return part.node().is("expression_statement")
                    ? part.key()
                            + part.node()
                                    .descendants("arguments")
                                    .limit(1)
                                    .flatMap(given ->
                                            given.namedChildren().stream().limit(1))
                                    .filter(first -> first.is("call_expression"))
                                    .map(first -> first.child("function")
                                            .map(Essence::of)
                                            .orElse(""))
                                    .collect(Collectors.joining())
                    : part.key();
        }

        private static int[] none(Knot list) {
            int[] none = new int[list.parts().size()];
            Arrays.fill(none, -1);
            return none;
        }

        private static Set<Knot> identities() {
            return Collections.newSetFromMap(new IdentityHashMap<>());
        }
    }
}
