package dev.backstagegen.merge;

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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Generated code in the guise of code that somebody else wrote for the same: the one thing that a file makes, or the
 * one thing that it tests, is called as it is there, and functions take their options as they do there.
 */
final class Guise {

    /** Forgets the calls of all mocks, and leaves what yours are made to do. */
    static final String CLEAR = "jest.clearAllMocks()";

    private static final String RESET = "jest.resetAllMocks()";
    private static final String TEST = "describe";

    private Guise() {}

    static TsFile of(TsFile yours, TsFile generated) {
        return Signature.like(yours, titled(yours, named(yours, mild(yours, generated))));
    }

    /** What is reset does no more what yours made it do. */
    private static TsFile mild(TsFile yours, TsFile generated) {
        return yours.text().contains(RESET)
                ? generated
                : TsFile.parse(generated.text().replace(RESET, CLEAR));
    }

    /** What is made by the only call of a function, such as the plugin, has the name that it has in yours. */
    private static TsFile named(TsFile yours, TsFile generated) {
        Map<String, TsNode> mine = only(yours, Guise::constant);
        Map<String, String> names = new TreeMap<>();
        Set<String> taken = Names.declaredAnywhere(yours.root());
        only(generated, Guise::constant)
                .forEach((callee, old) -> Optional.ofNullable(mine.get(callee))
                        .filter(now -> !now.text().equals(old.text()) && !taken.contains(old.text()))
                        .ifPresent(now -> names.put(old.text(), now.text())));
        List<TextEdit> edits = generated
                .root()
                .descendants("identifier", "shorthand_property_identifier")
                .filter(name -> names.containsKey(name.text()))
                .map(name -> new TextEdit(name.start(), name.end(), names.get(name.text())))
                .toList();
        return edits.isEmpty() ? generated : TsFile.parse(TextEdit.apply(generated.text(), edits));
    }

    /** The only test of a file is called as the only one in yours. */
    private static TsFile titled(TsFile yours, TsFile generated) {
        Optional<TsNode> mine = Optional.ofNullable(only(yours, Guise::title).get(TEST));
        Optional<TsNode> old = Optional.ofNullable(only(generated, Guise::title).get(TEST));
        if (mine.isEmpty()
                || old.isEmpty()
                || mine.get().text().equals(old.get().text())) {
            return generated;
        }
        TextEdit edit =
                new TextEdit(old.get().start(), old.get().end(), mine.get().text());
        return TsFile.parse(TextEdit.apply(generated.text(), List.of(edit)));
    }

    /** What there is only one of, at the top of a file, by the function that is called for it. */
    private static Map<String, TsNode> only(TsFile file, Function<TsNode, Optional<TsNode>> what) {
        Map<String, List<TsNode>> all = new HashMap<>();
        for (TsNode statement : file.root().namedChildren()) {
            what.apply(statement)
                    .ifPresent(node -> call(statement)
                            .flatMap(call -> call.child("function"))
                            .ifPresent(callee -> all.computeIfAbsent(callee.text(), key -> new ArrayList<>())
                                    .add(node)));
        }
        return all.entrySet().stream()
                .filter(each -> each.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().get(0)));
    }

    private static Optional<TsNode> call(TsNode statement) {
        return statement.is("expression_statement")
                ? statement.namedChildren().stream().findFirst().filter(each -> each.is("call_expression"))
                : declarator(statement).flatMap(each -> each.child("value")).filter(each -> each.is("call_expression"));
    }

    private static Optional<TsNode> declarator(TsNode statement) {
        TsNode declaration = statement.child("declaration").orElse(statement);
        return declaration.is("lexical_declaration")
                ? declaration.namedChildren().stream().findFirst()
                : Optional.empty();
    }

    private static Optional<TsNode> constant(TsNode statement) {
        return declarator(statement).flatMap(each -> each.child("name")).filter(name -> name.is("identifier"));
    }

    private static Optional<TsNode> title(TsNode statement) {
        return call(statement)
                .filter(call -> statement.is("expression_statement"))
                .flatMap(call -> call.child("arguments"))
                .flatMap(given -> given.namedChildren().stream().findFirst())
                .filter(title -> title.is("string"));
    }
}
