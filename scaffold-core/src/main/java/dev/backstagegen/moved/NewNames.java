package dev.backstagegen.moved;

import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The names that the user has changed. Only what is beyond doubt counts: a name is gone wherever the user has what was
 * generated, the new one means nothing else there or in what is generated now.
 *
 * @param everywhere names that are called otherwise in all code
 * @param members those of them that are also the names of members of the plugin's own types
 * @param exported other names that are exported, by the file that declares them
 */
record NewNames(Map<String, String> everywhere, Set<String> members, Map<RelPath, Map<String, String>> exported) {

    static final NewNames NONE = new NewNames(Map.of(), Set.of(), Map.of());

    NewNames {
        everywhere = Map.copyOf(everywhere);
        members = Set.copyOf(members);
        exported = Map.copyOf(exported);
    }

    boolean isEmpty() {
        return everywhere.isEmpty() && exported.isEmpty();
    }

    static NewNames between(FileTree base, FileTree fresh, FileTree disk, Moves moves, Parsed parsed) {
        return new Finder(base, fresh, disk, moves, parsed).found();
    }

    /** A file as it was generated and as it stands there. */
    private record Twin(RelPath path, String base, String yours) {}

    private static final class Finder {

        private final Moves moves;
        private final Parsed parsed;
        private final FileTree fresh;
        private final List<Twin> twins = new ArrayList<>();
        private final List<String> generated = new ArrayList<>();
        private final Modules modules;
        private final Modules places;
        private final Evidence evidence = new Evidence();
        private final Map<RelPath, Map<String, String>> exports = new TreeMap<>();

        Finder(FileTree base, FileTree fresh, FileTree disk, Moves moves, Parsed parsed) {
            this.moves = moves;
            this.parsed = parsed;
            this.fresh = fresh;
            this.modules = new Modules(base.paths());
            this.places = new Modules(disk.paths());
            for (FileTree tree : List.of(base, fresh)) {
                tree.asMap().forEach((path, text) -> {
                    if (Code.isCode(path)) {
                        generated.add(text);
                    }
                });
            }
            base.asMap().forEach((path, text) -> {
                if (Code.isCode(path)) {
                    disk.text(moves.place(path)).ifPresent(yours -> twins.add(new Twin(path, text, yours)));
                }
            });
        }

        NewNames found() {
            twins.forEach(this::see);
            Map<String, String> everywhere = new TreeMap<>();
            Set<String> members = new HashSet<>();
            List<String> yours = twins.stream().map(Twin::yours).toList();
            for (String old : evidence.declared()) {
                Optional<String> now = evidence.now(old)
                        .filter(name -> !parsed.isNamed(generated, name) && !parsed.isNamed(yours, old))
                        .filter(name -> isKept(twins, old));
                if (now.isPresent()) {
                    everywhere.put(old, now.get());
                    if (parsed.isMember(generated, old)) {
                        members.add(old);
                    }
                }
            }
            Map<RelPath, Map<String, String>> exported = new TreeMap<>();
            exports.forEach((path, names) -> {
                Map<String, String> certain = new TreeMap<>(names);
                certain.keySet().removeAll(everywhere.keySet());
                certain.entrySet().removeIf(name -> !isCertain(path, name.getKey(), name.getValue()));
                if (!certain.isEmpty()) {
                    exported.put(path, certain);
                }
            });
            return new NewNames(everywhere, members, exported);
        }

        private void see(Twin twin) {
            boolean mayBeRenamed = Parsed.lacksWords(twin.yours, twin.base) && Parsed.lacksWords(twin.base, twin.yours);
            if (twin.base.equals(twin.yours) || !mayBeRenamed) {
                return;
            }
            TsFile base = parsed.file(twin.base);
            TsFile yours = parsed.file(twin.yours);
            if (base.isWhole() && yours.isWhole()) {
                Map<String, String> renamed = Exports.renamed(base, yours);
                evidence.add(base, yours, renamed);
                if (!renamed.isEmpty()) {
                    exports.put(twin.path, renamed);
                }
            }
        }

        /**
         * Whether what declares a name is generated still, at one place at least. Else it is the user's that it is
         * called otherwise: an edit like another, which does not go unseen.
         */
        private boolean isKept(List<Twin> files, String old) {
            List<Twin> declaring = files.stream()
                    .filter(twin -> parsed.isDeclared(twin.base, old))
                    .toList();
            return declaring.isEmpty()
                    || declaring.stream()
                            .flatMap(twin -> fresh.text(twin.path).stream())
                            .anyMatch(text -> parsed.isNamed(List.of(text), old));
        }

        /** Whether nobody imports it any more by the old name, and the new one is free where it is declared. */
        private boolean isCertain(RelPath path, String old, String now) {
            Stream<String> declaring = Stream.concat(
                    twins.stream().filter(twin -> twin.path.equals(path)).map(Twin::base), fresh.text(path).stream());
            return isKept(twins.stream().filter(twin -> twin.path.equals(path)).toList(), old)
                    && declaring.allMatch(text ->
                            !parsed.isNamed(List.of(text), now) && Parsed.declarations(parsed.file(text), old) == 1)
                    && twins.stream()
                            .filter(twin -> twin.base.contains(old) && twin.yours.contains(old))
                            .filter(twin -> imports(parsed.file(twin.base), twin.path, old, path, modules))
                            .noneMatch(twin -> imports(
                                    parsed.file(twin.yours), moves.place(twin.path), old, moves.place(path), places));
        }

        private static boolean imports(TsFile file, RelPath importer, String name, RelPath from, Modules modules) {
            return file.root()
                    .descendants("import_specifier")
                    .filter(each -> each.child("name").map(TsNode::text).equals(Optional.of(name)))
                    .flatMap(each -> each.ancestor("import_statement").stream())
                    .flatMap(statement -> Modules.source(statement).stream())
                    .anyMatch(source -> modules.file(importer, source).equals(Optional.of(from)));
        }
    }
}
