package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which functions of the plugin a call reaches, and which calls reach a function. */
public final class Calls {

    private final Plugin plugin;
    private final Map<TsNode, List<Place>> reached = new HashMap<>();
    private Map<TsNode, List<Place>> sites;

    Calls(Plugin plugin) {
        this.plugin = plugin;
    }

    /** The plugin's own functions that a call may run, through interfaces too; nothing where it leads outside. */
    public List<Place> reached(Place call) {
        List<Place> answer = reached.get(call.node());
        if (answer == null) {
            reached.put(call.node(), List.of());
            answer = Syntax.called(call.node())
                    .map(called -> functions(call.at(called), call.node().is("new_expression")))
                    .orElse(List.of());
            reached.put(call.node(), answer);
        }
        return answer;
    }

    /** The calls in the plugin's sources that may run a function. */
    public List<Place> sites(Place function) {
        if (sites == null) {
            sites = new HashMap<>();
            for (Source source : plugin.sources()) {
                source.places("call_expression", "new_expression")
                        .forEach(call -> reached(call)
                                .forEach(each -> sites.computeIfAbsent(each.node(), key -> new ArrayList<>())
                                        .add(call)));
            }
        }
        return sites.getOrDefault(function.node(), List.of());
    }

    /** The function that an expression is or names. */
    public List<Place> functions(Place expression) {
        return functions(expression, false);
    }

    private List<Place> functions(Place expression, boolean isNew) {
        TsNode node = Syntax.bare(expression.node());
        if (Syntax.isFunction(node)) {
            return List.of(expression.at(node));
        }
        if (node.is("identifier", "shorthand_property_identifier")) {
            return plugin.modules()
                    .meaning(expression.source(), node)
                    .map(meaning -> ofMeaning(meaning, isNew))
                    .orElse(List.of());
        }
        if (node.is("member_expression")) {
            Optional<TsNode> object = node.child("object").map(Syntax::bare);
            String name = node.child("property").map(TsNode::text).orElse("");
            return object.map(each -> ofMember(expression.at(each), name)).orElse(List.of());
        }
        return List.of();
    }

    private List<Place> ofMeaning(Meaning meaning, boolean isNew) {
        if (meaning instanceof Meaning.Written written) {
            return functions(written.expression(), isNew);
        }
        if (!(meaning instanceof Meaning.Declared declared)) {
            return List.of();
        }
        Binding binding = declared.binding();
        return switch (binding.kind()) {
            case FUNCTION -> binding.declaration().is("function_signature") ? List.of() : List.of(binding.place());
            case CLASS -> isNew ? Shapes.methods(plugin, binding.place(), "constructor", false) : List.of();
            case VARIABLE ->
                binding.steps().isEmpty()
                        ? binding
                                .declaration()
                                .child("value")
                                .map(Syntax::bare)
                                .filter(Syntax::isFunction)
                                .map(binding.place()::at)
                                .stream()
                                .toList()
                        : List.of();
            default -> List.of();
        };
    }

    private List<Place> ofMember(Place object, String name) {
        Meaning meaning = object.node().is("identifier")
                ? plugin.modules().meaning(object.source(), object.node()).orElse(null)
                : null;
        if (meaning instanceof Meaning.File file) {
            return plugin.modules()
                    .exported(file.source(), name)
                    .map(each -> ofMeaning(each, false))
                    .orElse(List.of());
        }
        if (meaning instanceof Meaning.Declared declared && declared.binding().is(Kind.CLASS)) {
            return Shapes.methods(plugin, declared.binding().place(), name, true);
        }
        if (!(plugin.types().of(object).orElse(null) instanceof Type.Shape shape)) {
            return List.of();
        }
        List<Place> own = Shapes.methods(plugin, shape.place(), name, false);
        if (!own.isEmpty()
                || !shape.place().node().is("interface_declaration", "object_type", "abstract_class_declaration")) {
            return own;
        }
        return plugin.implementations().of(shape.place()).stream()
                .flatMap(each -> Shapes.methods(plugin, each, name, false).stream())
                .toList();
    }
}
