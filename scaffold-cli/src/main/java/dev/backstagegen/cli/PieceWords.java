package dev.backstagegen.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The words after a kind. The first one is a name, be it like that of a plugin's folder; of those after it, what can only
 * be a path is one.
 *
 * @param names in their order
 * @param paths in theirs
 */
record PieceWords(List<String> names, List<String> paths) {

    static PieceWords of(List<String> words) {
        List<String> names = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (String word : words) {
            boolean isFirst = names.isEmpty() && paths.isEmpty();
            boolean isPath = isFirst ? SpecWish.isNoName(word) : SpecWish.isPath(word);
            (isPath ? paths : names).add(word);
        }
        return new PieceWords(List.copyOf(names), List.copyOf(paths));
    }
}
