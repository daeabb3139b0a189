package dev.backstagegen.check;

import dev.backstagegen.rule.Severity;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.nio.file.Path;
import java.util.List;

/**
 * What the rules say about the plugins of a repository.
 *
 * @param root the root of the repository
 * @param plugins the folders of the plugins that were looked at, sorted
 * @param problems what is to be reported, by path and place
 * @param known how many problems the baseline knows; they are not among the reported ones
 * @param gone what the baseline knows and is found no longer
 * @param texts the text of each file that a problem or one of its edits is about, by its path from the root
 * @param notes what could not be looked at, and why; whole sentences
 */
public record CheckReport(
        Path root,
        List<RelPath> plugins,
        List<Problem> problems,
        int known,
        List<Gone> gone,
        FileTree texts,
        List<String> notes) {

    public CheckReport {
        plugins = List.copyOf(plugins);
        problems = List.copyOf(problems);
        gone = List.copyOf(gone);
        notes = List.copyOf(notes);
    }

    /** A problem that the baseline remembers, and that is there no more. */
    public record Gone(String rule, RelPath path, String fingerprint) {}

    public long count(Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
