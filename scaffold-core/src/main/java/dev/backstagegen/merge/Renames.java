package dev.backstagegen.merge;

import dev.backstagegen.merge.LineDiff.Change;
import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The names that you have changed throughout a file. Only what is beyond doubt counts: the old name is gone, the new
 * one is new, each old one became the same new one, and it is a name that the plugin itself has given.
 */
final class Renames {

    private static final Set<String> VARIABLES = Set.of(
            "identifier", "type_identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern");
    private static final Set<String> PROPERTIES = Set.of("property_identifier", "private_property_identifier");

    private final Map<String, Rename> renames = new TreeMap<>();

    private record Rename(String to, boolean everywhere) {}

    private Renames() {}

    static Renames between(TsFile base, TsFile yours) {
        List<TsNode> before = leaves(base);
        List<TsNode> after = leaves(yours);
        Map<String, Set<String>> became = new HashMap<>();
        Map<String, Set<String>> was = new HashMap<>();
        Set<String> given = new HashSet<>();
        for (Change change : LineDiff.between(texts(before), texts(after))) {
            if (change.end() - change.start() != change.newEnd() - change.newStart()) {
                continue;
            }
            for (int i = change.start(); i < change.end(); i++) {
                TsNode old = before.get(i);
                TsNode now = after.get(change.newStart() + i - change.start());
                if (isName(old) && old.type().equals(now.type())) {
                    became.computeIfAbsent(old.text(), name -> new HashSet<>()).add(now.text());
                    was.computeIfAbsent(now.text(), name -> new HashSet<>()).add(old.text());
                    if (isGiven(old) && isGiven(now) && (!isOwnFile(old) || bringSame(old, now))) {
                        given.add(old.text());
                    }
                }
            }
        }
        Renames result = new Renames();
        for (String old : given) {
            if (became.get(old).size() == 1) {
                String now = became.get(old).iterator().next();
                if (was.get(now).size() == 1) {
                    result.add(old, now, before, after);
                }
            }
        }
        return result;
    }

    /** The file with the names as you call them; a name that is taken there for something else stays. */
    TsFile apply(TsFile file) {
        if (renames.isEmpty()) {
            return file;
        }
        List<TsNode> leaves = leaves(file);
        Set<String> taken = Set.copyOf(texts(leaves));
        List<TextEdit> edits = new ArrayList<>();
        for (TsNode leaf : leaves) {
            Rename rename = isName(leaf) ? renames.get(leaf.text()) : null;
            if (rename == null || taken.contains(rename.to)) {
                continue;
            }
            if (rename.everywhere) {
                edits.add(new TextEdit(leaf.start(), leaf.end(), rename.to));
            } else if (VARIABLES.contains(leaf.type())) {
                String property = leaf.type().startsWith("shorthand") ? leaf.text() + ": " : "";
                edits.add(new TextEdit(leaf.start(), leaf.end(), property + rename.to));
            }
        }
        return edits.isEmpty() ? file : TsFile.shared(TextEdit.apply(file.text(), edits));
    }

    /** Whether a text still has every name as you call it. */
    boolean areIn(String text) {
        return renames.values().stream().allMatch(rename -> text.contains(rename.to));
    }

    private void add(String old, String now, List<TsNode> before, List<TsNode> after) {
        boolean gone =
                after.stream().noneMatch(leaf -> isName(leaf) && leaf.text().equals(old));
        boolean property = after.stream()
                .filter(leaf -> leaf.text().equals(old))
                .allMatch(leaf -> PROPERTIES.contains(leaf.type()));
        boolean known =
                before.stream().anyMatch(leaf -> isName(leaf) && leaf.text().equals(now));
        if (!known && (gone || property)) {
            renames.put(old, new Rename(now, gone));
        }
    }

    private static List<TsNode> leaves(TsFile file) {
        return file.root()
                .descendants()
                .filter(node -> node.children().isEmpty() && !node.is("comment"))
                .toList();
    }

    private static List<String> texts(List<TsNode> leaves) {
        return leaves.stream().map(TsNode::text).collect(Collectors.toList());
    }

    private static boolean isName(TsNode leaf) {
        return VARIABLES.contains(leaf.type()) || PROPERTIES.contains(leaf.type()) || isOwnFile(leaf);
    }

    /** Whether it is the path of a file of the plugin, in an import. */
    private static boolean isOwnFile(TsNode leaf) {
        return leaf.is("string_fragment")
                && leaf.text().startsWith(".")
                && leaf.ancestor("import_statement").isPresent();
    }

    /** Whether what two files are imported for has a name in common; else one merely stands in the place of the other. */
    private static boolean bringSame(TsNode file, TsNode other) {
        return !Collections.disjoint(imported(file), imported(other));
    }

    private static Set<String> imported(TsNode file) {
        return file.ancestor("import_statement").stream()
                .flatMap(statement -> statement.descendants("identifier"))
                .map(TsNode::text)
                .collect(Collectors.toSet());
    }

    private static boolean isGiven(TsNode name) {
        if (isOwnFile(name)) {
            return true;
        }
        TsNode parent = name.parent().orElseThrow();
        if (parent.is("import_specifier")) {
            return parent.ancestor("import_statement").stream()
                    .flatMap(each -> each.child("source").stream())
                    .anyMatch(source -> source.text().startsWith(".", 1));
        }
        return name.field().equals("name")
                        && (parent.type().endsWith("_declaration")
                                || parent.is(
                                        "variable_declarator",
                                        "method_definition",
                                        "public_field_definition",
                                        "property_signature",
                                        "method_signature"))
                || name.field().equals("pattern");
    }
}
