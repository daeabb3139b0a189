package dev.backstagegen.moved;

import dev.backstagegen.merge.LineDiff;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What was seen of names that may have become others, over all files. */
final class Evidence {

    private final Map<String, Set<String>> became = new HashMap<>();
    private final Map<String, Set<String>> was = new HashMap<>();
    private final Map<String, Set<String>> exported = new HashMap<>();
    private final Set<String> declared = new TreeSet<>();

    /**
     * Takes note of what stands where something else stood.
     *
     * @param renamed what the file exports under other names; of what it exports nothing else was renamed
     */
    void add(TsFile base, TsFile yours, Map<String, String> renamed) {
        Set<String> exports = Exports.names(Exports.of(base));
        List<TsNode> before = Code.leaves(base);
        List<TsNode> after = Code.leaves(yours);
        for (LineDiff.Change change : LineDiff.between(texts(before), texts(after))) {
            if (change.end() - change.start() == change.newEnd() - change.newStart()) {
                for (int i = change.start(); i < change.end(); i++) {
                    see(before.get(i), after.get(change.newStart() + i - change.start()), exports);
                }
            }
        }
        renamed.forEach((old, now) -> {
            declared.add(old);
            exported.computeIfAbsent(old, name -> new HashSet<>()).add(now);
        });
    }

    /** The names that were declared somewhere and are declared there otherwise. */
    Set<String> declared() {
        return declared;
    }

    /** What a name became, if all that was seen agrees, and no other name became the same. */
    Optional<String> now(String old) {
        Set<String> names = exported.getOrDefault(old, became.getOrDefault(old, Set.of()));
        if (names.size() != 1) {
            return Optional.empty();
        }
        String now = names.iterator().next();
        boolean isOnlyOne = was.getOrDefault(now, Set.of()).stream().allMatch(old::equals)
                && exported.entrySet().stream()
                        .allMatch(each ->
                                each.getKey().equals(old) || !each.getValue().contains(now));
        return isOnlyOne ? Optional.of(now) : Optional.empty();
    }

    private void see(TsNode old, TsNode now, Set<String> exports) {
        if (Code.isName(old) && old.type().equals(now.type())) {
            became.computeIfAbsent(old.text(), name -> new HashSet<>()).add(now.text());
            was.computeIfAbsent(now.text(), name -> new HashSet<>()).add(old.text());
            if (Code.isDeclared(old) && Code.isDeclared(now) && !exports.contains(old.text())) {
                declared.add(old.text());
            }
        }
    }

    private static List<String> texts(List<TsNode> leaves) {
        return leaves.stream().map(TsNode::text).toList();
    }
}
