package dev.backstagegen.merge;

import dev.backstagegen.merge.Decision.Side;
import dev.backstagegen.merge.Merged.Agreed;
import dev.backstagegen.merge.Merged.Conflict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
            boolean breaks = isRead(yours)
                    && isRead(fresh)
                    && !(isRead(lines.text(Conflict::yours)) && isRead(lines.text(Conflict::fresh)));
            return breaks ? apart(base, yours, fresh) : lines;
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
        boolean right = says(merged.text(Conflict::yours), wanted.get(Side.YOURS))
                && says(merged.text(Conflict::fresh), wanted.get(Side.FRESH));
        Merged whole = right ? merged : apart(texts.get(Side.BASE), texts.get(Side.YOURS), texts.get(Side.FRESH));
        if (!keepsComments(base, yours, whole.text(Conflict::yours))) {
            throw new IllegalArgumentException("a comment would be lost");
        }
        return whole;
    }

    private boolean isRead(String text) {
        try {
            reader.apply(text);
            return true;
        } catch (IllegalArgumentException odd) {
            return false;
        }
    }

    /** All lines from the first to the last in which three texts differ as one conflict. */
    private static Merged apart(String base, String yours, String fresh) {
        List<List<String>> all = Stream.of(base, yours, fresh)
                .map(text -> List.of(text.split("(?<=\n)")))
                .toList();
        int shortest = all.stream().mapToInt(List::size).min().orElse(0);
        int head = (int) IntStream.range(0, shortest)
                .takeWhile(i -> isOne(all, lines -> lines.get(i)))
                .count();
        int tail = (int) IntStream.range(0, shortest - head)
                .takeWhile(i -> isOne(all, lines -> lines.get(lines.size() - 1 - i)))
                .count();
        List<String> middles = all.stream()
                .map(lines -> String.join("", lines.subList(head, lines.size() - tail)))
                .toList();
        List<String> lines = all.get(0);
        return new Merged(List.of(
                new Agreed(String.join("", lines.subList(0, head))),
                new Conflict(middles.get(0), middles.get(1), middles.get(2)),
                new Agreed(String.join("", lines.subList(lines.size() - tail, lines.size())))));
    }

    private static boolean isOne(List<List<String>> texts, Function<List<String>, String> line) {
        return texts.stream().map(line).distinct().count() == 1;
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
