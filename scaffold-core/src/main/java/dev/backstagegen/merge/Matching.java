package dev.backstagegen.merge;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds which part of one list is which part of another. */
final class Matching {

    private static final int SAME = 1000;
    private static final int NAMESAKE = 500;
    private static final int LEAST_ALIKE = 60;

    private final List<Knot> left;
    private final List<Knot> right;
    private final Shape shape;
    private final int[] partner;

    private Matching(List<Knot> left, List<Knot> right, Shape shape) {
        this.left = left;
        this.right = right;
        this.shape = shape;
        this.partner = new int[left.size()];
        Arrays.fill(partner, -1);
    }

    /** For each part on the left the index of the one on the right, or -1. */
    static int[] of(List<Knot> left, List<Knot> right, Shape shape) {
        Matching matching = new Matching(left, right, shape);
        if (shape.isNamed()) {
            matching.byName();
        } else {
            matching.inOrder();
            if (shape == Shape.STATEMENTS) {
                matching.moved();
            }
        }
        return matching.partner;
    }

    private void byName() {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < right.size(); i++) {
            places.put(right.get(i).key(), i);
        }
        for (int i = 0; i < left.size(); i++) {
            partner[i] = places.getOrDefault(left.get(i).key(), -1);
        }
    }

    /** The pairs that do not cross and are worth most together. */
    private void inOrder() {
        int head = 0;
        int shorter = Math.min(left.size(), right.size());
        while (head < shorter && left.get(head).sameAs(right.get(head))) {
            partner[head] = head++;
        }
        int tail = 0;
        while (tail < shorter - head && left.get(left.size() - 1 - tail).sameAs(right.get(right.size() - 1 - tail))) {
            tail++;
            partner[left.size() - tail] = right.size() - tail;
        }
        int rows = left.size() - tail - head;
        int columns = right.size() - tail - head;
        int[][] worth = new int[rows + 1][columns + 1];
        int[][] scores = new int[rows][columns];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                int score = score(left.get(head + i), right.get(head + j));
                scores[i][j] = score;
                worth[i][j] = Math.max(worth[i + 1][j], worth[i][j + 1]);
                if (score > 0) {
                    worth[i][j] = Math.max(worth[i][j], score + worth[i + 1][j + 1]);
                }
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (scores[i][j] > 0 && worth[i][j] == scores[i][j] + worth[i + 1][j + 1]) {
                partner[head + i++] = head + j++;
            } else if (worth[i][j] == worth[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private int score(Knot one, Knot other) {
        if (one.sameAs(other)) {
            return SAME;
        }
        boolean namesakes = one.key().equals(other.key()) && !one.isComment();
        if (shape == Shape.FIXED || shape == Shape.CHAIN) {
            return namesakes ? NAMESAKE : 0;
        }
        if (namesakes) {
            return NAMESAKE + alike(one, other);
        }
        if (!one.node().type().equals(other.node().type())) {
            return 0;
        }
        if (one.node().is("import_statement") && !shareName(one, other)) {
            return 0;
        }
        int alike = alike(one, other);
        if (shape == Shape.LIST && !one.isComment()) {
            // Its place tells more than its content.
            return LEAST_ALIKE + alike;
        }
        return alike < (one.isComment() ? LEAST_ALIKE / 2 : LEAST_ALIKE) ? 0 : alike;
    }

    /** Whether two imports, of different modules, bring something of the same name: then the module has moved. */
    private static boolean shareName(Knot one, Knot other) {
        Set<String> names = names(one);
        names.retainAll(names(other));
        return !names.isEmpty();
    }

    private static Set<String> names(Knot statement) {
        return statement
                .node()
                .descendants("identifier")
                .map(TsNode::text)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** How much of the tokens both have, of a hundred. */
    private static int alike(Knot one, Knot other) {
        List<String> tokens = tokens(one);
        List<String> others = new ArrayList<>(tokens(other));
        int all = tokens.size() + others.size();
        Map<String, Integer> left = new HashMap<>();
        others.forEach(token -> left.merge(token, 1, Integer::sum));
        int common = 0;
        for (String token : tokens) {
            if (left.merge(token, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return all == 0 ? 0 : 200 * common / all;
    }

    private static List<String> tokens(Knot knot) {
        return List.of(knot.essence().split(knot.isComment() ? " " : "\u0001"));
    }

    /** What is left and has a name that no other has was moved. */
    private void moved() {
        Set<Integer> taken = new HashSet<>();
        for (int each : partner) {
            taken.add(each);
        }
        for (int i = 0; i < partner.length; i++) {
            Knot one = left.get(i);
            if (partner[i] >= 0 || count(left, one) > 1 || one.isComment()) {
                continue;
            }
            for (int j = 0; j < right.size(); j++) {
                Knot other = right.get(j);
                boolean same =
                        one.sameAs(other) || isDeclaration(one) && one.key().equals(other.key());
                if (same && !taken.contains(j) && count(right, other) == 1) {
                    partner[i] = j;
                    taken.add(j);
                    break;
                }
            }
        }
    }

    static boolean isDeclaration(Knot knot) {
        return knot.node().type().endsWith("_declaration") || knot.node().is("export_statement", "import_statement");
    }

    private static long count(List<Knot> knots, Knot knot) {
        return knots.stream().filter(each -> each.key().equals(knot.key())).count();
    }
}
