package dev.backstagegen;

import dev.backstagegen.check.Checker;
import dev.backstagegen.check.PluginFiles;
import dev.backstagegen.disk.Reading;
import dev.backstagegen.disk.Workspace;
import dev.backstagegen.rule.code.Plugin;
import dev.backstagegen.spec.SpecFile;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads of a plugin what rules look at: code, and the data that stands beside package.json. */
final class PluginReader {

    /** Code that is longer was made by a program. */
    private static final int LONGEST = 1 << 20;

    private static final Set<String> CODE = Set.of("ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx");

    /** What tools are told at the top of a package, packages to use among it. */
    private static final Set<String> DATA = Set.of("json", "yaml", "yml", "toml");

    private static final List<String> ROLES = List.of("common", "node");
    private static final String BACKEND = "backend";

    private final Workspace workspace;

    PluginReader(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * A plugin as it was read.
     *
     * @param crlf the files whose lines end with CR LF, as seen from the root of the repository
     * @param notes what could not be read, as whole sentences
     */
    record Read(PluginFiles plugin, Set<RelPath> crlf, List<String> notes) {}

    Read read(RelPath folder) {
        boolean isRepository = folder.equals(Plugin.REPOSITORY);
        Reading reading = workspace.read(
                List.of(isRepository ? "**" : folder + "/**"),
                path -> isOfInterest(isRepository ? path : path.relativeTo(folder)));
        List<String> notes = new ArrayList<>();
        reading.refusals().forEach(refusal -> notes.add(refusal.path() + " " + refusal.reason() + "."));
        FileTree files = isRepository ? reading.tree() : reading.tree().under(folder);
        for (Map.Entry<RelPath, String> file : files.asMap().entrySet()) {
            if (file.getValue().length() > LONGEST) {
                notes.add((isRepository ? file.getKey() : folder.resolve(file.getKey()))
                        + " is longer than 1 MB and is not looked at.");
                files = files.without(file.getKey());
            }
        }
        return new Read(
                new PluginFiles(folder, files, beside(folder)), new HashSet<>(reading.crlf()), List.copyOf(notes));
    }

    private FileTree beside(RelPath folder) {
        List<String> patterns = ROLES.stream()
                .flatMap(role -> inRole(folder, role).stream())
                .flatMap(place -> Stream.of(place + "/package.json", place + "/src/**"))
                .toList();
        return workspace
                .read(patterns, path -> isOfInterest(RelPath.of(path.name())))
                .tree();
    }

    /** {@code plugins/example-common} for {@code plugins/example-backend}, {@code example/common} for {@code example/backend}. */
    private static Optional<RelPath> inRole(RelPath folder, String role) {
        String value = folder.value();
        return value.matches("(.*[-/])" + BACKEND)
                ? Optional.of(RelPath.of(value.substring(0, value.length() - BACKEND.length()) + role))
                : Optional.empty();
    }

    private static boolean isOfInterest(RelPath path) {
        boolean atTop = path.segments().size() == 1;
        return CODE.contains(path.extension())
                || atTop && DATA.contains(path.extension())
                || atTop && path.value().equals(SpecFile.NAME)
                || atTop && path.value().equals(Checker.SETTINGS);
    }
}
