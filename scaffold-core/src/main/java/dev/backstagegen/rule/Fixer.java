package dev.backstagegen.rule;

import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.spec.ActionNames;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes the edits that findings carry, until there are none left. */
public final class Fixer {

    private static final int PASSES = 10;

    private Fixer() {}

    /**
     * What comes of it.
     *
     * @param tree the files afterwards
     * @param left what is still found there
     * @param fighting the rules that still had repairs after the last pass: each undoes what another does
     */
    public record Fixed(FileTree tree, List<Finding> left, List<String> fighting) {

        public Fixed {
            left = List.copyOf(left);
            fighting = List.copyOf(fighting);
        }
    }

    /**
     * Makes the safe repairs of all rules.
     *
     * @param actionNames how the words of an action's name are to be joined
     */
    public static Fixed fix(FileTree plugin, ActionNames actionNames) {
        return fix(plugin, actionNames, Rules.ALL, false);
    }

    /**
     * Makes the repairs of some rules, all edits of a repair or none, those that do not overlap in one pass.
     *
     * @param suggestions whether to make the repairs that somebody should look at, too
     */
    public static Fixed fix(FileTree plugin, List<Rule> rules, boolean suggestions) {
        return fix(plugin, ActionNames.SNAKE, rules, suggestions);
    }

    private static Fixed fix(FileTree plugin, ActionNames actionNames, List<Rule> rules, boolean suggestions) {
        return fix(
                plugin,
                tree -> Rules.check(Plugin.of(tree, actionNames), rules),
                finding -> finding.repair().safe() || suggestions);
    }

    /**
     * Makes the repairs that are wanted among those of what is found.
     *
     * @param finder what there is to find in the files as they are
     * @param wanted whether a finding is to be repaired
     */
    public static Fixed fix(FileTree plugin, Function<FileTree, List<Finding>> finder, Predicate<Finding> wanted) {
        FileTree tree = plugin;
        for (int pass = 0; ; pass++) {
            List<Finding> found = finder.apply(tree);
            List<Finding> repairable = found.stream()
                    .filter(finding -> finding.repair().isThere() && wanted.test(finding))
                    .toList();
            if (repairable.isEmpty() || pass == PASSES) {
                return new Fixed(
                        tree,
                        found,
                        repairable.stream()
                                .map(Finding::rule)
                                .distinct()
                                .sorted()
                                .toList());
            }
            tree = apply(tree, repairable);
        }
    }

    /** Makes those of the repairs that do not get in each other's way; the first one always is made. */
    static FileTree apply(FileTree tree, List<Finding> repairable) {
        Set<Edit> chosen = new LinkedHashSet<>();
        for (Finding finding : repairable) {
            List<Edit> edits = finding.repair().edits();
            // Two findings may ask for the very same edit, such as one import; it is made once.
            boolean free = edits.stream()
                    .noneMatch(edit -> chosen.stream().anyMatch(other -> !other.equals(edit) && edit.clashes(other)));
            if (free) {
                chosen.addAll(edits);
            }
        }
        Map<RelPath, List<TextEdit>> byFile = new TreeMap<>();
        chosen.forEach(edit ->
                byFile.computeIfAbsent(edit.path(), path -> new ArrayList<>()).add(edit.text()));
        FileTree result = tree;
        for (Map.Entry<RelPath, List<TextEdit>> file : byFile.entrySet()) {
            String text = tree.text(file.getKey()).orElse("");
            result = result.with(file.getKey(), TextEdit.apply(text, file.getValue()));
        }
        return result;
    }
}
