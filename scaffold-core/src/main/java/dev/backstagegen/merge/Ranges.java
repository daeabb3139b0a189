package dev.backstagegen.merge;

import dev.backstagegen.merge.Value.Keys;
import dev.backstagegen.merge.Value.Leaf;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ranges of versions under which a package.json asks for others. Two of one package are never a conflict: of two
 * plain ones the higher wins; where one is of another kind, as {@code workspace:^}, yours stays, since a person has
 * chosen between kinds.
 */
final class Ranges {

    private static final Set<String> KEYS =
            Set.of("dependencies", "devDependencies", "peerDependencies", "optionalDependencies");

    private static final Pattern PLAIN = Pattern.compile("[\\^~]?(\\d+)\\.(\\d+)\\.(\\d+)");

    private Ranges() {}

    /** Whether the keys below these ones name packages. */
    static boolean areAt(List<String> path) {
        return path.size() == 1 && KEYS.contains(path.get(0));
    }

    /** Whether what is wanted for development is there for good already. */
    static boolean areListed(Value manifest, List<String> path) {
        return path.size() == 2
                && path.get(0).equals("devDependencies")
                && manifest instanceof Keys all
                && all.entries().get("dependencies") instanceof Keys listed
                && listed.entries().containsKey(path.get(1));
    }

    static Value of(Value yours, Value fresh) {
        return isHigher(fresh, yours) ? fresh : yours;
    }

    private static boolean isHigher(Value one, Value other) {
        Matcher its = plain(one);
        Matcher others = plain(other);
        if (!its.matches() || !others.matches()) {
            return false;
        }
        for (int group = 1; group <= 3; group++) {
            int order = new BigInteger(its.group(group)).compareTo(new BigInteger(others.group(group)));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    private static Matcher plain(Value value) {
        return PLAIN.matcher(value instanceof Leaf leaf && leaf.says() instanceof String text ? text : "");
    }
}
