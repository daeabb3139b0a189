package dev.backstagegen.merge;

import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imports are a set: what merged code uses is imported once, from where a side had it; what it does not use goes. */
final class Imports {

    private static final int WIDTH = 80;

    private final Map<String, Binding> known = new LinkedHashMap<>();
    private final Map<String, String> old = new HashMap<>();
    private final Set<String> unused;

    /**
     * A name that an import brings.
     *
     * @param source the text of the module's name, with its quotes
     * @param head the beginning of its statement, up to the names in braces
     * @param text the import as it is written
     * @param inBraces whether it stands in braces
     */
    private record Binding(String local, String source, String head, String text, boolean inBraces, TsNode statement) {}

    /** Earlier files are asked first; the last one is what both sides come from. */
    Imports(TsFile yours, TsFile... others) {
        Set<String> used = Names.used(withoutImports(yours));
        this.unused = bindings(yours).stream()
                .map(Binding::local)
                .filter(name -> !used.contains(name))
                .collect(Collectors.toSet());
        bindings(others[others.length - 1]).forEach(binding -> old.put(binding.local, binding.source));
        Stream.concat(Stream.of(yours), Stream.of(others))
                .flatMap(file -> bindings(file).stream())
                .forEach(binding -> known.merge(binding.local, binding, this::newer));
    }

    /** A side that imports a name from elsewhere than before has its way. */
    private Binding newer(Binding one, Binding other) {
        return isOld(one) && !isOld(other) ? other : one;
    }

    /** A name can be imported once; of two modules it comes from the one that was settled on. */
    private Binding known(Binding one, Binding other) {
        return Optional.ofNullable(known.get(one.local))
                        .filter(binding -> binding.source.equals(other.source))
                        .isPresent()
                ? other
                : one;
    }

    private boolean isOld(Binding binding) {
        return binding.source.equals(old.get(binding.local));
    }

    /**
     * The text with its imports in order.
     *
     * @param codes all the code that counts for what is used
     */
    String settle(TsFile file, List<TsFile> codes) {
        Set<String> used = codes.stream()
                .flatMap(code -> Names.used(withoutImports(code)).stream())
                .collect(Collectors.toSet());
        List<Binding> present = bindings(file);
        Map<String, Binding> had = new LinkedHashMap<>();
        present.forEach(binding -> had.merge(binding.local, binding, this::known));
        Set<String> declared = codes.stream()
                .flatMap(code -> Names.declaredAnywhere(code.root()).stream())
                .collect(Collectors.toSet());
        List<Binding> wanted = new ArrayList<>();
        for (Binding binding : had.values()) {
            if (used.contains(binding.local) || unused.contains(binding.local)) {
                wanted.add(binding);
            }
        }
        for (Binding binding : known.values()) {
            if (used.contains(binding.local) && !had.containsKey(binding.local) && !declared.contains(binding.local)) {
                wanted.add(binding);
            }
        }
        return new Rewriting(file, present, wanted).text();
    }

    private static List<TsNode> withoutImports(TsFile file) {
        return file.root().children().stream()
                .filter(node -> !node.is("import_statement"))
                .toList();
    }

    private static List<TsNode> statements(TsFile file) {
        return file.root().children().stream()
                .filter(node -> node.is("import_statement"))
                .toList();
    }

    private static List<Binding> bindings(TsFile file) {
        List<Binding> bindings = new ArrayList<>();
        for (TsNode statement : statements(file)) {
            statement.descendants("import_specifier").forEach(each -> bindings.add(binding(statement, each, true)));
            statement
                    .descendants("import_clause")
                    .flatMap(clause -> clause.namedChildren().stream())
                    .filter(each -> !each.is("named_imports"))
                    .forEach(each -> bindings.add(binding(statement, each, false)));
        }
        return bindings;
    }

    private static Binding binding(TsNode statement, TsNode node, boolean inBraces) {
        String local = node.child("alias")
                .or(() -> node.child("name"))
                .or(() -> node.descendants("identifier").findFirst())
                .orElse(node)
                .text();
        String head = statement.children().stream().anyMatch(child -> child.is("type")) ? "import type " : "import ";
        String source = statement.child("source").map(TsNode::text).orElse("''");
        return new Binding(local, source, head, node.text(), inBraces, statement);
    }

    /** Writes the statements that have other names than before; the others stay as they are. */
    private record Rewriting(TsFile file, List<Binding> present, List<Binding> wanted) {

        String text() {
            List<TextEdit> edits = new ArrayList<>();
            Map<String, List<Binding>> left = wanted.stream()
                    .filter(Binding::inBraces)
                    .collect(Collectors.groupingBy(each -> place(each), LinkedHashMap::new, Collectors.toList()));
            for (TsNode statement : statements(file)) {
                edit(statement, left).ifPresent(edits::add);
            }
            left.values().forEach(bindings -> edits.add(added(bindings)));
            return TextEdit.apply(file.text(), edits);
        }

        private static String place(Binding binding) {
            return binding.head + Essence.ofText(binding.source).replace('"', '\'');
        }

        private Optional<TextEdit> edit(TsNode statement, Map<String, List<Binding>> left) {
            List<Binding> here =
                    present.stream().filter(each -> each.statement == statement).toList();
            if (here.isEmpty()) {
                return Optional.empty();
            }
            List<Binding> whole = here.stream()
                    .filter(each -> !each.inBraces && wanted.contains(each))
                    .toList();
            Optional<Binding> brace = here.stream().filter(Binding::inBraces).findFirst();
            List<Binding> names = brace.map(each -> left.remove(place(each))).orElse(List.of());
            names = names == null ? List.of() : names;
            if (names.isEmpty() && whole.isEmpty()) {
                int end = statement.end();
                boolean line = end < file.text().length() && file.text().charAt(end) == '\n';
                return Optional.of(new TextEdit(statement.start(), line ? end + 1 : end, ""));
            }
            List<String> before = here.stream().map(Binding::text).toList();
            List<Binding> after = Stream.concat(whole.stream(), names.stream()).toList();
            if (before.equals(after.stream().map(Binding::text).toList())) {
                return Optional.empty();
            }
            return Optional.of(new TextEdit(
                    statement.start(), statement.end(), written(here.get(0), whole, sorted(here, names), statement)));
        }

        /** In the order of the alphabet, if what was there is. */
        private static List<String> sorted(List<Binding> here, List<Binding> names) {
            List<String> before =
                    here.stream().filter(Binding::inBraces).map(Binding::text).toList();
            Comparator<String> order = String.CASE_INSENSITIVE_ORDER;
            Stream<String> texts = names.stream().map(Binding::text);
            boolean sorted = before.equals(before.stream().sorted(order).toList());
            return (sorted ? texts.sorted(order) : texts).toList();
        }

        private static String written(Binding like, List<Binding> whole, List<String> names, TsNode statement) {
            String defaults = whole.stream().map(Binding::text).collect(Collectors.joining(", "));
            String end = statement.text().endsWith(";") ? ";" : "";
            String from = " from " + like.source + end;
            if (names.isEmpty()) {
                return like.head + defaults + from;
            }
            String start = like.head + defaults + (defaults.isEmpty() ? "" : ", ");
            String line = start + "{ " + String.join(", ", names) + " }" + from;
            boolean broken = statement.text().contains("\n") || line.length() > WIDTH;
            return broken ? start + "{\n  " + String.join(",\n  ", names) + ",\n}" + from : line;
        }

        /** A statement of its own, where one that sorts its imports has it. */
        private TextEdit added(List<Binding> names) {
            Binding first = names.get(0);
            String text =
                    written(first, List.of(), names.stream().map(Binding::text).toList(), first.statement) + "\n";
            String rank = rank(first.source);
            List<TsNode> statements = statements(file);
            for (TsNode statement : statements) {
                if (rank(statement.child("source").map(TsNode::text).orElse("")).compareTo(rank) > 0) {
                    return TextEdit.insert(statement.start(), text);
                }
            }
            if (statements.isEmpty()) {
                return TextEdit.insert(0, text + "\n");
            }
            int end = statements.get(statements.size() - 1).end();
            return TextEdit.insert(end, "\n" + text.stripTrailing());
        }

        private static String rank(String source) {
            return Contention.importRank(source);
        }
    }
}
