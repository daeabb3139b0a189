package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which values are surely there, so that a test that only looks for them passes whatever they are. */
public final class Existence {

    /** Functions of Backstage, and the name that every plugin gives to the one that makes its router. */
    private static final Pattern FACTORY = Pattern.compile("createRouter|createBackend(Plugin|Module|FeatureLoader)"
            + "|create(Permission|ServiceRef|ServiceFactory|ExtensionPoint|PermissionRule|PermissionResourceRef)");

    private final Plugin plugin;

    private Existence(Plugin plugin) {
        this.plugin = plugin;
    }

    /** Whether a value is an object or a function, wherever it comes from. */
    public static boolean isObject(Plugin plugin, Place value) {
        Existence existence = new Existence(plugin);
        Place bare = value.at(Syntax.awaited(value.node()));
        return existence.isDeclared(bare)
                || !plugin.routes().routers(bare).isEmpty()
                || existence.all(bare, existence::isMade);
    }

    /** Whether a value may be false or empty, but is never undefined or null, if the types are to be believed. */
    public static boolean isDefined(Plugin plugin, Place value) {
        Existence existence = new Existence(plugin);
        Place bare = value.at(Syntax.awaited(value.node()));
        return existence.isDeclared(bare)
                || existence.isTyped(bare, 0)
                || existence.all(
                        bare,
                        each -> existence.isMade(each)
                                || each.node().is("string", "template_string", "number", "true", "false"));
    }

    private boolean all(Place value, Predicate<Place> test) {
        List<Place> origins = plugin.origins().whole(value);
        return !origins.isEmpty()
                && origins.size() == plugin.origins().of(value).size()
                && origins.stream().allMatch(test);
    }

    /** An import, a class or a function: it cannot be missing where the file compiles. */
    private boolean isDeclared(Place value) {
        if (!value.node().is("identifier")) {
            return false;
        }
        Meaning meaning = plugin.modules().meaning(value.source(), value.node()).orElse(null);
        if (meaning instanceof Meaning.Written written) {
            return isMade(written.expression());
        }
        if (meaning instanceof Meaning.File) {
            return true;
        }
        if (!(meaning instanceof Meaning.Declared declared)) {
            return false;
        }
        Binding binding = declared.binding();
        return binding.is(Kind.FUNCTION)
                || binding.is(Kind.CLASS)
                || binding.steps().isEmpty()
                        && binding.source() != value.source()
                        && binding.declaration()
                                .child("value")
                                .filter(each -> isMade(binding.place().at(each)))
                                .isPresent();
    }

    private boolean isMade(Place value) {
        TsNode node = Syntax.awaited(value.node());
        return node.is("new_expression", "object", "array", "arrow_function", "function_expression", "class")
                || node.is("call_expression")
                        && Syntax.called(node)
                                .filter(name -> name.is("identifier")
                                        && FACTORY.matcher(name.text()).matches())
                                .isPresent();
    }

    /** A call of the plugin's own code that says it gives something back, directly or in a variable. */
    private boolean isTyped(Place value, int depth) {
        TsNode node = Syntax.awaited(value.node());
        if (node.is("identifier")) {
            return depth < 3
                    && value.source()
                            .binding(node)
                            .filter(binding ->
                                    binding.is(Kind.VARIABLE) && binding.steps().isEmpty())
                            .filter(binding -> value.source().uses(binding).stream()
                                    .noneMatch(use -> use.field().equals("left")))
                            .flatMap(binding -> binding.declaration().child("value"))
                            .filter(each -> isTyped(value.at(each), depth + 1))
                            .isPresent();
        }
        List<Place> functions = node.is("call_expression") ? plugin.calls().reached(value.at(node)) : List.of();
        return !functions.isEmpty()
                && functions.stream()
                        .allMatch(each -> each.node()
                                .child("return_type")
                                .filter(type -> isThere(each.at(type)))
                                .isPresent());
    }

    private boolean isThere(Place type) {
        TsNode node = type.node();
        return switch (node.type()) {
            case "type_annotation" ->
                inner(node).filter(each -> isThere(type.at(each))).isPresent();
            case "array_type", "object_type" -> true;
            case "predefined_type" -> node.text().matches("string|number|boolean|object");
            case "generic_type" ->
                node.child("name").filter(name -> name.text().equals("Promise")).isPresent()
                        && node.child("type_arguments")
                                .flatMap(Existence::inner)
                                .filter(each -> isThere(type.at(each)))
                                .isPresent();
            case "type_identifier" ->
                plugin.modules().meaning(type.source(), node).orElse(null) instanceof Meaning.Declared declared
                        && declared.binding().declaration().is("interface_declaration", "class_declaration");
            default -> false;
        };
    }

    private static Optional<TsNode> inner(TsNode node) {
        return node.namedChildren().stream().findFirst();
    }
}
