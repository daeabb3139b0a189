package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.rule.code.ModuleVariable.Change;
import dev.backstagegen.ts.TsNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the variables of files, and static fields, that change while a plugin runs. */
public final class ModuleVariables {

    private static final String[] FILLING = {
        "set", "add", "delete", "clear", "push", "pop", "shift", "unshift", "splice", "put", "del", "flushAll", "mset"
    };
    private static final Pattern CACHES =
            Pattern.compile("node-cache|(mnemonist/)?lru-cache|quick-lru|@isaacs/ttlcache|tiny-lru|memory-cache-node");

    private final Plugin plugin;
    private final Map<TsNode, Place> labels = new LinkedHashMap<>();
    private final Map<TsNode, List<Change>> changes = new HashMap<>();

    private ModuleVariables(Plugin plugin) {
        this.plugin = plugin;
        for (Source source : plugin.loaded()) {
            source.places("assignment_expression", "augmented_assignment_expression")
                    .forEach(each -> each.node().child("left").ifPresent(left -> target(each, each.at(left))));
            source.places("update_expression", "unary_expression")
                    .filter(each -> each.node().is("update_expression") || Syntax.hasToken(each.node(), "delete"))
                    .forEach(each -> each.node().child("argument").ifPresent(left -> target(each, each.at(left))));
            source.places("call_expression")
                    .filter(each -> Syntax.calls(each.node(), FILLING))
                    .forEach(each -> Syntax.receiver(each.node()).ifPresent(left -> filled(each, each.at(left))));
        }
    }

    /** Those that some function changes, in the order of the files. */
    public static List<ModuleVariable> changing(Plugin plugin) {
        ModuleVariables found = new ModuleVariables(plugin);
        return found.labels.entrySet().stream()
                .map(each -> new ModuleVariable(each.getValue(), each.getKey(), found.changes.get(each.getKey())))
                .toList();
    }

    private void target(Place change, Place left) {
        TsNode node = Syntax.bare(left.node());
        switch (node.type()) {
            case "identifier" ->
                declarator(left.at(node)).ifPresent(variable -> note(variable, new Change.Assigned(change)));
            case "member_expression" -> {
                Optional<Place> field = staticField(left.at(node));
                if (field.isPresent()) {
                    note(field.get(), new Change.Assigned(change));
                } else {
                    node.child("object").ifPresent(object -> filled(change, left.at(object)));
                }
            }
            case "subscript_expression" -> node.child("object").ifPresent(object -> filled(change, left.at(object)));
            default -> {
                // Who destructures into a variable of the file does it once, mostly.
            }
        }
    }

    private void filled(Place change, Place container) {
        TsNode node = Syntax.bare(container.node());
        Optional<Place> variable = switch (node.type()) {
            case "identifier" -> declarator(container.at(node)).or(() -> alias(container.at(node)));
            case "member_expression" -> staticField(container.at(node));
            default -> Optional.empty();
        };
        if (variable.isPresent()) {
            boolean called = change.node().is("call_expression");
            if (value(variable.get()).filter(each -> isContainer(each, called)).isPresent()) {
                note(variable.get(), new Change.Filled(change));
            }
        } else if (node.is("member_expression", "subscript_expression")) {
            // state.items.push(x) changes state.
            node.child("object").ifPresent(object -> filledWithin(change, container.at(object)));
        }
    }

    private void filledWithin(Place change, Place object) {
        TsNode node = Syntax.bare(object.node());
        if (node.is("identifier")) {
            declarator(object.at(node))
                    .filter(each ->
                            value(each).filter(v -> v.node().is("object")).isPresent())
                    .ifPresent(each -> note(each, new Change.Filled(change)));
        } else if (node.is("member_expression", "subscript_expression")) {
            node.child("object").ifPresent(inner -> filledWithin(change, object.at(inner)));
        }
    }

    private void note(Place declaration, Change change) {
        if (runsWhileLoading(change.at(), new HashSet<>())) {
            return;
        }
        TsNode node = declaration.node();
        TsNode name = node.child("name").orElse(node);
        labels.putIfAbsent(node, declaration.at(name));
        changes.computeIfAbsent(node, key -> new ArrayList<>()).add(change);
    }

    /** The declarator of a variable of a file, in whatever file that is. */
    private Optional<Place> declarator(Place name) {
        return plugin.modules()
                .meaning(name.source(), name.node())
                .flatMap(meaning -> meaning instanceof Meaning.Declared declared
                                && declared.binding().is(Kind.VARIABLE)
                                && declared.binding().steps().isEmpty()
                        ? Optional.of(declared.binding().place()).filter(ModuleVariables::isOfFile)
                        : Optional.empty());
    }

    /** What a parameter or a local variable stands for, if it is always the same variable of a file. */
    private Optional<Place> alias(Place name) {
        Set<Origins.Origin> origins = plugin.origins().of(name);
        if (origins.size() != 1) {
            return Optional.empty();
        }
        Origins.Origin origin = origins.iterator().next();
        return origin.path().isEmpty()
                ? origin.place()
                        .node()
                        .ancestor("variable_declarator")
                        .filter(each -> each.child("value")
                                .map(Syntax::bare)
                                .filter(value -> value == origin.place().node())
                                .isPresent())
                        .map(origin.place()::at)
                        .filter(ModuleVariables::isOfFile)
                : Optional.empty();
    }

    private static boolean isOfFile(Place declarator) {
        return declarator.node().is("variable_declarator")
                && declarator
                        .node()
                        .parent()
                        .flatMap(TsNode::parent)
                        .filter(each -> each.is("program", "export_statement"))
                        .isPresent();
    }

    /** {@code Name.field}, or {@code this.field} in a static method. */
    private Optional<Place> staticField(Place member) {
        Optional<TsNode> object = member.node().child("object").map(Syntax::bare);
        String name = member.node().child("property").map(TsNode::text).orElse("");
        Optional<Place> owner =
                object.flatMap(each -> each.is("this") ? ownerOfStatic(member) : named(member.at(each)));
        return owner.flatMap(each -> each.node()
                .child("body")
                .flatMap(body -> Syntax.member(body, name))
                .filter(field -> field.is("public_field_definition") && Syntax.hasToken(field, "static"))
                .map(each::at));
    }

    private Optional<Place> named(Place name) {
        return name.node().is("identifier")
                        && plugin.modules().meaning(name.source(), name.node()).orElse(null)
                                instanceof Meaning.Declared declared
                        && declared.binding().is(Kind.CLASS)
                ? Optional.of(declared.binding().place())
                : Optional.empty();
    }

    private static Optional<Place> ownerOfStatic(Place inside) {
        return inside.node()
                .ancestor("method_definition")
                .filter(method -> Syntax.hasToken(method, "static"))
                .flatMap(method -> method.ancestor("class_declaration", "abstract_class_declaration"))
                .map(inside::at);
    }

    private static Optional<Place> value(Place declaration) {
        return declaration.node().child("value").map(Syntax::bare).map(declaration::at);
    }

    /** @param called whether it is changed by a method of its own, as a map is and an object is not */
    private boolean isContainer(Place value, boolean called) {
        TsNode node = value.node();
        if (node.is("object", "array")) {
            return node.is("array") || !called;
        }
        Optional<TsNode> made = node.is("new_expression") ? Syntax.called(node) : Optional.empty();
        return made.filter(name -> List.of("Map", "Set", "Array").contains(name.text())
                        || (plugin.modules().meaning(value.source(), name).orElse(null)
                                        instanceof Meaning.Outside outside
                                && CACHES.matcher(outside.module()).matches()))
                .isPresent();
    }

    /** Whether something happens while the files are loaded only, in functions that nobody calls later. */
    private boolean runsWhileLoading(Place place, Set<TsNode> open) {
        Optional<TsNode> function = Syntax.functionAround(place.node());
        if (function.isEmpty()) {
            return true;
        }
        TsNode node = function.get();
        boolean calledAtOnce = node.parent()
                .map(each -> each.is("parenthesized_expression") ? each.parent().orElse(each) : each)
                .filter(each -> each.is("call_expression")
                        && Syntax.called(each).filter(called -> called == node).isPresent())
                .isPresent();
        if (calledAtOnce) {
            return runsWhileLoading(place.at(node), open);
        }
        if (!open.add(node)) {
            return true;
        }
        List<Place> sites = plugin.calls().sites(place.at(node));
        return !sites.isEmpty() && sites.stream().allMatch(site -> runsWhileLoading(site, open));
    }
}
