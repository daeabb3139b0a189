package dev.backstagegen.rule.code;

import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of classes, interfaces, object types and object literals. */
final class Shapes {

    private Shapes() {}

    static boolean isClass(TsNode shape) {
        return shape.is("class_declaration", "abstract_class_declaration");
    }

    static Optional<Type> typeOfMember(Plugin plugin, Place shape, String name) {
        TsNode node = shape.node();
        if (node.is("object")) {
            return Syntax.property(node, name).flatMap(value -> plugin.types().of(shape.at(value)));
        }
        if (node.is("intersection_type")) {
            return node.namedChildren().stream()
                    .flatMap(part -> plugin.types().named(shape.at(part)).stream())
                    .flatMap(part -> plugin.types().member(part, name).stream())
                    .findFirst();
        }
        if (isClass(node)) {
            return typeOfField(plugin, shape, name);
        }
        Optional<Type> own = body(node)
                .flatMap(body -> Syntax.member(body, name))
                .flatMap(member -> member.child("type"))
                .flatMap(type -> plugin.types().named(shape.at(type)));
        return own.or(() -> parents(node, "extends_type_clause")
                .flatMap(parent -> plugin.types().named(shape.at(parent)).stream())
                .filter(parent -> !parent.equals(new Type.Shape(shape)))
                .flatMap(parent -> plugin.types().member(parent, name).stream())
                .findFirst());
    }

    /** The methods of a class, its parents' included, or the functions in an object. */
    static List<Place> methods(Plugin plugin, Place shape, String name, boolean isStatic) {
        if (shape.node().is("object")) {
            return Syntax.property(shape.node(), name).stream()
                    .filter(Syntax::isFunction)
                    .map(shape::at)
                    .toList();
        }
        List<Place> found = body(shape.node()).map(TsNode::namedChildren).orElse(List.of()).stream()
                .filter(member -> Syntax.key(member).filter(name::equals).isPresent())
                .filter(member -> Syntax.hasToken(member, "static") == isStatic)
                .flatMap(member -> member.is("method_definition")
                        ? Stream.of(member)
                        : member.child("value").map(Syntax::bare).stream())
                .filter(Syntax::isFunction)
                .map(shape::at)
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        return parents(shape.node(), "extends_clause")
                .flatMap(parent -> plugin.modules().meaning(shape.source(), parent).stream())
                .flatMap(parent -> parent instanceof Meaning.Declared declared
                                && isClass(declared.binding().declaration())
                                && declared.binding().declaration() != shape.node()
                        ? methods(plugin, declared.binding().place(), name, isStatic).stream()
                        : Stream.empty())
                .toList();
    }

    /** What a field of a class is given: its initial value and what is assigned to it through {@code this}. */
    static List<Place> fieldValues(Place shape, String name) {
        List<Place> values = new ArrayList<>();
        body(shape.node())
                .flatMap(body -> Syntax.member(body, name))
                .flatMap(member -> member.child("value"))
                .ifPresent(value -> values.add(shape.at(value)));
        shape.source()
                .all("assignment_expression")
                .filter(each -> Syntax.within(each, shape.node()))
                .filter(each ->
                        each.child("left").filter(left -> isThis(left, name)).isPresent())
                .forEach(each -> each.child("right").ifPresent(right -> values.add(shape.at(right))));
        parameterProperty(shape, name)
                .flatMap(each -> each.child("pattern"))
                .ifPresent(each -> values.add(shape.at(each)));
        return values;
    }

    private static Optional<Type> typeOfField(Plugin plugin, Place shape, String name) {
        Optional<Type> declared = body(shape.node())
                .flatMap(body -> Syntax.member(body, name))
                .flatMap(member -> member.child("type"))
                .or(() -> parameterProperty(shape, name).flatMap(each -> each.child("type")))
                .flatMap(type -> plugin.types().named(shape.at(type)));
        return declared.or(() -> fieldValues(shape, name).stream()
                .flatMap(value -> plugin.types().of(value).stream())
                .findFirst());
    }

    private static Optional<TsNode> parameterProperty(Place shape, String name) {
        return methodNamed(shape.node(), "constructor").stream()
                .flatMap(each -> each.child("parameters").stream())
                .flatMap(each -> each.namedChildren().stream())
                .filter(each -> each.namedChildren().stream().anyMatch(c -> c.is("accessibility_modifier"))
                        || Syntax.hasToken(each, "readonly"))
                .filter(each ->
                        each.child("pattern").filter(p -> p.text().equals(name)).isPresent())
                .findFirst();
    }

    private static Optional<TsNode> methodNamed(TsNode shape, String name) {
        return body(shape).flatMap(body -> Syntax.member(body, name)).filter(each -> each.is("method_definition"));
    }

    private static boolean isThis(TsNode left, String name) {
        return left.is("member_expression")
                && left.child("object").filter(object -> object.is("this")).isPresent()
                && left.child("property")
                        .filter(property -> property.text().equals(name))
                        .isPresent();
    }

    private static Optional<TsNode> body(TsNode shape) {
        return shape.is("object_type", "interface_body") ? Optional.of(shape) : shape.child("body");
    }

    static Stream<TsNode> parents(TsNode shape, String clause) {
        return shape.children().stream()
                .flatMap(child -> child.is("class_heritage") ? child.children().stream() : Stream.of(child))
                .filter(child -> child.is(clause))
                .flatMap(child -> child.namedChildren().stream());
    }
}
