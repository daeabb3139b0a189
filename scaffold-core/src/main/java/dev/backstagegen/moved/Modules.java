package dev.backstagegen.moved;

import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which file the relative path in an import means, and how a file is called from another one. */
final class Modules {

    private static final Pattern LOADS = Pattern.compile("import|require|jest\\.\\w+");
    private static final List<String> ENDS = List.of("", ".ts", ".tsx", ".mts", ".cts", "/index.ts", "/index.tsx");

    private final Set<RelPath> files;

    /** @param files those that there are */
    Modules(Set<RelPath> files) {
        this.files = files;
    }

    /** The paths of modules in a file, without their quotes. */
    static Stream<TsNode> paths(TsFile file) {
        return file.root()
                .descendants("string_fragment")
                .filter(fragment -> fragment.text().startsWith("."))
                .filter(fragment -> fragment.parent().filter(Modules::isPath).isPresent());
    }

    /** The path of the module that an import or export names, without its quotes. */
    static Optional<String> source(TsNode statement) {
        return statement.child("source").map(TsNode::text).map(text -> text.substring(1, text.length() - 1));
    }

    private static boolean isPath(TsNode string) {
        TsNode parent = string.parent().orElse(string);
        return parent.is("import_statement", "export_statement")
                || parent.is("arguments")
                        && parent.parent()
                                .flatMap(call -> call.child("function"))
                                .filter(function ->
                                        LOADS.matcher(function.text()).matches())
                                .isPresent();
    }

    Optional<RelPath> file(RelPath importer, String path) {
        Optional<String> place = place(importer, path);
        return ENDS.stream()
                .flatMap(end -> place.stream().map(each -> each + end))
                .filter(each -> !each.isEmpty())
                .flatMap(each -> files.stream().filter(file -> file.value().equals(each)))
                .findFirst();
    }

    /** Where a relative path leads, if that is below the root of all. */
    private static Optional<String> place(RelPath importer, String path) {
        Deque<String> steps = new ArrayDeque<>(folder(importer));
        for (String step : Arrays.asList(path.split("/"))) {
            if (step.equals("..")) {
                if (steps.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!step.equals(".")) {
                steps.addLast(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }

    /** A file's path as seen from another one, written out as far as the old one was. */
    static String path(RelPath importer, RelPath file, RelPath oldFile, String old) {
        List<String> from = folder(importer);
        List<String> to = file.segments();
        int common = 0;
        while (common < from.size()
                && common < to.size() - 1
                && from.get(common).equals(to.get(common))) {
            common++;
        }
        List<String> steps = new ArrayList<>();
        for (int i = common; i < from.size(); i++) {
            steps.add("..");
        }
        if (steps.isEmpty()) {
            steps.add(".");
        }
        steps.addAll(to.subList(common, to.size() - 1));
        boolean isFolder = isIndex(file) && isIndex(oldFile) && !old.matches("(.*/)?index(\\.\\w+)?");
        if (!isFolder) {
            boolean isWhole = old.endsWith(oldFile.name());
            steps.add(isWhole ? file.name() : stem(file));
        }
        return String.join("/", steps);
    }

    private static boolean isIndex(RelPath file) {
        return stem(file).equals("index");
    }

    private static String stem(RelPath file) {
        String name = file.name();
        return name.substring(0, name.length() - file.extension().length() - 1);
    }

    private static List<String> folder(RelPath file) {
        List<String> segments = file.segments();
        return segments.subList(0, segments.size() - 1);
    }
}
