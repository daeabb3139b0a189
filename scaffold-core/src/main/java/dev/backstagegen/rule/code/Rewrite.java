package dev.backstagegen.rule.code;

import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of a file's imports and statements that leave everything else as it was. */
public final class Rewrite {

    private static final int WIDTH = 80;

    private Rewrite() {}

    /** Where the import of a package goes: a line of its own after the last one, before those of own files. */
    public static TextEdit line(Source source, String statement) {
        List<TsNode> packages = source.all("import_statement")
                .filter(each -> Modules.module(each)
                        .filter(module -> !module.startsWith("."))
                        .isPresent())
                .toList();
        if (!packages.isEmpty()) {
            return TextEdit.insert(packages.get(packages.size() - 1).end(), "\n" + statement);
        }
        Optional<TsNode> own = source.all("import_statement").findFirst();
        if (own.isPresent()) {
            return TextEdit.insert(own.get().start(), statement + "\n");
        }
        return source.root().namedChildren().stream()
                .findFirst()
                .map(first -> TextEdit.insert(first.start(), statement + "\n\n"))
                .orElseGet(() -> TextEdit.insert(0, statement + "\n"));
    }

    /** Imports a name, in the braces of an import of that module where there are some. */
    public static TextEdit named(Source source, String module, String name) {
        return source.all("import_statement")
                .filter(each ->
                        Modules.module(each).filter(module::equals).isPresent() && !Syntax.hasToken(each, "type"))
                .flatMap(each -> each.descendants("named_imports"))
                .filter(each -> !each.namedChildren().isEmpty())
                .findFirst()
                .map(each -> {
                    List<TsNode> names = each.namedChildren();
                    TsNode last = names.get(names.size() - 1);
                    boolean lines = source.line(each.start()) != source.line(last.start());
                    String gap = lines ? ",\n" + indent(source, last) : ", ";
                    return TextEdit.insert(last.end(), gap + name);
                })
                .orElseGet(() -> line(source, "import { " + name + " } from '" + module + "';"));
    }

    /** Takes a name out of the imports; the whole statement where it was the only one. */
    public static List<TextEdit> without(Binding binding) {
        TsNode statement = binding.declaration();
        Optional<TsNode> specifier = binding.name().ancestor("import_specifier");
        long names = binding.source()
                .all("identifier")
                .filter(each -> Syntax.within(each, statement))
                .filter(each -> binding.source()
                        .binding(each)
                        .filter(b -> b.name() == each)
                        .isPresent())
                .count();
        if (names <= 1) {
            return List.of(wholeLines(binding.source(), statement));
        }
        if (specifier.isEmpty()) {
            return List.of(new TextEdit(binding.name().start(), endOfComma(binding.source(), binding.name()), ""));
        }
        TsNode braces = specifier.get().parent().orElseThrow();
        if (braces.namedChildren().size() == 1) {
            // import express, { Router } from 'express'
            int comma = binding.source().text().lastIndexOf(',', braces.start());
            return List.of(new TextEdit(comma, braces.end(), ""));
        }
        List<TsNode> all = braces.namedChildren();
        boolean last = all.get(all.size() - 1) == specifier.get();
        int start = last ? all.get(all.size() - 2).end() : specifier.get().start();
        return List.of(
                new TextEdit(start, last ? specifier.get().end() : endOfComma(binding.source(), specifier.get()), ""));
    }

    /** Takes names out of the imports of one file; nothing where that is not simple. */
    public static List<TextEdit> withoutAll(Source source, Collection<Binding> bindings) {
        Map<TsNode, List<TsNode>> gone = new LinkedHashMap<>();
        bindings.forEach(binding -> gone.computeIfAbsent(binding.declaration(), key -> new ArrayList<>())
                .add(binding.name()));
        List<TextEdit> edits = new ArrayList<>();
        gone.forEach((statement, names) -> {
            List<TsNode> specifiers = names.stream()
                    .flatMap(name -> name.ancestor("import_specifier").stream())
                    .toList();
            Optional<TsNode> braces = statement.descendants("named_imports").findFirst();
            boolean alone = statement
                            .descendants("import_clause", "namespace_import")
                            .mapToLong(each -> each.namedChildren().stream()
                                    .filter(child -> child.is("identifier"))
                                    .count())
                            .sum()
                    == 0;
            if (braces.isPresent()
                    && specifiers.size() == names.size()
                    && specifiers.size() < braces.get().namedChildren().size()) {
                edits.addAll(withoutItems(source, braces.get(), specifiers));
            } else if (alone || names.size() == 1) {
                edits.addAll(
                        names.size() == 1 || braces.isEmpty()
                                ? source.binding(names.get(0))
                                        .map(Rewrite::without)
                                        .orElse(List.of())
                                : List.of(wholeLines(source, statement)));
            }
        });
        return edits;
    }

    /** Takes items out of a list in braces, each with the line that it leaves empty. */
    public static List<TextEdit> withoutItems(Source source, TsNode list, Collection<TsNode> gone) {
        List<TsNode> items = list.namedChildren();
        List<TextEdit> edits = new ArrayList<>();
        if (gone.containsAll(items)) {
            return List.of(new TextEdit(list.start(), list.end(), "{}"));
        }
        for (int i = 0; i < items.size(); i++) {
            TsNode item = items.get(i);
            List<TsNode> rest = items.subList(i, items.size());
            if (!gone.contains(item)) {
                continue;
            }
            boolean trailing = gone.containsAll(rest);
            if (trailing
                    && rest.stream().anyMatch(each -> ownLines(source, each).isEmpty())) {
                int end = rest.get(rest.size() - 1).end();
                edits.add(
                        i == 0
                                ? new TextEdit(item.start(), end, "")
                                : new TextEdit(items.get(i - 1).end(), end, ""));
                return edits;
            }
            edits.add(ownLines(source, item)
                    .orElseGet(() -> new TextEdit(item.start(), rest.get(1).start(), "")));
        }
        return edits;
    }

    /** The lines of an item, its comma and what is said of it there, if nothing else stands on them. */
    private static Optional<TextEdit> ownLines(Source source, TsNode item) {
        String text = source.text();
        int start = source.lineStart(source.line(item.start()));
        int end = item.end();
        while (end < text.length() && (text.charAt(end) == ',' || text.charAt(end) == ' ')) {
            end++;
        }
        if (text.startsWith("//", end)) {
            end = Math.max(end, text.indexOf('\n', end));
        }
        boolean alone =
                text.substring(start, item.start()).isBlank() && end < text.length() && text.charAt(end) == '\n';
        return alone ? Optional.of(new TextEdit(start, end + 1, "")) : Optional.empty();
    }

    /** Takes a statement away, and the line that it leaves empty. */
    public static TextEdit wholeLines(Source source, TsNode statement) {
        String text = source.text();
        int start = statement.start();
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        int end = statement.end();
        boolean ownLine = start == 0 || text.charAt(start - 1) == '\n';
        boolean toEnd = end == text.length() || text.charAt(end) == '\n';
        if (!ownLine || !toEnd) {
            return new TextEdit(statement.start(), statement.end(), "");
        }
        return new TextEdit(start, Math.min(text.length(), end + 1), "");
    }

    /** A new statement on the line after another one. */
    public static TextEdit after(Source source, TsNode statement, String text) {
        return TextEdit.insert(statement.end(), "\n" + indent(source, statement) + text);
    }

    /** A new member on the line after another one of the same object. */
    public static TextEdit memberAfter(Source source, TsNode member, String text) {
        return TextEdit.insert(member.end(), ",\n" + indent(source, member) + text);
    }

    /** A new call with one object on the line after a statement; broken as prettier breaks it when it is too long. */
    public static TextEdit afterCall(Source source, TsNode statement, String function, List<String> members) {
        String indent = indent(source, statement);
        String line = function + "({ " + String.join(", ", members) + " });";
        if (indent.length() + line.length() <= WIDTH) {
            return after(source, statement, line);
        }
        String inner = "\n" + indent + "  ";
        return after(
                source,
                statement,
                function + "({" + inner + String.join("," + inner, members) + ",\n" + indent + "});");
    }

    /** Takes away declarations of names that nothing uses any more once some ranges are gone. */
    public static List<TextEdit> withoutUnused(Binding binding, List<TsNode> gone) {
        boolean used = binding.source().uses(binding).stream()
                .anyMatch(use -> gone.stream().noneMatch(each -> Syntax.within(use, each)));
        Optional<TsNode> statement = binding.declaration().parent();
        boolean alone = binding.is(Binding.Kind.VARIABLE)
                && binding.steps().isEmpty()
                && statement
                        .filter(each -> each.is("lexical_declaration")
                                && each.namedChildren().size() == 1
                                && each.parent()
                                        .filter(p -> p.is("statement_block", "program"))
                                        .isPresent())
                        .isPresent();
        return used || !alone ? List.of() : new ArrayList<>(List.of(wholeLines(binding.source(), statement.get())));
    }

    private static int endOfComma(Source source, TsNode node) {
        String text = source.text();
        int at = node.end();
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',')) {
            at++;
        }
        return at;
    }

    private static String indent(Source source, TsNode node) {
        int start = source.lineStart(source.line(node.start()));
        int at = start;
        while (at < source.text().length()
                && (source.text().charAt(at) == ' ' || source.text().charAt(at) == '\t')) {
            at++;
        }
        return source.text().substring(start, at);
    }
}
