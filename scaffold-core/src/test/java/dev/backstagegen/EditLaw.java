package dev.backstagegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstagegen.merge.Merged;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person wrote in a file is in that file afterwards, or in what was shown of it as theirs when they gave it up.
 *
 * <p>A line is a person's when it is nowhere in what was generated for its file, white space, quotes, commas,
 * semicolons and parentheses aside: to lay code out anew is not to write it. The line has to be found again as it is.
 * Only in code both sides may have their way within one line; there it is enough that each of its words is found that
 * was not generated for that file.
 */
final class EditLaw {

    private static final Pattern WORD = Pattern.compile("[\\w$]+");
    private static final Pattern LAYOUT = Pattern.compile("[\\s,;()]+");

    private final List<FileTree> generated;
    private final FileTree before;
    private final FileTree after;
    private final Map<RelPath, String> shown = new HashMap<>();

    /**
     * @param generated what was generated, with each file where it lies now, in any words that the user has for it
     * @param before what stood there
     * @param after what stands there now
     */
    EditLaw(List<FileTree> generated, FileTree before, FileTree after) {
        this.generated = generated;
        this.before = before;
        this.after = after;
    }

    /** In a file the generated lines were taken: of those that it cost, each was shown. */
    EditLaw givenUp(RelPath path, Merged conflict) {
        shown.put(
                path,
                conflict.conflicts().stream()
                        .map(Merged.Conflict::yours)
                        .collect(Collectors.joining("\n", "\n", "\n")));
        return this;
    }

    void check() {
        before.asMap().forEach(this::check);
    }

    private void check(RelPath path, String text) {
        List<String> said =
                generated.stream().flatMap(tree -> tree.text(path).stream()).toList();
        if (said.contains(text)) {
            return;
        }
        String all = essence(String.join("\n", said));
        String left = after.text(path).orElse("") + shown.getOrDefault(path, "");
        String found = essence(left);
        Set<String> words = new HashSet<>();
        if (isCode(path)) {
            words.addAll(words(left));
            said.forEach(each -> words.addAll(words(each)));
        }
        assertThat(text.lines().filter(line -> !all.contains(essence(line))))
                .as("lines of %s", path)
                .allMatch(line -> found.contains(essence(line)) || isCode(path) && words.containsAll(words(line)));
    }

    private static boolean isCode(RelPath path) {
        return path.extension().equals("ts") || path.extension().equals("js");
    }

    private static String essence(String text) {
        return LAYOUT.matcher(text).replaceAll("").replace('"', '\'');
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
