package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the type of an expression from annotations, constructors, and the services that {@code registerInit} declares. */
public final class Types {

    private static final List<String> WRAPPERS = List.of("Promise", "Readonly", "Partial", "Required", "NonNullable");

    private final Plugin plugin;
    private final Map<TsNode, Optional<Type>> known = new HashMap<>();

    Types(Plugin plugin) {
        this.plugin = plugin;
    }

    /** The type of an expression; a promise counts as what it promises. */
    public Optional<Type> of(Place expression) {
        TsNode node = Syntax.awaited(expression.node());
        Optional<Type> answer = known.get(node);
        if (answer == null) {
            // Whoever asks again while the answer is worked out goes in a circle.
            known.put(node, Optional.empty());
            answer = infer(expression.at(node));
            known.put(node, answer);
        }
        return answer;
    }

    /** Whether an expression is of a type of another package. */
    public boolean is(Place expression, String name) {
        return of(expression).filter(type -> type.isNamed(name)).isPresent();
    }

    /** The type that a type annotation, or what stands in one, names. */
    public Optional<Type> named(Place type) {
        TsNode node = type.node();
        return switch (node.type()) {
            case "type_annotation", "parenthesized_type", "readonly_type" -> first(type);
            case "object_type", "interface_body", "intersection_type" -> Optional.of(new Type.Shape(type));
            case "generic_type" ->
                node.child("name").filter(n -> WRAPPERS.contains(n.text())).isPresent()
                        ? node.child("type_arguments").flatMap(arguments -> first(type.at(arguments)))
                        : node.child("name").flatMap(name -> named(type.at(name)));
            case "union_type" ->
                node.namedChildren().stream()
                        .filter(each -> !each.is("literal_type") && !each.text().equals("undefined"))
                        .findFirst()
                        .flatMap(each -> named(type.at(each)));
            case "nested_type_identifier" -> node.child("name").map(name -> new Type.Named(name.text()));
            case "type_identifier" ->
                plugin.modules().meaning(type.source(), node).flatMap(this::meant);
            case "type_query" ->
                node.namedChildren().stream()
                        .filter(each -> each.is("member_expression"))
                        .findFirst()
                        .flatMap(each -> each.child("object"))
                        .flatMap(reference -> ofReference(type.at(reference)));
            default -> Optional.empty();
        };
    }

    /** The type of what a service reference stands for, such as {@code coreServices.httpRouter}. */
    public Optional<Type> ofReference(Place reference) {
        TsNode node = Syntax.bare(reference.node());
        if (node.is("member_expression")) {
            return node.child("property").map(property -> new Type.Named(capital(property.text()) + "Service"));
        }
        Meaning meaning = plugin.modules().meaning(reference.source(), node).orElse(null);
        if (meaning instanceof Meaning.Outside outside && outside.name().endsWith("Ref")) {
            return Optional.of(new Type.Named(
                    capital(outside.name().substring(0, outside.name().length() - 3))));
        }
        if (meaning instanceof Meaning.Declared declared) {
            return declared.binding()
                    .declaration()
                    .child("value")
                    .flatMap(value -> value.child("type_arguments"))
                    .flatMap(arguments -> first(declared.binding().place().at(arguments)));
        }
        return Optional.empty();
    }

    /** The type of a member of a type. */
    public Optional<Type> member(Type type, String name) {
        if (type instanceof Type.Services services) {
            return Syntax.property(services.references().node(), name)
                    .flatMap(reference -> ofReference(services.references().at(reference)));
        }
        return type instanceof Type.Shape shape ? Shapes.typeOfMember(plugin, shape.place(), name) : Optional.empty();
    }

    private Optional<Type> meant(Meaning meaning) {
        if (meaning instanceof Meaning.Outside outside) {
            return Optional.of(new Type.Named(outside.name()));
        }
        if (meaning instanceof Meaning.Declared declared) {
            Place place = declared.binding().place();
            return place.node().is("type_alias_declaration")
                    ? place.node().child("value").flatMap(value -> named(place.at(value)))
                    : Optional.of(new Type.Shape(place));
        }
        return Optional.empty();
    }

    private Optional<Type> infer(Place place) {
        TsNode node = place.node();
        return switch (node.type()) {
            case "identifier", "shorthand_property_identifier" ->
                plugin.modules().meaning(place.source(), node).flatMap(this::ofMeaning);
            case "this" ->
                node.ancestor("class_declaration", "abstract_class_declaration")
                        .map(owner -> new Type.Shape(place.at(owner)));
            case "object" -> Optional.of(new Type.Shape(place));
            case "member_expression" ->
                node.child("object")
                        .flatMap(object -> of(place.at(object)))
                        .flatMap(type -> member(
                                type, node.child("property").map(TsNode::text).orElse("")));
            case "new_expression" ->
                Syntax.called(node)
                        .flatMap(name -> plugin.modules().meaning(place.source(), name))
                        .flatMap(this::meant);
            case "call_expression" ->
                plugin.calls().reached(place).stream().findFirst().flatMap(this::ofResult);
            default -> Optional.empty();
        };
    }

    private Optional<Type> ofResult(Place function) {
        Optional<TsNode> declared = function.node().child("return_type");
        if (declared.isPresent()) {
            return named(function.at(declared.get()));
        }
        return Syntax.returned(function.node())
                .flatMap(each -> of(function.at(each)).stream())
                .findFirst();
    }

    private Optional<Type> ofMeaning(Meaning meaning) {
        if (meaning instanceof Meaning.Written written) {
            return of(written.expression());
        }
        return meaning instanceof Meaning.Declared declared ? ofBinding(declared.binding()) : Optional.empty();
    }

    private Optional<Type> ofBinding(Binding binding) {
        if (!binding.is(Kind.VARIABLE) && !binding.is(Kind.PARAMETER)) {
            return Optional.empty();
        }
        Place place = binding.place();
        Optional<Type> whole = place.node()
                .child("type")
                .flatMap(type -> named(place.at(type)))
                .or(() -> place.node().child("value").flatMap(value -> of(place.at(value))))
                .or(() -> binding.is(Kind.PARAMETER) ? plugin.init().services(place) : Optional.empty());
        for (String step : binding.steps()) {
            whole = step.equals("...") ? whole : whole.flatMap(type -> member(type, step));
        }
        return whole;
    }

    private Optional<Type> first(Place outer) {
        return outer.node().namedChildren().stream().findFirst().flatMap(inner -> named(outer.at(inner)));
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
