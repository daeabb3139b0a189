package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be told of a node without knowing its file. */
public final class Syntax {

    private static final String[] FUNCTIONS = {
        "arrow_function",
        "function_expression",
        "function_declaration",
        "method_definition",
        "generator_function",
        "generator_function_declaration"
    };

    private Syntax() {}

    /** The expression without what changes nothing about its value: parentheses, {@code as}, {@code !}. */
    public static TsNode bare(TsNode node) {
        TsNode at = node;
        while (at.is(
                "parenthesized_expression",
                "as_expression",
                "satisfies_expression",
                "non_null_expression",
                "type_assertion")) {
            List<TsNode> inner = at.namedChildren();
            if (inner.isEmpty()) {
                return at;
            }
            at = at.is("type_assertion") ? inner.get(inner.size() - 1) : inner.get(0);
        }
        return at;
    }

    /** The expression without {@code await} either. */
    public static TsNode awaited(TsNode node) {
        TsNode at = bare(node);
        while (at.is("await_expression") && !at.namedChildren().isEmpty()) {
            at = bare(at.namedChildren().get(0));
        }
        return at;
    }

    public static boolean isFunction(TsNode node) {
        return node.is(FUNCTIONS);
    }

    public static Optional<TsNode> functionAround(TsNode node) {
        return node.ancestor(FUNCTIONS);
    }

    public static boolean isAsync(TsNode function) {
        return hasToken(function, "async");
    }

    public static boolean hasToken(TsNode node, String token) {
        return node.children().stream().anyMatch(child -> child.type().equals(token));
    }

    /** A parameter's pattern, in the order of the list. */
    public static List<TsNode> parameters(TsNode function) {
        Optional<TsNode> single = function.child("parameter");
        if (single.isPresent()) {
            return List.of(single.get());
        }
        return function.child("parameters").map(TsNode::namedChildren).orElse(List.of()).stream()
                .map(each -> each.child("pattern").orElse(each))
                .toList();
    }

    /** What is handed to a call, or to {@code new}. */
    public static List<TsNode> arguments(TsNode call) {
        return call.child("arguments")
                .filter(node -> node.is("arguments"))
                .map(TsNode::namedChildren)
                .orElse(List.of());
    }

    public static Optional<TsNode> argument(TsNode call, int index) {
        List<TsNode> arguments = arguments(call);
        return index < arguments.size() ? Optional.of(bare(arguments.get(index))) : Optional.empty();
    }

    /** The function of a call, or the class of a {@code new}. */
    public static Optional<TsNode> called(TsNode call) {
        return call.child(call.is("new_expression") ? "constructor" : "function")
                .map(Syntax::bare);
    }

    /** The name of the method in {@code x.name(...)}. */
    public static Optional<String> method(TsNode call) {
        return called(call)
                .filter(function -> function.is("member_expression"))
                .flatMap(function -> function.child("property"))
                .map(TsNode::text);
    }

    /** The {@code x} in {@code x.name(...)}. */
    public static Optional<TsNode> receiver(TsNode call) {
        return called(call)
                .filter(function -> function.is("member_expression"))
                .flatMap(function -> function.child("object"))
                .map(Syntax::bare);
    }

    /** The first of {@code a.b().c}. */
    public static TsNode root(TsNode expression) {
        TsNode at = awaited(expression);
        Optional<TsNode> inner = Optional.of(at);
        while (inner.isPresent()) {
            at = awaited(inner.get());
            inner = at.is("call_expression")
                    ? called(at)
                    : at.is("member_expression", "subscript_expression") ? at.child("object") : Optional.empty();
        }
        return at;
    }

    /** Whether it is {@code x.name}. */
    public static boolean isMember(TsNode node, String name) {
        return node.is("member_expression")
                && node.child("property")
                        .filter(property -> property.text().equals(name))
                        .isPresent();
    }

    public static boolean calls(TsNode call, String... methods) {
        return method(call).filter(name -> List.of(methods).contains(name)).isPresent();
    }

    /** The text of a string, or of a template without holes. */
    public static Optional<String> string(TsNode node) {
        TsNode literal = bare(node);
        boolean plain = literal.is("string")
                || (literal.is("template_string")
                        && literal.namedChildren().stream().noneMatch(c -> c.is("template_substitution")));
        boolean escaped = literal.namedChildren().stream().anyMatch(c -> c.is("escape_sequence"));
        if (!plain || escaped || literal.end() - literal.start() < 2) {
            return Optional.empty();
        }
        return Optional.of(literal.text().substring(1, literal.text().length() - 1));
    }

    /** The name of a member of an object, class, pattern or type; nothing where it is computed. */
    public static Optional<String> key(TsNode member) {
        if (member.is("shorthand_property_identifier", "shorthand_property_identifier_pattern")) {
            return Optional.of(member.text());
        }
        if (member.is("object_assignment_pattern")) {
            return member.child("left").flatMap(Syntax::key);
        }
        TsNode name = member.child("key").or(() -> member.child("name")).orElse(member);
        if (name.is("computed_property_name")) {
            return name.namedChildren().stream().findFirst().flatMap(Syntax::string);
        }
        if (name.is("property_identifier", "private_property_identifier", "number")) {
            return Optional.of(name.text());
        }
        return string(name);
    }

    /** The member of that name: a pair, a shorthand or a method. The last one wins, as it does in JavaScript. */
    public static Optional<TsNode> member(TsNode object, String name) {
        return object.namedChildren().stream()
                .filter(each -> key(each).filter(name::equals).isPresent())
                .reduce((first, second) -> second);
    }

    /** What stands at that name: a value, the shorthand itself, or the method. */
    public static Optional<TsNode> property(TsNode object, String name) {
        return object.is("object")
                ? member(object, name)
                        .map(each -> each.is("pair")
                                ? each.child("value").map(Syntax::bare).orElse(each)
                                : each)
                : Optional.empty();
    }

    public static boolean hasSpread(TsNode object) {
        return object.namedChildren().stream().anyMatch(each -> each.is("spread_element"));
    }

    /** What a function gives back: its {@code return}s, or the expression that is its body. */
    public static Stream<TsNode> returned(TsNode function) {
        TsNode body = function.child("body").orElse(function);
        if (function.is("arrow_function") && !body.is("statement_block")) {
            return Stream.of(bare(body));
        }
        return body.descendants("return_statement")
                .filter(each -> functionAround(each).filter(function::equals).isPresent())
                .flatMap(each -> each.namedChildren().stream().limit(1))
                .map(Syntax::bare);
    }

    /** Whether the first stands in the second, or is it. */
    public static boolean within(TsNode inner, TsNode outer) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    /** The statement that a node belongs to. */
    public static Optional<TsNode> statement(TsNode node) {
        TsNode at = node;
        while (true) {
            Optional<TsNode> parent = at.parent();
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            if (parent.get().is("statement_block", "program")) {
                return Optional.of(at);
            }
            at = parent.get();
        }
    }
}
