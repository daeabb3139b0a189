package dev.backstagegen.host;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The code of a backend: where it is created, added to and started, found in its syntax tree. */
record BackendCode(TsNode root) {

    /** The functions that make a backend one can add to, and where they come from. */
    private static final Map<String, String> MAKERS = Map.of(
            "createBackend", "@backstage/backend-defaults",
            "createSpecializedBackend", "@backstage/backend-app-api");

    private static final String[] BLOCKS = {"program", "statement_block"};

    private static final String[] FUNCTIONS = {
        "function_declaration", "function_expression", "arrow_function", "method_definition"
    };

    /** A place in a block: behind a statement, or in front of it. */
    record Spot(TsNode neighbour, boolean isAfter) {}

    /** Whether a package is imported in what is added, or added by the name of its import. */
    boolean adds(String packageName) {
        Set<String> names = imports(packageName)
                .flatMap(each -> each.descendants("identifier"))
                .map(TsNode::text)
                .collect(Collectors.toSet());
        return calls().filter(call -> isMember(call, "add"))
                .flatMap(call -> call.child("arguments").stream())
                .anyMatch(arguments -> arguments.namedChildren().stream()
                                .anyMatch(argument -> argument.is("identifier") && names.contains(argument.text()))
                        || arguments.descendants("call_expression").anyMatch(call -> isImportOf(call, packageName)));
    }

    /** The statements that do nothing but add the import of a package. */
    List<TsNode> additions(String packageName) {
        return root.descendants("expression_statement")
                .filter(statement ->
                        statement.parent().filter(at -> at.is(BLOCKS)).isPresent())
                .filter(statement -> statement.namedChildren().stream()
                        .anyMatch(call -> call.is("call_expression")
                                && isMember(call, "add")
                                && call.child("arguments").orElseThrow().namedChildren().stream()
                                        .allMatch(argument ->
                                                argument.is("call_expression") && isImportOf(argument, packageName))))
                .toList();
    }

    /** The names of the variables that hold a new backend. */
    List<TsNode> backends() {
        Set<String> makers = makers();
        List<TsNode> names = new ArrayList<>();
        calls().filter(call -> call.child("function")
                        .map(TsNode::text)
                        .filter(makers::contains)
                        .isPresent())
                .forEach(call -> names.addAll(holder(call)));
        return names;
    }

    String whyNoBackend() {
        if (imports("@backstage/backend-common").findAny().isPresent()) {
            return "It is a backend of the legacy system, which has no plugins of this kind.";
        }
        return makers().isEmpty()
                ? "It does not import createBackend from @backstage/backend-defaults."
                : "The new backend is not held in a variable.";
    }

    /** Whether a name is declared more than once, so that it may mean something else at another place. */
    boolean isAmbiguous(String name) {
        return root.descendants("identifier")
                        .filter(each -> each.text().equals(name))
                        .filter(BackendCode::isDeclared)
                        .count()
                != 1;
    }

    /** The quotes that the file uses for its imports. */
    String quote() {
        return root.descendants("import_statement")
                .flatMap(each -> each.child("source").stream())
                .map(source -> source.text().substring(0, 1))
                .findFirst()
                .orElse("'");
    }

    /** What a statement ends with here: a semicolon, or nothing. */
    String statementEnd() {
        boolean bare = root.descendants("import_statement")
                .findFirst()
                .filter(each -> !each.text().endsWith(";"))
                .isPresent();
        return bare ? "" : ";";
    }

    /** Where the next feature is added: in the block of the variable, or in the function that starts it. */
    Optional<Spot> spot(TsNode variable) {
        TsNode home = variable.ancestor(BLOCKS).orElseThrow();
        Optional<TsNode> start = calls().filter(call -> isMember(call, "start") && isOf(call, variable.text()))
                .findFirst();
        Optional<Spot> atHome = spotIn(home, variable.text(), start);
        if (atHome.isPresent() || start.isEmpty()) {
            return atHome;
        }
        return start.get().ancestor(BLOCKS).flatMap(block -> spotIn(block, variable.text(), start));
    }

    private Optional<Spot> spotIn(TsNode block, String name, Optional<TsNode> start) {
        Optional<TsNode> starting = start.flatMap(call -> statementIn(block, call));
        int end = starting.map(TsNode::start).orElse(block.end());
        Optional<TsNode> lastAdd = block.children().stream()
                .filter(statement -> statement.end() <= end && isAdd(statement, name))
                .reduce((before, after) -> after);
        return lastAdd.map(add -> new Spot(add, true)).or(() -> starting.map(each -> new Spot(each, false)));
    }

    /** The statement of a block that a call is part of, unless it only happens in a function there. */
    private static Optional<TsNode> statementIn(TsNode block, TsNode call) {
        TsNode at = call;
        while (at.parent().isPresent() && at.parent().get() != block) {
            at = at.parent().get();
            if (at.is(FUNCTIONS)) {
                return Optional.empty();
            }
        }
        return at.parent().isPresent() ? Optional.of(at) : Optional.empty();
    }

    private static boolean isAdd(TsNode statement, String name) {
        return statement.is("expression_statement")
                && statement.namedChildren().stream()
                        .map(BackendCode::unwrapped)
                        .anyMatch(call -> call.is("call_expression") && isMember(call, "add") && isOf(call, name));
    }

    private static TsNode unwrapped(TsNode expression) {
        TsNode at = expression;
        while (at.is("await_expression", "unary_expression", "parenthesized_expression")
                && at.namedChildren().size() == 1) {
            at = at.namedChildren().get(0);
        }
        return at;
    }

    /** Names under which a maker is called here: imported as such, renamed, or part of a namespace. */
    private Set<String> makers() {
        return MAKERS.entrySet().stream()
                .flatMap(maker -> imports(maker.getValue()).flatMap(each -> names(each, maker.getKey())))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(TsNode statement, String maker) {
        Stream<String> single = statement
                .descendants("import_specifier")
                .filter(each -> each.child("name").orElseThrow().text().equals(maker))
                .map(each -> each.child("alias")
                        .or(() -> each.child("name"))
                        .orElseThrow()
                        .text());
        Stream<String> whole = statement
                .descendants("namespace_import")
                .flatMap(each -> each.descendants("identifier"))
                .map(each -> each.text() + "." + maker);
        return Stream.concat(single, whole);
    }

    private Stream<TsNode> imports(String packageName) {
        return root.descendants("import_statement")
                .filter(each -> each.child("source")
                        .filter(source -> isText(source, packageName))
                        .isPresent());
    }

    private Stream<TsNode> calls() {
        return root.descendants("call_expression");
    }

    private static boolean isMember(TsNode call, String name) {
        return call.child("function")
                .filter(function -> function.is("member_expression"))
                .flatMap(function -> function.child("property"))
                .filter(property -> property.text().equals(name))
                .isPresent();
    }

    private static boolean isOf(TsNode call, String name) {
        return call.child("function")
                .flatMap(function -> function.child("object"))
                .filter(object -> object.is("identifier") && object.text().equals(name))
                .isPresent();
    }

    private static boolean isImportOf(TsNode call, String packageName) {
        return call.child("function").filter(function -> function.is("import")).isPresent()
                && call.child("arguments").orElseThrow().namedChildren().stream()
                        .anyMatch(argument -> isText(argument, packageName));
    }

    private static boolean isText(TsNode string, String value) {
        return string.is("string", "template_string")
                && string.text().substring(1, string.text().length() - 1).equals(value);
    }

    /** The variable that a new backend goes into, directly or awaited or with a type asserted. */
    private static List<TsNode> holder(TsNode call) {
        TsNode at = call;
        TsNode parent = at.parent().orElseThrow();
        while (parent.is("await_expression", "as_expression", "satisfies_expression", "parenthesized_expression")) {
            at = parent;
            parent = at.parent().orElseThrow();
        }
        boolean holds = parent.is("variable_declarator") && at.field().equals("value")
                || parent.is("assignment_expression") && at.field().equals("right");
        return holds
                ? Stream.concat(parent.child("name").stream(), parent.child("left").stream())
                        .filter(name -> name.is("identifier"))
                        .toList()
                : List.of();
    }

    private static boolean isDeclared(TsNode name) {
        TsNode parent = name.parent().orElseThrow();
        return parent.is("variable_declarator") && name.field().equals("name")
                || parent.is("required_parameter", "optional_parameter", "import_specifier", "import_clause")
                || parent.is("arrow_function") && name.field().equals("parameter")
                || parent.is("function_declaration") && name.field().equals("name");
    }
}
