package dev.backstagegen.moved;

import dev.backstagegen.layout.Layout;
import dev.backstagegen.tree.FileTree;
import dev.backstagegen.tree.RelPath;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says what is generated in the user's words: modules are imported from where they lie now, names are the ones that
 * they were given. Texts and comments stay as they are.
 */
final class Rewording {

    private final Moves moves;
    private final NewNames names;
    private final Parsed parsed;
    private final Modules modules;

    /** @param generated every file that is or was generated */
    Rewording(Moves moves, NewNames names, Parsed parsed, Set<RelPath> generated) {
        this.moves = moves;
        this.names = names;
        this.parsed = parsed;
        this.modules = new Modules(generated);
    }

    /** The files in the user's words, where they were generated. */
    FileTree of(FileTree generated) {
        Map<RelPath, String> texts = new TreeMap<>();
        generated.asMap().forEach((path, text) -> texts.put(path, Code.isCode(path) ? of(path, text) : text));
        return FileTree.of(texts);
    }

    private String of(RelPath path, String text) {
        TsFile file = parsed.file(text);
        List<TextEdit> edits = new ArrayList<>();
        Modules.paths(file).forEach(module -> modulePath(path, module).ifPresent(edits::add));
        edits.addAll(new Words(path, file).edits());
        return edits.isEmpty() ? text : laid(TextEdit.apply(text, edits));
    }

    private static String laid(String text) {
        try {
            return Layout.format(text);
        } catch (IllegalStateException unknown) {
            // Code that no printer knows stays as it is.
            return text;
        }
    }

    private Optional<TextEdit> modulePath(RelPath importer, TsNode path) {
        return modules.file(importer, path.text())
                .filter(file -> !moves.place(file).equals(file)
                        || !moves.place(importer).equals(importer))
                .map(file -> Modules.path(moves.place(importer), moves.place(file), file, path.text()))
                .filter(now -> !now.equals(path.text()))
                .map(now -> new TextEdit(path.start(), path.end(), now));
    }

    /** The names in one file. */
    private final class Words {

        private final RelPath path;
        private final List<TsNode> leaves;
        private final TsFile file;
        private final Map<String, String> local = new HashMap<>();
        private final List<TextEdit> edits = new ArrayList<>();

        Words(RelPath path, TsFile file) {
            this.path = path;
            this.file = file;
            this.leaves = Code.leaves(file).stream().filter(Code::isName).toList();
        }

        List<TextEdit> edits() {
            if (names.isEmpty()) {
                return List.of();
            }
            local.putAll(names.exported().getOrDefault(path, Map.of()));
            file.root().descendants("import_specifier", "export_specifier").forEach(this::named);
            Set<String> foreign = foreign();
            for (TsNode leaf : leaves) {
                String everywhere = names.everywhere().get(leaf.text());
                String here = local.get(leaf.text());
                if (everywhere != null && !foreign.contains(leaf.text())) {
                    rename(leaf, everywhere, names.members().contains(leaf.text()));
                } else if (here != null && edits.stream().noneMatch(edit -> edit.start() == leaf.start())) {
                    rename(leaf, here, false);
                }
            }
            return edits;
        }

        private void rename(TsNode leaf, String now, boolean member) {
            if (Code.isProperty(leaf)) {
                if (member) {
                    edits.add(new TextEdit(leaf.start(), leaf.end(), now));
                }
                return;
            }
            boolean keepsKey = !member && leaf.type().startsWith("shorthand");
            edits.add(new TextEdit(leaf.start(), leaf.end(), (keepsKey ? leaf.text() + ": " : "") + now));
        }

        /** A name that comes from a module which exports it under another one now. */
        private void named(TsNode specifier) {
            TsNode name = specifier.child("name").orElse(specifier);
            Optional<String> now = specifier
                    .ancestor("import_statement", "export_statement")
                    .flatMap(Modules::source)
                    .flatMap(source -> modules.file(path, source))
                    .map(module -> names.exported().getOrDefault(module, Map.of()))
                    .map(exported -> exported.get(name.text()));
            if (now.isEmpty()) {
                return;
            }
            boolean isRenamed = specifier.child("alias").isPresent();
            boolean isTaken = leaves.stream().anyMatch(leaf -> leaf.text().equals(now.get()))
                    || Parsed.declarations(file, name.text()) > 0
                    || specifier.is("export_specifier");
            if (isRenamed || isTaken) {
                edits.add(new TextEdit(name.start(), name.end(), now.get() + (isRenamed ? "" : " as " + name.text())));
            } else {
                local.put(name.text(), now.get());
            }
        }

        /** The names that come from packages; what those are called is not the user's to say. */
        private Set<String> foreign() {
            return file.root()
                    .descendants("import_specifier")
                    .filter(each -> each.ancestor("import_statement")
                            .flatMap(Modules::source)
                            .filter(source -> source.startsWith("."))
                            .isEmpty())
                    .flatMap(each -> each.descendants("identifier", "type_identifier"))
                    .map(TsNode::text)
                    .collect(Collectors.toSet());
        }
    }
}
