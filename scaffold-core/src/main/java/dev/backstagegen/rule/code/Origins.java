package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a value back to the expressions that make it: through variables, parameters, results, fields and files. */
public final class Origins {

    private static final int MOST = 500;

    private final Plugin plugin;

    Origins(Plugin plugin) {
        this.plugin = plugin;
    }

    /**
     * An expression that cannot be followed further back, and how the value is taken out of it.
     *
     * @param path the members taken one after the other, such as {@code 0} and {@code result}; mostly nothing
     */
    public record Origin(Place place, List<String> path) {

        public Origin {
            path = List.copyOf(path);
        }
    }

    /** All that a value may come from. Each is a literal, a call that leads outside, a name without a value and so on. */
    public Set<Origin> of(Place expression) {
        Trail trail = new Trail();
        trail.follow(expression, List.of());
        return trail.found;
    }

    /** The expressions that a value may be, when it is taken whole from each. */
    public List<Place> whole(Place expression) {
        return of(expression).stream()
                .filter(each -> each.path().isEmpty())
                .map(Origin::place)
                .toList();
    }

    /** The one text that a value is. */
    public Optional<String> text(Place expression) {
        Set<Origin> origins = of(expression);
        return origins.size() == 1 && origins.iterator().next().path().isEmpty()
                ? Syntax.string(origins.iterator().next().place().node())
                : Optional.empty();
    }

    /** One walk back; remembers where it was, so that circles end. */
    private final class Trail {
        private final Set<Origin> found = new LinkedHashSet<>();
        private final Set<Origin> seen = new HashSet<>();

        private void follow(Place expression, List<String> path) {
            Place place = expression.at(Syntax.awaited(expression.node()));
            Origin here = new Origin(place, path);
            if (seen.size() > MOST || !seen.add(here)) {
                return;
            }
            TsNode node = place.node();
            boolean followed = switch (node.type()) {
                case "identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern" ->
                    name(place, path);
                case "member_expression" ->
                    node.child("object").isPresent()
                            && into(
                                    place.at(node.child("object").get()),
                                    node.child("property").map(TsNode::text).orElse("?"),
                                    path);
                case "subscript_expression" -> subscript(place, path);
                case "ternary_expression" -> both(place, path, "consequence", "alternative");
                case "binary_expression" ->
                    Syntax.hasToken(node, "||") || Syntax.hasToken(node, "??")
                            ? both(place, path, "left", "right")
                            : false;
                case "object" -> !path.isEmpty() && object(place, path);
                case "array" -> !path.isEmpty() && element(place, path);
                case "this" ->
                    !path.isEmpty()
                            && node.ancestor("class_declaration", "abstract_class_declaration")
                                    .filter(owner -> field(place.at(owner), path))
                                    .isPresent();
                case "new_expression" -> !path.isEmpty() && instance(place, path);
                case "call_expression" -> result(place, path);
                default -> false;
            };
            if (!followed) {
                found.add(here);
            }
        }

        private boolean name(Place place, List<String> path) {
            Meaning meaning =
                    plugin.modules().meaning(place.source(), place.node()).orElse(null);
            if (meaning instanceof Meaning.Written written) {
                follow(written.expression(), path);
                return true;
            }
            if (!(meaning instanceof Meaning.Declared declared)) {
                return false;
            }
            Binding binding = declared.binding();
            List<String> deeper = and(binding.steps(), path);
            if (binding.is(Kind.PARAMETER)) {
                return parameter(binding, deeper);
            }
            return binding.is(Kind.VARIABLE) && variable(binding, deeper, path);
        }

        private boolean variable(Binding binding, List<String> deeper, List<String> path) {
            Place place = binding.place();
            Optional<TsNode> value =
                    place.node().is("variable_declarator") ? place.node().child("value") : Optional.empty();
            value.ifPresent(each -> follow(place.at(each), deeper));
            List<TsNode> assigned = binding.source().uses(binding).stream()
                    .filter(use -> use.field().equals("left"))
                    .flatMap(use -> use.parent().stream())
                    .filter(parent -> parent.is("assignment_expression", "augmented_assignment_expression"))
                    .flatMap(parent -> parent.child("right").stream())
                    .toList();
            assigned.forEach(each -> follow(place.at(each), path));
            return value.isPresent() || !assigned.isEmpty();
        }

        private boolean parameter(Binding binding, List<String> path) {
            Optional<TsNode> function = Optional.of(binding.declaration())
                    .filter(Syntax::isFunction)
                    .or(() -> Syntax.functionAround(binding.declaration()));
            int index = function.map(each -> indexOf(Syntax.parameters(each), binding.name()))
                    .orElse(-1);
            if (index < 0) {
                return false;
            }
            List<Place> calls = plugin.calls().sites(binding.place().at(function.get()));
            for (Place call : calls) {
                Optional<TsNode> argument = Syntax.argument(call.node(), index);
                if (argument.isEmpty()) {
                    return false;
                }
                follow(call.at(argument.get()), path);
            }
            return !calls.isEmpty();
        }

        private boolean into(Place object, String member, List<String> path) {
            follow(object, and(List.of(member), path));
            return true;
        }

        private boolean subscript(Place place, List<String> path) {
            Optional<String> index = place.node()
                    .child("index")
                    .flatMap(each -> each.is("number") ? Optional.of(each.text()) : Syntax.string(each));
            return place.node()
                    .child("object")
                    .filter(object -> into(place.at(object), index.orElse("?"), path))
                    .isPresent();
        }

        private boolean both(Place place, List<String> path, String first, String second) {
            place.node().child(first).ifPresent(each -> follow(place.at(each), path));
            place.node().child(second).ifPresent(each -> follow(place.at(each), path));
            return true;
        }

        private boolean object(Place place, List<String> path) {
            if (path.get(0).equals("...")) {
                follow(place, rest(path));
                return true;
            }
            Optional<TsNode> value = Syntax.property(place.node(), path.get(0));
            value.ifPresent(each -> follow(place.at(each), rest(path)));
            if (value.isPresent()) {
                return true;
            }
            List<TsNode> spread = place.node().namedChildren().stream()
                    .filter(each -> each.is("spread_element"))
                    .flatMap(each -> each.namedChildren().stream())
                    .toList();
            spread.forEach(each -> follow(place.at(each), path));
            return !spread.isEmpty();
        }

        private boolean element(Place place, List<String> path) {
            List<TsNode> items = place.node().namedChildren();
            boolean there = path.get(0).matches("[0-9]{1,4}") && Integer.parseInt(path.get(0)) < items.size();
            if (there) {
                follow(place.at(items.get(Integer.parseInt(path.get(0)))), rest(path));
            }
            return there;
        }

        private boolean field(Place owner, List<String> path) {
            List<Place> values = Shapes.fieldValues(owner, path.get(0));
            values.forEach(each -> follow(each, rest(path)));
            return !values.isEmpty();
        }

        private boolean instance(Place place, List<String> path) {
            return plugin.types().of(place).orElse(null) instanceof Type.Shape shape
                    && Shapes.isClass(shape.place().node())
                    && field(shape.place(), path);
        }

        private boolean result(Place call, List<String> path) {
            List<Place> functions = plugin.calls().reached(call);
            functions.forEach(
                    function -> Syntax.returned(function.node()).forEach(each -> follow(function.at(each), path)));
            return functions.stream()
                    .anyMatch(function ->
                            Syntax.returned(function.node()).findAny().isPresent());
        }

        private static int indexOf(List<TsNode> parameters, TsNode name) {
            for (int i = 0; i < parameters.size(); i++) {
                if (Syntax.within(name, parameters.get(i)) && !parameters.get(i).is("rest_pattern")) {
                    return i;
                }
            }
            return -1;
        }

        private static List<String> and(List<String> first, List<String> then) {
            List<String> both = new ArrayList<>(first);
            both.addAll(then);
            return List.copyOf(both);
        }

        private static List<String> rest(List<String> path) {
            return path.subList(1, path.size());
        }
    }
}
