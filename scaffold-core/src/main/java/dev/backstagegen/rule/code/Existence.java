package dev.backstagegen.rule.code;

import dev.backstagegen.rule.code.Binding.Kind;
import dev.backstagegen.ts.TsNode;
import java.util.List;
import java.util.Optional;

/** Which values are surely there, whatever the code does. */
public final class Existence {

    private Existence() {}

    /** Whether a value is an object or a function wherever it comes from, so that a test for it always passes. */
    public static boolean isObject(Plugin plugin, Place value) {
        Place bare = value.at(Syntax.awaited(value.node()));
        if (isDeclared(plugin, bare) || !plugin.routes().routers(bare).isEmpty()) {
            return true;
        }
        List<Place> origins = plugin.origins().whole(bare);
        return !origins.isEmpty()
                && origins.size() == plugin.origins().of(bare).size()
                && origins.stream().allMatch(each -> isMade(plugin, each));
    }

    /** Whether a value may be false or empty, but by its type is never undefined or null. */
    public static boolean isDefined(Plugin plugin, Place value) {
        List<Place> origins = plugin.origins().whole(value.at(Syntax.awaited(value.node())));
        return !origins.isEmpty()
                && origins.size() == plugin.origins().of(value).size()
                && origins.stream().allMatch(each -> isMade(plugin, each) || each.node().is("string", "number", "true"));
    }

    /** An import, a class or a function: it cannot be missing where the file compiles. */
    private static boolean isDeclared(Plugin plugin, Place value) {
        if (!value.node().is("identifier")) {
            return false;
        }
        Optional<Binding> binding = value.source().binding(value.node());
        Meaning meaning = plugin.modules().meaning(value.source(), value.node()).orElse(null);
        if (meaning instanceof Meaning.Declared declared) {
            return declared.binding().is(Kind.FUNCTION) || declared.binding().is(Kind.CLASS)
                    || binding.filter(each -> each.is(Kind.IMPORT)).isPresent() && isMadeOnce(plugin, declared.binding());
        }
        return meaning instanceof Meaning.Written written && isMade(plugin, written.expression());
    }

    private static boolean isMadeOnce(Plugin plugin, Binding binding) {
        return binding.declaration()
                .child("value")
                .map(value -> isMade(plugin, binding.place().at(Syntax.awaited(value))))
                .orElse(false);
    }

    private static boolean isMade(Plugin plugin, Place value) {
        TsNode node = Syntax.awaited(value.node());
        return node.is("new_expression", "object", "array", "arrow_function", "function_expression", "class")
                || plugin.init().creations().stream().anyMatch(each -> each.node() == node)
                || isOfFactory(node);
    }

    /** A function of this name that gives nothing back has another name. */
    private static boolean isOfFactory(TsNode node) {
        return node.is("call_expression")
                && Syntax.called(node)
                        .map(name -> name.child("property").orElse(name).text())
                        .filter(name -> name.matches("create(Router|Backend[A-Z][a-z]+|[A-Z][A-Za-z]*Plugin|Plugin|Permission|ServiceRef|ExtensionPoint)"))
                        .isPresent();
    }
}
