package dev.backstagegen;

import dev.backstagegen.rule.Rule;
import dev.backstagegen.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be checked, and how.
 *
 * @param folder where the user stands
 * @param root the repository, if it was named
 * @param paths the plugins, folders of plugins or files that were named; empty for every plugin of the repository
 * @param rules the rules that are asked
 * @param least how bad a finding must be to be reported
 * @param changedSince the commit of git since which a file must have changed to be spoken of
 * @param baseline the file that remembers what was found before
 * @param remember whether that file is to be written
 * @param repairs which repairs are to be made
 */
public record CheckOrder(
        Path folder,
        Optional<Path> root,
        List<Path> paths,
        List<Rule> rules,
        Severity least,
        Optional<String> changedSince,
        Optional<Path> baseline,
        boolean remember,
        Repairs repairs) {

    /** Which repairs are made. */
    public enum Repairs {
        NONE,
        /** Those that surely leave the plugin as it was meant. */
        SAFE,
        /** Those that somebody should look at, too. */
        ALL
    }

    public CheckOrder {
        paths = List.copyOf(paths);
        rules = List.copyOf(rules);
    }
}
