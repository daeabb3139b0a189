package dev.backstagegen.merge;

import dev.backstagegen.tree.TextEdit;
import dev.backstagegen.ts.TsFile;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The two ways in which a function takes its options: taken apart in its parameter, with their type beside them, or by
 * a name, of an interface, and taken apart in its first statement. Generated code goes the second way; for a function
 * that goes the first one, so does this.
 */
final class Signature {

    private Signature() {}

    /** Generated code in which the functions take their options as those of the same name in yours do. */
    static TsFile like(TsFile yours, TsFile generated) {
        TsFile now = generated;
        for (TsNode function : functions(yours)) {
            TsFile file = now;
            if (isApart(function)) {
                now = named(file, name(function))
                        .flatMap(own -> apart(file, own))
                        .orElse(file);
            }
        }
        return now;
    }

    private static List<TsNode> functions(TsFile file) {
        return file.root().descendants("function_declaration").toList();
    }

    private static Optional<TsNode> named(TsFile file, String name) {
        return functions(file).stream().filter(each -> name(each).equals(name)).findFirst();
    }

    private static String name(TsNode function) {
        return function.child("name").map(TsNode::text).orElse("");
    }

    private static Optional<TsNode> parameter(TsNode function) {
        return function.child("parameters")
                .map(TsNode::namedChildren)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0));
    }

    private static Optional<TsNode> type(TsNode parameter) {
        return parameter
                .child("type")
                .flatMap(type -> type.namedChildren().stream().findFirst());
    }

    private static boolean isApart(TsNode function) {
        return parameter(function)
                .filter(each -> each.child("pattern")
                        .filter(pattern -> pattern.is("object_pattern"))
                        .isPresent())
                .flatMap(Signature::type)
                .filter(type -> type.is("object_type"))
                .isPresent();
    }

    private static Optional<TsFile> apart(TsFile file, TsNode function) {
        Optional<TsNode> parameter = parameter(function);
        Optional<String> name = parameter
                .flatMap(each -> each.child("pattern"))
                .filter(pattern -> pattern.is("identifier"))
                .map(TsNode::text);
        Optional<TsNode> type = parameter.flatMap(Signature::type).flatMap(each -> declaration(file, each.text()));
        Optional<TsNode> first = function.child("body")
                .flatMap(body -> body.namedChildren().stream().findFirst());
        Optional<TsNode> pattern = first.flatMap(statement -> pattern(statement, name.orElse("")));
        if (type.isEmpty() || pattern.isEmpty() || count(function, name.orElseThrow()) != 2) {
            return Optional.empty();
        }
        String members = type.get().child("body").map(TsNode::text).orElse("{}");
        List<TextEdit> edits = new ArrayList<>();
        edits.add(new TextEdit(parameter.get().start(), parameter.get().end(), broken(pattern.get()) + ": " + members));
        edits.add(new TextEdit(first.get().start(), next(file, first.get()), ""));
        TsNode statement = type.get().ancestor("export_statement").orElse(type.get());
        edits.add(new TextEdit(statement.start(), next(file, statement), ""));
        TsFile rewritten = TsFile.parse(TextEdit.apply(file.text(), edits));
        return Optional.of(rewritten).filter(TsFile::isWhole);
    }

    private static Optional<TsNode> declaration(TsFile file, String type) {
        return file.root()
                .descendants("interface_declaration")
                .filter(each -> name(each).equals(type))
                .findFirst();
    }

    /** What a statement takes out of the options, if it does nothing else. */
    private static Optional<TsNode> pattern(TsNode statement, String options) {
        List<TsNode> declared = statement.namedChildren();
        return statement.is("lexical_declaration") && declared.size() == 1
                ? declared.get(0)
                        .child("value")
                        .filter(value -> value.text().equals(options))
                        .flatMap(value -> declared.get(0).child("name"))
                        .filter(name -> name.is("object_pattern"))
                : Optional.empty();
    }

    private static String broken(TsNode pattern) {
        return pattern.namedChildren().stream().map(TsNode::text).collect(Collectors.joining(",\n  ", "{\n  ", ",\n}"));
    }

    private static long count(TsNode function, String name) {
        return function.descendants("identifier")
                .filter(each -> each.text().equals(name))
                .count();
    }

    /** Where the code behind a statement begins. */
    private static int next(TsFile file, TsNode statement) {
        int end = statement.end();
        while (end < file.text().length() && Character.isWhitespace(file.text().charAt(end))) {
            end++;
        }
        return end;
    }
}
