package dev.backstagegen.merge;

import dev.backstagegen.merge.Decision.Side;
import dev.backstagegen.merge.Merged.Conflict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Merges texts of keys and values: line by line where that comes to what the keys ask for, else by editing yours.
 * Where nobody can decide, the text is made for each side, and the lines in which these differ are the conflict. What
 * cannot be edited safely is merged line by line.
 *
 * @param reader makes a document of a text, or throws an {@code IllegalArgumentException}
 */
record KeyedMerge(Function<String, Document> reader) {

    Merged merge(String base, String yours, String fresh) {
        if (yours.equals(base)) {
            return Merged.agreed(fresh);
        }
        if (fresh.equals(base) || fresh.equals(yours)) {
            return Merged.agreed(yours);
        }
        Merged lines = LineMerge.of(base, yours, fresh);
        try {
            return byKey(lines, reader.apply(base), reader.apply(yours), reader.apply(fresh));
        } catch (IllegalArgumentException odd) {
            return lines;
        }
    }

    /** Yours with what came from fresh; where nobody can decide, yours stays. Empty when it cannot be edited safely. */
    Optional<String> yours(String base, String yours, String fresh) {
        try {
            Document[] all = {reader.apply(base), reader.apply(yours), reader.apply(fresh)};
            Value wanted = Decision.of(all[0].value(), all[1].value(), all[2].value(), Side.YOURS);
            String text = Revision.of(all[1], wanted, without(all[0], all[2])).text();
            return keepsComments(all[0], all[1], text) ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    private Merged byKey(Merged lines, Document base, Document yours, Document fresh) {
        Map<Side, Value> wanted = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            wanted.put(side, Decision.of(base.value(), yours.value(), fresh.value(), side));
        }
        boolean decided = wanted.get(Side.BASE).isSame(wanted.get(Side.YOURS))
                && wanted.get(Side.BASE).isSame(wanted.get(Side.FRESH));
        if (decided && lines.isClean() && says(lines.text(Conflict::yours), wanted.get(Side.YOURS))) {
            return lines;
        }
        Map<Side, String> texts = new EnumMap<>(Side.class);
        Set<String> dropped = without(base, fresh);
        wanted.forEach((side, value) ->
                texts.put(side, Revision.of(yours, value, dropped).text()));
        Merged merged = LineMerge.of(texts.get(Side.BASE), texts.get(Side.YOURS), texts.get(Side.FRESH));
        reader.apply(merged.text(Conflict::fresh));
        return keepsComments(base, yours, merged.text(Conflict::yours)) ? merged : lines;
    }

    private boolean says(String text, Value wanted) {
        try {
            return reader.apply(text).value().isSame(wanted);
        } catch (IllegalArgumentException odd) {
            return false;
        }
    }

    /** The comments of one document that another one does not have. */
    private static Set<String> without(Document base, Document fresh) {
        Set<String> comments = new HashSet<>(base.comments());
        fresh.comments().forEach(comments::remove);
        return comments;
    }

    /** Whether each comment of yours that was not generated is there. */
    private boolean keepsComments(Document base, Document yours, String text) {
        List<String> own = new ArrayList<>(yours.comments());
        base.comments().forEach(own::remove);
        reader.apply(text).comments().forEach(own::remove);
        return own.isEmpty();
    }
}
